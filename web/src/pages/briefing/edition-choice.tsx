import { useNavigate } from "@tanstack/react-router";
import { useId } from "react";
import type { PlanMonth } from "../../api/types.ts";
import { dayAndTime } from "../../lib/china-time.ts";
import type { Search } from "../../lib/search.ts";
import { useWords } from "../../words/use-words.ts";
import { unfrozen } from "./edition-of.ts";

/** Which closed state of the month is quoted, the newest first, or the figures as they stand. */
export function EditionChoice({
  editions,
  chosen,
}: {
  readonly editions: PlanMonth["editions"];
  readonly chosen: string;
}) {
  const { t } = useWords();
  const navigate = useNavigate();
  const id = useId();
  const choose = (edition: string) =>
    void navigate({ to: ".", search: (old: Search) => ({ ...old, edition }), resetScroll: false });
  const newestFirst = editions.toSorted((one, other) => other.edition - one.edition);
  const isKnown = chosen === unfrozen || editions.some(({ edition }) => String(edition) === chosen);
  return (
    <div className="briefing-edition">
      <label htmlFor={id}>{t("briefing.choose")}</label>
      <select id={id} value={chosen} onChange={({ target }) => choose(target.value)}>
        {!isKnown && <option value={chosen}>{chosen}</option>}
        {newestFirst.map(({ edition, closedAt, reopened }) => (
          <option key={edition} value={String(edition)}>
            {t(reopened ? "briefing.reopened" : "briefing.edition", { edition, at: dayAndTime(closedAt) })}
          </option>
        ))}
        <option value={unfrozen}>{t("briefing.unfrozen")}</option>
      </select>
    </div>
  );
}
