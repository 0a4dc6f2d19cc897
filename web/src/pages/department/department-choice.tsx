import { useNavigate } from "@tanstack/react-router";
import { useId } from "react";
import type { Plan } from "../../api/types.ts";
import type { Search } from "../../lib/search.ts";
import { useWords } from "../../words/use-words.ts";

/** The units of the plan that answer for anything, to move between. */
export function DepartmentChoice({
  departments,
  chosen,
}: {
  readonly departments: Plan["departments"];
  readonly chosen: string;
}) {
  const { t, say } = useWords();
  const navigate = useNavigate();
  const id = useId();
  const choose = (department: string) => void navigate({ to: ".", search: (old: Search) => ({ ...old, department }) });
  const isKnown = departments.some(({ key }) => key === chosen);
  return (
    <div className="inline-select screen-only">
      <label htmlFor={id}>{t("department.choose")}</label>
      <select id={id} value={isKnown ? chosen : ""} onChange={({ target }) => choose(target.value)}>
        {!isKnown && <option value="">{chosen}</option>}
        {departments.map(({ key, name }) => (
          <option key={key} value={key}>
            {say(name)}
          </option>
        ))}
      </select>
    </div>
  );
}
