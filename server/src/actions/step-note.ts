import { findNotes, insertNoteStep, inTransaction, type Store, type Transaction } from "@beizeng/db";
import type { NoteStep } from "@beizeng/db/vocabulary";
import { answeringUnit, decideNoteStep, type NoteState, noteState } from "../domain/notes.ts";
import { noteStateWords } from "../domain/words.ts";
import { findOutline } from "../plans/find-outline.ts";
import { noteUnits } from "../plans/note-subject.ts";
import { storedMonth } from "../plans/stored.ts";
import { type Answer, give, refuse } from "../problems.ts";
import type { Actor } from "./actor.ts";
import { answeredOnceIfKeyed } from "./answered-once.ts";
import { auditUnrevised } from "./ledger.ts";

/** What is done with a note: a unit answers it, a leader marks it as settled, its author takes it back. */
export interface StepNote {
  readonly actor: Actor;
  /** The instant, ISO UTC with milliseconds. */
  readonly now: string;
  readonly plan: string;
  readonly note: number;
  readonly step: NoteStep;
  readonly text: string | null;
  /** Chosen by the sender: the same key does it once. */
  readonly key?: string;
}

/** A note with how it now stands. */
export interface SteppedNote {
  readonly note: number;
  readonly state: NoteState;
}

const lastMonth = "9999-12";

async function step(store: Store, transaction: Transaction, request: StepNote): Promise<Answer<SteppedNote>> {
  const { actor, now: at, plan, note: id, step: asked } = request;
  const outline = await findOutline(store, transaction, plan);
  if (outline === null) return refuse({ code: "unknown-plan", field: "plan", value: plan, allowed: "" });
  const notes = await findNotes(transaction, outline.facts.id, lastMonth);
  const note = notes.find((each) => each.id === id);
  if (note === undefined) return refuse({ code: "unknown-note" });
  const state = noteState(note.steps);
  const units = noteUnits(outline, storedMonth(note.month), note.subject);
  const known = { author: note.actor, units, state };
  const decided = decideNoteStep(asked, actor, known);
  if (decided === "not-theirs") return refuse({ code: "not-your-note" });
  if (decided === "not-from-this-state") {
    return refuse({ code: "note-not-from-this-state", allowed: noteStateWords[state] });
  }
  const text = request.text?.trim() || null;
  if (asked === "answer" && text === null) return refuse({ code: "text-missing", field: "text" });
  const department = asked === "answer" ? answeringUnit(actor, known) : null;
  const departmentId = department === null ? null : (outline.departments.get(department)?.id ?? null);
  const who = { actor: actor.id, actorRole: actor.role, at };
  await insertNoteStep(transaction, { noteId: id, step: asked, departmentId, text, ...who });
  const { month, subject, target } = note;
  await auditUnrevised(
    transaction,
    { action: `${asked}-note`, at, actor, entity: `note:${id}` },
    { plan, month, subject, target, department, text },
  );
  return give({ note: id, state: noteState([...note.steps, { step: asked }]) });
}

/** Takes a step with a note; nothing of what was written is changed by it. */
export async function stepNote(store: Store, request: StepNote): Promise<Answer<SteppedNote>> {
  const { actor, now: at, plan, note, step: taken, text, key } = request;
  const asked = { action: "step-note", plan, note, step: taken, text };
  return inTransaction(store, (transaction) =>
    answeredOnceIfKeyed(transaction, { account: actor.id, key, asked, at }, () => step(store, transaction, request)),
  );
}
