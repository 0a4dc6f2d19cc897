/** The oracle's judgement on one target at one month, put together. */
import { completionText } from "./display.ts";
import { barValue, type Facts, factsOf, followsCurve, isThereAlready, meets, shortOf } from "./facts.ts";
import { minus, order, over, type Pair, pair, scaled, zero } from "./fractions.ts";
import { gapOf } from "./gap.ts";
import type { PlainAnswer, PlainCase } from "./plain.ts";
import { latestPeriod, observationAt } from "./readings.ts";
import { inForce } from "./schedule.ts";
import { metLateAt, verdictOf } from "./verdict.ts";

function meetsStretch(facts: Facts): boolean | null {
  const { target } = facts.asked;
  const { stretchDigits, decimals } = inForce(target, facts.end);
  if (stretchDigits === null || facts.reached === null) return null;
  const side = facts.reached.against(scaled(stretchDigits, decimals));
  return target.direction === "rising" ? side >= 0 : side <= 0;
}

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

/** Whether the latest period due is reported; of a sum, by every part. */
function hasReport({ asked, isRolledUp, end, reached }: Facts, cause: string): boolean {
  if (latestPeriod(asked, end) === null) return false;
  if (isRolledUp) return reached !== null && asked.rollUp?.partsReported === asked.rollUp?.parts;
  return cause !== "no-report" && cause !== "not-formed";
}

/** The oracle's whole answer. */
export function judge(asked: PlainCase): PlainAnswer {
  const facts = factsOf(asked);
  const { end, value, start, judgedMonth, reached, expected } = facts;
  const { light, cause } = verdictOf(facts);
  const { completion, basis } = completionOf(facts);
  const gap = cause === "parts-missing" || cause === "waits-for-deadline" ? null : gapOf(facts);
  const short = reached === null ? null : shortOf(value, reached.amount, asked.target);
  const isShared = expected !== null && start !== null && followsCurve(facts);
  return {
    judgedMonth,
    latestPeriod: latestPeriod(asked, end),
    isReported: hasReport(facts, cause),
    isCarriedForward: judgedMonth !== null && judgedMonth < end,
    isCorrected: !facts.isRolledUp && judgedMonth !== null && observationAt(asked, judgedMonth)?.isCorrected === true,
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
