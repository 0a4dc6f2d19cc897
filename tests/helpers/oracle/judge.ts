/** The oracle's judgement on one target at one month: DOMAIN sections 2 to 4, one function a sentence. */
import type { Light } from "../../../db/src/vocabulary.ts";
import { completionText } from "./display.ts";
import {
  hundred,
  isZero,
  magnitude,
  minus,
  one,
  order,
  over,
  type Pair,
  pair,
  scaled,
  times,
  written,
  zero,
} from "./fractions.ts";
import { earlier, later } from "./months.ts";
import type { PlainAnswer, PlainCase, PlainRule, PlainTarget } from "./plain.ts";
import { lastFormed, latestPeriod, observationAt, type Reached, read, startOf, waitsForWholeYear } from "./readings.ts";
import { expectedAt, inForce, isProRated, nearerTargets, valueInForce } from "./schedule.ts";

interface Verdict {
  readonly light: Light | null;
  readonly cause: string;
}

/** Everything known about the case before the light is decided. */
interface Facts {
  readonly asked: PlainCase;
  /** min(month, deadline). */
  readonly end: string;
  readonly isRolledUp: boolean;
  readonly value: Pair;
  readonly start: Pair | null;
  readonly judgedMonth: string | null;
  readonly reached: Reached | null;
  readonly expected: Pair | null;
  readonly bar: PlainTarget | null;
}

const isPast = (asked: PlainCase): boolean => asked.target.deadline !== null && asked.month >= asked.target.deadline;

/** "A bare number is `=` and is met at or above it when rising"; a range is met at its value. */
function meets(reached: Reached, value: Pair, target: PlainTarget): boolean {
  const side = reached.against(value);
  switch (target.comparator) {
    case ">=":
      return side >= 0;
    case ">":
      return side > 0;
    case "<=":
      return side <= 0;
    case "<":
      return side < 0;
    case "=":
    case "range":
      return target.direction === "rising" ? side >= 0 : side <= 0;
  }
}

function meetsStretch(facts: Facts): boolean | null {
  const { target } = facts.asked;
  const { stretchDigits, decimals } = inForce(target, facts.end);
  if (stretchDigits === null || facts.reached === null) return null;
  const side = facts.reached.against(scaled(stretchDigits, decimals));
  return target.direction === "rising" ? side >= 0 : side <= 0;
}

/** How far a value lies short of another in the target's direction; positive is short. */
const shortOf = (aim: Pair, amount: Pair, target: PlainTarget): Pair =>
  target.direction === "rising" ? minus(aim, amount) : minus(amount, aim);

function completionOf(facts: Facts): {
  readonly completion: Pair | null;
  readonly basis: PlainAnswer["completionBasis"];
} {
  const { asked, start, value, reached } = facts;
  const { reading, direction } = asked.target;
  const shareOfWhole = () => (reached === null ? null : over(reached.amount, value));
  const hasNoWhole = direction === "falling" || order(value, zero) <= 0;
  const metOnly = { completion: null, basis: "met-only" } as const;
  if (reading === "done") return { completion: reached === null ? null : reached.amount, basis: "increment" };
  if (reading === "rate" || reading === "annual-growth") {
    return hasNoWhole ? metOnly : { completion: shareOfWhole(), basis: "increment" };
  }
  if (start === null) {
    return hasNoWhole ? metOnly : { completion: shareOfWhole(), basis: "whole" };
  }
  if (isThereAlready(facts)) return metOnly;
  const distance = minus(value, start);
  return { completion: reached === null ? null : over(minus(reached.amount, start), distance), basis: "increment" };
}

/** "Target equal to start: met or not met, no division"; a start that is beyond the target already is no other case. */
function isThereAlready(facts: Facts): boolean {
  return facts.start !== null && order(shortOf(facts.value, facts.start, facts.asked.target), zero) <= 0;
}

/** What is pro-rated in kind, with a way still to go from the start. */
function followsCurve(facts: Facts): boolean {
  return isProRated(facts.asked, facts.asked.target) && !isThereAlready(facts);
}

/** What is judged by its own value each month, deadline or not. */
function isJudgedNow(facts: Facts): boolean {
  const { target } = facts.asked;
  if (target.reading === "rate" || target.deadline === null) return true;
  return isProRated(facts.asked, target) && isThereAlready(facts);
}

/** "A light of last year is judged by last year's rule"; 20 points, inclusive, where the plan has none. */
function ruleInForce(facts: Facts): PlainRule {
  const known = facts.asked.rules.filter((rule) => rule.from <= facts.end).at(-1);
  return known ?? { from: facts.asked.target.origin, mode: "points", tolerancePercent: 20, isInclusive: true };
}

/** "For what is not pro-rated the gap is the shortfall in % of the target"; of a target 0 any gap is 100. */
const percentOf = (gap: Pair, aim: Pair): Pair =>
  isZero(aim) ? (order(gap, zero) > 0 ? hundred : zero) : times(over(gap, magnitude(aim)), hundred);

/** The gap in the target's unit and in percent; null where there is nothing to be measured against. */
function gapOf(facts: Facts): { readonly gap: Pair; readonly percent: Pair } | null {
  const { asked, reached, value, start, expected } = facts;
  if (reached === null) return null;
  const against = (aim: Pair) => {
    const gap = shortOf(aim, reached.amount, asked.target);
    return { gap, percent: percentOf(gap, aim) };
  };
  if (followsCurve(facts) && start !== null && expected !== null) {
    const gap = shortOf(expected, reached.amount, asked.target);
    const behind = minus(expected, reached.amount);
    if (ruleInForce(facts).mode === "points") {
      return { gap, percent: times(over(behind, minus(value, start)), hundred) };
    }
    if (isZero(minus(expected, start))) return { gap, percent: order(gap, zero) > 0 ? hundred : zero };
    return { gap, percent: times(over(behind, minus(expected, start)), hundred) };
  }
  if (facts.bar !== null) return against(barValue(facts.bar));
  return isJudgedNow(facts) || isPast(asked) ? against(value) : null;
}

/** A bar is what was asked at its own deadline. */
const barValue = (bar: PlainTarget): Pair => valueInForce(bar, bar.deadline ?? bar.origin);

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
function verdictOf(facts: Facts): Verdict {
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
function metLateAt(facts: Facts): string | null {
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

function factsOf(asked: PlainCase): Facts {
  const { target, rollUp } = asked;
  const end = target.deadline === null ? asked.month : earlier(asked.month, target.deadline);
  const own = lastFormed(asked, target, end);
  const isRolledUp = own === null && rollUp !== null;
  const summed = isRolledUp ? rollUp.achieved : null;
  const reached: Reached | null =
    summed === null ? (own?.value ?? null) : { amount: summed, against: (threshold) => order(summed, threshold) };
  const judgedMonth = isRolledUp ? rollUp.judgedMonth : (own?.month ?? null);
  const value = valueInForce(target, end);
  const start = startOf(asked, target);
  const at = judgedMonth ?? end;
  const partial = { asked, end, isRolledUp, value, start, judgedMonth, reached, expected: null, bar: null };
  if (isProRated(asked, target) && start !== null) {
    return { ...partial, expected: isThereAlready(partial) ? value : expectedAt(asked, start, value, at) };
  }
  return { ...partial, bar: barAt(asked, at) };
}

/** "unless a nearer target on the measure has come due, which is then the bar". */
function barAt(asked: PlainCase, at: string): PlainTarget | null {
  const { target } = asked;
  if (target.reading === "rate" || isPast(asked)) return null;
  return (
    nearerTargets(asked)
      .filter((each) => each.deadline !== null && each.deadline <= at)
      .at(-1) ?? null
  );
}

/** The oracle's whole answer. */
export function judge(asked: PlainCase): PlainAnswer {
  const facts = factsOf(asked);
  const { end, value, start, judgedMonth, reached, expected, isRolledUp } = facts;
  const { light, cause } = verdictOf(facts);
  const { completion, basis } = completionOf(facts);
  const gap = cause === "parts-missing" || cause === "waits-for-deadline" ? null : gapOf(facts);
  const short = reached === null ? null : shortOf(value, reached.amount, asked.target);
  const isShared = expected !== null && start !== null && followsCurve(facts);
  return {
    judgedMonth,
    latestPeriod: latestPeriod(asked, end),
    isReported: isRolledUp
      ? asked.rollUp?.partsReported === asked.rollUp?.parts
      : !["before-first-period", "no-report", "not-formed"].includes(cause),
    isCarriedForward: judgedMonth !== null && judgedMonth < end,
    isCorrected: !isRolledUp && judgedMonth !== null && observationAt(asked, judgedMonth)?.isCorrected === true,
    start,
    achieved: reached?.amount ?? null,
    expected,
    scheduleShare: isShared ? over(minus(expected, start), minus(value, start)) : null,
    bar: facts.bar === null ? null : barValue(facts.bar),
    gap: gap?.gap ?? null,
    gapPercent: gap?.percent ?? null,
    remaining: short === null ? null : order(short, zero) > 0 ? short : pair(0),
    completion,
    completionBasis: basis,
    isMet: reached === null ? null : meets(reached, value, asked.target),
    isStretchMet: meetsStretch(facts),
    light,
    cause,
    metLateAt: light === "missed" ? metLateAt(facts) : null,
    completionText: completionText(completion),
  };
}
