import type { PlanDocument, TargetEntry } from "@beizeng/seeds/plan-types.ts";
import { samplePlan } from "./sample-plan.ts";

const asks = (reading: TargetEntry["reading"], value: number, deadline: string, more: Partial<TargetEntry> = {}) => ({
  ...{ reading, comparator: ">=" as const, value, deadline, hardness: "committed" as const, clause: "二（一）" },
  curve: reading === "annual-growth" ? ("none" as const) : ("linear" as const),
  ...more,
});

/**
 * The sample plan with a headline of its own at 工信局: firms 20 % more by 2022-12, output 10 % a year until 2025-12, and
 * steel's output with what stood at 2020-12 besides, which the plan does not state.
 */
export function planWithGrowth(): PlanDocument {
  const plan = samplePlan();
  const steel = plan.subjects.find(({ id }) => id === "steel");
  steel?.measures[1]?.targets.push(asks("growth", 60, "2025-12", { origin: "2020-12" }));
  const measures = [
    { indicator: "above-scale-enterprises", nature: "population" as const, targets: [asks("growth", 20, "2022-12")] },
    { indicator: "output", nature: "yearly-flow" as const, targets: [asks("annual-growth", 10, "2025-12")] },
  ];
  const assignments = [{ department: "industry", role: "responsible" as const }];
  const name = { zh: "增长", en: "Growth" };
  plan.subjects.unshift({ id: "growing", kind: "headline", name, clause: "二（一）", assignments, measures });
  return plan;
}
