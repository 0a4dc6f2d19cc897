/**
 * Where a target will stand at its deadline, from the reported path and the curve alone: no promise. The only figures of
 * the product that are floats. DOMAIN section 7.
 */
import type { Reading } from "../../../db/src/vocabulary.ts";
import { isPaced, type PacedCurve } from "./curve.ts";
import { driftOf, levelAhead, type PathPoint, probabilityAbove, reachOf80Percent } from "./drift.ts";
import { divide, type Fraction, ofDecimal, ofNumber, toNumber } from "./fraction.ts";
import type { Assessment, AssessmentInput } from "./model.ts";
import { type Month, monthsBetween, monthsFrom, periodEnd } from "./month.ts";
import { countAhead } from "./negative-binomial.ts";
import { originOf } from "./observation.ts";
import { readAt } from "./reading.ts";
import { type DatedTarget, dueAt, isDated, nearerTargets } from "./schedule.ts";

/** How a projection was made, which is named beside the number. */
export type ForecastMethod = "gamma-poisson" | "drift";

/** A month of the way to the deadline with its 80 % interval. */
export interface ForecastPoint {
  readonly month: Month;
  readonly projected: number;
  readonly low: number;
  readonly high: number;
}

/** A projection to the deadline in the target's unit. */
export interface Forecast extends ForecastPoint {
  readonly method: ForecastMethod;
  /** Probability of meeting the target, 0…1. */
  readonly probability: number;
  /** What is still needed in each month from the judged month to the deadline. */
  readonly pace: Fraction;
  /** From the judged month, where the interval has no width, to the deadline. */
  readonly path: readonly ForecastPoint[];
}

/** Below this many reported periods nothing is projected. */
const fewestPeriods = 3;

const countedReadings: readonly Reading[] = ["new", "cumulative"];

/** What a projection starts from: a pro-rated target before its deadline, with a value of its own. */
interface Outset {
  readonly target: DatedTarget;
  readonly curve: PacedCurve;
  readonly start: Fraction;
  readonly achieved: Fraction;
  readonly value: Fraction;
  readonly month: Month;
  readonly share: Fraction;
  readonly remaining: Fraction;
}

/** Why nothing is projected: 已完成, at or after the deadline, not pro-rated, no value, parts not all in or not all of it, too few periods, or a curve that asked for nothing yet. */
export const forecastRefusals = [
  "met",
  "over",
  "not-paced",
  "no-value",
  "parts-missing",
  "few-periods",
  "nothing-due",
] as const;
export type ForecastRefusal = (typeof forecastRefusals)[number];

/** A projection, or why there is none. */
export type Foreseen =
  | { readonly ok: true; readonly value: Forecast }
  | { readonly ok: false; readonly reason: ForecastRefusal };

const refuse = (reason: ForecastRefusal): { readonly ok: false; readonly reason: ForecastRefusal } => ({
  ok: false,
  reason,
});

function outsetOf({ target, month }: AssessmentInput, assessment: Assessment): Outset | ForecastRefusal {
  const { start, achieved, judgedMonth, scheduleShare, remaining, targetValue, cause } = assessment;
  if (!isDated(target)) return "not-paced";
  if (month >= target.deadline) return "over";
  if (assessment.light === "met") return "met";
  if (cause === "parts-missing") return "parts-missing";
  const { curve } = target;
  if (!isPaced(curve)) return "not-paced";
  if (achieved === null || judgedMonth === null || remaining === null) return "no-value";
  // A start that is not known leaves nothing to pro-rate.
  if (start === null || scheduleShare === null) return "not-paced";
  const value = ofDecimal(targetValue);
  return { target, curve, start, achieved, value, month: judgedMonth, share: scheduleShare, remaining };
}

/** The values formed after the origin and up to a month. */
function reportedPath({ measure, target, siblings }: AssessmentInput, until: Month): readonly PathPoint[] {
  const base = { measure, measureOrigin: originOf(target, siblings), origin: target.origin };
  return measure.observations.flatMap((seen) => {
    const value = seen.month > target.origin && seen.month <= until ? readAt(target.reading, base, seen.month) : null;
    return value === null ? [] : [{ month: seen.month, value: toNumber(value) }];
  });
}

/** The whole number of events of a count, null where it is none. */
function eventsOf({ target, achieved }: Outset, isIndivisible: boolean): number | null {
  const isCount = isIndivisible && target.direction === "rising" && countedReadings.includes(target.reading);
  const isWhole = achieved.numerator >= 0n && achieved.numerator % achieved.denominator === 0n;
  return isCount && isWhole ? Number(achieved.numerator / achieved.denominator) : null;
}

/** The fewest whole events that meet the target. */
function eventsNeeded({ target, value }: Outset): number {
  const floor = Number(value.numerator / value.denominator);
  const isWhole = value.numerator % value.denominator === 0n;
  return isWhole && target.comparator !== ">" ? floor : floor + 1;
}

/** A way to the deadline and the probability of meeting the target there. */
interface Projection {
  readonly method: ForecastMethod;
  readonly at: (month: Month) => Omit<ForecastPoint, "month">;
  readonly probability: number;
}

/** A Poisson process whose exposure is the curve; null while the curve has asked for nothing yet. */
function countProjection({ siblings }: AssessmentInput, outset: Outset, events: number): Projection | null {
  const { target, curve, start, value } = outset;
  const behind = toNumber(outset.share);
  if (behind === 0) {
    return null;
  }
  const nearer = nearerTargets(target, siblings);
  const aheadBy = (month: Month) => {
    const { share } = dueAt(target, curve, nearer, start, value, month);
    return countAhead(events, behind, Math.max(0, toNumber(share) - behind));
  };
  return {
    method: "gamma-poisson",
    at: (month) => {
      const ahead = aheadBy(month);
      return {
        projected: events + ahead.mean,
        low: events + ahead.quantile(0.1),
        high: events + ahead.quantile(0.9),
      };
    },
    probability: aheadBy(target.deadline).atLeast(eventsNeeded(outset) - events),
  };
}

/** A level that drifts with normal errors. */
function driftProjection({ target, start, value, month }: Outset, path: readonly PathPoint[]): Projection {
  const drift = driftOf({ month: target.origin, value: toNumber(start) }, path);
  const aheadBy = (later: Month) => levelAhead(drift, monthsBetween(month, later));
  const atDeadline = aheadBy(target.deadline);
  return {
    method: "drift",
    at: (later) => {
      const ahead = aheadBy(later);
      const reach = reachOf80Percent(ahead);
      return { projected: ahead.mean, low: ahead.mean - reach, high: ahead.mean + reach };
    },
    probability:
      target.direction === "rising"
        ? probabilityAbove(atDeadline, toNumber(value))
        : probabilityAbove({ ...atDeadline, mean: -atDeadline.mean }, -toNumber(value)),
  };
}

/** In how many of the plan's periods a measure was reported, from the target's origin to a month. */
function periodsReported(input: AssessmentInput, until: Month): number {
  const reported = reportedPath(input, until);
  return new Set(reported.map((point) => periodEnd(point.month, input.calendar.frequency))).size;
}

/**
 * The projection of an assessed target to its deadline, or why none may be shown. DOMAIN section 7. A headline that is the
 * sum of its parts is one process with the headline's own curve, as a sum of Poisson processes is; it needs the parts
 * whole, and three periods of each: `parts` are the questions about them. Parts that are no counts are not projected.
 */
export function forecast(
  input: AssessmentInput,
  assessment: Assessment,
  parts: readonly AssessmentInput[] = [],
): Foreseen {
  const outset = outsetOf(input, assessment);
  if (typeof outset === "string") return refuse(outset);
  const isSum = assessment.rollUp !== null;
  const counted = isSum ? parts : [input];
  if (counted.length === 0 || counted.some((each) => periodsReported(each, outset.month) < fewestPeriods)) {
    return refuse("few-periods");
  }
  const events = eventsOf(outset, input.measure.isIndivisible);
  if (events === null && isSum) return refuse("not-paced");
  const projection =
    events === null
      ? driftProjection(outset, reportedPath(input, outset.month))
      : countProjection(input, outset, events);
  if (projection === null) return refuse("nothing-due");
  const { deadline } = outset.target;
  const path = monthsFrom(outset.month, deadline).map((month) => ({ month, ...projection.at(month) }));
  const left = ofNumber(monthsBetween(outset.month, deadline));
  return {
    ok: true,
    value: {
      method: projection.method,
      month: deadline,
      ...projection.at(deadline),
      probability: projection.probability,
      pace: divide(outset.remaining, left),
      path,
    },
  };
}
