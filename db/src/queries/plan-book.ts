import { asc, eq } from "drizzle-orm";
import { reading, type Scope } from "../statement.ts";
import type { Reader } from "../store.ts";
import { endOfTime, lastRevision } from "../texts.ts";
import type { RuleMode } from "../vocabulary.ts";
import { type BookDepartment, findPlanDepartments } from "./departments.ts";
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
  /** Ascending by month; empty: the house rule. */
  lightRules: { from: string; mode: RuleMode; tolerancePercent: number; isInclusive: boolean }[];
  /** The plan's own batch table; null: the house table. */
  entryCalendar: { monthlyPercent: number[]; yearWeights: Record<string, number> | null } | null;
};

type OfPlan = { planId: number };

const ruleRows = reading(({ select, t, p }: Scope<OfPlan>) => {
  const { fromMonth, mode, tolerancePercent, isInclusive } = t.lightRules;
  return select({ from: fromMonth, mode, tolerancePercent, isInclusive })
    .from(t.lightRules)
    .where(eq(t.lightRules.planId, p.planId))
    .orderBy(asc(fromMonth));
});

const calendarRow = reading(({ select, t, p }: Scope<OfPlan>) =>
  select({ monthlyPercent: t.entryCalendars.monthlyPercent, yearWeights: t.entryCalendars.yearWeights })
    .from(t.entryCalendars)
    .where(eq(t.entryCalendars.planId, p.planId)),
);

/**
 * A plan by key with everything in it, null when there is none. With `asKnownOn` (ISO UTC instant) the targets have the
 * values that were known then, with `asOfRevision` those of a revision of the ledger; what was added later is not there.
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
  const [calendar] = await reader.all(calendarRow, { planId });
  return {
    plan,
    departments: await findPlanDepartments(reader, planId),
    subjects: await findPlanSubjects(reader, planId, { asKnownOn, asOfRevision }),
    measures: await findPlanMeasures(reader, planId, { asKnownOn, asOfRevision }),
    targets: await findPlanTargets(reader, planId, { asKnownOn, asOfRevision }),
    lightRules: await reader.all(ruleRows, { planId }),
    entryCalendar: calendar ?? null,
  };
}
