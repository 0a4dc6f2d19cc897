/** Who acts in the demonstration: nobody real, and named as such. */
import type { Actor } from "@beizeng/server/actions/actor.ts";
import type { ExpandedPlan } from "../expanded-plan.ts";

/** Who fills in a department's reports. */
export function reporterOf(plan: ExpandedPlan, department: string): Actor {
  return invented(plan, `${nameOf(plan, department)}填报员`, "reporter", department);
}

/** Who reviews a plan's reports and revises its targets. */
export function reviewerOf(plan: ExpandedPlan): Actor {
  return invented(plan, `${nameOf(plan, plan.issuer)}审核员`, "office", plan.issuer);
}

/** Who confirms a department's figures for the statistics bureau. */
export function statisticianOf(plan: ExpandedPlan, department: string): Actor {
  return invented(plan, "统计局核定员", "statistics", department);
}

/** What the ledger keeps of an account stands on the pages beside its figures, so an invented one is its name. */
function invented(plan: ExpandedPlan, post: string, role: Actor["role"], department: string): Actor {
  const place = plan.jurisdictions.find(({ code }) => code === plan.jurisdiction)?.name.zh ?? "";
  return { id: `演示·${place}·${post}`, role, departments: [department] };
}

function nameOf(plan: ExpandedPlan, department: string): string {
  const found = plan.departments.find(({ id }) => id === department);
  if (found === undefined) throw new Error(`${plan.id} has no department ${department}`);
  return found.name.zh;
}
