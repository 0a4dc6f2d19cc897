import { basename, dirname } from "node:path";
import { StoreProblem } from "../store-problem.ts";
import { deleteBackup, findBackups } from "./find.ts";
import { makeBackup } from "./make.ts";

/**
 * Keeps a store's file as it is before its schema changes: a backup beside it, named by schema and day, which nothing in the
 * product deletes. A migration that is tried again keeps no second one of the same content. Throws StoreProblem
 * `backup-before-migration` where none can be made; then nothing may be migrated.
 */
export async function keepBeforeMigration(file: string, schema: number, now: string): Promise<void> {
  const folder = dirname(file);
  const workspace = basename(file).replace(/\.sqlite$/, "");
  const name = `${workspace}-schema-${String(schema).padStart(4, "0")}-${dayInChina(now)}`;
  try {
    const kept = findBackups(folder).filter(({ madeBy }) => madeBy === "migration");
    const order = { file, folder, name, madeBy: "migration", madeAt: now, key: null, restMilliseconds: 0 } as const;
    const made = await makeBackup(order);
    if (kept.some(({ database }) => database.sha256 === made.database.sha256)) deleteBackup(folder, made);
  } catch (error) {
    const detail = error instanceof Error ? error.message.replace(/\.$/, "") : undefined;
    throw new StoreProblem("backup-before-migration", detail, { cause: error });
  }
}

/** The day of an instant (ISO UTC) in China, all year eight hours ahead. */
const dayInChina = (instant: string): string =>
  new Date(Date.parse(instant) + 8 * 60 * 60 * 1000).toISOString().slice(0, 10);
