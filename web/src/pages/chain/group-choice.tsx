import { useNavigate } from "@tanstack/react-router";
import { useId } from "react";
import type { Search } from "../../lib/search.ts";
import { useWords } from "../../words/use-words.ts";

/** Which indicator and reading a chart is about, on the address; nothing to choose where there is one. */
export function GroupChoice({
  options,
  chosen,
}: {
  readonly options: readonly { readonly key: string; readonly name: string }[];
  readonly chosen: string;
}) {
  const { t } = useWords();
  const navigate = useNavigate();
  const id = useId();
  if (options.length < 2) return null;
  const choose = (indicator: string) =>
    void navigate({ to: ".", search: (old: Search) => ({ ...old, indicator }), replace: true, resetScroll: false });
  return (
    <div className="inline-select">
      <label htmlFor={id}>{t("column.indicator")}</label>
      <select id={id} value={chosen} onChange={({ target }) => choose(target.value)}>
        {options.map(({ key, name }) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
