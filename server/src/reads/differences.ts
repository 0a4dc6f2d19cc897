/** Where the departments' figures and those of the statistics bureau differ. DOMAIN section 8. */
import { findRecordedValues, type RecordedValue } from "@beizeng/db";
import type { Basis } from "@beizeng/db/vocabulary";
import type { Figure } from "../contract/common.ts";
import type { Differences, FigureSource, MeasureDifference } from "../contract/differences.ts";
import type { DifferencesQuery } from "../contract/questions.ts";
import type { FigureField } from "../domain/check-list.ts";
import {
  type ComparedObservations,
  differencesOf,
  type FigureDifference,
  latestCompared,
} from "../domain/differences.ts";
import { divide, fractionOf, multiply, ofScaled } from "../domain/fraction.ts";
import { endOfDay } from "../plans/china-day.ts";
import type { MeasureEntry } from "../plans/outline.ts";
import { noFigure, shownScaled, shownValue } from "../plans/shown-figure.ts";
import { monthView, type PlanView } from "../plans/view.ts";
import { type Answer, give, refuse } from "../problems.ts";
import { peopleOf } from "./people.ts";
import { planSummary } from "./plan-summary.ts";
import { askMonth, askPlan, knowledgeOf } from "./questions.ts";
import type { Reads } from "./reads.ts";
import { targetInWords } from "./target-in-words.ts";

const hundred = fractionOf(100n, 1n);

function shownFigure({ row }: MeasureEntry, each: FigureDifference) {
  const { decimals, unit } = row.indicator;
  const { field, reported, confirmed, difference } = each;
  // A percent of what is itself in percent would be taken for percentage points.
  const hasShare = reported !== 0 && unit.zh !== "%";
  const share = hasShare ? divide(ofScaled(difference, decimals), ofScaled(Math.abs(reported), decimals)) : null;
  // With one place each, so that the column reads as one: −2.2%, −10.0%.
  const percent = share === null ? null : shownValue(multiply(share, hundred), 1);
  return {
    field,
    reported: shownScaled(reported, decimals),
    confirmed: shownScaled(confirmed, decimals),
    difference: shownScaled(difference, decimals),
    percent: percent === null ? noFigure : { ...percent, text: `${percent.text}%` },
  };
}

/** The targets that both bases judge at the month of the figures, and judge otherwise. */
function lightsOf(
  views: { readonly reported: PlanView; readonly confirmed: PlanView },
  entry: MeasureEntry,
  { reported }: ComparedObservations,
): MeasureDifference["lights"] {
  const [theirs, ours] = [monthView(views.reported, reported.month), monthView(views.confirmed, reported.month)];
  return entry.targets.flatMap((target) => {
    const [before, after] = [theirs.assessment(target), ours.assessment(target)];
    return before.light === null || after.light === null || before.light === after.light
      ? []
      : [
          {
            target: target.row.key,
            text: targetInWords(target, before),
            horizon: target.row.horizon,
            reported: before.light,
            confirmed: after.light,
          },
        ];
  });
}

/** What stood in a figure's place before its last correction; null where no correction changed it. */
function formerOf(values: readonly RecordedValue[], field: FigureField, decimals: number): Figure | null {
  const [former, last] = values.slice(-2);
  if (former === undefined || last === undefined || former[field] === last[field]) return null;
  return shownScaled(former[field], decimals);
}

function sourceOf(value: RecordedValue | undefined, nameOf: (account: string) => string): FigureSource {
  if (value === undefined) throw new Error("a figure that stands is not recorded");
  const { reportedBy, knownAt, note, reason } = value;
  return { by: nameOf(reportedBy), acceptedAt: knownAt, note, reason };
}

/** The answer of GET /api/plans/{plan}/differences. */
export async function readDifferences(
  reads: Reads,
  plan: string,
  query: DifferencesQuery,
): Promise<Answer<Differences>> {
  const asked = await askPlan(reads, plan, knowledgeOf(query));
  if (!asked.ok) return asked;
  const { view, knowledge } = asked.value;
  const month = askMonth(reads, view.outline, "month", query.month);
  if (!month.ok) return month;
  const known = await reads.view(plan, { ...knowledge, basis: "statistics" });
  if (known === null) return refuse({ code: "unknown-plan", field: "plan", value: plan, allowed: "" });
  const views = { reported: view, confirmed: known.view };
  const nameOf = await peopleOf(reads);
  const until = knowledge.asKnownOn === null ? {} : { asKnownOn: endOfDay(knowledge.asKnownOn) };
  const valuesOf = async ({ row }: MeasureEntry, basis: Basis, of: string) => {
    const values = await findRecordedValues(reads.store, { measureId: row.id, basis, ...until });
    return values.filter((value) => value.month === of);
  };
  const differences: MeasureDifference[] = [];
  let compared = 0;
  for (const entry of view.outline.measures) {
    const both = latestCompared(view.measure(entry), known.view.measure(entry), month.value);
    if (both === null) continue;
    compared += 1;
    const figures = differencesOf(both);
    if (figures.length === 0) continue;
    const { indicator, scope, key, subject } = entry.row;
    const reported = await valuesOf(entry, "department", both.reported.month);
    const confirmed = await valuesOf(entry, "statistics", both.reported.month);
    differences.push({
      ...{ measure: key, subject, subjectName: entry.subject.row.name },
      ...{ name: indicator.name, scopeName: scope?.name ?? null, unit: indicator.unit },
      reportingUnit: entry.reporting.name,
      month: both.reported.month,
      figures: figures.map((each) => ({
        ...shownFigure(entry, each),
        reportedFormer: formerOf(reported, each.field, indicator.decimals),
        confirmedFormer: formerOf(confirmed, each.field, indicator.decimals),
      })),
      reported: sourceOf(reported.at(-1), nameOf),
      confirmed: sourceOf(confirmed.at(-1), nameOf),
      lights: lightsOf(views, entry, both),
    });
  }
  return give({
    plan: planSummary(reads, view.outline),
    month: month.value,
    asKnownOn: knowledge.asKnownOn,
    isDemonstration: reads.isDemonstration,
    measures: view.outline.measures.length,
    ...{ compared, differences },
  });
}
