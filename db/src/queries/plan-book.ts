import type { Reader } from "../store.ts";
import { endOfTime, lastRevision } from "../texts.ts";
import { type BookAppraisalRule, findAppraisalRules } from "./appraisal-rules.ts";
import { type BookDepartment, findPlanDepartments } from "./departments.ts";
import { type BookEntryCalendar, type BookLightRule, findEntryCalendars, findLightRules } from "./judging.ts";
import { type BookMeasure, findPlanMeasures } from "./plan-measures.ts";
import { type BookSubject, findPlanSubjects } from "./plan-subjects.ts";
import { type BookTarget, findPlanTargets } from "./plan-targets.ts";
import { findPlan, type PlanFacts } from "./plans.ts";

/** A plan with all that it says; every list in the order of the document, references by key. */
export type PlanBook = {
  plan: PlanFacts;
  departments: BookDepartment[];
  subjects: BookSubject[];
  measures: BookMeasure[];
  targets: BookTarget[];
  /** Ascending by month, of one month in the order of entry; empty: the house rule. */
  lightRules: BookLightRule[];
  /** The plan's own batch tables in the order of entry; empty: the house table. */
  entryCalendars: BookEntryCalendar[];
  /** How units are appraised (季考评), ascending by month; empty where the office set nothing. */
  appraisalRules: BookAppraisalRule[];
};

/**
 * A plan by key with everything in it, null when there is none. With `asKnownOn` (ISO UTC instant) the targets have the
 * values that were known then, with `asOfRevision` those of a revision of the ledger; what was added later, rules and
 * calendars too, is not there.
 */
export async function findPlanBook(
  reader: Reader,
  key: string,
  asKnownOn = endOfTime,
  asOfRevision = lastRevision,
): Promise<PlanBook | null> {
  const plan = await findPlan(reader, key);
  if (plan === null) return null;
  const planId = plan.id;
  const knowledge = { asKnownOn, asOfRevision };
  return {
    plan,
    departments: await findPlanDepartments(reader, planId),
    subjects: await findPlanSubjects(reader, planId, knowledge),
    measures: await findPlanMeasures(reader, planId, knowledge),
    targets: await findPlanTargets(reader, planId, knowledge),
    lightRules: await findLightRules(reader, { planId, ...knowledge }),
    entryCalendars: await findEntryCalendars(reader, { planId, ...knowledge }),
    appraisalRules: await findAppraisalRules(reader, { planId, ...knowledge }),
  };
}
