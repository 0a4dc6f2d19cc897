import type { PlanSummary } from "../api/types.ts";

/**
 * The horizon that a page opens with: of the deadlines not yet past at the month, the nearest that has at least half as
 * many targets as the fullest of them, so that a yearly quota or two do not hide the plan; where all are past the
 * latest, and standing where no target has a deadline.
 */
export function openingHorizon(plan: PlanSummary, month: string): string {
  const dated = plan.horizons
    .filter(({ horizon }) => horizon !== "standing")
    .sort((one, other) => (one.horizon < other.horizon ? -1 : 1));
  const ahead = dated.filter(({ horizon }) => horizon >= month);
  const fullest = Math.max(0, ...ahead.map(({ targets }) => targets));
  const opening = ahead.find(({ targets }) => targets * 2 >= fullest) ?? dated[dated.length - 1];
  return opening?.horizon ?? "standing";
}
