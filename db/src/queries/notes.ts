import { and, asc, eq, lte } from "drizzle-orm";
import { insertedId } from "../rows.ts";
import { inserting, type NewRow, type RowOf, reading, type Scope } from "../statement.ts";
import type { Reader, Transaction } from "../store.ts";

type OfPlan = { planId: number };

const noteRows = reading(({ select, t, p }: Scope<OfPlan & { month: string }>) => {
  const { id, month, text, actor, actorRole, at } = t.notes;
  return select({ id, month, subject: t.subjects.key, target: t.targets.key, text, actor, actorRole, at })
    .from(t.notes)
    .leftJoin(t.subjects, eq(t.subjects.id, t.notes.subjectId))
    .leftJoin(t.targets, eq(t.targets.id, t.notes.targetId))
    .where(and(eq(t.notes.planId, p.planId), lte(month, p.month)))
    .orderBy(asc(id));
});

const stepRows = reading(({ select, t, p }: Scope<OfPlan>) => {
  const { id, noteId, step, text, actor, actorRole, at } = t.noteSteps;
  return select({ id, noteId, step, department: t.departments.key, text, actor, actorRole, at })
    .from(t.noteSteps)
    .innerJoin(t.notes, eq(t.notes.id, noteId))
    .leftJoin(t.departments, eq(t.departments.id, t.noteSteps.departmentId))
    .where(eq(t.notes.planId, p.planId))
    .orderBy(asc(id));
});

const noteInsertion = inserting("notes");
const stepInsertion = inserting("noteSteps");

/** What became of a note. */
export type RecordedNoteStep = RowOf<typeof stepRows>;

/** A note with what became of it; `subject` and `target` are keys, null where it is about the whole. */
export type RecordedNote = RowOf<typeof noteRows> & { readonly steps: readonly RecordedNoteStep[] };

/** The notes on a plan's months up to one, in the order in which they were written. */
export async function findNotes(reader: Reader, planId: number, month: string): Promise<RecordedNote[]> {
  const steps = await reader.all(stepRows, { planId });
  return (await reader.all(noteRows, { planId, month })).map((note) => ({
    ...note,
    steps: steps.filter(({ noteId }) => noteId === note.id),
  }));
}

/** Appends a note and answers its id. */
export async function insertNote(transaction: Transaction, note: NewRow<"notes">): Promise<number> {
  return insertedId(transaction.all(noteInsertion, note));
}

/** Appends what became of a note. */
export async function insertNoteStep(transaction: Transaction, step: NewRow<"noteSteps">): Promise<void> {
  await transaction.all(stepInsertion, step);
}
