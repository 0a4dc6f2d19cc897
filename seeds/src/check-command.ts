import { writeDecimal } from "@beizeng/server/domain/decimal.ts";
import { expandPlan } from "./expand-plan.ts";
import type { ExpandedPlan } from "./expanded-plan.ts";
import { plansFolder, readPlanDocuments } from "./plan-document.ts";
import { PlanDocumentError } from "./plan-fault.ts";
import { type Reconciliation, reconcile } from "./reconcile.ts";

// `npm run seeds:check [folder]`: the policy data in numbers, or every fault and exit code 1.
try {
  const plans = readPlanDocuments(process.argv[2] ?? plansFolder).map(expandPlan);
  console.log(plans.map(describePlan).join("\n\n"));
} catch (error) {
  if (!(error instanceof PlanDocumentError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

function describePlan(plan: ExpandedPlan): string {
  const kinds = (["headline", "chain", "task"] as const).map((kind) => {
    const subjects = plan.subjects.filter((subject) => subject.kind === kind);
    return `${subjects.length} ${kind}`;
  });
  const horizons = plan.horizons.map((horizon) => {
    const count = plan.targets.filter((target) => target.horizon === horizon).length;
    return `${horizon}: ${count}`;
  });
  const ambiguous = plan.targets.filter((target) => target.ambiguous !== null).length;
  const groups = plan.departments.filter((department) => department.kind === "group").length;
  return [
    `${plan.id}  ${plan.title.zh}`,
    `  事项 ${plan.subjects.length} (${kinds.join(", ")}), 考核指标 ${plan.measures.length}`,
    `  目标值 ${plan.targets.length} (${horizons.join(", ")}), 其中表述不明 ${ambiguous}`,
    `  责任单位 ${plan.departments.length} (${groups} group), 奖补 ${plan.incentives.length}`,
    ...reconcile(plan).map((answer) => `  ${describeReconciliation(plan, answer)}`),
  ].join("\n");
}

function describeReconciliation(plan: ExpandedPlan, answer: Reconciliation): string {
  const indicator = plan.indicators.find(({ id }) => id === answer.indicator)?.name.zh ?? answer.indicator;
  const parts = answer.subjectsWith.length;
  const all = parts + answer.subjectsWithout.length;
  const sum = `${writeDecimal(answer.allocated)}/${writeDecimal(answer.whole)}`;
  const rest = answer.unallocated.digits;
  let verdict = "分解完毕";
  if (rest > 0) verdict = `未分解 ${writeDecimal(answer.unallocated)}`;
  if (rest < 0) verdict = `分解超出 ${writeDecimal({ ...answer.unallocated, digits: -rest })}`;
  return `${indicator} ${answer.horizon}: ${sum}, ${verdict} (${parts} of ${all} ${answer.kind})`;
}
