/** What a note is about: a plan's month, a subject, or a target of it; and who answers for that. */
import type { Month } from "../domain/month.ts";
import { type Answer, give, refuse } from "../problems.ts";
import { assignmentsAt } from "./assignments-at.ts";
import type { PlanOutline, SubjectEntry, TargetEntry } from "./outline.ts";

/** What a note is about as the plan has it; null for the month as a whole, and for a subject as a whole. */
export interface NoteSubject {
  readonly subject: SubjectEntry | null;
  readonly target: TargetEntry | null;
}

/** What the keys of a note mean at its month; refuses what the plan does not have then. */
export function askNoteSubject(
  outline: PlanOutline,
  month: Month,
  { subject: key, target: targetKey }: { readonly subject: string | null; readonly target: string | null },
): Answer<NoteSubject> {
  const { subjects, targetByKey } = outline.at(month);
  const target = targetKey === null ? null : targetByKey.get(targetKey);
  if (target === undefined) return refuse({ code: "unknown-target", field: "target", value: targetKey ?? "" });
  const named = key ?? target?.measure.subject.row.key ?? null;
  const subject = named === null ? null : subjects.find(({ row }) => row.key === named);
  const allowed = subjects.map(({ row }) => row.key).join(", ");
  if (subject === undefined || (target !== null && target.measure.subject.row.key !== named)) {
    return refuse({ code: "unknown-subject", field: "subject", value: named ?? "", allowed });
  }
  return give({ subject, target });
}

/** The units that answer for what a note is about, by key: those of the subject at the month, of a month all of the plan. */
export function noteUnits(outline: PlanOutline, month: Month, subject: string | null): readonly string[] {
  if (subject === null) return [...outline.departments.keys()];
  const entry = outline.subjects.find(({ row }) => row.key === subject);
  return entry === undefined ? [] : assignmentsAt(entry, month).map(({ department }) => department);
}
