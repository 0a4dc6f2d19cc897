/** A target by name, as sentences and lists speak of it. */

import { type Fraction, zero } from "../domain/fraction.ts";
import type { Text } from "../domain/model.ts";
import { quantityInWords } from "../domain/quantity.ts";
import { shortfallOf } from "../domain/shortfalls.ts";
import { readingName } from "../domain/words.ts";
import type { TargetEntry } from "../plans/outline.ts";
import { type Figure, noFigure, shownShort } from "../plans/shown-figure.ts";
import type { MonthView } from "../plans/view.ts";

/** What is itself in percent differs by percentage points. */
export const distanceUnit = (unit: Text): Text =>
  unit.zh === "%" ? { zh: "个百分点", en: "percentage points" } : unit;

/** What a target counts, with the part of its subject that it is about: 新增规上企业（交口县）. */
export function indicatorInWords({ row, measure }: Pick<TargetEntry, "row" | "measure">): Text {
  const { zh, en } = readingName(row.reading, measure.row.indicator.name);
  const scope = measure.row.scope?.name ?? null;
  return scope === null ? { zh, en } : { zh: `${zh}（${scope.zh}）`, en: `${en} (${scope.en})` };
}

/** A distance with its unit, such as 差的 3户. */
export function distanceInWords(distance: Fraction, unit: Text, decimals: number): Text {
  return quantityInWords(shownShort(distance, zero, decimals).text, distanceUnit(unit));
}

/** What a target lacks at a month: exactly, as a figure, and in words with its unit. */
export function shortfallAt(
  month: MonthView,
  entry: TargetEntry,
): { readonly exact: Fraction | null; readonly figure: Figure; readonly inWords: Text | null } {
  const assessed = month.assessment(entry);
  const exact = shortfallOf(assessed);
  if (exact === null) return { exact, figure: noFigure, inWords: null };
  const { unit, decimals } = assessed;
  return { exact, figure: shownShort(exact, zero, decimals), inWords: distanceInWords(exact, unit, decimals) };
}
