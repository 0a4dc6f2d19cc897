/** Everything that a plan says. */
import { findIncentives } from "@beizeng/db";
import type { Plan } from "../contract/plans.ts";
import { later, type Month } from "../domain/month.ts";
import { additionOf } from "../plans/additions.ts";
import type { MeasureEntry, PlanOutline, SubjectEntry } from "../plans/outline.ts";
import { monthView } from "../plans/view.ts";
import { type Answer, give } from "../problems.ts";
import { assignedUnits } from "./assigned-units.ts";
import { planSummary } from "./plan-summary.ts";
import { askPlan, knowledgeOf, runningMonth } from "./questions.ts";
import type { Reads } from "./reads.ts";
import { reconciliations } from "./reconciliation.ts";
import { shownTarget } from "./shown-target.ts";

/** A subject as the document describes it. */
export function shownSubject(outline: PlanOutline, subject: SubjectEntry, month: Month): Plan["subjects"][number] {
  const { key, kind, name, clause, park, leadEnterprise, directions } = subject.row;
  const addition = additionOf(subject.row);
  // Of what is still to count: who will answer for it.
  const at = addition === null ? month : later(month, addition.from);
  const units = assignedUnits(outline, subject, at);
  return { key, kind, name, clause, park, leadEnterprise, directions, units, addition };
}

function shownMeasure({ row, reporting, targets }: MeasureEntry): Plan["measures"][number] {
  const { key, subject, nature, indicator, scope } = row;
  return {
    ...{ key, subject, nature },
    indicator: indicator.key,
    indicatorName: indicator.name,
    scopeName: scope?.name ?? null,
    unit: indicator.unit,
    decimals: indicator.decimals,
    reportingUnit: reporting.key,
    targets: targets.map((target) => target.row.key),
    addition: additionOf(row),
  };
}

function shownDepartments({ departments, subjects }: PlanOutline): Plan["departments"] {
  return [...departments.values()].map(({ key, name, kind, aliases, members }) => {
    const own = subjects.filter(({ row }) => row.assignments.some(({ department }) => department === key));
    return {
      ...{ key, name, kind, aliases },
      members: members.flatMap(({ department }) => departments.get(department)?.name ?? []),
      subjects: own.length,
      targets: own.flatMap(({ measures }) => measures.flatMap(({ targets }) => targets)).length,
    };
  });
}

/** The answer of GET /api/plans/{plan}; target values are those in force in the running month. */
export async function readPlan(reads: Reads, plan: string): Promise<Answer<Plan>> {
  const asked = await askPlan(reads, plan, knowledgeOf({}));
  if (!asked.ok) return asked;
  const { view } = asked.value;
  const { outline } = view;
  const month = monthView(view, runningMonth(reads));
  const incentives = await findIncentives(reads.store, outline.facts.id);
  return give({
    plan: planSummary(reads, outline),
    isDemonstration: reads.isDemonstration,
    subjects: outline.subjects.map((subject) => shownSubject(outline, subject, month.month)),
    measures: outline.measures.map(shownMeasure),
    targets: outline.targets.map((entry) => shownTarget(month, entry)),
    departments: shownDepartments(outline),
    reconciliations: reconciliations(outline, month.month),
    incentives: incentives.length,
  });
}
