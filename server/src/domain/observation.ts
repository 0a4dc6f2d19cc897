/** Finding what is known of a measure at a month. */
import type { Measure, Observation, Target } from "./model.ts";
import { earlier, type Month } from "./month.ts";

/** Place of the last observation at or before the month among the measure's observations, −1 when there is none. */
export function lastPlace(measure: Measure, month: Month): number {
  let low = 0;
  let high = measure.observations.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const seen = measure.observations[middle];
    if (seen !== undefined && seen.month <= month) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low - 1;
}

/** The observation of exactly this month, null when there is none. */
export function observationAt(measure: Measure, month: Month): Observation | null {
  const seen = measure.observations[lastPlace(measure, month)];
  return seen?.month === month ? seen : null;
}

/** The month from which the measure's cumulative figures count: the earliest origin among its targets. DOMAIN section 2. */
export function originOf(target: Target, siblings: readonly Target[]): Month {
  return siblings.reduce((first, sibling) => earlier(first, sibling.origin), target.origin);
}
