/**
 * How headline targets stand month by month, kept beside the ledger so that one question about all places reads one row
 * of each. Rows reach to the running month, of a target with a deadline to that; they are what `monthView` answers.
 */
import { findHeadlineRow, type HeadlineRow, type Reader, type Transaction, updateHeadlineRow } from "@beizeng/db";
import type { Basis, Comparator } from "@beizeng/db/vocabulary";
import { ofDecimal, zero } from "../domain/fraction.ts";
import { earlier, type Month, monthsFrom } from "../domain/month.ts";
import { firstCounted } from "./additions.ts";
import type { PlanOutline, TargetEntry } from "./outline.ts";
import { type Figure, shownBeside, shownDecimal, shownShare, shownShort } from "./shown-figure.ts";
import { type MonthView, monthView, type PlanView } from "./view.ts";

/**
 * One place's headline target in a month, as the answer about all places gives it. Rows are kept as they are sent: whoever
 * changes what they say empties the table by a migration, so that they are derived anew.
 */
export interface ShownHeadline {
  readonly plan: string;
  readonly place: { readonly zh: string; readonly en: string };
  readonly target: string;
  readonly achieved: Figure;
  readonly targetValue: Figure;
  readonly expected: Figure;
  readonly completion: Figure;
  readonly light: string | null;
  readonly partsReported: number | null;
  readonly parts: number | null;
  readonly gap: Figure;
  /** Said only where they are so: rows are many, and mostly none of it. */
  readonly comparator?: Comparator;
  readonly stretch?: Figure;
  readonly carriedFrom?: string;
  readonly isCorrected?: true;
}

/** The headline targets of a plan. */
export function headlineTargets({ targets }: PlanOutline): readonly TargetEntry[] {
  return targets.filter(({ measure }) => measure.subject.row.kind === "headline");
}

/** What a bare number does not say by itself. */
const signed: ReadonlySet<Comparator> = new Set([">", "<", "<="]);

/** A headline target at the view's month. */
export function shownHeadline(month: MonthView, entry: TargetEntry): ShownHeadline {
  const { facts } = month.view.outline;
  const assessed = month.assessment(entry);
  const { targetValue, stretch, achieved, expected, decimals, completion, light, rollUp } = assessed;
  const { comparator } = entry.row;
  return {
    plan: facts.key,
    place: facts.jurisdiction.name,
    target: entry.row.key,
    achieved: shownBeside(achieved, ofDecimal(targetValue), decimals),
    targetValue: shownDecimal(targetValue),
    expected: shownShort(expected, achieved ?? zero, decimals),
    completion: shownShare(completion),
    light,
    partsReported: rollUp?.partsReported ?? null,
    parts: rollUp?.parts ?? null,
    gap: shownShort(assessed.gap, zero, decimals),
    ...(signed.has(comparator) && { comparator }),
    ...(stretch !== null && { stretch: shownDecimal(stretch) }),
    ...(assessed.isCarriedForward && assessed.judgedMonth !== null && { carriedFrom: assessed.judgedMonth }),
    ...(assessed.isCorrected && { isCorrected: true }),
  };
}

/** The months for which a target has rows: from the first that it counts in to the running month, or to its deadline. */
export function headlineMonths(entry: TargetEntry, running: Month): readonly Month[] {
  const { deadline } = entry.target;
  return monthsFrom(firstCounted(entry), deadline === null ? running : earlier(running, deadline));
}

/** Where a target's rows lie. */
export function headlinePlace({ row, measure }: TargetEntry, basis: Basis) {
  return { indicator: measure.row.indicator.key, reading: row.reading, horizon: row.horizon, basis, targetId: row.id };
}

/** The row of a target at the view's month. */
export function headlineRow(month: MonthView, entry: TargetEntry, basis: Basis): HeadlineRow {
  const row = JSON.stringify(shownHeadline(month, entry));
  return { ...headlinePlace(entry, basis), month: month.month, row };
}

/** The first month that has to be written so that nothing from `from` on is old and nothing before is missing. */
async function firstToWrite(
  reader: Reader,
  entry: TargetEntry,
  basis: Basis,
  months: readonly Month[],
  from: Month | null,
) {
  let first = months.length;
  while (first > 0) {
    const month = months[first - 1];
    if (month === undefined || (await findHeadlineRow(reader, { ...headlinePlace(entry, basis), month })) !== null)
      break;
    first -= 1;
  }
  const changed = from === null ? -1 : months.findIndex((month) => month >= from);
  return changed === -1 ? first : Math.min(first, changed);
}

/** What is written anew: rows from the month `from` on (null: only those that are missing), up to the running month. */
export interface Renewal {
  readonly basis: Basis;
  readonly from: Month | null;
  readonly running: Month;
}

/** Writes the rows of some headline targets of a view and answers how many were written. */
export async function updateHeadlineRows(
  transaction: Transaction,
  view: PlanView,
  entries: readonly TargetEntry[],
  { basis, from, running }: Renewal,
): Promise<number> {
  const views = new Map<Month, MonthView>();
  let written = 0;
  for (const entry of entries) {
    const months = headlineMonths(entry, running);
    for (const month of months.slice(await firstToWrite(transaction, entry, basis, months, from))) {
      const judged = views.get(month) ?? monthView(view, month);
      views.set(month, judged);
      await updateHeadlineRow(transaction, headlineRow(judged, entry, basis));
      written += 1;
    }
  }
  return written;
}
