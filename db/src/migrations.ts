import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { StoreProblem } from "./store-problem.ts";

/** A migration file of one engine: `0001-first.sql` is number 1, name `first`. */
export type Migration = { number: number; name: string; sha256: string; sql: string };

/** The migrations of an engine in order. */
export function readMigrations(engine: "sqlite" | "postgres"): Migration[] {
  const folder = new URL(`../migrations/${engine}/`, import.meta.url);
  return readdirSync(folder)
    .filter((file) => file.endsWith(".sql"))
    .sort()
    .map((file) => {
      const sql = readFileSync(new URL(file, folder), "utf8");
      const sha256 = createHash("sha256").update(sql).digest("hex");
      return { number: Number(file.slice(0, 4)), name: file.slice(5, -4), sha256, sql };
    });
}

/**
 * The migrations still to be applied, given those recorded in the store. Throws `schema-newer` when the store knows more
 * than this version, `schema-foreign` when a recorded one differs, `schema-unmigrated` when some are pending and none may be applied.
 */
export function pendingMigrations(
  known: readonly Migration[],
  recorded: readonly { number: number; sha256: string }[],
  mayMigrate: boolean,
): Migration[] {
  for (const { number, sha256 } of recorded) {
    const same = known.find((migration) => migration.number === number);
    if (same === undefined) throw new StoreProblem("schema-newer", `migration ${number}, this version ${known.length}`);
    if (same.sha256 !== sha256) throw new StoreProblem("schema-foreign", `migration ${number}`);
  }
  const pending = known.slice(recorded.length);
  if (pending.length > 0 && !mayMigrate) {
    throw new StoreProblem("schema-unmigrated", `${recorded.length} of ${known.length}`);
  }
  return pending;
}
