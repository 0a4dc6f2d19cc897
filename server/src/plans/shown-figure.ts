/** Figures as the API gives them: a number for drawing, and the text that must be shown. */
import { completionText } from "../domain/completion.ts";
import { absent, figureText, placesToTell, shortText } from "../domain/figures.ts";
import {
  compare,
  type Fraction,
  fractionOf,
  ofDecimal,
  ofScaled,
  one,
  subtract,
  toNumber,
  zero,
} from "../domain/fraction.ts";
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

/**
 * A value of the schedule or a distance, never like the other one: of a count with at most one place, of anything else with
 * the places that its indicator has, as the figures that it stands beside.
 */
export function shownShort(value: Fraction | null, other: Fraction, decimals: number): Figure {
  if (value === null) return noFigure;
  if (decimals > 0) return shownBeside(value, other, decimals);
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

const permille = fractionOf(1n, 1000n);

/** The probability of an estimate, from 0 to 1, which is never certain: what would read 0.0% or 100.0% reads <0.1% or >99.9%. */
export function shownProbability(probability: Fraction): Figure {
  const value = toNumber(probability);
  if (compare(probability, permille) < 0) return { value, text: "<0.1%" };
  if (compare(probability, subtract(one, permille)) > 0) return { value, text: ">99.9%" };
  return shownShare(probability);
}

/** A number of percent with its sign. */
export function shownPercent(percent: Fraction | null): Figure {
  if (percent === null) return noFigure;
  return { value: toNumber(percent), text: `${shortText(percent, placesToTell(percent, zero, 1))}%` };
}
