import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { findLedgerRevision, findWorkspace, openStore, restoreBackup } from "@beizeng/db";
import type { WorkspaceKind } from "@beizeng/db/vocabulary";
import { replayAudit } from "../replay-audit.ts";
import { verify } from "../verify.ts";
import type { Checked } from "./records.ts";

/** What is tried. */
export interface DrillOrder {
  readonly backup: string;
  /** Into which it is restored; removed before and after. */
  readonly folder: string;
  readonly workspace: WorkspaceKind;
  readonly key: Buffer | null;
  /** The day in China, YYYY-MM-DD; a demonstration has its own. */
  readonly today: string;
}

/** How many differences are named. */
const mostNamed = 10;

/**
 * Restores a backup into a folder of its own, as `npm run restore` does, opens it as a start does, an older one with its
 * migrations, and holds everything derived, every edition and what the audit tells against what the ledger gives. Throws
 * StoreProblem for a backup that cannot be restored.
 */
export async function drill(order: DrillOrder): Promise<{ checked: Checked; differences: readonly string[] }> {
  const { backup, folder, workspace, key, today } = order;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { mode: 0o700 });
  try {
    const file = join(folder, `${workspace}.sqlite`);
    await restoreBackup({ backup, file, workspace, key, aside: `${file}.former`, restMilliseconds: 20 });
    const now = () => new Date().toISOString();
    const store = await openStore({ engine: "sqlite", file, now, migrate: true, snapshots: 1, minimumFreeBytes: 0 });
    try {
      const verified = await verify(store, (await findWorkspace(store))?.today ?? today);
      const replayed = await replayAudit(store);
      const differences = [...verified.differences, ...replayed.differences];
      const { rows, editions, auditRows } = verified;
      const ledgerRevision = await findLedgerRevision(store);
      const counts = { ledgerRevision, auditRows, rows, editions, figures: replayed.observations };
      return { checked: { ...counts, differences: differences.length }, differences: differences.slice(0, mostNamed) };
    } finally {
      await store.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
