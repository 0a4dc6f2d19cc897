import * as words from "@beizeng/db/vocabulary";
import { type Static, Type } from "typebox";
import { noteStates } from "../domain/notes.ts";
import { Key, Month, nullable, oneOf, Text } from "./common.ts";
import { SubjectSummary } from "./plans.ts";

const strict = { additionalProperties: false };
const NoteState = oneOf(noteStates, { $id: "NoteState" });
const NoteStepWord = oneOf(words.noteSteps, { $id: "NoteStepWord" });
/** What people write with a note, as they wrote it. */
const Written = Type.String({ maxLength: 2000 });

/** What became of a note. */
export const NoteStep = Type.Object(
  {
    step: NoteStepWord,
    /** The unit that answers; null for every other step. */
    unit: nullable(Text),
    by: Type.String(),
    at: Type.String(),
    text: nullable(Type.String()),
  },
  { $id: "NoteStep" },
);

/** A note (批示); of one that was taken back nothing is told but that it was. */
export const Note = Type.Object(
  {
    id: Type.Integer(),
    month: Month,
    subject: nullable(SubjectSummary),
    /** The target that it is about, by key and in words; null for the subject or the month as a whole. */
    target: nullable(Type.Object({ key: Type.String(), name: Text })),
    text: nullable(Type.String()),
    by: Type.String(),
    byOffice: Type.Boolean({ description: "True for a note of the office, false for a leader's." }),
    at: Type.String(),
    state: NoteState,
    steps: Type.Array(NoteStep),
    /** The steps that are open to whoever asks. */
    may: Type.Array(NoteStepWord),
  },
  { $id: "Note" },
);

/** The notes on a plan's months up to the one asked, the newest month first. */
export const Notes = Type.Object(
  { plan: Key, month: Month, mayWrite: Type.Boolean(), notes: Type.Array(Note) },
  { $id: "Notes" },
);

export const NotesQuery = Type.Object({ month: Month, subject: Type.Optional(Key) }, strict);
export const NoteWriting = Type.Object(
  {
    month: Month,
    subject: Type.Optional(Key),
    target: Type.Optional(Type.String({ minLength: 1, maxLength: 300 })),
    text: Written,
  },
  { $id: "NoteWriting", ...strict },
);
export const NoteWritten = Type.Object({ note: Type.Integer() }, { $id: "NoteWritten" });
export const NoteParams = Type.Object({ plan: Key, note: Type.String({ pattern: "^[1-9][0-9]{0,8}$" }) }, strict);
export const NoteStepping = Type.Object(
  { step: NoteStepWord, text: Type.Optional(Written) },
  { $id: "NoteStepping", ...strict },
);
export const NoteStepped = Type.Object({ note: Type.Integer(), state: NoteState }, { $id: "NoteStepped" });

export type Notes = Static<typeof Notes>;
export type NotesQuery = Static<typeof NotesQuery>;
