import { rmSync } from "node:fs";
import Database, { type Database as Connection } from "better-sqlite3";
import { pendingMigrations, readMigrations } from "../migrations.ts";
import { type AuditAnchor, findAuditAnchor, findAuditChain } from "../queries/audit-chain.ts";
import { findLedgerRevision } from "../queries/ledger.ts";
import { findWorkspace } from "../queries/workspaces.ts";
import type { Reader } from "../store.ts";
import { StoreProblem } from "../store-problem.ts";
import type { WorkspaceKind } from "../vocabulary.ts";
import { connect } from "./connection.ts";
import { recordedMigrations } from "./migrate.ts";
import { asStoreProblem } from "./problems.ts";

/** What a store's file is by what stands in it. */
export type StoreFacts = {
  /** Null of a store that is no workspace yet. */
  readonly workspace: WorkspaceKind | null;
  /** Number of the last migration. */
  readonly schema: number;
  readonly ledgerRevision: number;
  readonly audit: AuditAnchor;
};

/** How many of its faults are named. */
const mostFaults = 10;

/** Opens a copy of a store that nobody else uses, and leaves nothing beside it. */
async function withCopy<Answer>(file: string, use: (database: Connection) => Promise<Answer>): Promise<Answer> {
  try {
    const database = new Database(file, { fileMustExist: true });
    try {
      database.pragma("trusted_schema = OFF");
      database.pragma("query_only = ON");
      return await use(database);
    } finally {
      database.close();
    }
  } catch (error) {
    throw asStoreProblem(error);
  } finally {
    for (const left of [`${file}-wal`, `${file}-shm`]) rmSync(left, { force: true });
  }
}

async function factsIn(database: Connection, reader: Reader): Promise<StoreFacts> {
  const { rows, hash } = await findAuditAnchor(reader);
  return {
    workspace: (await findWorkspace(reader))?.kind ?? null,
    schema: recordedMigrations(database).length,
    ledgerRevision: await findLedgerRevision(reader),
    audit: { rows, hash },
  };
}

/** What a copy of a store is; nothing is checked. */
export function factsOfCopy(file: string): Promise<StoreFacts> {
  return withCopy(file, (database) => factsIn(database, connect(database, "reader")));
}

/**
 * What a copy of a store is, and what is wrong with it, a line each: pages, keys, the chain of the audit. Throws StoreProblem
 * `schema-newer` and `schema-foreign` for one that this version cannot bring to its own schema.
 */
export function examineCopy(file: string): Promise<{ facts: StoreFacts; faults: readonly string[] }> {
  return withCopy(file, async (database) => {
    const reader = connect(database, "reader");
    const pages = database.prepare<[], string>(`PRAGMA integrity_check(${mostFaults})`).pluck().all();
    const faults = pages.filter((line) => line !== "ok").map((line) => `integrity: ${line}`);
    const recorded = recordedMigrations(database);
    if (recorded.length === 0) throw new StoreProblem("not-a-store");
    pendingMigrations(readMigrations("sqlite"), recorded, true);
    const keys = database.prepare<[], { table: string; parent: string }>("PRAGMA foreign_key_check").all();
    faults.push(...keys.slice(0, mostFaults).map(({ table, parent }) => `foreign key: ${table} → ${parent}`));
    const chain = await findAuditChain(reader);
    if (!chain.isWhole) faults.push(`audit row ${chain.brokenAt} does not follow from the one before it`);
    return { facts: await factsIn(database, reader), faults };
  });
}
