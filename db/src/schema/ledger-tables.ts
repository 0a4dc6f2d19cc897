import { roles } from "../vocabulary.ts";
import { checksOf } from "./checks.ts";
import type { ColumnMakers } from "./column-makers.ts";

/** The revisions of the ledger and the chained record of who did what (ARCHITECTURE.md, The ledger). */
export function defineLedgerTables(make: ColumnMakers) {
  const ofRevisions = checksOf(make, "ledger_revisions");
  const ledgerRevisions = make.table(
    "ledger_revisions",
    {
      revision: make.whole().primaryKey(),
      at: make.text().notNull(),
      action: make.text().notNull(),
    },
    (t) => [...ofRevisions.instants(t.at)],
  );

  const ofAudit = checksOf(make, "audit_rows");
  const auditRows = make.table(
    "audit_rows",
    {
      id: make.whole().primaryKey(),
      revision: make.whole().references(() => ledgerRevisions.revision),
      at: make.text().notNull(),
      actor: make.text().notNull(),
      actorRole: make.word(roles).notNull(),
      action: make.text().notNull(),
      entity: make.text().notNull(),
      payload: make.text().notNull(),
      previousHash: make.text().notNull(),
      hash: make.text().notNull(),
    },
    (t) => [
      ...ofAudit.words(t),
      ...ofAudit.instants(t.at),
      ...ofAudit.json(t.payload),
      ofAudit.that("hash_length", "length(hash) = 64 and length(previous_hash) = 64"),
      make.uniqueIndex("audit_rows_one_a_revision").on(t.revision),
      make.index("audit_rows_by_entity").on(t.entity),
    ],
  );

  return { ledgerRevisions, auditRows };
}

export type LedgerTables = ReturnType<typeof defineLedgerTables>;
