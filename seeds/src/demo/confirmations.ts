/** What the statistics bureau confirms beside the departments' figures: some measures each quarter, others at the year's end. */
import type { ReportLine } from "@beizeng/server/actions/report-lines.ts";
import { type Month, monthOfYear } from "@beizeng/server/domain/month.ts";
import type { ExpandedPlan } from "../expanded-plan.ts";
import { wholeBetween } from "./accident.ts";
import { baseOf, type Figures } from "./followed-measure.ts";
import type { InventedMeasure } from "./invented-series.ts";
import { lineOf, reportedFigures } from "./lines.ts";
import { addDays, dayAfter, instantOf, officeDay } from "./office-hours.ts";
import { reviewerOf, statisticianOf } from "./people.ts";
import { accept, told } from "./regular-reports.ts";
import type { Step } from "./script.ts";
import type { Confirmation, Misreport, Scenario } from "./story.ts";
import { wordsOnWarnings } from "./words-on-warnings.ts";

/** Days of the month after the period, when the departments' reports are in. */
const days = { first: 18, last: 22 };

/** A paper of the bureau: one unit's figures of one period. */
interface Paper {
  readonly slip: string;
  readonly department: string;
  readonly period: Month;
  readonly lines: ReportLine[];
}

/** The steps in which the statistics bureau confirms figures of a plan, in no order. */
export function confirmations(
  plan: ExpandedPlan,
  scenario: Scenario,
  invented: readonly InventedMeasure[],
  periods: readonly Month[],
): Step[] {
  const papers = new Map<string, Paper>();
  for (const confirmation of scenario.confirmations) {
    const measure = invented.find(({ followed }) => followed.measure.key === confirmation.measure);
    if (measure === undefined) throw new Error(`${plan.id} has no measure ${confirmation.measure}`);
    const department = measure.followed.measure.reporting;
    const asked = periods.filter((period) => monthOfYear(period) % (confirmation.each === "quarter" ? 3 : 12) === 0);
    const slipOf = (period: Month) => `${plan.id}/${department}/${period}/statistics`;
    const known = (period: Month) =>
      scenario.misreports.filter(({ correctedOn }) => dayOf(slipOf(period), period) < correctedOn);
    for (const [period, line] of linesOf(measure, confirmation, asked, known)) {
      const slip = slipOf(period);
      const paper = papers.get(slip) ?? { slip, department, period, lines: [] };
      paper.lines.push(line);
      papers.set(slip, paper);
    }
  }
  return [...papers.values()].flatMap((paper) => stepsOf(plan, paper));
}

const dayOf = (slip: string, period: Month) => dayAfter(period, wholeBetween(days.first, days.last, slip));

function stepsOf(plan: ExpandedPlan, { slip, department, period, lines }: Paper): Step[] {
  const day = dayOf(slip, period);
  return [
    {
      kind: "submit",
      at: instantOf(day, wholeBetween(0, 170, slip, "handed in")),
      actor: statisticianOf(plan),
      slip,
      plan: plan.id,
      department,
      period,
      lines,
      basis: "statistics",
    },
    accept(slip, officeDay(addDays(day, 1)), reviewerOf(plan)),
  ];
}

/** The lines of a measure by period; what differs from the department's figure of that day says why. */
function linesOf(
  measure: InventedMeasure,
  { share, reason }: Confirmation,
  periods: readonly Month[],
  misreportsOn: (period: Month) => readonly Misreport[],
): Map<Month, ReportLine> {
  const figures = new Map(
    periods.map((period) => [period, confirmedFigures(measure, measure.series.get(period) ?? {}, share ?? 1)]),
  );
  const words = wordsOnWarnings(measure.followed, figures);
  return new Map(
    [...figures].map(([period, confirmed]) => {
      const reported = reportedFigures(measure, period, misreportsOn(period));
      const differs = JSON.stringify(reported) !== JSON.stringify({ ...reported, ...confirmed });
      const word = differs && reason !== undefined ? told(reason) : (words.get(period) ?? null);
      return [period, lineOf(measure, confirmed, word)];
    }),
  );
}

/** A part of the entries is confirmed; exits stand as they are, and the stock follows. */
function confirmedFigures({ followed }: InventedMeasure, { entries, exits, stock }: Figures, share: number): Figures {
  const base = baseOf(followed) ?? 0;
  const counted = entries === undefined ? undefined : Math.floor(entries * share);
  const known = {
    entries: counted,
    exits,
    stock:
      stock === undefined
        ? undefined
        : counted === undefined || entries === undefined
          ? base + Math.floor((stock - base) * share)
          : stock - entries + counted,
  };
  return Object.fromEntries(Object.entries(known).filter(([, figure]) => figure !== undefined));
}
