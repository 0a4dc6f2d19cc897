/** How each reporting unit stands with each period: on time, late, missing, and where its report is in review. */
import { findSubmissions, type RecordedSubmission } from "@beizeng/db";
import type { Punctuality } from "@beizeng/db/vocabulary";
import type { Reporting } from "../contract/reporting.ts";
import type { Month } from "../domain/month.ts";
import { dayInChina, endOfDay } from "../plans/china-day.ts";
import type { PlanOutline } from "../plans/outline.ts";
import { dueOn, isAskedAt, periodsUntil } from "../plans/periods.ts";
import type { Knowledge, Reads } from "./reads.ts";

/** How a unit stands with one period. */
export type ReportingCell = Reporting["units"][number]["cells"][number];

/** On time when first submitted by the due day; missing when that day has passed without. */
function punctualityOf(submittedOn: string | null, due: string, today: string): Punctuality {
  if (submittedOn !== null) return submittedOn <= due ? "on-time" : "late";
  return today > due ? "missing" : "not-yet-due";
}

function cellOf(period: Month, due: string, today: string, report: RecordedSubmission | undefined): ReportingCell {
  const moves = report?.moves ?? [];
  const submitted = moves.find(({ move }) => move === "submit");
  const accepted = moves.findLast(({ move }) => move === "accept");
  const submittedOn = submitted === undefined ? null : dayInChina(submitted.at);
  return {
    period,
    punctuality: punctualityOf(submittedOn, due, today),
    state: moves.at(-1)?.toState ?? "open",
    dueOn: due,
    submittedOn,
    acceptedOn: accepted === undefined ? null : dayInChina(accepted.at),
    timesReturned: moves.filter(({ move }) => move === "return").length,
  };
}

/** The cells of every unit that reports a measure of the plan, by key, periods in order up to the month. */
export async function reportingOf(
  reads: Pick<Reads, "store" | "today">,
  outline: PlanOutline,
  month: Month,
  { asKnownOn }: Pick<Knowledge, "asKnownOn">,
): Promise<Map<string, ReportingCell[]>> {
  const { calendar, measures, facts } = outline;
  const periods = periodsUntil(outline, month);
  const [from, until] = [periods[0], periods.at(-1)];
  if (from === undefined || until === undefined) return new Map();
  const known = asKnownOn === null ? {} : { asKnownOn: endOfDay(asKnownOn) };
  const submissions = await findSubmissions(reads.store, { planId: facts.id, from, until, ...known });
  const reports = new Map(
    submissions
      .filter(({ kind }) => kind === "report")
      .map((report) => [`${report.department} ${report.period}`, report]),
  );
  const today = asKnownOn ?? reads.today();
  const units = new Set(measures.map(({ reporting }) => reporting.key));
  return new Map(
    [...units].map((unit) => {
      const own = measures.filter(({ reporting }) => reporting.key === unit);
      const asked = periods.filter((period) => own.some((measure) => isAskedAt(measure, period, calendar)));
      return [
        unit,
        asked.map((period) => cellOf(period, dueOn(period, calendar), today, reports.get(`${unit} ${period}`))),
      ];
    }),
  );
}

/** How often a unit was on time, late, and missing. */
export function punctualityCounts(cells: readonly ReportingCell[]) {
  const count = (punctuality: Punctuality) => cells.filter((cell) => cell.punctuality === punctuality).length;
  return { onTime: count("on-time"), late: count("late"), missing: count("missing") };
}
