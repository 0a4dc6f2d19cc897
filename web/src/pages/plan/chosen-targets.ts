import type { Plan, PlanSubject, PlanTarget } from "../../api/types.ts";

/** A subject with those of its targets that are to be shown. */
export interface SubjectTargets {
  readonly subject: PlanSubject;
  readonly targets: readonly PlanTarget[];
}

/** What a reader narrows the table to; undefined is everything. */
export interface Narrowing {
  readonly within: string | undefined;
  readonly subject: string | undefined;
}

/** The targets that fit, under their subjects, both in the order of the document; subjects without one are left out. */
export function chosenTargets({ subjects, targets }: Plan, { within, subject }: Narrowing): SubjectTargets[] {
  const fits = (target: PlanTarget) =>
    (within === undefined || target.horizon === within) && (subject === undefined || target.subject === subject);
  return subjects
    .map((each) => ({
      subject: each,
      targets: targets.filter((target) => target.subject === each.key && fits(target)),
    }))
    .filter((group) => group.targets.length > 0);
}
