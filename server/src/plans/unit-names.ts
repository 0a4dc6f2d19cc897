import { sharedNames } from "../domain/unit-names.ts";
import { type Answer, give, refuse } from "../problems.ts";
import type { PlanOutline } from "./outline.ts";

/** A name that is to be added, of a unit that the plan has or is to have. */
export interface AddedName {
  readonly field: string;
  /** Key of the unit. */
  readonly unit: string;
  readonly name: string;
}

/** Refuses a name that a unit of the plan has already; another spelling of a unit's own name is no other name. */
export function askFreeName({ departments }: PlanOutline, { field, unit, name }: AddedName): Answer<null> {
  const units = [...departments.values()].map(({ key, name: own, aliases }) => ({ key, names: [own.zh, ...aliases] }));
  const others = units.filter(({ key }) => key !== unit);
  const names = [...(units.find(({ key }) => key === unit)?.names ?? []), name];
  const shared = sharedNames([...others, { key: unit, names }]).find((each) => each.name === name);
  if (shared === undefined) return give(null);
  const owner = departments.get(shared.owner)?.name.zh ?? shared.owner;
  return refuse({ code: "name-taken", field, value: name, allowed: owner });
}
