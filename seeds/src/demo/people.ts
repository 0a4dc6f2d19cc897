/** Who acts in the demonstration: nobody real, and named as such. */
import type { Actor } from "@beizeng/server/actions/actor.ts";
import type { ExpandedPlan } from "../expanded-plan.ts";

/** Who fills in a department's reports. */
export function reporterOf(plan: ExpandedPlan, department: string): Actor {
  return {
    id: `demo-${department}`,
    name: `演示·${nameOf(plan, department)}填报员`,
    role: "reporter",
    departments: [department],
  };
}

/** Who reviews a plan's reports and revises its targets. */
export function reviewerOf(plan: ExpandedPlan): Actor {
  const issuer = nameOf(plan, plan.issuer);
  return { id: `demo-office-${plan.id}`, name: `演示·${issuer}审核员`, role: "office", departments: [plan.issuer] };
}

/** Who confirms a department's figures for the statistics bureau. */
export function statisticianOf(plan: ExpandedPlan, department: string): Actor {
  const place = plan.jurisdictions.find(({ code }) => code === plan.jurisdiction)?.name.zh ?? "";
  const name = `演示·${place}统计局核定员`;
  return { id: `demo-statistics-${plan.id}`, name, role: "statistics", departments: [department] };
}

function nameOf(plan: ExpandedPlan, department: string): string {
  const found = plan.departments.find(({ id }) => id === department);
  if (found === undefined) throw new Error(`${plan.id} has no department ${department}`);
  return found.name.zh;
}
