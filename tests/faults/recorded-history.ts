/** Writes of the product with every state that was committed on the way, and the bytes in which they stood. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Store } from "@beizeng/db";
import { acceptSubmission } from "@beizeng/server/actions/accept-submission.ts";
import { saveDraftLine } from "@beizeng/server/actions/save-draft-line.ts";
import { submitPaper } from "@beizeng/server/actions/submit-paper.ts";
import type { Answer } from "@beizeng/server/problems.ts";
import Database from "better-sqlite3";
import { expect } from "vitest";
import { openTestLedger } from "../helpers/app.ts";
import { allPapers, measureOf, type PaperOfUnit, planOfPapers, textOf, unitOf } from "./plan-of-papers.ts";
import { expectSound } from "./whole-file.ts";
import { commitEnds, generationOf } from "./write-ahead-log.ts";

/** A store's file as a power loss could leave it, and what was committed. */
export interface History {
  /** The file without the log: the state before the first of `states` but the first. */
  readonly base: Buffer;
  /** The log with all transactions of this generation; behind them stands what is left of the one before. */
  readonly log: Buffer;
  /** The log's file as it was when this generation began. */
  readonly logBefore: Buffer;
  /** Hashes of the file's content before the first transaction and after each. */
  readonly states: readonly string[];
  /** The file with all of the log taken over. */
  readonly content: Buffer;
  /** How far the log reached after each of the states. */
  readonly ends: readonly number[];
}

/** Transactions of a history: so few that the log is not taken over into the file within it. */
export const historyLength = 50;

/** What a file holds, byte by byte, its log taken over. */
export const hashOf = (content: Buffer): string => createHash("sha256").update(content).digest("hex");

const now = () => "2026-02-03T01:00:00.000Z";

function given<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(JSON.stringify(answer.reason));
  return answer.value;
}

/** The three writes of a paper, each a transaction: typed, handed in, accepted. */
export async function* writePaper(store: Store, written: PaperOfUnit): AsyncGenerator<string> {
  const { unit, period } = written;
  const actor = { id: `clerk-${unit}`, role: "reporter" as const, departments: [unitOf(unit)] };
  const paper = { plan: "sample-2022", department: unitOf(unit), period, kind: "report" as const };
  const measure = measureOf(unit);
  const typed = { amount: { text: textOf(written), as: "cumulative" as const } };
  given(await saveDraftLine(store, { actor, now: now(), paper, measure, typed, version: 0 }));
  yield "typed";
  const key = `paper-${unit}-${period}`;
  const seen = [{ measure, version: 1 }];
  const { submission } = given(await submitPaper(store, { actor, now: now(), paper, seen, reason: null, key }));
  yield "handed in";
  const reviewer = { id: "reviewer", role: "office" as const, departments: [] };
  given(await acceptSubmission(store, { actor: reviewer, now: now(), submission }));
  yield "accepted";
}

/**
 * Lets people write until the log has begun anew, as it does whenever it was taken over into the file, and then so many
 * transactions more, each state of which is looked at and kept.
 */
export async function recordHistory(transactions: number): Promise<History> {
  const opened = await openTestLedger([planOfPapers()], "production");
  const { file, store } = opened;
  const second = new Database(file, { readonly: true });
  const readLog = () => readFileSync(`${file}-wal`);
  try {
    const papers = allPapers().values();
    let logBefore = readLog();
    let base: Buffer | null = null;
    const states: string[] = [];
    const ends: number[] = [];
    for (const paper of papers) {
      for await (const _ of writePaper(store, paper)) {
        const log = readLog();
        if (base === null) {
          const isAnew = generationOf(log) !== generationOf(logBefore);
          if (!isAnew) {
            logBefore = log;
            continue;
          }
          // All that stood in the log is in the file; the first transaction of the new log is not.
          base = readFileSync(file);
          states.push(hashOf(base));
          ends.push(32);
        }
        expect(readFileSync(file).equals(base)).toBe(true);
        expectSound(second);
        states.push(hashOf(second.serialize()));
        ends.push(commitEnds(log).at(-1) ?? 0);
        expect(commitEnds(log)).toHaveLength(states.length - 1);
        if (states.length > transactions) return { base, log, logBefore, states, content: second.serialize(), ends };
      }
    }
    throw new Error("the papers did not suffice until the log began anew");
  } finally {
    second.close();
    await opened.dispose();
  }
}
