/** A data folder with a production workspace, in which people have signed in. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { insertWorkspace, inTransaction, openStore } from "@beizeng/db";
import { expandPlan } from "@beizeng/seeds/expand-plan.ts";
import { loadPlans } from "@beizeng/seeds/load-plan.ts";
import Database from "better-sqlite3";
import { signIn } from "../helpers/signed-in.ts";
import { planOfPapers, unitCount, unitOf } from "./plan-of-papers.ts";

type Headers = Readonly<Record<string, string>>;

/** The folder with its file, and the headers of a clerk of each unit and of a reviewer. */
export interface ProductionFolder {
  readonly folder: string;
  readonly file: string;
  readonly clerks: readonly Headers[];
  readonly reviewer: Headers;
  readonly dispose: () => void;
}

/** Makes the folder with the plan of papers; `place` is where folders are made, the system's own where it is left out. */
export async function openProductionFolder(place = tmpdir()): Promise<ProductionFolder> {
  const folder = mkdtempSync(join(place, "beizeng-faults-"));
  const file = join(folder, "production.sqlite");
  const now = new Date().toISOString();
  const store = await openStore({ engine: "sqlite", file, now: () => now, migrate: true, minimumFreeBytes: 0 });
  await inTransaction(store, (transaction) =>
    insertWorkspace(transaction, { kind: "production", name: "test", createdAt: now, today: null }),
  );
  await loadPlans(store, [expandPlan(planOfPapers())], now);
  const clerks: Headers[] = [];
  for (let unit = 0; unit < unitCount; unit += 1) {
    const person = { role: "reporter", departments: [unitOf(unit)], key: `clerk-${unit}`, now } as const;
    clerks.push(await signIn(store, person));
  }
  const reviewer = await signIn(store, { role: "office", departments: [], key: "reviewer", now });
  await store.close();
  return { folder, file, clerks, reviewer, dispose: () => rmSync(folder, { recursive: true }) };
}

/** Has everybody signed in just now: a run may last longer than a session, or than it is enough to have shown who is there. */
export function signInAnew({ file }: Pick<ProductionFolder, "file">): void {
  const now = new Date().toISOString();
  const database = new Database(file);
  try {
    database.prepare("UPDATE sessions SET created_at = ?, seen_at = ?").run(now, now);
  } finally {
    database.close();
  }
}
