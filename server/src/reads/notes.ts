/** The notes (批示) on a plan's months, and what whoever asks may do with them. */
import { findNotes, type RecordedNote } from "@beizeng/db";
import { noteSteps } from "@beizeng/db/vocabulary";
import type { Notes, NotesQuery } from "../contract/notes.ts";
import { may } from "../domain/access.ts";
import { decideNoteStep, type NoteActor, noteState } from "../domain/notes.ts";
import { noteUnits } from "../plans/note-subject.ts";
import type { PlanOutline } from "../plans/outline.ts";
import { storedMonth } from "../plans/stored.ts";
import { type Answer, give } from "../problems.ts";
import { indicatorInWords } from "./named-target.ts";
import { peopleOf } from "./people.ts";
import { subjectSummary } from "./plan-summary.ts";
import { askMonth, askPlan, askSubject } from "./questions.ts";
import type { Reads } from "./reads.ts";

type Note = Notes["notes"][number];

function shownNote(
  outline: PlanOutline,
  note: RecordedNote,
  nameOf: (key: string) => string,
  actor: NoteActor | null,
): Note {
  const state = noteState(note.steps);
  const subject = outline.subjects.find(({ row }) => row.key === note.subject);
  const target = note.target === null ? undefined : outline.targetByKey.get(note.target);
  const asked = { author: note.actor, units: noteUnits(outline, storedMonth(note.month), note.subject), state };
  return {
    id: note.id,
    month: note.month,
    subject: subject === undefined ? null : subjectSummary(subject),
    target: target === undefined ? null : { key: target.row.key, name: indicatorInWords(target) },
    text: state === "withdrawn" ? null : note.text,
    by: nameOf(note.actor),
    byOffice: note.actorRole === "office",
    at: note.at,
    state,
    steps: note.steps.map(({ step, department, actor: by, at, text }) => ({
      step,
      unit: department === null ? null : (outline.departments.get(department)?.name ?? null),
      by: nameOf(by),
      at,
      text,
    })),
    may: actor === null ? [] : noteSteps.filter((step) => decideNoteStep(step, actor, asked) === "allowed"),
  };
}

/** The answer of GET /api/plans/{plan}/notes. */
export async function readNotes(
  reads: Reads,
  plan: string,
  query: NotesQuery,
  actor: NoteActor | null,
): Promise<Answer<Notes>> {
  const asked = await askPlan(reads, plan, { basis: "department", asKnownOn: null });
  if (!asked.ok) return asked;
  const { outline } = asked.value.view;
  const month = askMonth(reads, outline, "month", query.month);
  if (!month.ok) return month;
  const subject = query.subject === undefined ? null : askSubject(outline, query.subject);
  if (subject !== null && !subject.ok) return subject;
  const nameOf = await peopleOf(reads);
  const notes = (await findNotes(reads.store, outline.facts.id, month.value))
    .filter((note) => subject === null || note.subject === subject.value.row.key)
    .map((note) => shownNote(outline, note, nameOf, actor))
    .sort((one, other) => (one.month === other.month ? other.id - one.id : one.month < other.month ? 1 : -1));
  const mayWrite = actor !== null && may(actor.role, "write-comments");
  return give({ plan, month: month.value, mayWrite, notes });
}
