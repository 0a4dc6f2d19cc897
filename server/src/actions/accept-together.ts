import { inTransaction, type Store } from "@beizeng/db";
import { type Refusal, statusOf } from "../problems.ts";
import { acceptSubmission } from "./accept-submission.ts";
import type { Actor } from "./actor.ts";
import { auditUnrevised } from "./ledger.ts";

/** Submissions that nothing marks, to be accepted one after the other. */
export interface AcceptTogether {
  readonly actor: Actor;
  /** The instant, ISO UTC with milliseconds. */
  readonly now: string;
  readonly submissions: readonly { readonly submission: number; readonly seen: string }[];
  /** Chosen by the sender: under the same key each is accepted once, also when the first try was cut off midway. */
  readonly key: string;
}

/** Which were accepted, and why the others were not. */
export interface AcceptedTogether {
  readonly accepted: readonly number[];
  readonly refused: readonly { readonly submission: number; readonly reason: Refusal }[];
}

/** A try that was refused is kept in the audit like one that was made by itself. TRUST S3. */
function noteRefused(store: Store, { actor, now }: AcceptTogether, submission: number, reason: Refusal): Promise<void> {
  const deed = { action: "refused", at: now, actor, entity: `submission:${submission}` };
  const said = { code: reason.code, status: statusOf(reason) };
  return inTransaction(store, (transaction) => auditUnrevised(transaction, deed, said));
}

/** Accepts several submissions, each in a transaction of its own: what one of them lacks holds up no other. */
export async function acceptTogether(store: Store, request: AcceptTogether): Promise<AcceptedTogether> {
  const { actor, now, submissions, key } = request;
  const accepted: number[] = [];
  const refused: { submission: number; reason: Refusal }[] = [];
  for (const { submission, seen } of submissions) {
    // A space, which no sent key has, keeps the keys of the parts from those of other requests.
    const part = { key: `${key} ${submission}`, isUnseen: true };
    const answer = await acceptSubmission(store, { actor, now, submission, seen, ...part });
    if (answer.ok) {
      accepted.push(submission);
    } else {
      await noteRefused(store, request, submission, answer.reason);
      refused.push({ submission, reason: answer.reason });
    }
  }
  return { accepted, refused };
}
