/**
 * The lines of a paper under the hands of who writes them: each is saved a moment after it was typed, one save at a time;
 * what cannot be saved is kept and tried again; of two writers the second is asked. No React here.
 */
import { Refusal } from "../../api/call.ts";
import type { PaperRow, TypedLine } from "../../api/types.ts";
import { asksToSignIn } from "../../lib/sign-in.ts";
import type { KeptLines } from "./kept-lines.ts";

/** How a line stands: as saved, on its way, kept because nobody answers or nobody is signed in any more, in conflict, or refused. */
export type LineState = "saved" | "typed" | "saving" | "kept" | "signed-out" | "conflict" | "refused";

/** A line with what the server last said of it and what stands in its cells. */
export interface DeskLine {
  readonly row: PaperRow;
  readonly typed: TypedLine;
  readonly state: LineState;
  /** The server's sentence where it refused. */
  readonly problem: string | null;
}

/** What the desk needs of the world. */
export interface DeskTools {
  readonly save: (measure: string, typed: TypedLine, version: number) => Promise<PaperRow>;
  readonly kept: KeptLines;
  /** Called when a line was saved. */
  readonly onSaved: () => void;
}

const pauseMilliseconds = 400;
const againMilliseconds = 8000;

/** How a line stands that is to be saved. */
const isWaiting = ({ state }: DeskLine) => state === "typed" || state === "kept" || state === "signed-out";

const isSame = (left: TypedLine, right: TypedLine) => JSON.stringify(left) === JSON.stringify(right);

const figures = ["entries", "exits", "stock", "amount", "isUnchanged", "doneOn"] as const;

/** True while what the server last said of the line's figures is about those that stand in its cells: a word beside them changes none. */
export const isJudged = ({ state, typed, row }: DeskLine): boolean =>
  state === "saved" || figures.every((figure) => JSON.stringify(typed[figure]) === JSON.stringify(row.typed[figure]));

/** The row that a refused save came with. */
function rowIn(error: Refusal): PaperRow | null {
  // The document promises a row with this refusal.
  return error.code === "line-moved-on" && "row" in error.answer ? (error.answer.row as PaperRow) : null;
}

/** Opens the desk over the rows of a paper; lines that were kept from before are saved first, or asked about. */
export function openDesk(rows: readonly PaperRow[], { save, kept, onSaved }: DeskTools) {
  const lines = new Map<string, DeskLine>();
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const underWay = new Map<string, Promise<void>>();
  const listeners = new Set<() => void>();
  let version = 0;

  const put = (measure: string, line: DeskLine) => {
    lines.set(measure, line);
    version += 1;
    for (const tell of listeners) tell();
  };
  const lineOf = (measure: string): DeskLine => {
    const line = lines.get(measure);
    if (line === undefined) throw new Error(`no line ${measure} on the desk`);
    return line;
  };
  const later = (measure: string, milliseconds: number) => {
    clearTimeout(timers.get(measure));
    timers.set(
      measure,
      setTimeout(() => void saveNow(measure), milliseconds),
    );
  };

  const send = async (measure: string): Promise<void> => {
    const sent = lineOf(measure);
    // The way to sign in again must not vanish under the hand that leaves the cell to take it.
    put(measure, { ...sent, state: sent.state === "signed-out" ? "signed-out" : "saving" });
    try {
      const row = await save(measure, sent.typed, sent.row.version);
      const now = lineOf(measure);
      if (isSame(now.typed, sent.typed)) {
        kept.forget(measure);
        put(measure, { row, typed: row.typed, state: "saved", problem: null });
      } else {
        put(measure, { ...now, row, state: "typed", problem: null });
        kept.keep(measure, { typed: now.typed, version: row.version });
        later(measure, pauseMilliseconds);
      }
      onSaved();
    } catch (error) {
      const now = lineOf(measure);
      const refusal = error instanceof Refusal ? error : null;
      const row = refusal === null ? null : rowIn(refusal);
      if (row !== null) put(measure, { ...now, row, state: "conflict", problem: null });
      else if (asksToSignIn(refusal)) put(measure, { ...now, state: "signed-out", problem: null });
      else if (refusal !== null && refusal.status >= 400 && refusal.status < 500) {
        put(measure, { ...now, state: "refused", problem: refusal.message });
      } else {
        put(measure, { ...now, state: "kept", problem: null });
        later(measure, againMilliseconds);
      }
    }
  };

  /** Saves a line that is to be saved, after whatever save of it is under way. */
  async function saveNow(measure: string): Promise<void> {
    clearTimeout(timers.get(measure));
    await underWay.get(measure);
    if (!isWaiting(lineOf(measure))) return;
    const saving = send(measure).finally(() => underWay.delete(measure));
    underWay.set(measure, saving);
    await saving;
  }

  const type = (measure: string, typed: TypedLine) => {
    const line = lineOf(measure);
    if (isSame(line.typed, typed)) return;
    kept.keep(measure, { typed, version: line.row.version });
    const isConflict = line.state === "conflict";
    put(measure, { ...line, typed, state: isConflict ? "conflict" : "typed", problem: null });
    if (!isConflict) later(measure, pauseMilliseconds);
  };

  const before = kept.read();
  for (const row of rows) {
    const own = before.get(row.measure);
    if (own === undefined || isSame(own.typed, row.typed)) {
      lines.set(row.measure, { row, typed: row.typed, state: "saved", problem: null });
      if (own !== undefined) kept.forget(row.measure);
    } else {
      const state = own.version === row.version ? "typed" : "conflict";
      lines.set(row.measure, { row, typed: own.typed, state, problem: null });
      if (state === "typed") later(row.measure, 0);
    }
  }

  return {
    lineOf,
    type,
    /** Saves a line without waiting for the pause. */
    settle: (measure: string) => void saveNow(measure),
    /** Saves everything that is typed; true when nothing is left unsaved. */
    saveAll: async (): Promise<boolean> => {
      for (const measure of lines.keys()) await saveNow(measure);
      for (const measure of lines.keys()) await saveNow(measure);
      return [...lines.values()].every(({ state }) => state === "saved");
    },
    /** Ends a conflict: what was typed here stands, or what the other wrote. */
    decide: (measure: string, whose: "mine" | "theirs") => {
      const line = lineOf(measure);
      if (whose === "theirs") {
        kept.forget(measure);
        put(measure, { ...line, typed: line.row.typed, state: "saved", problem: null });
      } else {
        kept.keep(measure, { typed: line.typed, version: line.row.version });
        put(measure, { ...line, state: "typed", problem: null });
        void saveNow(measure);
      }
    },
    /** Takes what the server says of lines now; what is typed and unsaved stays. */
    take: (fresh: readonly PaperRow[]) => {
      for (const row of fresh) {
        const line = lines.get(row.measure);
        if (line === undefined || line.state === "saved") {
          put(row.measure, { row, typed: row.typed, state: "saved", problem: null });
        }
      }
    },
    /** Tries again what could not be saved. */
    tryAgain: () => {
      for (const [measure, line] of lines) if (isWaiting(line) && line.state !== "typed") void saveNow(measure);
    },
    /** Stops waiting; what is unsaved stays kept. */
    close: () => {
      for (const timer of timers.values()) clearTimeout(timer);
    },
    all: (): readonly DeskLine[] => [...lines.values()],
    subscribe: (tell: () => void) => {
      listeners.add(tell);
      return () => {
        listeners.delete(tell);
      };
    },
    version: () => version,
  };
}

/** The desk of a paper. */
export type Desk = ReturnType<typeof openDesk>;
