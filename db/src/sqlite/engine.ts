import Database, { type Database as Connection } from "better-sqlite3";
import { keepBeforeMigration } from "../backup/before-migration.ts";
import type { Engine } from "../store.ts";
import { storageProblemOf } from "../store-problem.ts";
import { turns } from "../turns.ts";
import { connect, sqliteCompiler } from "./connection.ts";
import { leastFreeBytes, prepareFile, storageOf } from "./file.ts";
import { lockFile } from "./lock.ts";
import { migrateSqlite, schemaLeftBehind } from "./migrate.ts";
import { assertEngine, assertPragmas, assertSynchronous, setPragmas } from "./pragmas.ts";
import { asStoreProblem } from "./problems.ts";

export type SqliteOptions = {
  readonly engine: "sqlite";
  /** The data file; made when absent, closed to other users. */
  readonly file: string;
  /** The clock, ISO UTC with milliseconds. */
  readonly now: () => string;
  /** Whether pending migrations are applied at opening; otherwise they refuse it. */
  readonly migrate: boolean;
  /** Snapshots that can be read at once, at least 1; 3 when left out. */
  readonly snapshots?: number;
  /** Free space below which the store refuses to open; 100 MB when left out. */
  readonly minimumFreeBytes?: number;
  /** How the file is connected to, better-sqlite3 itself when left out: here tests put a storage that fails. */
  readonly connectTo?: (file: string, options: { readonly: boolean }) => Connection;
};

const plainly = (file: string, options: { readonly: boolean }) => new Database(file, options);

/**
 * Opens the embedded engine: one writing connection, one for single reads, some for snapshots. A file whose schema is to
 * change is backed up first. Throws StoreProblem.
 */
export async function openSqlite(options: SqliteOptions): Promise<Engine> {
  const { file, now, migrate, snapshots = 3, minimumFreeBytes = leastFreeBytes, connectTo = plainly } = options;
  prepareFile(file, minimumFreeBytes);
  const lock = lockFile(file);
  const opened: Connection[] = [];
  const open = (role: "writer" | "reader"): Connection => {
    const connection = connectTo(file, { readonly: role === "reader" });
    opened.push(connection);
    setPragmas(connection, role);
    assertPragmas(connection);
    return connection;
  };
  try {
    const writer = open("writer");
    assertEngine(String(writer.prepare("SELECT sqlite_version()").pluck().get()));
    const leftBehind = migrate ? schemaLeftBehind(writer) : 0;
    if (leftBehind > 0) await keepBeforeMigration(file, leftBehind, now());
    migrateSqlite(writer, { migrate, now });
    const reader = open("reader");
    const snapshotReaders = Array.from({ length: Math.max(1, snapshots) }, () => open("reader"));
    return engineOf(writer, reader, snapshotReaders, () => lock.release());
  } catch (error) {
    for (const connection of opened) connection.close();
    lock.release();
    throw asStoreProblem(error);
  }
}

function engineOf(writer: Connection, reader: Connection, snapshotReaders: Connection[], release: () => void): Engine {
  const compileOnce = sqliteCompiler();
  const writeTurns = turns([{ database: writer, connection: connect(writer, "writer", compileOnce) }]);
  const snapshots = snapshotReaders.map((database) => ({
    database,
    connection: connect(database, "reader", compileOnce),
  }));
  const readTurns = turns(snapshots);
  const synchronous = writer.prepare("PRAGMA synchronous").pluck();
  return {
    name: "sqlite",
    reader: connect(reader, "reader", compileOnce),
    snapshot: (use) =>
      readTurns.take(async ({ database, connection }) => {
        try {
          database.exec("BEGIN");
          return await use(connection);
        } catch (error) {
          throw asStoreProblem(error);
        } finally {
          if (database.inTransaction) database.exec("COMMIT");
        }
      }),
    transaction: (use) =>
      writeTurns.take(async ({ database, connection }) => {
        try {
          // Left there only where the storage failed the rolling back as well.
          if (database.inTransaction) database.exec("ROLLBACK");
          database.exec("BEGIN IMMEDIATE");
          const answer = await use(connection);
          // Before the commit: one that had to be refused afterwards would stand nevertheless.
          assertSynchronous(synchronous.get());
          database.exec("COMMIT");
          return answer;
        } catch (error) {
          rollBack(database);
          throw asStoreProblem(error);
        }
      }),
    storage: () => storageOf(writer.name),
    close: async () => {
      await Promise.all([writeTurns.idle(), readTurns.idle()]);
      for (const database of [reader, ...snapshotReaders, writer]) database.close();
      release();
    },
  };
}

/** Takes back what a transaction wrote; where the storage fails this too, the next transaction does it before it begins. */
function rollBack(database: Connection): void {
  try {
    if (database.inTransaction) database.exec("ROLLBACK");
  } catch (error) {
    if (storageProblemOf(asStoreProblem(error)) === null) throw error;
  }
}
