import type { Database } from "better-sqlite3";
import { pendingMigrations, readMigrations } from "../migrations.ts";
import { StoreProblem } from "../store-problem.ts";

/** How many migrations a file knows that are not all of this version's; 0 for a new file and for one that lacks none. */
export function schemaLeftBehind(database: Database): number {
  const { length } = recordedMigrations(database);
  return length < readMigrations("sqlite").length ? length : 0;
}

/** Brings the file to this version's schema in one transaction, or throws the schema problem; see pendingMigrations. */
export function migrateSqlite(database: Database, options: { migrate: boolean; now: () => string }): void {
  const recorded = recordedMigrations(database);
  const pending = pendingMigrations(readMigrations("sqlite"), recorded, options.migrate);
  if (pending.length === 0) return;
  database.exec("BEGIN IMMEDIATE");
  try {
    database.exec(
      "CREATE TABLE IF NOT EXISTS schema_migrations (number INTEGER PRIMARY KEY, name TEXT NOT NULL, " +
        "sha256 TEXT NOT NULL, applied_at TEXT NOT NULL) STRICT",
    );
    const record = database.prepare("INSERT INTO schema_migrations VALUES (?, ?, ?, ?)");
    for (const { number, name, sha256, sql } of pending) {
      database.exec(sql);
      record.run(number, name, sha256, options.now());
    }
    database.exec("COMMIT");
  } catch (error) {
    if (database.inTransaction) database.exec("ROLLBACK");
    throw error;
  }
}

/** The migrations that a file knows, in order; none of a new one. Throws `not-a-store` for another product's file. */
export function recordedMigrations(database: Database): { number: number; sha256: string }[] {
  const tables = database.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all();
  if (tables.includes("schema_migrations")) {
    return database
      .prepare<[], { number: number; sha256: string }>("SELECT number, sha256 FROM schema_migrations ORDER BY number")
      .all();
  }
  if (tables.length > 0) throw new StoreProblem("not-a-store", tables[0]);
  return [];
}
