/**
 * Figures of a sheet that a spreadsheet reckons from those beside them. A formula is written only where what it comes to
 * from the shown figures is the shown figure to the last digit; else the figure stands alone.
 */
import { numberShown } from "../tables/shown-number.ts";
import type { CellPlace, Reckoned, Shown } from "../tables/table.ts";

/** Half away from zero, as spreadsheets round. */
function rounded(value: number, places: number): number {
  const scale = 10 ** places;
  // A share such as 0.0725 is a trifle less as a float: 12 digits are more than a figure has.
  return (Math.sign(value) * Math.round(Number((Math.abs(value) * scale).toPrecision(12)))) / scale;
}

/** The numbers that texts show; null where one of them is no number. */
function numbersOf(quantities: readonly Shown[]): readonly number[] | null {
  const numbers = quantities.map(({ text }) => numberShown(text)?.value ?? null);
  return numbers.every((number) => number !== null) ? numbers : null;
}

/** The figure with its formula, where `reckon` of the shown `sources` comes to what is shown. */
export function reckoned(
  figure: Shown,
  sources: readonly Shown[],
  reckon: (numbers: readonly number[]) => number,
  formula: (at: CellPlace) => string,
): Shown | Reckoned {
  const shown = numberShown(figure.text);
  const numbers = numbersOf(sources);
  if (shown === null || numbers === null) return figure;
  const places = shown.isPercent ? shown.decimals + 2 : shown.decimals;
  const value = reckon(numbers);
  if (!Number.isFinite(value) || rounded(value, places) !== shown.value) return figure;
  return { ...figure, formula: (at) => `ROUND(${formula(at)},${places})` };
}
