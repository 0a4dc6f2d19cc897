/**
 * Which periods the office may bring history into: it carries what a unit once wrote down into drafts, which the unit looks
 * at and hands in itself. What the unit has begun or handed in is never touched. DOMAIN section 8.
 */

/** Most periods of one form: five years of months. */
export const mostPeriods = 60;

/** Why a period is left alone. */
export const skipReasons = ["handed-in", "draft", "closed"] as const;
export type SkipReason = (typeof skipReasons)[number];

/** What stands of a unit's report of a period. */
export interface PeriodStanding {
  readonly isHandedIn: boolean;
  readonly hasDraft: boolean;
  readonly isClosed: boolean;
}

/** Why a period is left alone, null where a draft may be made of it. */
export function skipReason({ isHandedIn, hasDraft, isClosed }: PeriodStanding): SkipReason | null {
  if (isHandedIn) {
    return "handed-in";
  }
  if (hasDraft) {
    return "draft";
  }
  return isClosed ? "closed" : null;
}
