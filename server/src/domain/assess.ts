/** The one composition: how a target stands at a month. Every figure of the product is a field of the answer. */
import type { Direction, Reading } from "../../../db/src/vocabulary.ts";
import { completionOf, hasReached, isTargetMet } from "./completion.ts";
import { coverageOf } from "./coverage.ts";
import { type Fraction, larger, ofDecimal, subtract, zero } from "./fraction.ts";
import { gapTo, type Yardstick, yardstickOf } from "./gap.ts";
import { revisionInForce, ruleInForce } from "./in-force.ts";
import { decideLight, type Lag } from "./light.ts";
import type { Assessment, AssessmentInput, LightRule, Text } from "./model.ts";
import { earlier, latestPeriod, type Month, monthsBetween } from "./month.ts";
import { originOf } from "./observation.ts";
import { isPercentReading, startOf } from "./reading.ts";
import { firstMonthMet, lastValue, rolledUpValue, type Value } from "./value.ts";

/** Readings that cannot fall back below a target once it is met. */
const lastingReadings: readonly Reading[] = ["new", "cumulative", "done"];

/** In the months that are nearer to the deadline than this, a gap under one whole unit is behind. */
const monthsOfLeave = 3;

const percent: Text = { zh: "%", en: "%" };
const percentagePoints: Text = { zh: "个百分点", en: "percentage points" };

/** The unit of a reading: growths are in percent, and a share that is itself in percent gains percentage points. */
function unitOf(reading: Reading, unit: Text): Text {
  if (isPercentReading(reading)) {
    return percent;
  }
  return reading === "gain" && unit.zh === percent.zh ? percentagePoints : unit;
}

/** How far the value is behind what is asked before the deadline; null where nothing is asked yet. */
function lagOf(
  { target, measure }: AssessmentInput,
  yardstick: Yardstick,
  value: Value,
  targetValue: Fraction,
  rule: LightRule,
): Lag | null {
  const gap = gapTo(yardstick, target, value.achieved, targetValue, rule);
  return gap === null
    ? null
    : {
        units: gap.units,
        percent: gap.percent,
        isAbreast: gap.isAbreast,
        isIndivisible: yardstick.kind === "curve" && measure.isIndivisible && !isPercentReading(target.reading),
        isNearDeadline: target.deadline !== null && monthsBetween(value.month, target.deadline) < monthsOfLeave,
      };
}

/** 序时: what the yardstick asks for by the month, null where it asks for no more by then than at any other time. */
function expectedBy(yardstick: Yardstick): Fraction | null {
  switch (yardstick.kind) {
    case "curve":
      return yardstick.due.expected;
    case "target":
      return yardstick.expected;
    default:
      return null;
  }
}

/** What is still lacking to the target, 0 once it is reached. */
function remainingOf(direction: Direction, achieved: Fraction, value: Fraction): Fraction {
  return larger(zero, direction === "rising" ? subtract(value, achieved) : subtract(achieved, value));
}

/**
 * The judgement on one target at one month by DOMAIN sections 2 to 5, from what is known of its measure: pure, exact and
 * the only place where a percentage is made. A target without a value throws; everything else that is missing is null.
 */
export function assess(input: AssessmentInput): Assessment {
  const { measure, target, siblings, month, calendar } = input;
  const { reading, comparator, direction, deadline, origin } = target;
  const until = deadline === null ? month : earlier(month, deadline);
  const isDeadlinePast = deadline !== null && month >= deadline;
  const revision = revisionInForce(target, until);
  const targetValue = ofDecimal(revision.value);
  const base = { measure, measureOrigin: originOf(target, siblings), origin };
  const start = startOf(reading, base);
  const period = latestPeriod(until, calendar.frequency, calendar.firstPeriod, origin);
  const own = lastValue(target, base, until);
  const rollUp = own === null ? input.rollUp : null;
  const value = rollUp === null ? own : rolledUpValue(rollUp);
  const achieved = value?.achieved ?? null;
  const judgedAt = value?.month ?? until;

  const coverage = coverageOf({ target, base, period, until, isDeadlinePast, own, rollUp });
  const rule = ruleInForce(input.rules, until);
  const yardstick = yardstickOf(target, siblings, start, targetValue, judgedAt, isDeadlinePast);
  const lag = value === null || coverage === "parts-missing" ? null : lagOf(input, yardstick, value, targetValue, rule);
  const isMet = achieved === null ? null : isTargetMet(comparator, direction, achieved, targetValue);
  const lateAt = isDeadlinePast && isMet === false ? firstMonthMet(target, base, targetValue, deadline, month) : null;
  const verdict = decideLight({
    coverage,
    isMet: isMet === true,
    isMetForGood: deadline !== null && direction === "rising" && lastingReadings.includes(reading),
    isDeadlinePast,
    isMetLate: lateAt !== null,
    lag,
    rule,
  });
  const { completion, basis } = completionOf(reading, direction, start, achieved, targetValue);
  const isPercent = isPercentReading(reading);

  return {
    target: target.key,
    month,
    judgedMonth: value?.month ?? null,
    latestPeriod: period,
    isReported:
      rollUp === null
        ? coverage === "reported"
        : period !== null && value !== null && rollUp.partsReported === rollUp.parts,
    isCarriedForward: value !== null && value.month < until,
    isCorrected: value?.isCorrected ?? false,
    targetValue: revision.value,
    stretch: revision.stretch,
    decimals: isPercent ? Math.max(1, revision.value.decimals) : measure.decimals,
    unit: unitOf(reading, measure.unit),
    start,
    achieved,
    expected: expectedBy(yardstick),
    scheduleShare: yardstick.kind === "curve" ? yardstick.due.share : null,
    leg: yardstick.kind === "curve" ? yardstick.due.leg : null,
    bar: yardstick.kind === "bar" ? yardstick.value : null,
    barDeadline: yardstick.kind === "bar" ? yardstick.target.deadline : null,
    gap: lag?.units ?? null,
    gapPercent: lag?.percent ?? null,
    remaining: achieved === null ? null : remainingOf(direction, achieved, targetValue),
    completion,
    completionBasis: basis,
    isMet,
    isStretchMet:
      achieved === null || revision.stretch === null
        ? null
        : hasReached(direction, achieved, ofDecimal(revision.stretch)),
    light: verdict.light,
    cause: verdict.cause,
    metLateAt: verdict.cause === "met-late" ? lateAt : null,
    rule: verdict.cause === "within-tolerance" || verdict.cause === "beyond-tolerance" ? rule : null,
    curveKind: target.curve.kind,
    rollUp,
  };
}

/** The judgements of one target at several months, in their order; each by what is known now of its own month. */
export function assessHistory(input: Omit<AssessmentInput, "month">, months: readonly Month[]): readonly Assessment[] {
  return months.map((month) => assess({ ...input, month }));
}

/**
 * What the curve asks for at each of several months, whatever was reported: the line of 序时 in a chart, by the values in
 * force at each month. Null where the target is not pro-rated; from the deadline on the target itself.
 */
export function scheduleOf(
  { measure, target, siblings }: Pick<AssessmentInput, "measure" | "target" | "siblings">,
  months: readonly Month[],
): readonly (Fraction | null)[] {
  const start = startOf(target.reading, { measure, measureOrigin: originOf(target, siblings), origin: target.origin });
  return months.map((month) => {
    const until = target.deadline === null ? month : earlier(month, target.deadline);
    const value = ofDecimal(revisionInForce(target, until).value);
    return expectedBy(yardstickOf(target, siblings, start, value, until, false));
  });
}
