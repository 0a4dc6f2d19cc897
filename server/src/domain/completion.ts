/** When a target is met, how far it is completed, and how a completion is written. DOMAIN section 2. */
import type { Comparator, Direction, Reading } from "../../../db/src/vocabulary.ts";
import {
  compare,
  divide,
  type Fraction,
  hundred,
  multiply,
  sign,
  subtract,
  toScaled,
  writeScaled,
} from "./fraction.ts";
import type { CompletionBasis } from "./model.ts";

/** True when the direction leads from the one value to the other: upwards when rising, downwards when falling. */
export function leadsTo(direction: Direction, from: Fraction, to: Fraction): boolean {
  return compare(from, to) === (direction === "rising" ? -1 : 1);
}

/** True when a value has reached another in the direction or gone beyond it. */
export function hasReached(direction: Direction, achieved: Fraction, value: Fraction): boolean {
  return !leadsTo(direction, achieved, value);
}

/** Whether a value meets a target, decided on exact values; `=` and the lower end of a range are met at the value and beyond it in the direction. */
export function isTargetMet(
  comparator: Comparator,
  direction: Direction,
  achieved: Fraction,
  value: Fraction,
): boolean {
  switch (comparator) {
    case ">=":
      return compare(achieved, value) >= 0;
    case ">":
      return compare(achieved, value) > 0;
    case "<=":
      return compare(achieved, value) <= 0;
    case "<":
      return compare(achieved, value) < 0;
    default:
      return hasReached(direction, achieved, value);
  }
}

/** A completion with what it is taken over; null where it is only met or not met. */
export interface Completion {
  readonly completion: Fraction | null;
  readonly basis: CompletionBasis;
}

const metOnly: Completion = { completion: null, basis: "met-only" };

/**
 * What the completion of a target can be taken over: the way from start to target where the direction leads from one to
 * the other; the whole value where there is no start and the target is above 0 and rising; else only met or not met.
 */
function basisOf(reading: Reading, direction: Direction, start: Fraction | null, value: Fraction): CompletionBasis {
  if (start !== null) {
    return leadsTo(direction, start, value) ? "increment" : "met-only";
  }
  if (direction === "falling" || sign(value) <= 0) {
    return "met-only";
  }
  return reading === "rate" || reading === "annual-growth" ? "increment" : "whole";
}

/**
 * Completion as a share: (achieved − start) / (target − start), or achieved / target without a start; null without a
 * value or where it is only met or not met. Only `total` and `level` of unknown start are marked `whole` (按总量).
 */
export function completionOf(
  reading: Reading,
  direction: Direction,
  start: Fraction | null,
  achieved: Fraction | null,
  value: Fraction,
): Completion {
  const basis = basisOf(reading, direction, start, value);
  if (basis === "met-only") {
    return metOnly;
  }
  if (achieved === null) {
    return { completion: null, basis };
  }
  const completion =
    start === null || sign(start) === 0
      ? divide(achieved, value)
      : divide(subtract(achieved, start), subtract(value, start));
  return { completion, basis };
}

/**
 * A completion in percent with one decimal, half-up, "—" for none. It never claims what is not so: below the target it
 * reads at most 99.9%, and what is not 0 never reads 0.0%. A strict target at exactly its value reads 100.0%.
 */
export function completionText(completion: Fraction | null): string {
  if (completion === null) {
    return "—";
  }
  const tenths = toScaled(multiply(completion, hundred), 1);
  if (tenths === 0n && completion.numerator !== 0n) {
    return completion.numerator > 0n ? "0.1%" : "−0.1%";
  }
  const isShort = completion.numerator < completion.denominator;
  return `${writeScaled(isShort && tenths === 1000n ? 999n : tenths, 1)}%`;
}
