import { setTimeout as pause } from "node:timers/promises";
import { findAuditChain } from "@beizeng/db";
import { replayAudit } from "@beizeng/server/replay-audit.ts";
import { expect } from "vitest";
import { openTestLedger } from "../helpers/app.ts";
import { drawnFrom } from "../helpers/drawn.ts";
import { type Answered, type Asked, bundleClerks, type Clerks, startClerks } from "./clerks.ts";
import { allPapers, planOfPapers } from "./plan-of-papers.ts";

/** Papers on their way at once. */
const atOnce = 8;
/** A process is killed at the latest so many milliseconds after it was asked; by then all are answered. */
const longestPause = 60;

/** What a run of kills left: papers that were handed in, and how many of them had been kept though nobody was told so. */
export interface Survived {
  readonly papers: number;
  readonly keptUntold: number;
}

/** All papers of the plan, each under a key of its own. */
const askedPapers = (): readonly Asked[] =>
  allPapers().map(({ unit, period }) => ({ unit, period, value: "96.5", key: `paper-${unit}-${period}` }));

/** What clerks were told so far; throws where a second answer differs from the first. */
class Receipts {
  readonly told = new Map<string, Answered>();
  keptUntold = 0;

  hear = (answered: Answered): void => {
    if ("refused" in answered) throw new Error(`${answered.key} was refused: ${answered.refused}`);
    const before = this.told.get(answered.key);
    if (before === undefined) {
      this.told.set(answered.key, answered);
      if (answered.isRepeated) this.keptUntold += 1;
    } else {
      expect(answered).toEqual({ ...before, isRepeated: true });
    }
  };

  /** Asks, and waits until every paper has its receipt. */
  async insist(clerks: Clerks, papers: readonly Asked[]): Promise<void> {
    for (const paper of papers) clerks.ask(paper);
    while (papers.some(({ key }) => !this.told.has(key))) await pause(1);
  }
}

/**
 * Hands papers in, kills the process at a random instant, starts it again and sends everything once more under the same
 * key, so many times; throws where an answer differs from the first one, where something that was told is not kept, or
 * where anything is kept twice or half.
 */
export async function killAndRetry({ kills, seed }: { kills: number; seed: number }): Promise<Survived> {
  const draw = drawnFrom(seed);
  const opened = await openTestLedger([planOfPapers()], "production");
  await opened.store.close();
  await bundleClerks();
  const receipts = new Receipts();
  const papers = askedPapers().slice(0, kills * atOnce);
  try {
    for (let first = 0; first < papers.length; first += atOnce) {
      const clerks = await startClerks(opened.file, receipts.hear);
      await receipts.insist(clerks, papers.slice(Math.max(0, first - atOnce), first));
      for (const paper of papers.slice(first, first + atOnce)) clerks.ask(paper);
      await pause(draw() * longestPause);
      await clerks.kill();
    }
    const last = await startClerks(opened.file, receipts.hear);
    await receipts.insist(last, papers);
    await last.kill();
    const store = await opened.reopen();
    const count = async (sql: string) => Number((await opened.runRaw(`SELECT count(*) AS n FROM ${sql}`))[0]?.n);
    expect({
      submissions: await count("submissions"),
      papers: await count("(SELECT DISTINCT department_id, period FROM submissions)"),
      moves: await count("submission_moves"),
      lines: await count("submission_lines"),
      audited: await count("audit_rows WHERE action = 'submit-report'"),
      drafts: await count("draft_lines"),
    }).toEqual({
      ...{ submissions: papers.length, papers: papers.length, moves: papers.length, lines: papers.length },
      ...{ audited: papers.length, drafts: 0 },
    });
    expect(await findAuditChain(store)).toMatchObject({ isWhole: true });
    expect((await replayAudit(store)).differences).toEqual([]);
    expect(await opened.runRaw("PRAGMA integrity_check")).toEqual([{ integrity_check: "ok" }]);
    return { papers: receipts.told.size, keptUntold: receipts.keptUntold };
  } finally {
    await opened.dispose();
  }
}
