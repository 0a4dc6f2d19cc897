/** A request that must not be done twice: the same key answers what was answered, and nothing is done again. TRUST R3. */
import { createHash } from "node:crypto";
import { findAnsweredRequest, insertAnsweredRequest, type Transaction } from "@beizeng/db";
import { type Answer, give, refuse } from "../problems.ts";

/** A request under a key that its sender chose. */
export interface KeyedRequest {
  readonly account: string;
  readonly key: string;
  /** All that is asked, of which the digest is made: another question under the same key is refused. */
  readonly asked: unknown;
  /** The instant, ISO UTC with milliseconds. */
  readonly at: string;
}

const digestOf = (asked: unknown) => createHash("sha256").update(JSON.stringify(asked)).digest("hex");

/**
 * Does `act` the first time and answers from the store after that; refusals are not kept, so that what was mended can be
 * sent under the same key. The answer must be what JSON can carry.
 */
export async function answeredOnce<T>(
  transaction: Transaction,
  { account, key, asked, at }: KeyedRequest,
  act: () => Promise<Answer<T>>,
): Promise<Answer<T & { readonly isRepeated: boolean }>> {
  const digest = digestOf(asked);
  const known = await findAnsweredRequest(transaction, { account, key });
  if (known !== null) {
    if (known.digest !== digest) return refuse({ code: "key-used-otherwise", field: "idempotency-key", value: key });
    // Written below, from an answer of the same type: the digest names the route.
    return give({ ...(JSON.parse(known.answer) as T), isRepeated: true });
  }
  const answer = await act();
  if (!answer.ok) return answer;
  await insertAnsweredRequest(transaction, { account, key, digest, answer: JSON.stringify(answer.value), at });
  return give({ ...answer.value, isRepeated: false });
}

/** As `answeredOnce` for a request that came with a key; one without is done whenever it is asked. */
export async function answeredOnceIfKeyed<T>(
  transaction: Transaction,
  { key, ...request }: Omit<KeyedRequest, "key"> & { readonly key: string | undefined },
  act: () => Promise<Answer<T>>,
): Promise<Answer<T>> {
  return key === undefined ? act() : answeredOnce(transaction, { ...request, key }, act);
}
