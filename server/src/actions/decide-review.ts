/** What accepting and returning a submission ask for alike. */
import { findAccount, findSubmission, type Reader, type RecordedMove, type RecordedSubmission } from "@beizeng/db";
import type { SubmissionState } from "@beizeng/db/vocabulary";
import { decideMove } from "../domain/workflow.ts";
import { minuteInChina } from "../plans/china-day.ts";
import { type Answer, give, refuse } from "../problems.ts";
import type { Actor } from "./actor.ts";
import { askOpenMonth } from "./open-month.ts";
import { moveRefused, standingOf } from "./submission-standing.ts";

/** A decision on a submission. */
export interface Review {
  readonly actor: Actor;
  readonly submission: number;
  readonly move: "accept" | "return";
  readonly reason: string | null;
  /** The instant at which the round was handed in that the reviewer has seen; a later one is not decided unseen. */
  readonly seen?: string;
}

/** A submission that may be decided on as wanted, where that leads, and how it was handed in. */
export interface Reviewable {
  readonly submission: RecordedSubmission;
  readonly from: SubmissionState;
  readonly to: SubmissionState;
  readonly handedIn: RecordedMove;
}

const decisions = { accept: { zh: "审核通过", en: "accepted" }, return: { zh: "退回", en: "returned" } } as const;

/** Of two decisions one wins; the other is told who decided what, and when. */
async function decidedAlready(reader: Reader, { moves }: RecordedSubmission): Promise<Answer<never> | null> {
  const last = moves.at(-1);
  if (last === undefined || (last.move !== "accept" && last.move !== "return")) return null;
  const account = await findAccount(reader, last.actor);
  const [at, words] = [minuteInChina(last.at), decisions[last.move]];
  const allowed = { zh: `${at} ${words.zh}`, en: `${words.en} at ${at}` };
  return refuse({ code: "already-decided", value: account?.name ?? last.actor, allowed });
}

/** Whether a submission may be decided on as wanted. */
export async function decideReview(reader: Reader, review: Review): Promise<Answer<Reviewable>> {
  const { actor, submission: id, move, reason, seen } = review;
  const submission = await findSubmission(reader, id);
  if (submission === null) return refuse({ code: "unknown-submission", field: "submission", value: String(id) });
  const standing = standingOf(submission);
  const mover = { account: actor.id, role: actor.role, departments: actor.departments };
  const decided = decideMove(standing, { move, mover, reason, isCorrecting: false, hasHead: false });
  if (!decided.ok) {
    const isElse = decided.reason === "not-from-this-state";
    const told = isElse ? await decidedAlready(reader, submission) : null;
    return told ?? moveRefused(decided.reason, standing);
  }
  const handedIn = submission.moves.findLast((step) => step.move === "submit");
  if (handedIn === undefined) throw new Error(`submission ${id} was never submitted`);
  if (seen !== undefined && seen !== handedIn.at) return refuse({ code: "changed-since-seen", field: "seen" });
  const open = await askOpenMonth(reader, submission.planId, submission.period);
  if (!open.ok) return open;
  return give({ submission, from: standing.state, to: decided.state, handedIn });
}
