import { existsSync } from "node:fs";
import Database, { type Database as Connection } from "better-sqlite3";
import { StoreProblem } from "../store-problem.ts";
import { prepareFile } from "./file.ts";

/**
 * Holds a store's file for this process. The lock is the engine's own write lock on a small file beside the store: the
 * system lets go of it when the process ends in whatever way, so there is no stale lock to judge. The file says which
 * process holds it; a second one throws `file-in-use`.
 */
export function lockFile(file: string): { release: () => void } {
  const path = `${file}.lock`;
  prepareFile(path, 0);
  const connection = new Database(path, { timeout: 0 });
  try {
    hold(connection);
  } catch (error) {
    const holder = holderOf(connection);
    connection.close();
    const isHeld = error instanceof Database.SqliteError && error.code.startsWith("SQLITE_BUSY");
    if (!isHeld) throw error;
    throw new StoreProblem("file-in-use", `${file}${holder === null ? "" : `, pid ${holder}`}`, { cause: error });
  }
  return {
    release: () => {
      if (connection.inTransaction) connection.exec("ROLLBACK");
      connection.close();
    },
  };
}

/** Readers can see the committed process id while the write lock of a second transaction is held. */
function hold(connection: Connection): void {
  connection.pragma("journal_mode = DELETE");
  connection.exec("BEGIN IMMEDIATE");
  connection.exec(
    "CREATE TABLE IF NOT EXISTS holder (id INTEGER PRIMARY KEY CHECK (id = 1), pid INTEGER NOT NULL) STRICT",
  );
  connection
    .prepare("INSERT INTO holder VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET pid = excluded.pid")
    .run(process.pid);
  connection.exec("COMMIT");
  connection.exec("BEGIN IMMEDIATE");
}

function holderOf(connection: Connection): number | null {
  try {
    const pid = connection.prepare("SELECT pid FROM holder").pluck().get();
    return typeof pid === "number" ? pid : null;
  } catch {
    return null;
  }
}

/** Whether a process holds a store's file, and which. */
export type Holder = { readonly isHeld: boolean; readonly pid: number | null };

/** Who holds a store's file; writes nothing: the lock is asked for and let go of again. A store opened at that very moment would be refused. */
export function findHolder(file: string): Holder {
  const path = `${file}.lock`;
  if (!existsSync(path)) return { isHeld: false, pid: null };
  const connection = new Database(path, { timeout: 0, fileMustExist: true });
  try {
    connection.exec("BEGIN IMMEDIATE");
    connection.exec("ROLLBACK");
    return { isHeld: false, pid: null };
  } catch (error) {
    const isHeld = error instanceof Database.SqliteError && error.code.startsWith("SQLITE_BUSY");
    if (!isHeld) throw error;
    return { isHeld: true, pid: holderOf(connection) };
  } finally {
    connection.close();
  }
}
