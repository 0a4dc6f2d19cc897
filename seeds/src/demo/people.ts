/** Who acts in the demonstration: nobody real, and named as such. */
import type { Actor } from "@beizeng/server/actions/actor.ts";
import type { ExpandedPlan } from "../expanded-plan.ts";

/** Who fills in a department's reports. */
export function reporterOf(plan: ExpandedPlan, department: string): Actor {
  return invented(plan, `${nameOf(plan, department)}填报员`, "reporter", [department]);
}

/** Units whose head signs what is reported; all others hand in without one. */
const headed: Readonly<Record<string, readonly string[]>> = { "lvliang-2022": ["lvliang-big-data-bureau"] };

function headsOf(plan: ExpandedPlan): readonly Actor[] {
  const units = headed[plan.id] ?? [];
  return units.map((department) => invented(plan, `${nameOf(plan, department)}负责人`, "head", [department]));
}

/** Who reviews a plan's reports and revises its targets. */
export function reviewerOf(plan: ExpandedPlan): Actor {
  return invented(plan, `${nameOf(plan, plan.issuer)}审核员`, "office", [plan.issuer]);
}

/** Who grants what the reviewer asks for: a period is not reopened by one person alone. */
export function secondReviewerOf(plan: ExpandedPlan): Actor {
  return invented(plan, `${nameOf(plan, plan.issuer)}复核员`, "office", [plan.issuer]);
}

/** Who confirms the departments' figures for the statistics bureau. */
export function statisticianOf(plan: ExpandedPlan): Actor {
  return invented(plan, "统计局核定员", "statistics", reportersOf(plan));
}

/** Everybody who has an account in the demonstration: the people of each plan, and those who belong to none. */
export function peopleOf(plans: readonly ExpandedPlan[]): readonly Actor[] {
  const ofPlans = plans.flatMap((plan) => [
    reviewerOf(plan),
    secondReviewerOf(plan),
    statisticianOf(plan),
    ...reportersOf(plan).map((department) => reporterOf(plan, department)),
    ...headsOf(plan),
  ]);
  return [...ofPlans, ...officials];
}

/** The units that report a plan's measures. */
function reportersOf(plan: ExpandedPlan): string[] {
  return [...new Set(plan.measures.map(({ reporting }) => reporting))];
}

/** Who reads all plans and leaves notes. */
export const leader: Actor = official("领导", "leader");

/** Who acts on no figure of any plan. */
const officials: readonly Actor[] = [
  leader,
  official("审计员", "auditor"),
  official("系统管理员", "admin"),
  official("安全管理员", "security"),
];

function official(post: string, role: Actor["role"]): Actor {
  return { id: `演示·${post}`, role, departments: [] };
}

/** What the ledger keeps of an account stands on the pages beside its figures, so an invented one is its name. */
function invented(plan: ExpandedPlan, post: string, role: Actor["role"], departments: readonly string[]): Actor {
  const place = plan.jurisdictions.find(({ code }) => code === plan.jurisdiction)?.name.zh ?? "";
  return { id: `演示·${place}·${post}`, role, departments };
}

function nameOf(plan: ExpandedPlan, department: string): string {
  const found = plan.departments.find(({ id }) => id === department);
  if (found === undefined) throw new Error(`${plan.id} has no department ${department}`);
  return found.name.zh;
}
