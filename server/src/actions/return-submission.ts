import { findSubmission, insertSubmissionMove, inTransaction, type Store } from "@beizeng/db";
import { decideMove } from "../domain/workflow.ts";
import { noteWrite } from "../plans/find-view.ts";
import { type Answer, give, refuse } from "../problems.ts";
import type { Actor } from "./actor.ts";
import { audit, raise } from "./ledger.ts";
import { moveRefused, standingOf } from "./submission-standing.ts";

/** A submission to be sent back, and why. */
export interface ReturnSubmission {
  readonly actor: Actor;
  /** The instant, ISO UTC with milliseconds. */
  readonly now: string;
  readonly submission: number;
  readonly reason: string;
}

/** Sends a submission back to its department with a reason; nobody sends back what they submitted. DOMAIN section 8. */
export async function returnSubmission(
  store: Store,
  { actor, now, submission: id, reason }: ReturnSubmission,
): Promise<Answer<{ submission: number; revision: number }>> {
  const answer = await inTransaction(
    store,
    async (transaction): Promise<Answer<{ submission: number; revision: number }>> => {
      const submission = await findSubmission(transaction, id);
      if (submission === null) return refuse({ code: "unknown-submission", field: "submission", value: String(id) });
      const standing = standingOf(submission);
      const mover = { account: actor.id, role: actor.role, departments: actor.departments };
      const move = decideMove(standing, { move: "return", mover, reason });
      if (!move.ok) return moveRefused(move.reason, standing);
      const deed = { action: "return-submission", at: now, actor, entity: `submission:${id}` };
      const revision = await raise(transaction, deed.action, now);
      const states = { fromState: standing.state, toState: move.state };
      const who = { actor: actor.id, actorRole: actor.role, at: now };
      await insertSubmissionMove(transaction, {
        submissionId: id,
        move: "return",
        ...states,
        ...who,
        reason,
        revision,
      });
      await audit(transaction, deed, revision, { reason });
      return give({ submission: id, revision });
    },
  );
  if (answer.ok) noteWrite(store, answer.value.revision, null);
  return answer;
}
