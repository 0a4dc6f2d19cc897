import type { SubjectKind } from "@beizeng/db/vocabulary";
import { differenceOf, sumOf } from "@beizeng/server/domain/decimal.ts";
import type { Decimal } from "@beizeng/server/domain/model.ts";
import type { ExpandedPlan, ExpandedTarget } from "./expanded-plan.ts";

/** How a headline target divides into its parts (DOMAIN.md 5); negative `unallocated`: the parts exceed the whole. */
export type Reconciliation = {
  target: string;
  indicator: string;
  horizon: string;
  kind: SubjectKind;
  whole: Decimal;
  allocated: Decimal;
  unallocated: Decimal;
  /** Ids of the subjects of the kind that have such a target, in the order of the document. */
  subjectsWith: string[];
  /** Ids of the subjects of the kind that have none. */
  subjectsWithout: string[];
};

/** One reconciliation for each target that is made of others, in the order of the document; ranges count as their lower end. */
export function reconcile(plan: ExpandedPlan): Reconciliation[] {
  return plan.targets.flatMap((target) => {
    const answer = reconcileTarget(plan, target);
    return answer === null ? [] : [answer];
  });
}

function reconcileTarget(plan: ExpandedPlan, whole: ExpandedTarget): Reconciliation | null {
  const { madeOf } = whole;
  if (madeOf === null) return null;
  const parts = plan.targets.filter((target) => madeOf.parts.includes(target.key));
  const allocated = sumOf(parts.map((part) => part.value));
  const measures = new Map(plan.measures.map((measure) => [measure.key, measure]));
  const holders = new Set(parts.map((part) => measures.get(part.measure)?.subject));
  const subjects = plan.subjects.filter((subject) => subject.kind === madeOf.kind).map((subject) => subject.id);
  return {
    target: whole.key,
    indicator: measures.get(whole.measure)?.indicator ?? madeOf.indicator,
    horizon: whole.horizon,
    kind: madeOf.kind,
    whole: whole.value,
    allocated,
    unallocated: differenceOf(whole.value, allocated),
    subjectsWith: subjects.filter((subject) => holders.has(subject)),
    subjectsWithout: subjects.filter((subject) => !holders.has(subject)),
  };
}
