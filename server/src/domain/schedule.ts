/**
 * What a target's curve asks for by a month (序时进度), DOMAIN section 3. Where nearer targets stand on the same measure and
 * reading, the way leads through them, each stretch after its own curve.
 */
import type { Reading } from "../../../db/src/vocabulary.ts";
import { isPaced, type PacedCurve, shareDue } from "./curve.ts";
import { add, compare, divide, type Fraction, larger, multiply, ofDecimal, smaller, subtract } from "./fraction.ts";
import { revisionInForce } from "./in-force.ts";
import type { Leg, Target } from "./model.ts";
import { earlier, type Month, monthsBetween } from "./month.ts";

/** A target that ends. */
export type DatedTarget = Target & { readonly deadline: Month };

/** True for a target that has a deadline; the others are standing. */
export function isDated(target: Target): target is DatedTarget {
  return target.deadline !== null;
}

/** What is due by a month in the target's unit, as a share of the way from start to target, and on which leg of the way. */
export interface Due {
  readonly expected: Fraction;
  readonly share: Fraction;
  readonly leg: Leg;
}

/** Readings whose value does not depend on where they count from, so that targets of different origin can be compared. */
const absoluteReadings: readonly Reading[] = ["total", "level", "rate", "done"];

function liesOnTheWay(target: DatedTarget, other: DatedTarget): boolean {
  return (
    other.deadline < target.deadline &&
    other.deadline > target.origin &&
    other.measure === target.measure &&
    other.reading === target.reading &&
    other.direction === target.direction &&
    (other.origin === target.origin || absoluteReadings.includes(target.reading))
  );
}

function strangeness(target: Target, { hardness }: Target): number {
  return hardness === target.hardness ? 0 : 1;
}

/**
 * The targets on the same measure, reading and direction that come due on the way to this one, ascending by deadline; of
 * several with one deadline that of the target's hardness, else the first given. A value that is counted from another
 * origin is no point of this way. None for a standing target.
 */
export function nearerTargets(target: Target, siblings: readonly Target[]): readonly DatedTarget[] {
  if (!isDated(target)) {
    return [];
  }
  return siblings
    .filter(isDated)
    .filter((sibling) => liesOnTheWay(target, sibling))
    .sort(
      (left, right) =>
        monthsBetween(right.deadline, left.deadline) || strangeness(target, left) - strangeness(target, right),
    )
    .filter((sibling, place, sorted) => sibling.deadline !== sorted[place - 1]?.deadline);
}

function clamp(value: Fraction, bound: Fraction, otherBound: Fraction): Fraction {
  const [low, high] = compare(bound, otherBound) < 0 ? [bound, otherBound] : [otherBound, bound];
  return smaller(larger(value, low), high);
}

/**
 * What is due of a target by a month up to its deadline. `own` is the target's curve, `value` its value in force, to which
 * its direction leads from `start`. What is due never falls back and never leaves the way from start to target: a nearer target
 * that asks for less than was due before, or for more than the target itself, counts as that bound.
 */
export function dueAt(
  target: DatedTarget,
  own: PacedCurve,
  nearer: readonly DatedTarget[],
  start: Fraction,
  value: Fraction,
  month: Month,
): Due {
  let curve = own;
  let from = target.origin;
  let to = target.deadline;
  let reached = start;
  let asked = value;
  for (const waypoint of nearer) {
    if (!isPaced(waypoint.curve)) {
      continue;
    }
    const revision = revisionInForce(waypoint, earlier(month, waypoint.deadline));
    const through = clamp(ofDecimal(revision.value), reached, value);
    if (month <= waypoint.deadline) {
      curve = waypoint.curve;
      to = waypoint.deadline;
      asked = through;
      break;
    }
    from = waypoint.deadline;
    reached = through;
  }
  const isContinued = from !== target.origin;
  const expected = add(reached, multiply(subtract(asked, reached), shareDue(curve, { from, to }, month)));
  return {
    expected,
    share: divide(subtract(expected, start), subtract(value, start)),
    leg: {
      curveKind: curve.kind,
      from: isContinued ? from : null,
      to: to === target.deadline ? null : to,
    },
  };
}
