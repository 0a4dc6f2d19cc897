/**
 * Notes of leaders (批示): who writes, who answers, who marks as settled. A note is a record: it is never changed, its
 * author may take it back while nobody has answered, and what became of it stands beside it. DOMAIN section 8.
 */
import type { NoteStep, Role } from "../../../db/src/vocabulary.ts";
import { may } from "./access.ts";

/** How a note stands, in this order of what counts: 已撤回, 已落实, 已回复, 待回复. */
export const noteStates = ["withdrawn", "settled", "answered", "open"] as const;
export type NoteState = (typeof noteStates)[number];

/** How a note stands after what became of it. */
export function noteState(steps: readonly { readonly step: NoteStep }[]): NoteState {
  const has = (sought: NoteStep) => steps.some(({ step }) => step === sought);
  if (has("withdraw")) return "withdrawn";
  if (has("settle")) return "settled";
  return has("answer") ? "answered" : "open";
}

/** Who wants to take a step: an account, its role, and the units (by key) that it reports for. */
export interface NoteActor {
  readonly id: string;
  readonly role: Role;
  readonly departments: readonly string[];
}

/** A note as far as its steps depend on it. */
export interface AskedNote {
  readonly author: string;
  /** The units that answer for what it is about, by key. */
  readonly units: readonly string[];
  readonly state: NoteState;
}

/** The states from which each step is taken. */
const states: Readonly<Record<NoteStep, readonly NoteState[]>> = {
  answer: ["open", "answered"],
  settle: ["open", "answered"],
  withdraw: ["open"],
};

/** The unit for which somebody may answer a note, null for who may not; the bureau confirms figures and answers for none. */
export function answeringUnit({ role, departments }: NoteActor, { units }: Pick<AskedNote, "units">): string | null {
  if (role !== "reporter" && role !== "head") return null;
  return units.find((unit) => departments.includes(unit)) ?? null;
}

/** Whether somebody may take a step with a note, whatever its state: units answer, leaders settle, authors withdraw. */
function isTheirs(step: NoteStep, actor: NoteActor, note: AskedNote): boolean {
  switch (step) {
    case "answer":
      return answeringUnit(actor, note) !== null;
    case "settle":
      return may(actor.role, "write-comments") && (actor.role === "leader" || actor.id === note.author);
    case "withdraw":
      return may(actor.role, "write-comments") && actor.id === note.author;
  }
}

/** Decides whether a step is taken: allowed, not for this person, or not from this state. */
export function decideNoteStep(
  step: NoteStep,
  actor: NoteActor,
  note: AskedNote,
): "allowed" | "not-theirs" | "not-from-this-state" {
  if (!isTheirs(step, actor, note)) return "not-theirs";
  return states[step].includes(note.state) ? "allowed" : "not-from-this-state";
}
