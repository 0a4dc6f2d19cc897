/** Adding up the targets that a headline declares itself made of, and saying what does not add up. DOMAIN section 5. */
import { add, type Fraction, ofDecimal, subtract, zero } from "./fraction.ts";
import { revisionInForce } from "./in-force.ts";
import type { Assessment, Decimal, RolledUp, Target } from "./model.ts";
import { earlier, type Month } from "./month.ts";

/** The sum of values; 0 of none. */
export function sumOf(values: readonly Fraction[]): Fraction {
  return values.reduce(add, zero);
}

/** How a headline's value is shared out; never rescaled, and `unallocated` is negative where the parts exceed it. */
export interface Allocation {
  readonly allocated: Fraction;
  readonly unallocated: Fraction;
}

/** What the parts' target values make of a headline's (已分解, 未分解). DOMAIN section 5. */
export function allocate(headline: Decimal, parts: readonly Decimal[]): Allocation {
  const allocated = sumOf(parts.map(ofDecimal));
  return { allocated, unallocated: subtract(ofDecimal(headline), allocated) };
}

/**
 * The sum of a headline's parts at a month, to be given to `assess` as the headline's `rollUp`. The parts are the
 * assessments at the same month of exactly the targets that the plan declares, which is what allows them to be added.
 */
export function rollUp(headline: Target, month: Month, parts: readonly Assessment[]): RolledUp {
  const until = headline.deadline === null ? month : earlier(month, headline.deadline);
  const values = parts.flatMap(({ achieved }) => achieved ?? []);
  const months = parts.flatMap(({ judgedMonth }) => judgedMonth ?? []);
  const { value } = revisionInForce(headline, until);
  return {
    ...allocate(
      value,
      parts.map(({ targetValue }) => targetValue),
    ),
    achieved: values.length === 0 ? null : sumOf(values),
    judgedMonth: months.length === 0 ? null : months.reduce(earlier),
    partsReported: parts.filter(({ isReported }) => isReported).length,
    parts: parts.length,
  };
}
