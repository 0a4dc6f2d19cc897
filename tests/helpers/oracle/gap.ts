/** DOMAIN section 4: how far a value is behind, and by which rule that is judged. */

import { barValue, type Facts, followsCurve, isJudgedNow, isPast, shortOf } from "./facts.ts";
import { hundred, isZero, magnitude, minus, order, over, type Pair, times, zero } from "./fractions.ts";
import type { PlainRule } from "./plain.ts";

/** "A light of last year is judged by last year's rule"; 20 points, inclusive, where the plan has none. */
export function ruleInForce(facts: Facts): PlainRule {
  const known = facts.asked.rules.filter((rule) => rule.from <= facts.end).at(-1);
  return known ?? { from: facts.asked.target.origin, mode: "points", tolerancePercent: 20, isInclusive: true };
}

/** "For what is not pro-rated the gap is the shortfall in % of the target"; of a target 0 any gap is 100. */
export const percentOf = (gap: Pair, aim: Pair): Pair =>
  isZero(aim) ? (order(gap, zero) > 0 ? hundred : zero) : times(over(gap, magnitude(aim)), hundred);

/** The gap in the target's unit and in percent; null where there is nothing to be measured against. */
export function gapOf(facts: Facts): { readonly gap: Pair; readonly percent: Pair } | null {
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
