/** The reports of every period: handed in, some sent back and handed in again, accepted. */
import type { Actor } from "@beizeng/server/actions/actor.ts";
import type { ReportLine } from "@beizeng/server/actions/report-lines.ts";
import type { Month } from "@beizeng/server/domain/month.ts";
import type { ExpandedPlan } from "../expanded-plan.ts";
import { wholeBetween } from "./accident.ts";
import { appraisalLines } from "./appraisal-story.ts";
import { lastPeriod } from "./clock.ts";
import { departmentLines } from "./department-lines.ts";
import type { InventedMeasure } from "./invented-series.ts";
import { addDays, dayAfter, firstDayAfter, instantOf, officeDay } from "./office-hours.ts";
import { reporterOf, reviewerOf } from "./people.ts";
import type { Step } from "./script.ts";
import type { Conduct, Scenario } from "./story.ts";

/** Days of the month on which reports come in: before the due day, or after it. */
const lastDayInTime = 8;
const lateDays = { first: 12, last: 16 };

/** Minutes of an office day in which papers are handed in, and in which they are reviewed. */
const morning = { first: 0, last: 170 };
const afternoon = { first: 300, last: 470 };

/** The steps of a plan's regular reports, in no order. */
export function regularReports(
  plan: ExpandedPlan,
  scenario: Scenario,
  invented: readonly InventedMeasure[],
  periods: readonly Month[],
): Step[] {
  const reporters = new Set(plan.measures.map(({ reporting }) => reporting));
  for (const department of Object.keys(scenario.departments)) {
    if (!reporters.has(department)) throw new Error(`${department} reports nothing of ${plan.id}`);
  }
  return [...reporters].flatMap((department) => {
    const conduct = scenario.departments[department] ?? {};
    const measures = invented.filter(({ followed }) => followed.measure.reporting === department);
    const reported = periods.filter((period) => !isMissed(conduct, period));
    const papers = departmentLines(department, measures, reported, scenario.misreports);
    return [...papers].flatMap(([period, usual]) => {
      const lines = [...usual, ...appraisalLines(plan, scenario.appraisal, department, period)];
      return stepsOfReport({ plan, department, period, conduct, lines });
    });
  });
}

/** A department's paper for a period, with how the department gets on. */
type Report = {
  readonly plan: ExpandedPlan;
  readonly department: string;
  readonly period: Month;
  readonly conduct: Conduct;
  readonly lines: readonly ReportLine[];
};

function isMissed(conduct: Conduct, period: Month): boolean {
  return conduct.misses?.includes(period) === true || (conduct.last === "missing" && period === lastPeriod);
}

function stepsOfReport({ plan, department, period, conduct, lines }: Report): Step[] {
  const slip = `${plan.id}/${department}/${period}`;
  const reporter = reporterOf(plan, department);
  const reviewer = reviewerOf(plan);
  const paper = { plan: plan.id, department, period };
  const submit = (day: string, submitted: readonly ReportLine[]): Step => ({
    kind: "submit",
    at: handedIn(slip, day),
    actor: reporter,
    slip,
    ...paper,
    lines: submitted,
    basis: "department",
  });
  const day = submissionDay(slip, period, conduct);
  const reviewDay = officeDay(addDays(day, wholeBetween(1, period === lastPeriod ? 1 : 2, slip, "review")));
  const reason = conduct.returned?.[period];
  const last = period === lastPeriod ? conduct.last : undefined;
  if (reason === undefined) {
    return [submit(day, lines), ...(last === "submitted" ? [] : [accept(slip, reviewDay, reviewer)])];
  }
  const sentBack: Step = { kind: "return", at: reviewed(slip, reviewDay), actor: reviewer, slip, reason: told(reason) };
  const first = [submit(day, withMistake(lines)), sentBack];
  if (last === "returned") return first;
  const again = officeDay(addDays(reviewDay, 1));
  return [...first, submit(again, lines), accept(slip, officeDay(addDays(again, 1)), reviewer)];
}

function submissionDay(slip: string, period: Month, { isLate }: Conduct): string {
  const first = firstDayAfter(period);
  return isLate === true
    ? dayAfter(period, wholeBetween(lateDays.first, lateDays.last, slip, "day"))
    : dayAfter(period, wholeBetween(first, Math.max(first, lastDayInTime), slip, "day"));
}

function handedIn(slip: string, day: string): string {
  return instantOf(day, wholeBetween(morning.first, morning.last, slip, "handed in", day));
}

function reviewed(slip: string, day: string): string {
  return instantOf(day, wholeBetween(afternoon.first, afternoon.last, slip, "reviewed", day));
}

/** The acceptance of a paper on a day. */
export function accept(slip: string, day: string, reviewer: Actor): Step {
  return { kind: "accept", at: reviewed(slip, day), actor: reviewer, slip };
}

/** An invented reason, marked as such. */
export function told(reason: string): string {
  return `演示：${reason}`;
}

/** The lines with the first typed count or amount one too high: what the reviewer sends back. */
function withMistake(lines: readonly ReportLine[]): readonly ReportLine[] {
  const place = lines.findIndex(({ entries, stock }) => entries !== undefined && stock === undefined);
  return lines.map((line, index) =>
    index === place && line.entries !== undefined ? { ...line, entries: String(Number(line.entries) + 1) } : line,
  );
}
