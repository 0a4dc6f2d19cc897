/** The targets of a horizon over many months. */
import type { TrendQuery } from "../contract/questions.ts";
import type { Trend } from "../contract/subject.ts";
import { earlier, type Month, monthsFrom } from "../domain/month.ts";
import { firstCounted } from "../plans/additions.ts";
import type { PlanOutline, TargetEntry } from "../plans/outline.ts";
import { shownDecimal } from "../plans/shown-figure.ts";
import { type MonthView, monthView } from "../plans/view.ts";
import { type Answer, give, refuse } from "../problems.ts";
import { trendPoint } from "./history.ts";
import { planSummary, quotation } from "./plan-summary.ts";
import { askHorizon, askIndicator, askMonth, askPlan, askSubject, knowledgeOf } from "./questions.ts";
import type { Reads } from "./reads.ts";

/** First and last month of the question, in order and both within the plan. */
function askMonths(reads: Reads, outline: PlanOutline, query: TrendQuery): Answer<{ from: Month; to: Month }> {
  const from = askMonth(reads, outline, "from", query.from);
  if (!from.ok) return from;
  const to = askMonth(reads, outline, "to", query.to);
  if (!to.ok) return to;
  if (to.value < from.value) {
    return refuse({ code: "months-reversed", field: "to", value: query.to, allowed: query.from });
  }
  return give({ from: from.value, to: to.value });
}

/** The targets that fit the question; every name in it must be one of the plan's. */
function askTargets(outline: PlanOutline, query: TrendQuery): Answer<readonly TargetEntry[]> {
  const horizon = askHorizon(outline, query.horizon);
  if (!horizon.ok) return horizon;
  const indicator = askIndicator(outline, query.indicator);
  if (!indicator.ok) return indicator;
  for (const key of query.subject ?? []) {
    const subject = askSubject(outline, key);
    if (!subject.ok) return subject;
  }
  return give(
    outline.targets.filter(
      ({ row, measure }) =>
        row.horizon === query.horizon &&
        (query.indicator === undefined || measure.row.indicator.key === query.indicator) &&
        (query.reading === undefined || row.reading === query.reading) &&
        (query.subject === undefined || query.subject.includes(measure.row.subject)),
    ),
  );
}

function seriesOf(months: readonly MonthView[], last: MonthView, entry: TargetEntry): Trend["series"][number] {
  const { row, scope, subject } = { ...entry, scope: entry.measure.row.scope, subject: entry.measure.subject.row };
  const { indicator } = entry.measure.row;
  const assessed = last.assessment(entry);
  const { deadline } = entry.target;
  const first = firstCounted(entry);
  const until = deadline === null ? last.month : earlier(last.month, deadline);
  const name =
    scope === null
      ? indicator.name
      : { zh: `${indicator.name.zh}（${scope.name.zh}）`, en: `${indicator.name.en} (${scope.name.en})` };
  return {
    target: row.key,
    subject: subject.key,
    name: { zh: `${subject.name.zh} · ${name.zh}`, en: `${subject.name.en} · ${name.en}` },
    unit: assessed.unit,
    targetValue: shownDecimal(assessed.targetValue),
    points: months.filter(({ month }) => month >= first && month <= until).map((month) => trendPoint(month, entry)),
  };
}

/** The answer of GET /api/plans/{plan}/trend; a target has points from the month after its origin to its deadline. */
export async function readTrend(reads: Reads, plan: string, query: TrendQuery): Promise<Answer<Trend>> {
  const knowledge = knowledgeOf(query);
  const asked = await askPlan(reads, plan, knowledge);
  if (!asked.ok) return asked;
  const { view } = asked.value;
  const months = askMonths(reads, view.outline, query);
  if (!months.ok) return months;
  const targets = askTargets(view.outline, query);
  if (!targets.ok) return targets;
  const { from, to } = months.value;
  const views = monthsFrom(from, to).map((month) => monthView(view, month));
  const last = views.at(-1) ?? monthView(view, to);
  const isCounted = ({ row }: TargetEntry) => last.view.outline.targetByKey.has(row.key);
  return give({
    plan: planSummary(reads, view.outline),
    quotation: quotation(reads, asked.value, to),
    from,
    to,
    series: targets.value.filter(isCounted).map((entry) => seriesOf(views, last, entry)),
  });
}
