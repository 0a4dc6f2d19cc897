/** The base values (基期值) that growths are counted from, reported once, early in the year after. */
import { addMonths, type Month } from "@beizeng/server/domain/month.ts";
import type { ExpandedPlan } from "../expanded-plan.ts";
import { wholeBetween } from "./accident.ts";
import { reportedBase } from "./followed-measure.ts";
import type { InventedMeasure } from "./invented-series.ts";
import { lineOf } from "./lines.ts";
import { addDays, dayAfter, instantOf, officeDay } from "./office-hours.ts";
import { reporterOf, reviewerOf } from "./people.ts";
import { accept } from "./regular-reports.ts";
import type { Step } from "./script.ts";

/** Days of the second month after the base in which its values come in, when the year's figures are settled. */
const days = { first: 15, last: 25 };

/** The steps in which the departments of a plan report its bases, in no order. */
export function baseReports(plan: ExpandedPlan, invented: readonly InventedMeasure[]): Step[] {
  const papers = new Map<string, { department: string; period: Month; lines: ReturnType<typeof lineOf>[] }>();
  for (const measure of invented) {
    for (const [period, figures] of reportedBase(measure.followed)) {
      const department = measure.followed.measure.reporting;
      const slip = `${plan.id}/${department}/${period}/base`;
      const paper = papers.get(slip) ?? { department, period, lines: [] };
      paper.lines.push(lineOf(measure, figures, null));
      papers.set(slip, paper);
    }
  }
  return [...papers].flatMap(([slip, { department, period, lines }]): Step[] => {
    const day = dayAfter(addMonths(period, 1), wholeBetween(days.first, days.last, slip, "day"));
    const actor = reporterOf(plan, department);
    const paper = { plan: plan.id, department, period, lines, basis: "department" as const };
    return [
      { kind: "submit", at: instantOf(day, wholeBetween(0, 170, slip, "handed in")), actor, slip, ...paper },
      accept(slip, officeDay(addDays(day, 1)), reviewerOf(plan)),
    ];
  });
}
