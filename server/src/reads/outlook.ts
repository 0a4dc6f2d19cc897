/** Whether a plan's overall goals will be met as things go. DOMAIN section 7. */
import type { Outlook, Prospect } from "../contract/outlook.ts";
import type { ProgressQuery } from "../contract/questions.ts";
import { ofDecimal, zero } from "../domain/fraction.ts";
import { outlookInWords } from "../domain/month-sentences.ts";
import { quantityInWords } from "../domain/quantity.ts";
import type { TargetEntry } from "../plans/outline.ts";
import { shownBeside, shownDecimal } from "../plans/shown-figure.ts";
import { type MonthView, monthView } from "../plans/view.ts";
import { type Answer, give } from "../problems.ts";
import { foreseen, shownProjection } from "./forecast.ts";
import { distanceUnit, indicatorInWords } from "./named-target.ts";
import { planSummary, quotation, subjectSummary } from "./plan-summary.ts";
import { askPlanMonthHorizon } from "./questions.ts";
import type { Reads } from "./reads.ts";
import { targetInWords } from "./target-in-words.ts";

function prospectOf(month: MonthView, entry: TargetEntry): Prospect {
  const assessed = month.assessment(entry);
  const answer = foreseen(month, entry);
  const { row, measure } = entry;
  return {
    target: row.key,
    subject: subjectSummary(measure.subject),
    indicatorName: measure.row.indicator.name,
    scopeName: measure.row.scope?.name ?? null,
    reading: row.reading,
    unit: assessed.unit,
    targetText: targetInWords(entry, assessed),
    targetValue: shownDecimal(assessed.targetValue),
    achieved: shownBeside(assessed.achieved, ofDecimal(assessed.targetValue), assessed.decimals),
    remaining: shownBeside(assessed.remaining, zero, assessed.decimals),
    forecast: answer.ok ? shownProjection(month, entry, answer.value) : null,
    refusal: answer.ok ? null : answer.reason,
  };
}

/** The least likely first; what is not projected last, in the order of the document. */
const leastLikelyFirst = (left: Prospect, right: Prospect) =>
  (left.forecast?.probability.value ?? 2) - (right.forecast?.probability.value ?? 2);

/** The answer of GET /api/plans/{plan}/outlook. */
export async function readOutlook(reads: Reads, plan: string, query: ProgressQuery): Promise<Answer<Outlook>> {
  const asked = await askPlanMonthHorizon(reads, plan, query);
  if (!asked.ok) return asked;
  const { view, horizon } = asked.value;
  const month = monthView(view, asked.value.month);
  const entries = month.view.outline.targets.filter(
    ({ row, measure }) => row.horizon === horizon && measure.subject.row.kind === "headline",
  );
  const prospects = entries.map((entry) => prospectOf(month, entry));
  const told = entries.flatMap((entry, place) => {
    const prospect = prospects[place];
    if (!prospect?.forecast) return [];
    const { probability, pace } = prospect.forecast;
    return [
      {
        indicator: indicatorInWords(entry),
        probability: { value: probability.value ?? 0, text: probability.text },
        pace: quantityInWords(pace.text, distanceUnit(prospect.unit)),
      },
    ];
  });
  return give({
    plan: planSummary(reads, view.outline),
    quotation: quotation(reads, asked.value, month.month),
    horizon,
    prospects: prospects.toSorted(leastLikelyFirst),
    sentence: outlookInWords(told),
  });
}
