import type { PaperRow } from "../../api/types.ts";
import { LightBadge } from "../../components/light-badge.tsx";
import { useWords } from "../../words/use-words.ts";

const nothing = "—";

/** The targets of a line with what is due, and how they would stand if the line were accepted. */
export function LineTargets({
  row,
  span,
  isBase,
  isFresh,
}: {
  readonly row: PaperRow;
  readonly span: number;
  readonly isBase: boolean;
  readonly isFresh: boolean;
}) {
  const { t, say, horizon } = useWords();
  if (isBase || row.targets.length === 0) {
    return (
      <>
        <td rowSpan={span}>—</td>
        <td rowSpan={span}>—</td>
      </>
    );
  }
  return (
    <>
      <td rowSpan={span} className="paper-target" data-label={t("paper.target")}>
        {row.targets.map(({ key, text, deadline, expected }) => (
          <span key={key} className="paper-aim">
            {say(text)}
            <small className="aside">
              {horizon(deadline ?? "standing")}
              {expected.text !== "—" && ` · ${t("paper.expected", { value: expected.text })}`}
            </small>
          </span>
        ))}
      </td>
      <td rowSpan={span} className="paper-outcome" data-label={t("paper.outcome")} aria-live="polite">
        {row.targets.map(({ key, completion, light, explanation, isChanged }) => (
          <span
            key={key}
            className={["paper-aim", !isFresh && "stale", isChanged && "changed"].filter(Boolean).join(" ")}
            title={say(explanation)}
          >
            <LightBadge light={light} />
            <small className="aside">
              {row.isFilled || row.standing !== null || completion.text === nothing
                ? completion.text
                : t("paper.byLast", { value: completion.text })}
            </small>
          </span>
        ))}
      </td>
    </>
  );
}
