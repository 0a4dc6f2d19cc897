import { desc, sql } from "drizzle-orm";
import { onlyRow } from "../rows.ts";
import { reading, type Scope, writing } from "../statement.ts";
import type { Reader, Transaction } from "../store.ts";

const lastRevision = reading(({ select, t }) =>
  select({ revision: sql<number>`coalesce(max(${t.ledgerRevisions.revision}), 0)`.mapWith(Number) }).from(
    t.ledgerRevisions,
  ),
);

const revisionRows = reading(({ select, t, p }: Scope<{ limit: number }>) =>
  select({ revision: t.ledgerRevisions.revision, at: t.ledgerRevisions.at, action: t.ledgerRevisions.action })
    .from(t.ledgerRevisions)
    .orderBy(desc(t.ledgerRevisions.revision))
    .limit(p.limit),
);

const revisionInsertion = writing(({ build, t, p }: Scope<{ revision: number; at: string; action: string }>) =>
  build.insert(t.ledgerRevisions).values({ revision: p.revision, at: p.at, action: p.action }),
);

/** The ledger's revision, 0 before the first write. */
export async function findLedgerRevision(reader: Reader): Promise<number> {
  return (await onlyRow(reader.all(lastRevision, {}))).revision;
}

/** The latest revisions, newest first. */
export async function findLedgerRevisions(
  reader: Reader,
  limit: number,
): Promise<{ revision: number; at: string; action: string }[]> {
  return reader.all(revisionRows, { limit });
}

/**
 * Raises the ledger's revision for the write under way and answers it; revisions have no gaps. Once a transaction:
 * a second call throws `revision-raised-twice`, and the commit asks for exactly one audit row beside it.
 */
export async function nextRevision(transaction: Transaction, action: string, at: string): Promise<number> {
  const revision = (await findLedgerRevision(transaction)) + 1;
  transaction.raiseRevision(revision);
  await transaction.all(revisionInsertion, { revision, at, action });
  return revision;
}
