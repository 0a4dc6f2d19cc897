/** The units that answer for a subject. */
import type { Plan } from "../contract/plans.ts";
import type { PlanOutline, SubjectEntry } from "../plans/outline.ts";

/** In the order of the document. */
export function assignedUnits(outline: PlanOutline, { row }: SubjectEntry): Plan["subjects"][number]["units"] {
  return row.assignments.flatMap(({ department, role, isReporting, isImplied }) => {
    const unit = outline.departments.get(department);
    return unit === undefined ? [] : [{ department, name: unit.name, kind: unit.kind, role, isReporting, isImplied }];
  });
}
