import type { Database } from "better-sqlite3";
import { StoreProblem } from "../store-problem.ts";

/** The oldest engine that keeps the promises: older ones can corrupt a WAL that is reset under concurrent checkpoints. */
const oldestEngine = [3, 51, 3] as const;
const fullSynchronous = 2;

/** Throws `engine-too-old` for a version below 3.51.3. */
export function assertEngine(version: string): void {
  const parts = version.split(".").map(Number);
  for (const [position, oldest] of oldestEngine.entries()) {
    const part = parts[position] ?? 0;
    if (part > oldest) return;
    if (part < oldest) throw new StoreProblem("engine-too-old", `SQLite ${version} < ${oldestEngine.join(".")}`);
  }
}

/** Sets what a connection must keep; reading connections cannot set the journal mode, which is the file's. */
export function setPragmas(connection: Database, role: "writer" | "reader"): void {
  connection.pragma("busy_timeout = 5000");
  if (role === "writer") connection.pragma("journal_mode = WAL");
  // better-sqlite3 falls back to NORMAL when the journal mode becomes WAL, so it comes after and on each connection.
  connection.pragma("synchronous = FULL");
  connection.pragma("foreign_keys = ON");
  connection.pragma("trusted_schema = OFF");
  connection.pragma("temp_store = MEMORY");
  connection.pragma("cache_size = -32768");
  if (role === "reader") connection.pragma("query_only = ON");
}

/** Reads back what must hold on a connection and throws the problem that names what does not. */
export function assertPragmas(connection: Database): void {
  const read = (name: string) => connection.pragma(name, { simple: true });
  const journal = read("journal_mode");
  if (journal !== "wal") throw new StoreProblem("no-write-ahead-log", `journal_mode=${journal}`);
  assertSynchronous(read("synchronous"));
  if (read("foreign_keys") !== 1) throw new StoreProblem("foreign-keys-off");
}

/** Throws `synchronous-not-full` unless the value read back is FULL. */
export function assertSynchronous(value: unknown): void {
  if (value !== fullSynchronous) throw new StoreProblem("synchronous-not-full", `synchronous=${value}`);
}
