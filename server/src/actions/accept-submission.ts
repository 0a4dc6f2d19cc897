import {
  findPlanKey,
  findSubmissionLines,
  insertObservation,
  insertSubmissionMove,
  inTransaction,
  type Store,
  type Transaction,
} from "@beizeng/db";
import type { Basis } from "@beizeng/db/vocabulary";
import type { Month } from "../domain/month.ts";
import { dayInChina } from "../plans/china-day.ts";
import { type CountedLine, findingsOf, linesThatCount, movedHeadlines } from "../plans/counted-lines.ts";
import { findView, keepView } from "../plans/find-view.ts";
import { updateHeadlineRows } from "../plans/headline-rows.ts";
import { storedMonth } from "../plans/stored.ts";
import type { PlanView } from "../plans/view.ts";
import { type Answer, give, refuse } from "../problems.ts";
import type { Actor } from "./actor.ts";
import { answeredOnceIfKeyed } from "./answered-once.ts";
import { decideReview, type Reviewable } from "./decide-review.ts";
import { audit, raise } from "./ledger.ts";

/** A submission to be accepted. */
export interface AcceptSubmission {
  readonly actor: Actor;
  /** The instant, ISO UTC with milliseconds: when the figures become known. */
  readonly now: string;
  readonly submission: number;
  /** The instant at which the round was handed in that the reviewer has seen. */
  readonly seen?: string;
  /** True when it is accepted among others: what a check marks, and every correction, is refused and looked at by itself. */
  readonly isUnseen?: boolean;
  /** Chosen by the sender: the same key accepts once, and is answered alike. */
  readonly key?: string;
}

/** A submission that was accepted, the ledger's revision, and how many figures entered it. */
export interface Accepted {
  readonly submission: number;
  readonly revision: number;
  readonly observations: number;
}

/**
 * Enters the lines as observations, and answers what the audit keeps of each: all of it, and what it took the place of.
 * What stands already for the month is superseded and stays readable.
 */
async function enter(
  transaction: Transaction,
  { actor, now }: AcceptSubmission,
  { submission, handedIn }: Reviewable,
  lines: readonly CountedLine[],
  revision: number,
): Promise<readonly object[]> {
  const kept: object[] = [];
  for (const { line, entry, value } of lines) {
    const { measureId, basis, entries, exits, stock, amount, doneOn, note } = line;
    const said = {
      doneOn,
      reportedBy: handedIn.actor,
      reportedAt: handedIn.at,
      reason: handedIn.reason ?? line.reason,
      note,
    };
    await insertObservation(transaction, {
      measureId,
      basis,
      month: submission.period,
      ...{ entries, exits, stock, amount },
      ...said,
      submissionId: submission.id,
      acceptedBy: actor.id,
      knownAt: now,
      revision,
      corrects: value.number === 1 ? null : value.number - 1,
    });
    kept.push({ measure: entry.row.key, basis, ...value, ...said });
  }
  return kept;
}

interface Written extends Accepted {
  readonly plan: string;
  readonly basis: Basis;
  readonly view: PlanView;
}

async function accept(store: Store, transaction: Transaction, request: AcceptSubmission): Promise<Answer<Written>> {
  const { actor, now, submission: id } = request;
  const review = await decideReview(transaction, { ...request, move: "accept", reason: null });
  if (!review.ok) return review;
  const { submission, from, to } = review.value;
  const typed = await findSubmissionLines(transaction, id);
  const basis = typed.at(-1)?.basis ?? "department";
  const plan = (await findPlanKey(transaction, submission.planId)) ?? "";
  const found = await findView(store, transaction, plan, basis);
  if (found === null) throw new Error(`submission ${id} is of no plan`);

  const lines = linesThatCount(found.view, submission.period, typed);
  const isCorrecting = submission.kind === "correction" || lines.some(({ value }) => value.number > 1);
  const theirs = basis === "statistics" ? await findView(store, transaction, plan, "department") : null;
  const views = { view: found.view, reported: theirs?.view ?? null };
  const isMarked = () => lines.some((line) => findingsOf(views, storedMonth(submission.period), line).length > 0);
  if (request.isUnseen === true && (isCorrecting || isMarked())) {
    return refuse({ code: "marked", field: "submission", value: String(id) });
  }

  const deed = { action: "accept-submission", at: now, actor, entity: `submission:${id}` };
  const revision = await raise(transaction, deed.action, now);
  const kept = await enter(transaction, request, review.value, lines, revision);
  const who = { actor: actor.id, actorRole: actor.role, at: now, reason: null, revision };
  const states = { fromState: from, toState: to };
  await insertSubmissionMove(transaction, { submissionId: id, move: "accept", ...states, ...who });
  const view = found.view.after(lines);
  const moved = movedHeadlines(view.outline, new Set(lines.map(({ line }) => line.measureId)));
  const running: Month = storedMonth(dayInChina(now).slice(0, 7));
  await updateHeadlineRows(transaction, view, moved, { basis, from: storedMonth(submission.period), running });
  await audit(transaction, deed, revision, { plan, period: submission.period, observations: kept });
  return give({ submission: id, revision, observations: lines.length, plan, basis, view });
}

/**
 * Accepts a submission: its figures enter the ledger, and the rows of the headlines that they move are written with
 * them. Nobody accepts what they submitted. DOMAIN section 8.
 */
export async function acceptSubmission(store: Store, request: AcceptSubmission): Promise<Answer<Accepted>> {
  const { actor, now: at, submission: id, seen, isUnseen, key } = request;
  const keyed = { account: actor.id, key, asked: { action: "accept-submission", id, seen, isUnseen }, at };
  // Empty where the store has the answer already: nothing was written then.
  const written: Written[] = [];
  const answer = await inTransaction(store, (transaction) =>
    answeredOnceIfKeyed(transaction, keyed, async (): Promise<Answer<Accepted>> => {
      const accepted = await accept(store, transaction, request);
      if (!accepted.ok) return accepted;
      const { submission, revision, observations } = accepted.value;
      written.push(accepted.value);
      return give({ submission, revision, observations });
    }),
  );
  for (const { plan, basis, view, revision } of written) keepView(store, { plan, basis, view, revision });
  return answer;
}
