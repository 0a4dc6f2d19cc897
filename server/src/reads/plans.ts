/** All plans of the workspace. */
import type { PlanList } from "../contract/plans.ts";
import { planSummary } from "./plan-summary.ts";
import { knowledgeOf } from "./questions.ts";
import type { Reads } from "./reads.ts";

/** The answer of GET /api/plans. */
export async function readPlans(reads: Reads): Promise<PlanList> {
  const plans: PlanList["plans"] = [];
  for (const { key } of await reads.plans()) {
    const known = await reads.view(key, knowledgeOf({}));
    if (known !== null) plans.push(planSummary(reads, known.view.outline));
  }
  return { workspace: { kind: reads.kind, today: reads.today() }, plans };
}
