/** How a plan is judged: its rules of lights and its entry calendars, the document's own and those that the office added. */
import { and, asc, eq } from "drizzle-orm";
import { wholeOf } from "../rows.ts";
import { inserting, reading, type Scope } from "../statement.ts";
import type { Reader, Transaction } from "../store.ts";
import type { RuleMode } from "../vocabulary.ts";
import { isKnown } from "./plan-additions.ts";
import type { PlanKnowledge } from "./plan-targets.ts";

/** Who added a rule or calendar, when, why, and by which document. */
type Entered = {
  reason: string;
  document: string | null;
  knownAt: string;
  /** The ledger's. */
  revision: number;
  actor: string;
};

/** How lights are decided from a month on; `entered` is null for the document's own. */
export type BookLightRule = {
  from: string;
  mode: RuleMode;
  tolerancePercent: number;
  isInclusive: boolean;
  entered: Entered | null;
};

/** A monthly table of the batch curve from a month on, null for the document's own, which holds from the beginning. */
export type BookEntryCalendar = {
  from: string | null;
  monthlyPercent: number[];
  yearWeights: Record<string, number> | null;
  entered: Entered | null;
};

type OfPlan = { planId: number } & PlanKnowledge;

function enteredColumns({ planEdits }: Scope<unknown>["t"]) {
  const { reason, document, knownAt, revision, actor } = planEdits;
  return { reason, document, knownAt, revision, actor };
}

const ruleRows = reading(({ select, t, p }: Scope<OfPlan>) => {
  const { planId, fromMonth, mode, tolerancePercent, isInclusive, editId, id } = t.lightRules;
  return select({ from: fromMonth, mode, tolerancePercent, isInclusive, ...enteredColumns(t) })
    .from(t.lightRules)
    .leftJoin(t.planEdits, eq(t.planEdits.id, editId))
    .where(and(eq(planId, p.planId), isKnown(t, editId, p)))
    .orderBy(asc(fromMonth), asc(id));
});

const calendarRows = reading(({ select, t, p }: Scope<OfPlan>) => {
  const { planId, fromMonth, monthlyPercent, yearWeights, editId, id } = t.entryCalendars;
  return select({ from: fromMonth, monthlyPercent, yearWeights, ...enteredColumns(t) })
    .from(t.entryCalendars)
    .leftJoin(t.planEdits, eq(t.planEdits.id, editId))
    .where(and(eq(planId, p.planId), isKnown(t, editId, p)))
    .orderBy(asc(id));
});

type EnteredColumns = { [Name in keyof Entered]: Entered[Name] | null };

function enteredOf({ document, ...columns }: EnteredColumns): Entered | null {
  const entered = wholeOf(columns);
  return entered && { ...entered, document };
}

/** A plan's known rules of lights, ascending by month; of several from one month the last entered comes last and holds. */
export async function findLightRules(reader: Reader, given: OfPlan): Promise<BookLightRule[]> {
  const rows = await reader.all(ruleRows, given);
  return rows.map(({ from, mode, tolerancePercent, isInclusive, ...row }) => ({
    ...{ from, mode, tolerancePercent, isInclusive },
    entered: enteredOf(row),
  }));
}

/** A plan's known entry calendars in the order of entry; of several from one month the last holds. */
export async function findEntryCalendars(reader: Reader, given: OfPlan): Promise<BookEntryCalendar[]> {
  const rows = await reader.all(calendarRows, given);
  return rows.map(({ from, monthlyPercent, yearWeights, ...row }) => ({
    ...{ from, monthlyPercent, yearWeights },
    entered: enteredOf(row),
  }));
}

const ruleInsertion = inserting("lightRules");
const calendarInsertion = inserting("entryCalendars");

/** Where a rule or calendar goes, and by which addition it came in; null for the document's own. */
export type JudgingPlace = { planId: number; editId: number | null };

/** Appends a rule of lights; earlier ones stay, and months before `from` are judged by them. */
export async function insertLightRule(
  transaction: Transaction,
  place: JudgingPlace,
  { from, mode, tolerancePercent, isInclusive }: Omit<BookLightRule, "entered">,
): Promise<void> {
  await transaction.all(ruleInsertion, { ...place, fromMonth: from, mode, tolerancePercent, isInclusive });
}

/** Appends an entry calendar; earlier ones stay, and the schedule of months before `from` is made by them. */
export async function insertEntryCalendar(
  transaction: Transaction,
  place: JudgingPlace,
  { from, monthlyPercent, yearWeights }: Omit<BookEntryCalendar, "entered">,
): Promise<void> {
  await transaction.all(calendarInsertion, { ...place, fromMonth: from, monthlyPercent, yearWeights });
}
