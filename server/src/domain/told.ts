/** The figures of an assessment as a sentence tells them, the same in every language. */
import { placesToTell, shortText } from "./figures.ts";
import { type Fraction, magnitude, ofDecimal, ofNumber, zero } from "./fraction.ts";
import type { Assessment } from "./model.ts";

/** The yardstick that the light was decided by: the curve, a nearer target that came due, or the target itself. */
export const yardsticks = ["curve", "bar", "target"] as const;
export type ToldYardstick = (typeof yardsticks)[number];

/** Numbers in figures, without units; distances without sign. Empty text where there is none. */
export interface Told {
  readonly targetValue: string;
  readonly stretch: string;
  readonly expected: string;
  readonly bar: string;
  readonly gap: string;
  readonly gapPercent: string;
  readonly tolerance: string;
  readonly remaining: string;
  readonly unallocated: string;
  readonly yardstick: ToldYardstick;
}

/** The figures of an assessment: what differs from the figure beside it never reads the same. */
export function tell(assessment: Assessment): Told {
  const { achieved, targetValue, stretch, decimals, expected, bar, gap, gapPercent, rule, remaining, rollUp } =
    assessment;
  const beside = (value: Fraction | null, places: number, other: Fraction) =>
    value === null ? "" : shortText(value, placesToTell(value, other, places));
  const distance = (value: Fraction | null, places: number) =>
    value === null ? "" : beside(magnitude(value), places, zero);
  const tolerance = rule === null ? zero : ofNumber(rule.tolerancePercent);
  return {
    targetValue: shortText(ofDecimal(targetValue), targetValue.decimals),
    stretch: stretch === null ? "" : shortText(ofDecimal(stretch), stretch.decimals),
    expected: beside(expected, decimals + 1, achieved ?? zero),
    bar: beside(bar, decimals, zero),
    gap: distance(gap, decimals + 1),
    gapPercent: gapPercent === null ? "" : beside(magnitude(gapPercent), 1, tolerance),
    tolerance: shortText(tolerance, 2),
    remaining: distance(remaining, decimals),
    unallocated: distance(rollUp?.unallocated ?? null, decimals),
    yardstick: assessment.scheduleShare !== null ? "curve" : bar !== null ? "bar" : "target",
  };
}

/** A value in figures beside the target that it is compared with. */
export function tellAchieved(achieved: Fraction, { targetValue, decimals }: Assessment): string {
  return shortText(achieved, placesToTell(achieved, ofDecimal(targetValue), decimals));
}
