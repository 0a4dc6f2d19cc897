/** The flat list of a briefing: one row a target and month, all horizons of the plan, for those who pivot. */
import type { PlanBook } from "@beizeng/db";
import type { Basis } from "@beizeng/db/vocabulary";
import type { FlatFigure } from "../contract/briefing.ts";
import { achievedText } from "../domain/figures.ts";
import { ofDecimal, zero } from "../domain/fraction.ts";
import type { Month } from "../domain/month.ts";
import { readingWords } from "../domain/words.ts";
import { firstCounted } from "../plans/additions.ts";
import { outlineOf, type TargetEntry } from "../plans/outline.ts";
import { periodsUntil } from "../plans/periods.ts";
import { shownBeside, shownDecimal, shownShare, shownShort } from "../plans/shown-figure.ts";
import { type MonthView, monthView, type PlanView, planView, type Standing } from "../plans/view.ts";
import { lightWordOf } from "./briefing-targets.ts";

function flatFigure(month: MonthView, entry: TargetEntry): FlatFigure {
  const { row, measure } = entry;
  const { facts } = month.view.outline;
  const assessed = month.assessment(entry);
  const { achieved, decimals } = assessed;
  return {
    plan: facts.key,
    planTitle: facts.title,
    place: facts.jurisdiction.name,
    subjectKind: measure.subject.row.kind,
    subject: measure.subject.row.name,
    clause: row.clause,
    indicator: measure.row.indicator.key,
    indicatorName: measure.row.indicator.name,
    scopeName: measure.row.scope?.name ?? null,
    reading: row.reading,
    readingWord: readingWords[row.reading],
    target: row.key,
    horizon: row.horizon,
    month: month.month,
    basis: month.view.basis,
    unit: assessed.unit,
    targetValue: shownDecimal(assessed.targetValue),
    achieved: shownBeside(achieved, ofDecimal(assessed.targetValue), decimals),
    achievedText: achievedText(assessed, month.view.basis),
    dataMonth: assessed.judgedMonth,
    expected: shownShort(assessed.expected, achieved ?? zero, decimals),
    gap: shownShort(assessed.gap, zero, decimals),
    completion: shownShare(assessed.completion),
    light: assessed.light,
    lightWord: lightWordOf(month, entry),
    isCorrected: assessed.isCorrected,
    reportingUnit: measure.reporting.name,
  };
}

/** What the flat list is reckoned from, as mere values that another thread can be given. */
export interface FlatSource {
  readonly book: PlanBook;
  readonly standing: Standing;
  readonly basis: Basis;
  readonly month: Month;
}

/** The source of a view's flat list. */
export const flatSourceOf = ({ outline, standing, basis }: PlanView, month: Month): FlatSource => ({
  ...{ book: outline.book, standing, basis, month },
});

/** Every target at each period's end up to the month and at the month itself, from the first month in which it counts. */
export function flatOf({ book, standing, basis, month }: FlatSource): FlatFigure[] {
  const view = planView(outlineOf(book), standing, basis);
  const months = [...new Set([...periodsUntil(view.outline, month), month])];
  return months
    .map((each) => monthView(view, each))
    .flatMap((each) =>
      each.view.outline.targets
        .filter((entry) => firstCounted(entry) <= each.month)
        .map((entry) => flatFigure(each, entry)),
    );
}
