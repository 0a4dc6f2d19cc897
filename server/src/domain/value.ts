/** Which value a target is judged by: the last one known, carried forward from the month that it is from. DOMAIN section 1. */
import { isTargetMet } from "./completion.ts";
import type { Fraction } from "./fraction.ts";
import type { RolledUp, Target } from "./model.ts";
import type { Month } from "./month.ts";
import { lastPlace } from "./observation.ts";
import { type ReadingBase, readAt } from "./reading.ts";

/** A value in the target's unit with the month that it is from. */
export interface Value {
  readonly achieved: Fraction;
  readonly month: Month;
  /** True when a correction stands on it (更正). */
  readonly isCorrected: boolean;
}

/**
 * The last value that can be formed at or before a month and after the target's origin; null when there is none. What
 * stood at the origin is the base that is counted from, and nothing that was achieved.
 */
export function lastValue(target: Target, base: ReadingBase, month: Month): Value | null {
  const { observations } = base.measure;
  let place = lastPlace(base.measure, month);
  for (let seen = observations[place]; seen !== undefined && seen.month > target.origin; seen = observations[place]) {
    const achieved = readAt(target.reading, base, seen.month);
    if (achieved !== null) {
      return { achieved, month: seen.month, isCorrected: seen.isCorrected };
    }
    place -= 1;
  }
  return null;
}

/** What a headline without a report of its own shows instead, the sum of its parts; null when no part has a value. DOMAIN section 5. */
export function rolledUpValue({ achieved, judgedMonth }: RolledUp): Value | null {
  return achieved === null || judgedMonth === null ? null : { achieved, month: judgedMonth, isCorrected: false };
}

/** The first month after one and up to another whose reading meets a target's value; null when none does. */
export function firstMonthMet(
  target: Target,
  base: ReadingBase,
  value: Fraction,
  after: Month,
  until: Month,
): Month | null {
  const met = base.measure.observations.find(({ month }) => {
    const achieved = month > after && month <= until ? readAt(target.reading, base, month) : null;
    return achieved !== null && isTargetMet(target.comparator, target.direction, achieved, value);
  });
  return met?.month ?? null;
}
