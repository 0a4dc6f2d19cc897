import type { Store } from "@beizeng/db";
import type { Refusal } from "../problems.ts";
import { acceptSubmission } from "./accept-submission.ts";
import type { Actor } from "./actor.ts";

/** Submissions that nothing marks, to be accepted one after the other. */
export interface AcceptTogether {
  readonly actor: Actor;
  /** The instant, ISO UTC with milliseconds. */
  readonly now: string;
  readonly submissions: readonly { readonly submission: number; readonly seen: string }[];
}

/** Which were accepted, and why the others were not. */
export interface AcceptedTogether {
  readonly accepted: readonly number[];
  readonly refused: readonly { readonly submission: number; readonly reason: Refusal }[];
}

/** Accepts several submissions, each in a transaction of its own: what one of them lacks holds up no other. */
export async function acceptTogether(
  store: Store,
  { actor, now, submissions }: AcceptTogether,
): Promise<AcceptedTogether> {
  const accepted: number[] = [];
  const refused: { submission: number; reason: Refusal }[] = [];
  for (const { submission, seen } of submissions) {
    const answer = await acceptSubmission(store, { actor, now, submission, seen, isUnseen: true });
    if (answer.ok) accepted.push(submission);
    else refused.push({ submission, reason: answer.reason });
  }
  return { accepted, refused };
}
