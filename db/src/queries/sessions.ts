import { and, count, eq, lt, ne } from "drizzle-orm";
import { countedRows, firstRow } from "../rows.ts";
import { holes, inserting, type NewRow, reading, type Scope, writing } from "../statement.ts";
import type { Reader, Transaction } from "../store.ts";

/** A session with the name of its account and how it stands, null before anyone has signed in on it. */
export type RecordedSession = {
  account: string | null;
  accountVersion: number | null;
  data: string;
  createdAt: string;
  seenAt: string;
};

const sessionRow = reading(({ select, t, p }: Scope<{ tokenHash: string }>) =>
  select({
    account: t.accounts.key,
    accountVersion: t.accounts.version,
    data: t.sessions.data,
    createdAt: t.sessions.createdAt,
    seenAt: t.sessions.seenAt,
  })
    .from(t.sessions)
    .leftJoin(t.accounts, eq(t.accounts.id, t.sessions.accountId))
    .where(eq(t.sessions.tokenHash, p.tokenHash)),
);

const sessionInsertion = inserting("sessions");

const sessionUse = writing(({ build, t, p }: Scope<{ tokenHash: string; seenAt: string; data: string }>) =>
  build
    .update(t.sessions)
    .set(holes(p, ["seenAt", "data"]))
    .where(eq(t.sessions.tokenHash, p.tokenHash)),
);

const sessionDeletion = writing(({ build, t, p }: Scope<{ tokenHash: string }>) =>
  build.delete(t.sessions).where(eq(t.sessions.tokenHash, p.tokenHash)),
);

const otherSessionsDeletion = writing(({ build, t, p }: Scope<{ accountId: number; except: string }>) =>
  build.delete(t.sessions).where(and(eq(t.sessions.accountId, p.accountId), ne(t.sessions.tokenHash, p.except))),
);

const oldSessionsDeletion = writing(({ build, t, p }: Scope<{ seenBefore: string }>) =>
  build.delete(t.sessions).where(lt(t.sessions.seenAt, p.seenBefore)),
);

/** The session of a token's hash, null where it is over or never was. */
export async function findSession(reader: Reader, tokenHash: string): Promise<RecordedSession | null> {
  return firstRow(reader.all(sessionRow, { tokenHash }));
}

const sessionCount = reading(({ select, t }) => select({ count: count() }).from(t.sessions));

/** How many sessions are kept, those that are over and not yet forgotten with them. */
export async function countSessions(reader: Reader): Promise<number> {
  return countedRows(reader.all(sessionCount, {}));
}

/** Begins a session. */
export async function insertSession(transaction: Transaction, session: NewRow<"sessions">): Promise<void> {
  await transaction.all(sessionInsertion, session);
}

/** Notes that a session was used, and what it keeps from now on (JSON). */
export async function updateSession(
  transaction: Transaction,
  use: { tokenHash: string; seenAt: string; data: string },
): Promise<void> {
  await transaction.all(sessionUse, use);
}

/** Ends a session. */
export async function deleteSession(transaction: Transaction, tokenHash: string): Promise<void> {
  await transaction.all(sessionDeletion, { tokenHash });
}

/** Ends the sessions of an account but the one named; an empty `except` ends all. */
export async function deleteSessionsOf(transaction: Transaction, accountId: number, except = ""): Promise<void> {
  await transaction.all(otherSessionsDeletion, { accountId, except });
}

/** Ends the sessions that were last used before an instant. */
export async function deleteSessionsSeenBefore(transaction: Transaction, seenBefore: string): Promise<void> {
  await transaction.all(oldSessionsDeletion, { seenBefore });
}
