import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { insertWorkspace, inTransaction, openStore } from "@beizeng/db";
import { expandPlan } from "@beizeng/seeds/expand-plan.ts";
import { loadPlans } from "@beizeng/seeds/load-plan.ts";
import { parsePlanDocument } from "@beizeng/seeds/plan-document.ts";
import Database from "better-sqlite3";
import { copyPlan } from "./copy-plan.ts";
import { countyPlan } from "./county-plan.ts";
import { fillHeadlines, headlinesStand } from "./fill-headlines.ts";
import { fillLedger } from "./fill-ledger.ts";

/** How many counties each size has; a county is 10 chains × 4 indicators × 60 months. */
export const sizes = { county: 1, province: 117, nation: 2844 } as const;
export type Size = keyof typeof sizes;

/** The folder in which generated workspaces are kept between runs: `DATA`, or one in the system's temporary folder. */
export const dataFolder = process.env.DATA ?? join(tmpdir(), "beizeng-bench");

/** A generated workspace and how long making it took; 0 where it was there. */
export interface MadeWorkspace {
  readonly file: string;
  readonly secondsToMake: number;
}

/** The day of the bench: the first on which the last generated month is past its due day. */
export const benchDay = "2027-01-15";
const firstDay = `${benchDay}T00:00:00.000Z`;
const loadedAt = "2022-01-06T01:00:00.000Z";

/** A workspace of that many counties at a path that does not exist yet. */
export async function makeWorkspace(file: string, counties: number): Promise<void> {
  const store = await openStore({ engine: "sqlite", file, now: () => loadedAt, migrate: true });
  await inTransaction(store, (transaction) =>
    insertWorkspace(transaction, { kind: "production", name: "bench", createdAt: loadedAt, today: null }),
  );
  await loadPlans(
    store,
    [expandPlan(parsePlanDocument(`${countyPlan.id}.json`, structuredClone(countyPlan)))],
    loadedAt,
  );
  await store.close();

  const database = new Database(file);
  database.pragma("synchronous = OFF");
  database.pragma("foreign_keys = OFF");
  database.pragma("cache_size = -262144");
  copyPlan(database, counties);
  fillLedger(database, counties);
  database.exec("ANALYZE");
  database.pragma("wal_checkpoint(TRUNCATE)");
  database.close();
  await fillHeadlines(file, firstDay);
}

/** The workspace of a size, made where no earlier run left one of the same schema and generator. */
export async function workspaceOf(size: Size): Promise<MadeWorkspace> {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const file = join(dataFolder, `${size}-${fingerprint()}.sqlite`);
  if (existsSync(file) && (await headlinesStand(file))) return { file, secondsToMake: 0 };
  for (const stale of readdirSync(dataFolder)) if (stale.startsWith(`${size}-`)) rmSync(join(dataFolder, stale));
  const began = performance.now();
  const unfinished = join(dataFolder, `${size}-unfinished.sqlite`);
  await makeWorkspace(unfinished, sizes[size]);
  renameSync(unfinished, file);
  rmSync(`${unfinished}.lock`, { force: true });
  return { file, secondsToMake: (performance.now() - began) / 1000 };
}

/** What a generated file depends on: the schema, and the generator. */
function fingerprint(): string {
  const hash = createHash("sha256");
  for (const folder of ["../../../db/migrations/sqlite/", "./"]) {
    const path = fileURLToPath(new URL(folder, import.meta.url));
    for (const name of readdirSync(path).sort()) hash.update(readFileSync(join(path, name), "utf8"));
  }
  return hash.digest("hex").slice(0, 12);
}
