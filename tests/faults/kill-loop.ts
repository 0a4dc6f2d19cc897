/** The product killed at random instants while eight write, looked at after each kill. TRUST R1. */
import { setTimeout as pause } from "node:timers/promises";
import { openStore } from "@beizeng/db";
import { replayAudit } from "@beizeng/server/replay-audit.ts";
import Database from "better-sqlite3";
import { expect } from "vitest";
import { drawnFrom } from "../helpers/drawn.ts";
import { allPapers } from "./plan-of-papers.ts";
import { openProductionFolder, signInAnew } from "./production-folder.ts";
import { bundleProduct, startServed } from "./served.ts";
import { expectSound, expectWholeChain } from "./whole-file.ts";
import { Writers } from "./writers.ts";

const writers = 8;
/** The first write of a process takes longer than the next ones: most kills come so many milliseconds after it at the latest. */
const longestPause = 120;
/** The others come before it, or while it is under way. */
const shareOfEarlyKills = 0.2;

/** After so many kills everybody signs in anew. */
const killsASession = 200;

/** What a run of kills left. */
export interface KillsSurvived {
  /** Writes that were answered. */
  readonly acknowledged: number;
  /** Writes that were kept though the answer never came. */
  readonly keptUntold: number;
  /** From a start after a kill until it served, in milliseconds: the median and the longest. */
  readonly servingAgain: { readonly median: number; readonly longest: number };
}

/** Kills and looks, so many times, on one workspace; throws where anything that was acknowledged is lost, or anything is half. */
export async function killAndLook({ kills, seed }: { kills: number; seed: number }): Promise<KillsSurvived> {
  const draw = drawnFrom(seed);
  await bundleProduct();
  const folder = await openProductionFolder();
  const work = new Writers(folder, allPapers());
  const starts: number[] = [];
  try {
    for (let kill = 0; kill < kills; kill += 1) {
      // Seldom, since what writes here leaves less of the log for the product to recover.
      if (kill % killsASession === killsASession - 1) signInAnew(folder);
      const served = await startServed(folder.folder);
      starts.push(served.milliseconds);
      let isOver = false;
      const working = work.work(served.address, writers).finally(() => {
        isOver = true;
      });
      // Looked at below; until then nobody waits for it.
      working.catch(() => undefined);
      const before = work.answers;
      const isEarly = draw() < shareOfEarlyKills;
      while (!isEarly && !isOver && work.answers === before) await pause(1);
      await pause(draw() * longestPause);
      await served.end("SIGKILL");
      await working;
      const database = new Database(folder.file, { readonly: true });
      try {
        expectSound(database);
        work.expectKept(database);
      } finally {
        database.close();
      }
      await expectWholeChain(folder.file);
    }
    const now = () => new Date().toISOString();
    const store = await openStore({ engine: "sqlite", file: folder.file, now, migrate: false, minimumFreeBytes: 0 });
    expect((await replayAudit(store)).differences).toEqual([]);
    await store.close();
    const sorted = starts.slice(1).sort((one, other) => one - other);
    const servingAgain = { median: sorted[Math.floor(sorted.length / 2)] ?? 0, longest: sorted.at(-1) ?? 0 };
    return { acknowledged: work.answers, keptUntold: work.keptUntold, servingAgain };
  } finally {
    folder.dispose();
  }
}
