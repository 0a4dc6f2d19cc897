/** How each reporting unit stands with each period: on time, late, missing, and where its report is in review. */
import { findExtensions, findSubmissions, type RecordedSubmission } from "@beizeng/db";
import type { Punctuality } from "@beizeng/db/vocabulary";
import type { Reporting } from "../contract/reporting.ts";
import type { Month } from "../domain/month.ts";
import { dayInChina, endOfDay } from "../plans/china-day.ts";
import { type DueDay, dueDaysOf } from "../plans/due-days.ts";
import type { PlanOutline } from "../plans/outline.ts";
import { isAskedAt, periodsUntil } from "../plans/periods.ts";
import { storedMonth } from "../plans/stored.ts";
import type { AskedPlan } from "./questions.ts";
import type { Reads } from "./reads.ts";

/** An instant after all others. */
const endOfTime = endOfDay("9999-12-31");

/** How a unit stands with one period. */
export type ReportingCell = Reporting["units"][number]["cells"][number];

/** On time when first submitted by the due day; missing when that day has passed without. */
function punctualityOf(submittedOn: string | null, due: string, today: string): Punctuality {
  if (submittedOn !== null) return submittedOn <= due ? "on-time" : "late";
  return today > due ? "missing" : "not-yet-due";
}

function cellOf(period: Month, due: DueDay, today: string, report: RecordedSubmission | undefined): ReportingCell {
  const moves = report?.moves ?? [];
  const submitted = moves.find(({ move }) => move === "submit");
  const accepted = moves.findLast(({ move }) => move === "accept");
  const submittedOn = submitted === undefined ? null : dayInChina(submitted.at);
  return {
    period,
    punctuality: punctualityOf(submittedOn, due.dueOn, today),
    state: moves.at(-1)?.toState ?? "open",
    dueOn: due.dueOn,
    extension: due.extension?.reason ?? null,
    submittedOn,
    acceptedOn: accepted === undefined ? null : dayInChina(accepted.at),
    timesReturned: moves.filter(({ move }) => move === "return").length,
  };
}

/** Cells of each reporting unit by key, periods in order. */
export type ReportingRecord = ReadonlyMap<string, readonly ReportingCell[]>;

/** What of a row of the ledger is known at a revision; null for all of it. */
const isKnownAt =
  (asOfRevision: number | null) =>
  ({ revision }: { readonly revision: number }) =>
    asOfRevision === null || revision <= asOfRevision;

/** What the record is read from: of an edition, nothing that came into the ledger later. */
type RecordReads = Pick<Reads, "store" | "today" | "asOfRevision">;

async function readRecord(
  reads: RecordReads,
  outline: PlanOutline,
  asKnownOn: string | null,
): Promise<ReportingRecord> {
  const { calendar, measures, facts } = outline;
  const today = asKnownOn ?? reads.today();
  const periods = periodsUntil(outline, storedMonth(reads.today().slice(0, 7)));
  const [from, until] = [periods[0], periods.at(-1)];
  if (from === undefined || until === undefined) return new Map();
  const known: { asKnownOn?: string } = asKnownOn === null ? {} : { asKnownOn: endOfDay(asKnownOn) };
  const isKnown = isKnownAt(reads.asOfRevision);
  const submissions = (await findSubmissions(reads.store, { planId: facts.id, from, until, ...known })).map(
    (submission) => ({ ...submission, moves: submission.moves.filter(isKnown) }),
  );
  const granted = await findExtensions(reads.store, facts.id);
  const dueDays = dueDaysOf(
    outline,
    granted.filter((each) => isKnown(each) && each.at <= (known.asKnownOn ?? endOfTime)),
  );
  const reports = new Map(
    submissions
      .filter(({ kind }) => kind === "report")
      .map((report) => [`${report.department} ${report.period}`, report]),
  );
  const cell = (unit: string, period: Month) =>
    cellOf(period, dueDays(unit, period), today, reports.get(`${unit} ${period}`));
  const units = new Set(measures.map(({ reporting }) => reporting.key));
  return new Map(
    [...units].map((unit) => {
      const own = measures.filter(({ reporting }) => reporting.key === unit);
      const asked = periods.filter((period) => own.some((measure) => isAskedAt(measure, period, calendar)));
      return [unit, asked.map((period) => cell(unit, period))];
    }),
  );
}

/** Records kept while ledger and day stand still. */
const kept = new WeakMap<PlanOutline, { readonly state: string; readonly record: ReportingRecord }>();

/** The record of every unit that reports a measure of the plan, up to a month. */
export async function reportingOf(
  reads: RecordReads,
  { view, revision, knowledge }: AskedPlan,
  month: Month,
): Promise<ReportingRecord> {
  const { outline } = view;
  const state = `${revision} ${reads.today()}`;
  const known = kept.get(outline);
  const isGood = knowledge.asKnownOn === null && known?.state === state;
  const record = isGood ? known.record : await readRecord(reads, outline, knowledge.asKnownOn);
  if (knowledge.asKnownOn === null) kept.set(outline, { state, record });
  return new Map([...record].map(([unit, cells]) => [unit, cells.filter(({ period }) => period <= month)]));
}

/** How often a unit was on time, late, and missing. */
export function punctualityCounts(cells: readonly ReportingCell[]) {
  const count = (punctuality: Punctuality) => cells.filter((cell) => cell.punctuality === punctuality).length;
  return { onTime: count("on-time"), late: count("late"), missing: count("missing") };
}
