/** DOMAIN section 4: the light and what decided it. */
import type { Light } from "../../../db/src/vocabulary.ts";
import { barValue, type Facts, followsCurve, isJudgedNow, isPast, meets, shortOf } from "./facts.ts";
import { isZero, one, order, type Pair, written, zero } from "./fractions.ts";
import { gapOf, percentOf, ruleInForce } from "./gap.ts";
import { later } from "./months.ts";
import type { PlainTarget } from "./plain.ts";
import { latestPeriod, type Reached, read, waitsForWholeYear } from "./readings.ts";

interface Verdict {
  readonly light: Light | null;
  readonly cause: string;
}

function byTolerance(facts: Facts, percent: Pair): Verdict {
  const rule = ruleInForce(facts);
  const side = order(percent, written(rule.tolerancePercent));
  const isWithin = side < 0 || (side === 0 && rule.isInclusive);
  return isWithin ? { light: "behind", cause: "within-tolerance" } : { light: "far-behind", cause: "beyond-tolerance" };
}

/** "the unit is indivisible and the gap is under one whole unit". */
function isUnderOneUnit(facts: Facts, gap: Pair): boolean {
  return facts.asked.isIndivisible && facts.asked.target.reading !== "growth" && order(gap, one) < 0;
}

/** "in the last three months before the deadline". */
function isNearDeadline(facts: Facts): boolean {
  const { deadline } = facts.asked.target;
  return deadline !== null && facts.judgedMonth !== null && facts.judgedMonth > later(deadline, -3);
}

const noGap: Verdict = { light: "on-schedule", cause: "no-gap" };

function bySchedule(facts: Facts): Verdict {
  const gap = gapOf(facts);
  if (gap === null || order(gap.gap, zero) <= 0) return noGap;
  if (isUnderOneUnit(facts, gap.gap)) {
    return isNearDeadline(facts)
      ? { light: "behind", cause: "under-one-unit-near-deadline" }
      : { light: "on-schedule", cause: "under-one-unit" };
  }
  return byTolerance(facts, gap.percent);
}

/** "met now", or short of the target (or of the bar that has come due). */
function byNow(facts: Facts, reached: Reached, aim: PlainTarget): Verdict {
  const value = aim === facts.asked.target ? facts.value : barValue(aim);
  if (meets(reached, value, aim)) return noGap;
  return byTolerance(facts, percentOf(shortOf(value, reached.amount, facts.asked.target), value));
}

function byWhatIsNotProRated(facts: Facts, reached: Reached): Verdict {
  const { target } = facts.asked;
  if (isJudgedNow(facts)) return byNow(facts, reached, target);
  if (facts.bar !== null) return byNow(facts, reached, facts.bar);
  return { light: "not-due", cause: "waits-for-deadline" };
}

/** An annual growth that lacks nothing but its whole year: by its last whole year if it has one, else it waits. */
function whenNothingFormed(facts: Facts): Verdict {
  const { asked, end, reached } = facts;
  const last = asked.observations
    .map((each) => each.month)
    .filter((month) => month <= end)
    .at(-1);
  const isOnlyEarly = last !== undefined && waitsForWholeYear(asked, asked.target, last) && !isPast(asked);
  if (isOnlyEarly && reached !== null) return byWhatIsNotProRated(facts, reached);
  const waits = isOnlyEarly && asked.target.deadline !== null;
  return waits ? { light: "not-due", cause: "waits-for-deadline" } : { light: null, cause: "not-formed" };
}

/** The table of section 4, "decided in this order". */
export function verdictOf(facts: Facts): Verdict {
  const { asked, end, reached, isRolledUp, value } = facts;
  const { target, rollUp } = asked;
  const period = latestPeriod(asked, end);
  if (period === null) return { light: null, cause: "before-first-period" };
  if (isRolledUp && rollUp !== null) {
    const isWhole = rollUp.partsReported === rollUp.parts && isZero(rollUp.unallocated);
    if (!isWhole || reached === null) return { light: null, cause: "parts-missing" };
  } else {
    const isReported = asked.observations.some((each) => each.month >= period && each.month <= end);
    if (!isReported) return { light: "unreported", cause: "no-report" };
    if (facts.judgedMonth === null || facts.judgedMonth < period) return whenNothingFormed(facts);
  }
  if (reached === null) throw new Error("a value was formed and is not there");
  const isMet = meets(reached, value, target);
  if (isPast(asked)) {
    if (isMet) return { light: "met", cause: "met-at-deadline" };
    return { light: "missed", cause: metLateAt(facts) === null ? "missed-at-deadline" : "met-late" };
  }
  const cannotFallBack = ["new", "cumulative", "done"].includes(target.reading) && target.direction === "rising";
  if (isMet && cannotFallBack && target.deadline !== null) return { light: "met", cause: "met-for-good" };
  return followsCurve(facts) ? bySchedule(facts) : byWhatIsNotProRated(facts, reached);
}

/** "met later reads 逾期完成": the first month after the deadline whose observation meets the target. */
export function metLateAt(facts: Facts): string | null {
  const { asked, value } = facts;
  const { target, month } = asked;
  const after = asked.observations.map((each) => each.month).filter((each) => each > facts.end && each <= month);
  return (
    after.find((each) => {
      const reached = read(asked, target, each);
      return reached !== null && meets(reached, value, target);
    }) ?? null
  );
}
