import type { Plan, PlanAddition, PlanSubject, PlanTarget } from "../../api/types.ts";

/** A subject with those of its targets that are to be shown. */
export interface SubjectTargets {
  readonly subject: PlanSubject;
  readonly targets: readonly PlanTarget[];
  /** How measures came in later, by the key of each of their targets. */
  readonly additions: ReadonlyMap<string, PlanAddition>;
}

/** What a reader narrows the table to; undefined is everything. */
export interface Narrowing {
  readonly within: string | undefined;
  readonly subject: string | undefined;
}

/** The targets that fit, under their subjects, both in the order of the document; subjects without one are left out, but for those that were added. */
export function chosenTargets({ subjects, targets, measures }: Plan, { within, subject }: Narrowing): SubjectTargets[] {
  const fits = (target: PlanTarget) =>
    (within === undefined || target.horizon === within) && (subject === undefined || target.subject === subject);
  const additions = new Map(
    measures.flatMap(({ addition, targets: own }) =>
      addition === null ? [] : own.map((target) => [target, addition] as const),
    ),
  );
  const isAdded = ({ key, addition }: PlanSubject) =>
    addition !== null && within === undefined && (subject === undefined || subject === key);
  return subjects
    .map((each) => ({
      additions,
      subject: each,
      targets: targets.filter((target) => target.subject === each.key && fits(target)),
    }))
    .filter((group) => group.targets.length > 0 || isAdded(group.subject));
}
