import { and, eq, lt } from "drizzle-orm";
import { firstRow } from "../rows.ts";
import { inserting, type NewRow, reading, type Scope, writing } from "../statement.ts";
import type { Reader, Transaction } from "../store.ts";

/** A request that was done, and what was answered, as JSON text. */
export type AnsweredRequest = NewRow<"answeredRequests">;

const answeredRow = reading(({ select, t, p }: Scope<{ account: string; key: string }>) => {
  const { account, key, digest, answer, at } = t.answeredRequests;
  return select({ account, key, digest, answer, at })
    .from(t.answeredRequests)
    .where(and(eq(account, p.account), eq(key, p.key)));
});

const insertion = inserting("answeredRequests");

const oldDeletion = writing(({ build, t, p }: Scope<{ before: string }>) =>
  build.delete(t.answeredRequests).where(lt(t.answeredRequests.at, p.before)),
);

/** The request that an account made under a key, null where it made none. */
export async function findAnsweredRequest(
  reader: Reader,
  request: { account: string; key: string },
): Promise<AnsweredRequest | null> {
  return firstRow(reader.all(answeredRow, request));
}

/** Keeps what was answered; an account's key serves once. */
export async function insertAnsweredRequest(transaction: Transaction, request: AnsweredRequest): Promise<void> {
  await transaction.all(insertion, request);
}

/** Forgets what was answered before an instant: the keys can be used anew. */
export async function deleteAnsweredRequestsBefore(transaction: Transaction, before: string): Promise<void> {
  await transaction.all(oldDeletion, { before });
}
