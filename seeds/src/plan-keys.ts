import type { ScopeKind } from "@beizeng/db/vocabulary";
import type { MeasureEntry, PlanDocument, SubjectEntry, Text } from "./plan-types.ts";

/** A measure as derived from its entry; `member` is the unit that an `each` measure is about. */
export type MeasureInstance = {
  key: string;
  scope: { id: string; kind: ScopeKind; name: Text } | null;
  member: string | null;
};

/** The measures of an entry, keys `subject.indicator[.scope]`: one, or one a member of the group under `each`. */
export function measureInstances(plan: PlanDocument, subject: SubjectEntry, measure: MeasureEntry): MeasureInstance[] {
  const key = `${subject.id}.${measure.indicator}`;
  if (measure.each === undefined) {
    const scope = measure.scope ?? null;
    return [{ key: scope === null ? key : `${key}.${scope.id}`, scope, member: null }];
  }
  const group = plan.departments.find((department) => department.id === measure.each);
  // A unit that leaves a group and joins it again is listed twice and still has one measure.
  const members = new Set((group?.members ?? []).map(({ department }) => department));
  return [...members].map((department) => {
    const name = plan.departments.find((candidate) => candidate.id === department)?.name;
    if (name === undefined) throw new Error(`unknown member ${department} of ${measure.each}`);
    return { key: `${key}.${department}`, scope: { id: department, kind: "unit", name }, member: department };
  });
}
