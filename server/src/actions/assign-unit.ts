import { insertAddedAssignment, type Store } from "@beizeng/db";
import type { AssignmentRole } from "@beizeng/db/vocabulary";
import { isMonth } from "../domain/month.ts";
import type { PlanOutline } from "../plans/outline.ts";
import { type Answer, give, refuse } from "../problems.ts";
import { type Addition, type Edited, editPlan, type PlanEditing } from "./edit-plan.ts";

/** A unit that answers for a subject from a month on. */
export interface AssignUnit extends PlanEditing {
  /** Keys of subject and unit. */
  readonly subject: string;
  readonly unit: string;
  readonly role: AssignmentRole;
  /** The first month whose figures are the unit's too, YYYY-MM. */
  readonly from: string;
}

function decide(outline: PlanOutline, { subject: key, unit: unitKey, role, from }: AssignUnit): Answer<Addition> {
  const subject = outline.subjects.find(({ row }) => row.key === key);
  if (subject === undefined) {
    const allowed = outline.subjects.map(({ row }) => row.key).join(", ");
    return refuse({ code: "unknown-subject", field: "subject", value: key, allowed });
  }
  const unit = outline.departments.get(unitKey);
  if (unit === undefined) return refuse({ code: "unknown-department", field: "unit", value: unitKey });
  if (subject.row.assignments.some(({ department }) => department === unitKey)) {
    return refuse({ code: "assigned-already", field: "unit", value: unit.name.zh, allowed: subject.row.name.zh });
  }
  if (!isMonth(from) || from < outline.firstMonth) {
    return refuse({ code: "month-out-of-range", field: "from", value: from, allowed: `${outline.firstMonth} —` });
  }
  return give({
    kind: "assign-unit",
    entity: `assignment:${key}/${unitKey}/${role}`,
    from,
    payload: { subject: key, unit: unitKey, role },
    write: (transaction, { editId }) =>
      insertAddedAssignment(transaction, { subjectId: subject.row.id, departmentId: unit.id, role, editId }),
  });
}

/** Makes a unit answer for a subject from a month on; the months before stay as they were. */
export function assignUnit(
  store: Store,
  request: AssignUnit,
): Promise<Answer<Edited & { readonly isRepeated: boolean }>> {
  const { subject, unit, role, from } = request;
  const asked = { kind: "assign-unit", subject, unit, role, from };
  return editPlan(store, request, asked, (outline) => decide(outline, request));
}
