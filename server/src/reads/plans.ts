/** All plans of the workspace. */
import { findPlanCounts } from "@beizeng/db";
import type { PlanList } from "../contract/plans.ts";
import { countedSummary } from "./plan-summary.ts";
import type { Reads } from "./reads.ts";

/** The answer of GET /api/plans: of many plans nothing is read but what is counted. */
export async function readPlans(reads: Reads): Promise<PlanList> {
  const counts = await findPlanCounts(reads.store);
  const plans = (await reads.plans()).flatMap((facts) => {
    const counted = counts.get(facts.id);
    return counted === undefined ? [] : [countedSummary(reads, facts, counted)];
  });
  return { workspace: { kind: reads.kind, today: reads.today() }, plans };
}
