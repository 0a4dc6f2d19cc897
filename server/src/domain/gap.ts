/** What a value is held against and how far it is behind, DOMAIN sections 3 and 4. */
import type { Direction } from "../../../db/src/vocabulary.ts";
import { isTargetMet, leadsTo } from "./completion.ts";
import { isPaced } from "./curve.ts";
import { divide, type Fraction, hundred, magnitude, multiply, ofDecimal, sign, subtract, zero } from "./fraction.ts";
import { revisionInForce } from "./in-force.ts";
import type { LightRule, Target } from "./model.ts";
import type { Month } from "./month.ts";
import { type DatedTarget, type Due, dueAt, isDated, nearerTargets } from "./schedule.ts";

/**
 * What a value before the deadline is held against: what the curve asks for; the target itself, now (rates, standing
 * targets, a start that is at the target already); a nearer target that has come due; or nothing yet.
 */
export type Yardstick =
  | { readonly kind: "curve"; readonly due: Due; readonly start: Fraction }
  | { readonly kind: "target"; readonly expected: Fraction | null }
  | { readonly kind: "bar"; readonly value: Fraction; readonly target: DatedTarget }
  | { readonly kind: "nothing" };

const nothing: Yardstick = { kind: "nothing" };
const targetNow: Yardstick = { kind: "target", expected: null };

/** The last of the nearer targets that has come due by the month. */
function barAt(nearer: readonly DatedTarget[], month: Month): Yardstick {
  const target = nearer.findLast(({ deadline }) => deadline <= month);
  return target === undefined
    ? nothing
    : { kind: "bar", value: ofDecimal(revisionInForce(target, target.deadline).value), target };
}

/**
 * The yardstick of a target for a value of the month, which is not after the deadline; `value` is the target's value in
 * force. Once the deadline is past, what is not pro-rated is held against the target itself. DOMAIN sections 3 and 4.
 */
export function yardstickOf(
  target: Target,
  siblings: readonly Target[],
  start: Fraction | null,
  value: Fraction,
  month: Month,
  isDeadlinePast: boolean,
): Yardstick {
  const { reading, direction, curve } = target;
  if (!isDated(target) || reading === "rate") {
    return targetNow;
  }
  const nearer = nearerTargets(target, siblings);
  if (!isPaced(curve) || start === null || reading === "done") {
    return isDeadlinePast ? targetNow : barAt(nearer, month);
  }
  if (!leadsTo(direction, start, value)) {
    return { kind: "target", expected: value };
  }
  return { kind: "curve", due: dueAt(target, curve, nearer, start, value, month), start };
}

/** Distance in the target's unit and in percent; positive is behind. */
export interface Gap {
  readonly units: Fraction;
  readonly percent: Fraction;
  /** True when nothing is to be made up: no gap to the curve, or the target or the bar is met now. */
  readonly isAbreast: boolean;
}

/** How far a value is behind what is asked. */
function behind(direction: Direction, asked: Fraction, achieved: Fraction): Fraction {
  return direction === "rising" ? subtract(asked, achieved) : subtract(achieved, asked);
}

/** The percent of a whole; where there is no whole, any distance behind is all of it. */
function percentOf(part: Fraction, whole: Fraction): Fraction {
  if (sign(whole) === 0) {
    return sign(part) > 0 ? hundred : zero;
  }
  return multiply(divide(part, magnitude(whole)), hundred);
}

/**
 * How far a value is behind its yardstick, in units and in percent: of (target − start) in mode `points`, of
 * (expected − start) in mode `ratio`, of the target or the bar where it is not pro-rated. Null against nothing.
 */
export function gapTo(
  yardstick: Yardstick,
  { comparator, direction }: Target,
  achieved: Fraction,
  value: Fraction,
  rule: LightRule,
): Gap | null {
  switch (yardstick.kind) {
    case "curve": {
      const { due, start } = yardstick;
      const units = behind(direction, due.expected, achieved);
      const whole = subtract(rule.mode === "points" ? value : due.expected, start);
      return { units, percent: percentOf(units, whole), isAbreast: sign(units) <= 0 };
    }
    case "target": {
      const units = behind(direction, value, achieved);
      const isAbreast = isTargetMet(comparator, direction, achieved, value);
      return { units, percent: percentOf(units, value), isAbreast };
    }
    case "bar": {
      const units = behind(direction, yardstick.value, achieved);
      const isAbreast = isTargetMet(yardstick.target.comparator, direction, achieved, yardstick.value);
      return { units, percent: percentOf(units, yardstick.value), isAbreast };
    }
    case "nothing":
      return null;
  }
}
