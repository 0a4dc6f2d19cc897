import {
  findPlanKey,
  findSubmissionLines,
  insertReturnedLine,
  insertSubmissionMove,
  inTransaction,
  type Reader,
  type RecordedSubmission,
  type Store,
  type Transaction,
} from "@beizeng/db";
import { findOutline } from "../plans/find-outline.ts";
import { noteWrite } from "../plans/find-view.ts";
import { type Answer, give, refuse } from "../problems.ts";
import type { Actor } from "./actor.ts";
import { answeredOnceIfKeyed } from "./answered-once.ts";
import { decideReview } from "./decide-review.ts";
import { audit, raise } from "./ledger.ts";

/** What is to be mended in a line. */
export interface LineToMend {
  /** Key of the measure. */
  readonly measure: string;
  readonly reason: string;
}

/** A submission to be sent back, and why: as a whole, and line by line where that can be told. */
export interface ReturnSubmission {
  readonly actor: Actor;
  /** The instant, ISO UTC with milliseconds. */
  readonly now: string;
  readonly submission: number;
  readonly reason: string;
  readonly lines?: readonly LineToMend[];
  /** The instant at which the round was handed in that the reviewer has seen. */
  readonly seen?: string;
  /** Chosen by the sender: the same key sends back once, and is answered alike. */
  readonly key?: string;
}

/** A submission that was sent back, and the ledger's revision. */
export interface Returned {
  readonly submission: number;
  readonly revision: number;
}

/** The lines that are named, by the store's id of their measure; each must have been handed in, once, with a reason. */
async function readLines(
  store: Store,
  reader: Reader,
  { id, planId }: RecordedSubmission,
  lines: readonly LineToMend[],
): Promise<Answer<ReadonlyMap<number, string>>> {
  if (lines.length === 0) return give(new Map());
  const plan = (await findPlanKey(reader, planId)) ?? "";
  const outline = await findOutline(store, reader, plan);
  const handedIn = new Set((await findSubmissionLines(reader, id)).map(({ measureId }) => measureId));
  const read = new Map<number, string>();
  for (const { measure, reason } of lines) {
    const measureId = outline?.measures.find(({ row }) => row.key === measure)?.row.id;
    if (measureId === undefined || !handedIn.has(measureId)) {
      return refuse({ code: "unknown-measure", field: "lines", value: measure });
    }
    if (read.has(measureId)) return refuse({ code: "measure-twice", field: "lines", value: measure });
    if (reason.trim() === "") return refuse({ code: "reason-missing", field: `lines.${measure}.reason` });
    read.set(measureId, reason.trim());
  }
  return give(read);
}

async function sendBack(store: Store, transaction: Transaction, request: ReturnSubmission): Promise<Answer<Returned>> {
  const { actor, now, submission: id, reason, lines: named = [] } = request;
  const review = await decideReview(transaction, { ...request, move: "return" });
  if (!review.ok) return review;
  const { submission, from, to } = review.value;
  const lines = await readLines(store, transaction, submission, named);
  if (!lines.ok) return lines;
  const deed = { action: "return-submission", at: now, actor, entity: `submission:${id}` };
  const revision = await raise(transaction, deed.action, now);
  const states = { fromState: from, toState: to };
  const who = { actor: actor.id, actorRole: actor.role, at: now };
  const moveId = await insertSubmissionMove(transaction, {
    submissionId: id,
    move: "return",
    ...states,
    ...who,
    reason,
    revision,
  });
  for (const [measureId, word] of lines.value) {
    await insertReturnedLine(transaction, { moveId, measureId, reason: word });
  }
  await audit(transaction, deed, revision, named.length === 0 ? { reason } : { reason, lines: named });
  return give({ submission: id, revision });
}

/** Sends a submission back to its department with a reason; nobody sends back what they submitted. DOMAIN section 8. */
export async function returnSubmission(store: Store, request: ReturnSubmission): Promise<Answer<Returned>> {
  const { actor, now: at, submission: id, reason, lines, seen, key } = request;
  const keyed = { account: actor.id, key, asked: { action: "return-submission", id, reason, lines, seen }, at };
  const answer = await inTransaction(store, (transaction) =>
    answeredOnceIfKeyed(transaction, keyed, () => sendBack(store, transaction, request)),
  );
  if (answer.ok) noteWrite(store, answer.value.revision, null);
  return answer;
}
