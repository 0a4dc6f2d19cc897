/** The work of a night: what is made, tried, deleted and recorded, and what a drill finds. TRUST R9. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { findBackups } from "@beizeng/db";
import { doDaily } from "@beizeng/server/backups/daily.ts";
import { type KeeperLog, startKeeper } from "@beizeng/server/backups/keeper.ts";
import type { DailyAnswer } from "@beizeng/server/backups/orders.ts";
import { appendRecord, type BackupRecord, readRecords } from "@beizeng/server/backups/records.ts";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { flipInPlace, openSampleLedger } from "./sample-ledger.ts";

let ledger: Awaited<ReturnType<typeof openSampleLedger>>;
beforeEach(async () => {
  ledger = await openSampleLedger();
});
afterEach(() => ledger.dispose());

const firstNight = "2022-10-11T18:30:00.000Z";
const settingsOf = (folder: string, keyFile: string | null = null) => ({
  ...{ folder, isOwnFolder: false, at: "02:30", keep: { daily: 2, monthly: 0 }, keyFile },
});

/** One night, and what it said. */
async function night(now: string, settings = settingsOf(ledger.folder)): Promise<readonly DailyAnswer[]> {
  const said: DailyAnswer[] = [];
  await doDaily({ file: ledger.file, workspace: "production", settings, now }, (answer) => said.push(answer));
  return said;
}

const laterBy = (days: number) => new Date(Date.parse(firstNight) + days * 86_400_000).toISOString();
const recordsOf = (said: readonly DailyAnswer[]) =>
  said.flatMap((answer) => (answer.kind === "record" ? [answer.record] : []));
const names = () => findBackups(ledger.folder).map(({ file }) => file);

test("a backup, a drill of it with all that it compared, and a record of both on the disk", async () => {
  const said = recordsOf(await night(firstNight));
  const file = "beizeng-production-2022-10-12-0230.sqlite";
  expect(said).toMatchObject([
    { kind: "backup", at: firstNight, file, isGood: true, code: null, detail: null },
    // Fourteen figures were reported in the sample's year; see audit-verify.
    { kind: "drill", file, isGood: true, checked: { figures: 14, editions: 0, differences: 0 } },
  ]);
  expect(said[1]?.checked?.rows).toBeGreaterThan(0);
  expect(readRecords(ledger.folder)).toEqual(said.toReversed());
  // Nothing is left of the trial, nor of the copy.
  expect(readdirSync(dirname(ledger.file)).filter((name) => name.includes("unfinished"))).toEqual([]);
});

test("an encrypted one is tried by its key", async () => {
  const keyFile = join(ledger.folder, "key");
  writeFileSync(keyFile, "77".repeat(32), { mode: 0o600 });
  const said = recordsOf(await night(firstNight, settingsOf(ledger.folder, keyFile)));
  expect(said.map(({ isGood }) => isGood)).toEqual([true, true]);
  expect(names()).toEqual(["beizeng-production-2022-10-12-0230.sqlite.enc"]);
});

test("after some nights two are kept, and what else lies there is left alone", async () => {
  const byHand = await ledger.back({ name: "by-hand", madeAt: laterBy(-30) });
  writeFileSync(join(ledger.folder, "notes.txt"), "of somebody else");
  for (let day = 0; day < 4; day += 1) await night(laterBy(day));
  expect(names()).toEqual([
    "beizeng-production-2022-10-15-0230.sqlite",
    "beizeng-production-2022-10-14-0230.sqlite",
    byHand.file,
  ]);
  expect(readdirSync(ledger.folder).sort()).toEqual(
    ["backup-log.jsonl", "notes.txt", ...names().flatMap((name) => [name, `${name}.json`])].sort(),
  );
});

describe("a drill finds", () => {
  test("a derived row that is not what the ledger gives; and nothing is deleted while it is so", async () => {
    await night(firstNight);
    await ledger.runRaw("UPDATE headline_rows SET row = replace(row, '1', '2')");
    for (let day = 1; day < 4; day += 1) {
      const [, drilled] = recordsOf(await night(laterBy(day)));
      expect(drilled).toMatchObject({ kind: "drill", isGood: false, detail: expect.stringContaining("≠") });
      expect(drilled?.checked?.differences).toBeGreaterThan(0);
    }
    // Two would be kept; while something is wrong nothing goes.
    expect(names()).toContain("beizeng-production-2022-10-12-0230.sqlite");
    expect(names()).toHaveLength(4);
  });

  test("a figure that the audit does not know", async () => {
    await ledger.runRaw("DROP TRIGGER observations_no_update");
    await ledger.runRaw("UPDATE observations SET amount = 370 WHERE amount = 365");
    const [, drilled] = recordsOf(await night(firstNight));
    expect(drilled).toMatchObject({ kind: "drill", isGood: false });
  });

  test("one flipped bit of the newest backup, where no newer one could be made", async () => {
    await night(firstNight);
    const [file = ""] = names();
    const path = join(ledger.folder, file);
    flipInPlace(path, Math.floor(statSync(path).size / 2), 3);
    // The copy cannot be made: what stands in its place cannot be taken away.
    mkdirSync(`${ledger.file}.backup.unfinished`);
    expect(recordsOf(await night(laterBy(1)))).toMatchObject([
      { kind: "backup", isGood: false, file: null, code: "backup-unwritable" },
      { kind: "drill", isGood: false, file, code: "backup-damaged" },
    ]);
  });
});

test("a folder that is not there is told, and is not made: a disk that is not mounted must not be filled in for", async () => {
  const nowhere = join(ledger.folder, "not-mounted");
  const said = recordsOf(await night(firstNight, settingsOf(nowhere)));
  expect(said).toMatchObject([{ kind: "backup", isGood: false, code: "backup-unwritable" }]);
  expect(existsSync(nowhere)).toBe(false);
  expect(readRecords(nowhere)).toEqual([]);
});

test("a folder that nobody named is made, closed to others", async () => {
  const folder = join(ledger.folder, "backups");
  const said = recordsOf(await night(firstNight, { ...settingsOf(folder), isOwnFolder: true }));
  expect(said.map(({ isGood }) => isGood)).toEqual([true, true]);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
});

test("a record whose end was cut off spoils no other", () => {
  const record: BackupRecord = {
    ...{ kind: "backup", at: firstNight, seconds: 1, file: "x", isGood: true },
    ...{ code: null, detail: null, checked: null },
  };
  appendRecord(ledger.folder, record);
  const log = join(ledger.folder, "backup-log.jsonl");
  writeFileSync(log, `${readFileSync(log, "utf8")}{"kind":"backup","at"`);
  appendRecord(ledger.folder, { ...record, file: "y" });
  expect(readRecords(ledger.folder).map(({ file }) => file)).toEqual(["y", "x"]);
});

test("the service has it done by itself each night, says what came of it, and complains while it is bad", async () => {
  let now = firstNight;
  const said: string[] = [];
  const log: KeeperLog = {
    info: (_, sentence) => said.push(`info ${sentence}`),
    error: (_, sentence) => said.push(`error ${sentence}`),
  };
  const settings = settingsOf(ledger.folder);
  const keeper = startKeeper({ file: ledger.file, workspace: "production", settings, now: () => now, log });
  expect(keeper.state()).toMatchObject({ standing: "waiting", isOnSameDisk: true, nextAt: "2022-10-12T18:30:00.000Z" });
  await keeper.look();
  expect(keeper.state()).toMatchObject({ standing: "good", backups: [{ madeAt: firstNight }] });
  expect([...keeper.state().proven]).toEqual(names());
  expect(said.splice(0)).toEqual([
    expect.stringMatching(/^info 备份完成/),
    expect.stringMatching(/^info 备份演练合格/),
  ]);
  // Until the next night there is nothing to do, and a service that starts again finds that it was done.
  now = "2022-10-12T18:29:00.000Z";
  await keeper.look();
  await keeper.close();
  expect(names()).toHaveLength(1);
  rmSync(ledger.folder, { recursive: true });
  now = laterBy(1);
  const next = startKeeper({ file: ledger.file, workspace: "production", settings, now: () => now, log });
  await next.look();
  expect(said.splice(0)).toEqual([expect.stringMatching(/^error 备份失败/)]);
  now = new Date(Date.parse(now) + 59 * 60_000).toISOString();
  await next.look();
  expect(said.splice(0)).toEqual([]);
  // An hour later it is tried again, and the folder is there.
  ledger.place(".");
  now = new Date(Date.parse(now) + 60_000).toISOString();
  await next.look();
  expect(said.splice(0).map((line) => line.split(" ")[0])).toEqual(["info", "info"]);
  // A service that slept for two days: late, and made up for.
  now = laterBy(4);
  expect(next.state().standing).toBe("overdue");
  await next.look();
  expect(next.state().standing).toBe("good");
  await next.close();
});
