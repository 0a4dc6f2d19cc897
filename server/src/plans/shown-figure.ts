/** Figures as the API gives them: a number for drawing, and the text that must be shown. */
import { completionText } from "../domain/completion.ts";
import { absent, figureText, placesToTell, shortText } from "../domain/figures.ts";
import { type Fraction, ofDecimal, ofScaled, toNumber, zero } from "../domain/fraction.ts";
import type { Decimal } from "../domain/model.ts";

/** A quantity as it is given out: `value` for drawing, null where there is none; `text` as it must be shown, without unit. */
export interface Figure {
  readonly value: number | null;
  readonly text: string;
}

/** What stands where there is no figure. */
export const noFigure: Figure = { value: null, text: absent };

/** A value with exactly so many places. */
export function shownValue(value: Fraction | null, decimals: number): Figure {
  return value === null ? noFigure : { value: toNumber(value), text: figureText(value, decimals) };
}

/** A value with as many places as it takes not to read like another that it differs from. */
export function shownBeside(value: Fraction | null, other: Fraction, decimals: number): Figure {
  return value === null ? noFigure : shownValue(value, placesToTell(value, other, decimals));
}

/** A value of the schedule or a distance: at most one place more than the indicator has, and never like the other one. */
export function shownShort(value: Fraction | null, other: Fraction, decimals: number): Figure {
  if (value === null) return noFigure;
  return { value: toNumber(value), text: shortText(value, placesToTell(value, other, decimals + 1)) };
}

/** A decimal as it was written. */
export function shownDecimal(value: Decimal): Figure {
  return shownValue(ofDecimal(value), value.decimals);
}

/** A stored whole number that is scaled by ten to `decimals`. */
export function shownScaled(digits: number | null, decimals: number): Figure {
  return digits === null ? noFigure : shownValue(ofScaled(digits, decimals), decimals);
}

/** A share as percent with one place; its number stays a share, 1 for the whole. */
export function shownShare(share: Fraction | null): Figure {
  return share === null ? noFigure : { value: toNumber(share), text: completionText(share) };
}

/** A number of percent with its sign. */
export function shownPercent(percent: Fraction | null): Figure {
  if (percent === null) return noFigure;
  return { value: toNumber(percent), text: `${shortText(percent, placesToTell(percent, zero, 1))}%` };
}
