/** The targets of all subjects that a unit is assigned to. */
import type { AssignedTarget } from "../domain/attribution.ts";
import { assignmentsAt } from "../plans/assignments-at.ts";
import type { MonthView } from "../plans/view.ts";

/** The targets of one horizon that a unit's subjects have, in the order of the document; a unit that leads counts as lead. */
export function assignedTargets(month: MonthView, department: string, horizon: string): AssignedTarget[] {
  return month.view.outline.subjects.flatMap((subject) => {
    const { row, measures } = subject;
    const assignments = assignmentsAt(subject, month.month);
    const own = assignments.filter((assignment) => assignment.department === department);
    if (own.length === 0) return [];
    const role = own.some((assignment) => assignment.role === "lead") ? "lead" : "responsible";
    const unitsAssigned = new Set(assignments.map((assignment) => assignment.department)).size;
    const hasLead = assignments.some((assignment) => assignment.role === "lead");
    return measures
      .flatMap(({ targets }) => targets.filter((entry) => entry.row.horizon === horizon))
      .map((entry) => ({
        subject: row.key,
        indicator: entry.measure.row.indicator.key,
        target: entry.target,
        assessment: month.assessment(entry),
        parts: entry.parts.map((part) => part.row.key),
        role,
        unitsAssigned,
        hasLead,
      }));
  });
}
