import { copyFileSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import Database, { type Database as Connection } from "better-sqlite3";
import { pendingMigrations, readMigrations } from "../migrations.ts";
import { findAuditAnchor } from "../queries/audit-chain.ts";
import { StoreProblem } from "../store-problem.ts";
import { connect } from "./connection.ts";
import { openSqlite } from "./engine.ts";
import { findHolder, type Holder } from "./lock.ts";
import { recordedMigrations } from "./migrate.ts";
import { asStoreProblem } from "./problems.ts";

/** What a store's file is, without its being opened as a store. */
export type StoreInspection = {
  readonly holder: Holder;
  /** Whether it keeps a write-ahead log. */
  readonly hasWriteAheadLog: boolean;
  /** Tables that take values of any type. */
  readonly looseTables: readonly string[];
  /** Migrations that are still to be applied. */
  readonly pendingMigrations: number;
  /** The instant of the last row of the audit, ISO UTC; null without any, or before the first migration. */
  readonly lastAuditAt: string | null;
};

/**
 * Looks at a store's file, also while another process serves it, and leaves the folder as it is. Throws StoreProblem for a
 * file that is no store, or of another version. Where nobody serves it a copy in the folder for temporary files is looked
 * at: even a reading connection would make a log beside the file and leave it there.
 */
export async function inspectSqlite(file: string): Promise<StoreInspection> {
  const holder = findHolder(file);
  if (holder.isHeld) return { holder, ...(await inspectOpen(new Database(file, { readonly: true }))) };
  const folder = mkdtempSync(join(tmpdir(), "beizeng-inspect-"));
  try {
    const copy = join(folder, basename(file));
    for (const end of ["", "-wal"]) if (existsSync(`${file}${end}`)) copyFileSync(`${file}${end}`, `${copy}${end}`);
    return { holder, ...(await inspectOpen(new Database(copy))) };
  } catch (error) {
    throw asStoreProblem(error);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function inspectOpen(database: Connection): Promise<Omit<StoreInspection, "holder">> {
  try {
    database.pragma("busy_timeout = 5000");
    database.pragma("trusted_schema = OFF");
    const recorded = recordedMigrations(database);
    if (recorded.length === 0) throw new StoreProblem("not-a-store");
    const pending = pendingMigrations(readMigrations("sqlite"), recorded, true);
    const tables = database
      .prepare<[], string>("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0")
      .pluck()
      .all();
    const { at } = pending.length === 0 ? await findAuditAnchor(connect(database, "reader")) : { at: null };
    return {
      hasWriteAheadLog: database.pragma("journal_mode", { simple: true }) === "wal",
      looseTables: tables.filter((name) => !name.startsWith("sqlite_")),
      pendingMigrations: pending.length,
      lastAuditAt: at,
    };
  } catch (error) {
    throw asStoreProblem(error);
  } finally {
    database.close();
  }
}

/** Makes a store in the folder for temporary files and removes it: throws StoreProblem where the engine keeps not all that a store needs. */
export async function trySqlite(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "beizeng-try-"));
  try {
    const file = join(folder, "try.sqlite");
    const options = {
      engine: "sqlite",
      file,
      now: () => "",
      migrate: true,
      snapshots: 1,
      minimumFreeBytes: 0,
    } as const;
    const engine = await openSqlite(options);
    // Each transaction reads back that it was synced.
    await engine.transaction(async () => undefined);
    await engine.close();
    const database = new Database(file);
    const version = String(database.prepare("SELECT sqlite_version()").pluck().get());
    database.close();
    return version;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
