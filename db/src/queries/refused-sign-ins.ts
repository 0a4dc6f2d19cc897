import { and, asc, eq, gte, lt } from "drizzle-orm";
import { inserting, type NewRow, reading, type Scope, writing } from "../statement.ts";
import type { Reader, Transaction } from "../store.ts";

const triesOfName = reading(({ select, t, p }: Scope<{ account: string; since: string }>) =>
  select({ at: t.refusedSignIns.at })
    .from(t.refusedSignIns)
    .where(and(eq(t.refusedSignIns.account, p.account), gte(t.refusedSignIns.at, p.since)))
    .orderBy(asc(t.refusedSignIns.at), asc(t.refusedSignIns.id)),
);

const triesSince = reading(({ select, t, p }: Scope<{ since: string }>) =>
  select({ account: t.refusedSignIns.account, at: t.refusedSignIns.at })
    .from(t.refusedSignIns)
    .where(gte(t.refusedSignIns.at, p.since))
    .orderBy(asc(t.refusedSignIns.at), asc(t.refusedSignIns.id)),
);

const tryInsertion = inserting("refusedSignIns");

const triesDeletion = writing(({ build, t, p }: Scope<{ account: string }>) =>
  build.delete(t.refusedSignIns).where(eq(t.refusedSignIns.account, p.account)),
);

const oldTriesDeletion = writing(({ build, t, p }: Scope<{ before: string }>) =>
  build.delete(t.refusedSignIns).where(lt(t.refusedSignIns.at, p.before)),
);

/** The instants of a name's refused tries since an instant, in order. */
export async function findRefusedSignIns(reader: Reader, account: string, since: string): Promise<string[]> {
  return (await reader.all(triesOfName, { account, since })).map(({ at }) => at);
}

/** The refused tries of all names since an instant, in order. */
export async function findAllRefusedSignIns(reader: Reader, since: string): Promise<{ account: string; at: string }[]> {
  return reader.all(triesSince, { since });
}

/** Keeps a refused try. */
export async function insertRefusedSignIn(transaction: Transaction, refused: NewRow<"refusedSignIns">): Promise<void> {
  await transaction.all(tryInsertion, refused);
}

/** Forgets a name's refused tries: somebody has signed in by it, or it was unlocked. */
export async function deleteRefusedSignIns(transaction: Transaction, account: string): Promise<void> {
  await transaction.all(triesDeletion, { account });
}

/** Forgets the refused tries of all names before an instant. */
export async function deleteRefusedSignInsBefore(transaction: Transaction, before: string): Promise<void> {
  await transaction.all(oldTriesDeletion, { before });
}
