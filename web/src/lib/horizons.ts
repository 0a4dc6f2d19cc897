import type { PlanSummary } from "../api/types.ts";

/** The horizon that a page opens with: the nearest deadline not yet past at the month, else the latest, else standing. */
export function openingHorizon(plan: PlanSummary, month: string): string {
  const dated = plan.horizons.map(({ horizon }) => horizon).filter((horizon) => horizon !== "standing");
  const sorted = [...dated].sort();
  return sorted.find((horizon) => horizon >= month) ?? sorted[sorted.length - 1] ?? "standing";
}
