/** `writer.ts <file> <the same file for plain statements> <counties>`: one department's 40 values, written durably. */
import { closeSync, fdatasyncSync, openSync, writeSync } from "node:fs";
import { openStore } from "@beizeng/db";
import { acceptSubmission } from "@beizeng/server/actions/accept-submission.ts";
import type { Actor } from "@beizeng/server/actions/actor.ts";
import { submitReport } from "@beizeng/server/actions/submit-report.ts";
import Database from "better-sqlite3";
import { planOf, reporterOf } from "../generator/county-plan.ts";
import { monthAt, monthCount } from "../generator/figures.ts";
import { prepareWrites } from "../plain/write.ts";
import { answerQuestions } from "./conversation.ts";
import { reportLines } from "./report-lines.ts";
import { watchStatements } from "./watch-statements.ts";

const [file = "", plainFile = "", countiesText = "1"] = process.argv.slice(2);
const counties = Number(countiesText);
const longest = watchStatements();

const store = await openStore({ engine: "sqlite", file, now: () => new Date().toISOString(), migrate: false });
const database = new Database(plainFile);
database.pragma("journal_mode = WAL");
database.pragma("synchronous = FULL");
database.pragma("foreign_keys = ON");
const writePlain = prepareWrites(database);

const actor = (role: Actor["role"], county: number): Actor => ({
  id: role,
  role,
  departments: [reporterOf(county)],
});

async function timed<Value>(samples: number[], work: () => Promise<Value> | Value): Promise<Value> {
  const began = performance.now();
  const value = await work();
  samples.push(performance.now() - began);
  return value;
}

/** What a page of 4 KB costs to bring onto the disk: the least that a durable write can take here. */
function syncOnce(): number {
  const descriptor = openSync(`${plainFile}.sync`, "w");
  const began = performance.now();
  writeSync(descriptor, "0".repeat(4096));
  fdatasyncSync(descriptor);
  const milliseconds = performance.now() - began;
  closeSync(descriptor);
  return milliseconds;
}

/** Reports written so far: one of each county for a month, then the next month. */
let written = 0;

async function writes(count: number) {
  const times = {
    submit: Array.of<number>(),
    accept: Array.of<number>(),
    plain: Array.of<number>(),
    sync: Array.of<number>(),
  };
  for (const last = written + count; written < last; written += 1) {
    const county = (written % counties) + 1;
    const n = monthCount + 1 + Math.floor(written / counties);
    const now = `${monthAt(n + 1)}-05T01:00:00.${String(written % 1000).padStart(3, "0")}Z`;
    const about = { plan: planOf(county), department: reporterOf(county), period: monthAt(n) };
    const lines = reportLines(county, n);
    const submitted = await timed(times.submit, () =>
      submitReport(store, { actor: actor("reporter", county), now, ...about, lines }),
    );
    if (!submitted.ok) throw new Error(`refused: ${JSON.stringify(submitted.reason)}`);
    const { submission } = submitted.value;
    const accepted = await timed(times.accept, () =>
      acceptSubmission(store, { actor: actor("office", county), now, submission }),
    );
    if (!accepted.ok) throw new Error(`refused: ${JSON.stringify(accepted.reason)}`);
    await timed(times.plain, () => writePlain(county, n, monthAt(n), now));
    times.sync.push(syncOnce());
  }
  return times;
}

answerQuestions({
  door: () => ({ port: 0, headers: {} }),
  writes,
  longest: () => ({ statement: longest.take(), eventLoop: 0 }),
});
