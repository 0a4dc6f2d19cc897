import type { ClientBase } from "pg";
import { pendingMigrations, readMigrations } from "../migrations.ts";
import { commentStatements } from "../schema/comments.ts";
import { StoreProblem } from "../store-problem.ts";

/**
 * Brings the database to this version's schema in one transaction, or throws the schema problem (see pendingMigrations);
 * whoever gave the client rolls it back then.
 */
export async function migratePostgres(client: ClientBase, options: { migrate: boolean; now: () => string }) {
  await client.query("BEGIN");
  await client.query("SELECT pg_advisory_xact_lock($1)", [writeLock]);
  const pending = pendingMigrations(readMigrations("postgres"), await recordedMigrations(client), options.migrate);
  if (pending.length > 0) {
    await client.query(
      "CREATE TABLE IF NOT EXISTS schema_migrations (number integer PRIMARY KEY, name text NOT NULL, " +
        "sha256 text NOT NULL, applied_at text NOT NULL)",
    );
  }
  for (const { number, name, sha256, sql } of pending) {
    await client.query(sql);
    const row = [number, name, sha256, options.now()];
    await client.query("INSERT INTO schema_migrations VALUES ($1, $2, $3, $4)", row);
  }
  if (pending.length > 0) await client.query(commentStatements().join("\n"));
  await client.query("COMMIT");
}

/** The advisory lock by which writers take turns; any number that nobody else uses on the server. */
export const writeLock = 2_595_261_457;

async function recordedMigrations(client: ClientBase): Promise<{ number: number; sha256: string }[]> {
  const { rows: tables } = await client.query<{ name: string }>(
    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = current_schema()",
  );
  if (tables.some(({ name }) => name === "schema_migrations")) {
    const { rows } = await client.query<{ number: number; sha256: string }>(
      "SELECT number, sha256 FROM schema_migrations ORDER BY number",
    );
    return rows;
  }
  if (tables.length > 0) throw new StoreProblem("not-a-store", tables[0]?.name);
  return [];
}
