/** A cell of a spreadsheet as what a person typed into it. */

/** What stands in a cell: its address, its text, and what kind of value the text is. */
export interface ReadCell {
  /** Such as `J7`. */
  readonly at: string;
  readonly text: string;
  /** `percent` has the text of the percent (15 for 15 %), `day` YYYY-MM-DD. */
  readonly kind: "text" | "number" | "percent" | "day";
}

/** A range of cells that are merged; rows count from 1 and columns from 0. */
export interface MergedRange {
  readonly from: { readonly row: number; readonly column: number };
  readonly until: { readonly row: number; readonly column: number };
}

/** A sheet with its cells that hold something, in no order, and the cells that are merged. */
export interface ReadSheet {
  readonly name: string;
  readonly cells: readonly ReadCell[];
  readonly merged: readonly MergedRange[];
}

/** A spreadsheet reckons in 15 digits; what a binary float has beyond them nobody typed (0.1+0.2 is 0.3). */
const digits = 15;

/** A number of a spreadsheet as plain decimal text. */
export function numberText(value: number): string {
  const rounded = Number(value.toPrecision(digits));
  const text = String(rounded);
  if (!text.includes("e")) return text;
  // Exponents are how JavaScript writes the very large and the very small; nobody typed those either.
  return Math.abs(rounded) >= 1 ? BigInt(rounded).toString() : rounded.toFixed(20).replace(/(?<!0)0+$/, "");
}

/** A percent cell's number, such as 0.15, as the percent that is seen: 15. */
export function percentText(value: number): string {
  return numberText(Number((value * 100).toPrecision(digits)));
}

const twoDigits = (number: number) => String(number).padStart(2, "0");

/** A day as YYYY-MM-DD. */
export function dayText(year: number, month: number, day: number): string {
  return `${year}-${twoDigits(month)}-${twoDigits(day)}`;
}
