/** The lights of a plan's targets over all months of a horizon: the ground of the heat map. */
import type { Light } from "@beizeng/db/vocabulary";
import type { LightMap, LightRow } from "../contract/lights.ts";
import type { LightsQuery } from "../contract/questions.ts";
import { worstLight } from "../domain/lights.ts";
import { earlier, later, type Month, monthsFrom } from "../domain/month.ts";
import { firstCounted } from "../plans/additions.ts";
import type { SubjectEntry, TargetEntry } from "../plans/outline.ts";
import type { MonthView, PlanView } from "../plans/view.ts";
import { type Answer, give } from "../problems.ts";
import { planSummary, quotation, subjectSummary } from "./plan-summary.ts";
import { askHorizon, askPlan, knowledgeOf, runningMonth } from "./questions.ts";
import type { Reads } from "./reads.ts";
import { type MonthViews, viewsOf } from "./shortfalls.ts";

/** The judgements of a target at the months in which it counts: none before its first. */
const judged = (month: MonthView, entry: TargetEntry) =>
  month.month < firstCounted(entry) || !month.view.outline.targetByKey.has(entry.row.key)
    ? null
    : month.assessment(entry);

function rowOf(months: readonly MonthView[], subject: SubjectEntry, entries: readonly TargetEntry[]) {
  const lights = months.map((month) => worstLight(entries.flatMap((entry) => judged(month, entry) ?? [])));
  const corrected = months
    .filter((month) => entries.some((entry) => judged(month, entry)?.isCorrected === true))
    .map(({ month }) => month);
  return { subject: subjectSummary(subject), lights, corrected };
}

function rowsOf(months: readonly MonthView[], subject: SubjectEntry, horizon: string): LightRow[] {
  const entries = subject.measures.flatMap(({ targets }) => targets.filter(({ row }) => row.horizon === horizon));
  if (entries.length === 0) return [];
  const whole = { target: null, indicator: null, indicatorName: null, scopeName: null, reading: null };
  return [
    { ...rowOf(months, subject, entries), ...whole },
    ...entries.map((entry) => ({
      ...rowOf(months, subject, [entry]),
      target: entry.row.key,
      indicator: entry.measure.row.indicator.key,
      indicatorName: entry.measure.row.indicator.name,
      scopeName: entry.measure.row.scope?.name ?? null,
      reading: entry.row.reading,
    })),
  ];
}

/** From the first month in which a target of the horizon counts to the last deadline. */
function spanOf({ outline }: PlanView, horizon: string, running: Month): readonly Month[] {
  const entries = outline.targets.filter(({ row }) => row.horizon === horizon);
  const first = entries.map(firstCounted).reduce(earlier);
  const last = entries.map(({ target }) => target.deadline ?? running).reduce(later);
  return monthsFrom(first, last);
}

/** The months of a horizon that have begun, each to be judged for its map. */
export const judgedMonths = (view: PlanView, horizon: string, running: Month): readonly Month[] =>
  spanOf(view, horizon, running).filter((month) => month <= running);

/** How many months of whole years stand before the first light: some targets count from years in which nobody reported. */
export function unlitMonths(
  span: readonly Month[],
  rows: readonly { readonly lights: readonly (Light | null)[] }[],
): number {
  const lit = rows.map(({ lights }) => lights.findIndex((light) => light !== null)).filter((place) => place >= 0);
  const first = span[Math.min(...lit)];
  return first === undefined ? 0 : span.findIndex((month) => month.slice(0, 4) === first.slice(0, 4));
}

/** The lights of a horizon's targets and subjects, month by month up to the running one; `at` knows what is judged already. */
export function lightRows(
  view: PlanView,
  horizon: string,
  running: Month,
  at: MonthViews = viewsOf(view),
): { readonly months: Month[]; readonly rows: LightRow[] } {
  const span = spanOf(view, horizon, running);
  const views = judgedMonths(view, horizon, running).map(at);
  const rows = view.outline.subjects.flatMap((subject) => rowsOf(views, subject, horizon));
  const unlit = unlitMonths(span, rows);
  return {
    months: span.slice(unlit),
    rows: rows.map((row) => ({ ...row, lights: row.lights.slice(unlit) })),
  };
}

/** The answer of GET /api/plans/{plan}/lights. */
export async function readLightMap(reads: Reads, plan: string, query: LightsQuery): Promise<Answer<LightMap>> {
  const asked = await askPlan(reads, plan, knowledgeOf(query));
  if (!asked.ok) return asked;
  const { view } = asked.value;
  const horizon = askHorizon(view.outline, query.horizon);
  if (!horizon.ok) return horizon;
  const running = runningMonth(reads);
  return give({
    plan: planSummary(reads, view.outline),
    quotation: quotation(reads, asked.value, running),
    horizon: horizon.value,
    ...lightRows(view, horizon.value, running),
  });
}
