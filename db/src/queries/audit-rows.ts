import { createHash } from "node:crypto";
import { asc, desc, gt } from "drizzle-orm";
import { reading, type Scope, writing } from "../statement.ts";
import type { Reader, Transaction } from "../store.ts";
import type { Role } from "../vocabulary.ts";

/** A row of the audit as it is written; `payload` is kept as its JSON text, `revision` is null for a refused try. */
export type AuditEntry = {
  revision: number | null;
  at: string;
  actor: string;
  actorRole: Role;
  action: string;
  /** What it is about, such as `plan:gaoping-2022` or `submission:17`. */
  entity: string;
  payload: unknown;
};

/** A row of the audit as stored, chained to the one before it. */
export type AuditRow = Omit<AuditEntry, "payload"> & {
  id: number;
  payload: string;
  previousHash: string;
  hash: string;
};

/** What the first row follows. */
export const firstPreviousHash = "0".repeat(64);

const lastLink = reading(({ select, t }) =>
  select({ id: t.auditRows.id, hash: t.auditRows.hash }).from(t.auditRows).orderBy(desc(t.auditRows.id)).limit(1),
);

const auditPage = reading(({ select, t, p }: Scope<{ after: number; limit: number }>) => {
  const { id, revision, at, actor, actorRole, action, entity, payload, previousHash, hash } = t.auditRows;
  return select({ id, revision, at, actor, actorRole, action, entity, payload, previousHash, hash })
    .from(t.auditRows)
    .where(gt(t.auditRows.id, p.after))
    .orderBy(asc(t.auditRows.id))
    .limit(p.limit);
});

const auditInsertion = writing(({ build, t, p }: Scope<AuditRow>) =>
  build.insert(t.auditRows).values({
    id: p.id,
    revision: p.revision,
    at: p.at,
    actor: p.actor,
    actorRole: p.actorRole,
    action: p.action,
    entity: p.entity,
    payload: p.payload,
    previousHash: p.previousHash,
    hash: p.hash,
  }),
);

/** The hash of a row: SHA-256 over the hash before it and everything that the row says, in hexadecimal. */
export function auditHash(row: Omit<AuditRow, "hash">): string {
  const { id, revision, at, actor, actorRole, action, entity, payload, previousHash } = row;
  const said = JSON.stringify([previousHash, id, revision, at, actor, actorRole, action, entity, payload]);
  return createHash("sha256").update(said).digest("hex");
}

/** Appends a row to the audit chain, numbered without gaps, and answers its hash. */
export async function insertAuditRow(transaction: Transaction, entry: AuditEntry): Promise<string> {
  const [last] = await transaction.all(lastLink, {});
  const link = { id: (last?.id ?? 0) + 1, previousHash: last?.hash ?? firstPreviousHash };
  const row = { ...entry, ...link, payload: JSON.stringify(entry.payload) };
  const hash = auditHash(row);
  await transaction.all(auditInsertion, { ...row, hash });
  if (entry.revision !== null) transaction.noteAuditRow();
  return hash;
}

/** At most `limit` rows after the given id, in order; 0 begins at the first. */
export async function findAuditRows(reader: Reader, after: number, limit: number): Promise<AuditRow[]> {
  return reader.all(auditPage, { after, limit });
}

/** How a chain stands: its last row and hash, or the first row that does not follow from the one before. */
export type AuditChain = { isWhole: true; rows: number; hash: string } | { isWhole: false; brokenAt: number };

/** Replays the whole chain; deleted, inserted, reordered and changed rows break it. A cut tail shows by the anchor `hash`. */
export async function findAuditChain(reader: Reader): Promise<AuditChain> {
  let rows = 0;
  let hash = firstPreviousHash;
  for (;;) {
    const page = await findAuditRows(reader, rows, 1000);
    if (page.length === 0) return { isWhole: true, rows, hash };
    for (const row of page) {
      if (row.id !== rows + 1 || row.previousHash !== hash || auditHash(row) !== row.hash) {
        return { isWhole: false, brokenAt: row.id };
      }
      rows = row.id;
      hash = row.hash;
    }
  }
}
