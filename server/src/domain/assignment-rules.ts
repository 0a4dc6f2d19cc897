/** Which of a subject's units reports its figures. DOMAIN section 1. */
import type { AssignmentRole, DepartmentKind } from "../../../db/src/vocabulary.ts";

/** A unit's part in a subject. */
export interface StatedAssignment {
  readonly department: string;
  readonly role: AssignmentRole;
}

/** Places at which a unit is named that was named already. */
export function placesNamedAgain(assignments: readonly StatedAssignment[]): readonly number[] {
  const units = assignments.map(({ department }) => department);
  return units.flatMap((unit, place) => (units.indexOf(unit) === place ? [] : [place]));
}

/** The unit that reports a subject where nobody says which: the first lead, else the issuer if assigned, else the first bureau or unit. */
export function reportingUnit(
  assignments: readonly StatedAssignment[],
  issuer: string,
  kindOf: (department: string) => DepartmentKind | undefined,
): string {
  const chosen =
    assignments.find(({ role }) => role === "lead") ??
    assignments.find(({ department }) => department === issuer) ??
    assignments.find(({ department }) => kindOf(department) === "bureau") ??
    assignments[0];
  return chosen?.department ?? issuer;
}

/** True where a unit may report a subject: it is assigned to it, or a member of a group that is. */
export function mayReport(
  unit: string,
  assigned: readonly string[],
  membersOf: (department: string) => readonly string[],
): boolean {
  return assigned.some((department) => department === unit || membersOf(department).includes(unit));
}
