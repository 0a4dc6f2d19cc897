/** The units that answer for a subject. */
import type { Plan } from "../contract/plans.ts";
import type { Month } from "../domain/month.ts";
import { assignmentsAt } from "../plans/assignments-at.ts";
import type { PlanOutline, SubjectEntry } from "../plans/outline.ts";

/** In the order of the document, as they are in a month. */
export function assignedUnits(
  outline: PlanOutline,
  subject: SubjectEntry,
  month: Month,
): Plan["subjects"][number]["units"] {
  return assignmentsAt(subject, month).flatMap(({ department, role, isReporting, isImplied }) => {
    const unit = outline.departments.get(department);
    return unit === undefined ? [] : [{ department, name: unit.name, kind: unit.kind, role, isReporting, isImplied }];
  });
}
