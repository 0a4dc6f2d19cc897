import { useNavigate } from "@tanstack/react-router";
import { useId } from "react";
import type { Search } from "../../lib/search.ts";

/** A choice of what a chart is about, which stands on the address for all charts of the page. */
export function IndicatorChoice({
  label,
  chosen,
  options,
}: {
  readonly label: string;
  readonly chosen: string;
  /** The words of the address with their names; the empty word is none. */
  readonly options: readonly { readonly key: string; readonly name: string }[];
}) {
  const id = useId();
  const navigate = useNavigate();
  const ask = (indicator: string) =>
    void navigate({
      to: ".",
      search: (old: Search) => ({ ...old, indicator: indicator === "" ? undefined : indicator }),
      ...{ replace: true, resetScroll: false },
    });
  return (
    <div className="inline-select">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={chosen} onChange={({ target }) => ask(target.value)}>
        {options.map(({ key, name }) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
