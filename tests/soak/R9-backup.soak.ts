/** A backup and its drill beside fifty writes a second, at the size of a city after years (TRUST R9). */
import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { insertAuditRow, inTransaction, openStore } from "@beizeng/db";
import { startKeeper } from "@beizeng/server/backups/keeper.ts";
import Database from "better-sqlite3";
import { expect } from "vitest";
import { flipInPlace, openSampleLedger, restoreTo } from "../backups/sample-ledger.ts";
import { drawnFrom } from "../helpers/drawn.ts";
import { soak } from "./harness.ts";

const writesASecond = 50;
const flips = 10;
/** Before the backup begins, to compare with. */
const quietSeconds = 20;
const writer = fileURLToPath(new URL("../backups/writer-process.ts", import.meta.url));

/** Fills a store to so many megabytes: a fifth of it audit, the rest what proves figures. */
async function fill(file: string, megabytes: number): Promise<void> {
  const now = () => new Date().toISOString();
  const store = await openStore({ engine: "sqlite", file, now, migrate: false, minimumFreeBytes: 0 });
  const payload = JSON.stringify({ text: "x".repeat(1500) });
  for (let row = 0; row < megabytes * 100; ) {
    await inTransaction(store, async (transaction) => {
      for (let count = 0; count < 500; count += 1, row += 1) {
        const at = now();
        const who = { at, actor: "wang", actorRole: "system", action: "test", entity: `test:${row}` } as const;
        await insertAuditRow(transaction, { ...who, payload, revision: null });
      }
    });
  }
  await store.close();
  const raw = new Database(file);
  raw.exec("CREATE TABLE proofs (id INTEGER PRIMARY KEY, content BLOB) STRICT");
  const insertion = raw.prepare("INSERT INTO proofs (content) VALUES (randomblob(1000000))");
  while (statSync(file).size < megabytes * 1_000_000) {
    raw.exec("BEGIN");
    for (let piece = 0; piece < 10; piece += 1) insertion.run();
    raw.exec("COMMIT");
    raw.pragma("wal_checkpoint(TRUNCATE)");
  }
  raw.close();
}

interface Write {
  readonly at: number;
  readonly milliseconds: number;
}

function p99(writes: readonly Write[]): number {
  const sorted = writes.map(({ milliseconds }) => milliseconds).toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length * 0.99)] ?? Number.NaN;
}

const harness = { promise: "R9", what: "backup and drill beside 50 writes a second", full: 1000, unit: "MB" };
soak(harness, async ({ size, seed }) => {
  const ledger = await openSampleLedger();
  const folder = mkdtempSync(join(tmpdir(), "beizeng-large-"));
  const file = join(folder, "production.sqlite");
  await restoreTo(file, join(ledger.folder, (await ledger.back()).file));
  await ledger.dispose();
  await fill(file, size);
  const child = fork(writer, [file, String(writesASecond)], { execArgv: ["--import", "tsx"] });
  const writes: Write[] = [];
  child.on("message", (write: Write) => writes.push(write));
  await wait(quietSeconds * 1000);
  const begun = Date.now();
  const backups = ledger.place("large");
  let madeAt = 0;
  const keeper = startKeeper({
    ...{ file, workspace: "production", now: () => new Date().toISOString() },
    settings: { folder: backups, isOwnFolder: false, at: "00:00", keep: { daily: 14, monthly: 12 }, keyFile: null },
    log: {
      info: () => {
        madeAt ||= Date.now();
      },
      error: (facts, sentence) => console.error(sentence, facts),
    },
  });
  await keeper.look();
  const ended = Date.now();
  await keeper.close();
  child.send("end");
  await once(child, "close");
  const { standing, records, backups: made } = keeper.state();
  expect(standing).toBe("good");
  const seconds = (kind: string) => records.find((record) => record.kind === kind)?.seconds ?? Number.NaN;
  // A smaller file is no reason to take as long.
  expect(seconds("backup")).toBeLessThanOrEqual(Math.max(10, (60 * size) / harness.full));
  const between = (from: number, to: number) => writes.filter(({ at }) => at >= from && at < to);
  // The first second of the writer is its own beginning.
  const before = p99(between((writes[0]?.at ?? 0) + 2000, begun));
  const [whileMade, whileTried] = [p99(between(begun, madeAt)), p99(between(madeAt, ended))];
  const pace = between(begun, ended).length / ((ended - begun) / 1000);
  expect(pace).toBeGreaterThan(writesASecond * 0.9);
  const drawn = drawnFrom(seed);
  const backup = join(backups, made[0]?.file ?? "");
  const bytes = statSync(backup).size;
  for (let flip = 0; flip < flips; flip += 1) {
    const [offset, bit] = [Math.floor(drawn() * bytes), Math.floor(drawn() * 8)];
    flipInPlace(backup, offset, bit);
    await expect(restoreTo(join(folder, "restored.sqlite"), backup), `offset ${offset}`).rejects.toMatchObject({
      code: "backup-damaged",
    });
    flipInPlace(backup, offset, bit);
  }
  await restoreTo(join(folder, "restored.sqlite"), backup);
  rmSync(folder, { recursive: true });
  rmSync(ledger.folder, { recursive: true });
  const said = (milliseconds: number) => milliseconds.toFixed(1);
  return [
    `backup ${seconds("backup").toFixed(1)} s, drill ${seconds("drill").toFixed(1)} s`,
    `p99 of writes ${said(before)} ms before, ${said(whileMade)} while made (×${said(whileMade / before)})`,
    `${said(whileTried)} while tried (×${said(whileTried / before)}); ${pace.toFixed(1)} writes/s`,
    `${flips} of ${flips} flipped bits found`,
  ].join(", ");
});
