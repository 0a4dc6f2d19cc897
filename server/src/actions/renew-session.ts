import {
  deleteSession,
  insertSession,
  type RecordedAccount,
  type RecordedSession,
  type Transaction,
} from "@beizeng/db";

/** A session that goes on under a new token, since who is there has been shown (again). */
export interface RenewSession {
  readonly account: RecordedAccount;
  readonly session: RecordedSession;
  readonly tokenHash: string;
  /** The hash under which the new token is kept. */
  readonly newTokenHash: string;
  /** What the session keeps from now on. */
  readonly data: object;
  /** The instant by the wall clock, ISO UTC. */
  readonly now: string;
}

/** Ends a session's token and begins another in its place; the session is not longer for it. ASVS 5.0.0, 7.2.4. */
export async function renewSession(transaction: Transaction, renewal: RenewSession): Promise<void> {
  const { account, session, tokenHash, newTokenHash, data, now } = renewal;
  await deleteSession(transaction, tokenHash);
  await insertSession(transaction, {
    tokenHash: newTokenHash,
    accountId: account.id,
    data: JSON.stringify({ ...data, shownAt: now }),
    createdAt: session.createdAt,
    seenAt: now,
  });
}
