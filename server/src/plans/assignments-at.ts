import type { BookAssignment } from "@beizeng/db";
import type { Month } from "../domain/month.ts";
import type { SubjectEntry } from "./outline.ts";

/** Who answers for a subject in a month: a unit that was assigned later is left out before its month. */
export function assignmentsAt({ row }: SubjectEntry, month: Month): readonly BookAssignment[] {
  return row.assignments.every(({ from }) => from === null || from <= month)
    ? row.assignments
    : row.assignments.filter(({ from }) => from === null || from <= month);
}
