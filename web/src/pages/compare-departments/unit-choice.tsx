import { Link, useNavigate } from "@tanstack/react-router";
import { useId } from "react";
import type { Plan } from "../../api/types.ts";
import type { Search } from "../../lib/search.ts";
import { useWords } from "../../words/use-words.ts";
import { mostUnits, unitsOnAddress } from "./units-asked.ts";

/** The units chosen, each with a way out, and those that can be added while there are fewer than four. */
export function UnitChoice({
  departments,
  chosen,
}: {
  readonly departments: Plan["departments"];
  readonly chosen: readonly string[];
}) {
  const { t, say } = useWords();
  const navigate = useNavigate();
  const id = useId();
  const nameOf = (key: string) => {
    const known = departments.find((each) => each.key === key);
    return known ? say(known.name) : key;
  };
  const add = (key: string) =>
    void navigate({
      to: ".",
      search: (old: Search) => ({ ...old, units: unitsOnAddress([...chosen, key]) }),
      replace: true,
      resetScroll: false,
    });
  return (
    <div className="unit-choice screen-only">
      {chosen.length > 0 && (
        <ul aria-label={t("compareDepartments.chosen")}>
          {chosen.map((key) => (
            <li key={key}>
              <span>{nameOf(key)}</span>
              <Link
                to="."
                search={(old: Search) => ({ ...old, units: unitsOnAddress(chosen.filter((each) => each !== key)) })}
                replace
                resetScroll={false}
                aria-label={t("compareDepartments.leave", { name: nameOf(key) })}
              >
                ✕
              </Link>
            </li>
          ))}
        </ul>
      )}
      {chosen.length < mostUnits && (
        <div className="inline-select">
          <label htmlFor={id}>{t("compareDepartments.add")}</label>
          <select id={id} value="" onChange={({ target }) => add(target.value)}>
            <option value="">{t("compareDepartments.pick", { count: mostUnits - chosen.length })}</option>
            {departments
              .filter(({ key }) => !chosen.includes(key))
              .map(({ key, name }) => (
                <option key={key} value={key}>
                  {say(name)}
                </option>
              ))}
          </select>
        </div>
      )}
    </div>
  );
}
