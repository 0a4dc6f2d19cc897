/** How a target stands with the latest period that is due, the first rows of DOMAIN section 4. */
import { sign } from "./fraction.ts";
import type { Coverage } from "./light.ts";
import type { RolledUp, Target } from "./model.ts";
import { type Month, monthsBetween } from "./month.ts";
import { lastPlace } from "./observation.ts";
import { type ReadingBase, readAt } from "./reading.ts";
import type { Value } from "./value.ts";

/** What coverage is decided on. */
export interface CoverageFacts {
  readonly target: Target;
  readonly base: ReadingBase;
  /** The latest period due, null before the first. */
  readonly period: Month | null;
  /** The month looked at, or the deadline after it. */
  readonly until: Month;
  readonly isDeadlinePast: boolean;
  /** The last value of the target's own, null when it has none. */
  readonly own: Value | null;
  /** The sum of parts that stands in for it, null where nothing does. */
  readonly rollUp: RolledUp | null;
}

/** True when a sum of parts may be judged: every part has reported and nothing is unallocated. DOMAIN section 5. */
function isWhole({ achieved, partsReported, parts, unallocated }: RolledUp): boolean {
  return achieved !== null && partsReported === parts && sign(unallocated) === 0;
}

/** True when an annual growth of a month is unknown for the one reason that the month ends no whole year since the origin. */
function waitsForWholeYear({ target, base }: CoverageFacts, month: Month): boolean {
  return (
    target.reading === "annual-growth" &&
    monthsBetween(target.origin, month) % 12 !== 0 &&
    readAt("growth", base, month) !== null
  );
}

/**
 * How a target stands with its latest period due: reported when the reading can be formed from a month of the period or
 * after it. Before the deadline an annual growth that only waits for its whole year counts as reported; a standing one
 * does so once a whole year has been, since it is judged each month and never waits.
 */
export function coverageOf(facts: CoverageFacts): Coverage {
  const { base, period, until, own, rollUp } = facts;
  if (period === null) {
    return "before-first-period";
  }
  if (rollUp !== null) {
    return isWhole(rollUp) ? "reported" : "parts-missing";
  }
  if (own !== null && own.month >= period) {
    return "reported";
  }
  const last = base.measure.observations[lastPlace(base.measure, until)];
  if (last === undefined || last.month < period) {
    return "no-report";
  }
  const mayWait = own !== null || facts.target.deadline !== null;
  return mayWait && !facts.isDeadlinePast && waitsForWholeYear(facts, last.month) ? "reported" : "not-formed";
}
