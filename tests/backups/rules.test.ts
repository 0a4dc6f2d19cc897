/** When a backup is due, which ones have served their time, how they stand, and what the environment may say. */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type KeptBackup, outdatedBackups } from "@beizeng/server/backups/keep-rules.ts";
import { latestMoment, nextMoment } from "@beizeng/server/backups/moments.ts";
import { readBackupSettings } from "@beizeng/server/backups/settings.ts";
import { type BackupFacts, type BackupStanding, backupStanding } from "@beizeng/server/domain/backup-standing.ts";
import { describe, expect, onTestFinished, test } from "vitest";

describe("the moment is a minute of the day in China", () => {
  test.each([
    // 02:30 in China is 18:30 of the day before in UTC.
    ["2026-11-23T18:29:59.999Z", "02:30", "2026-11-22T18:30:00.000Z", "2026-11-23T18:30:00.000Z"],
    ["2026-11-23T18:30:00.000Z", "02:30", "2026-11-23T18:30:00.000Z", "2026-11-24T18:30:00.000Z"],
    ["2026-11-23T15:59:00.000Z", "23:59", "2026-11-23T15:59:00.000Z", "2026-11-24T15:59:00.000Z"],
    ["2026-12-31T16:00:00.000Z", "00:00", "2026-12-31T16:00:00.000Z", "2027-01-01T16:00:00.000Z"],
    ["2028-02-28T20:00:00.000Z", "08:15", "2028-02-28T00:15:00.000Z", "2028-02-29T00:15:00.000Z"],
  ])("at %s for %s: since %s, next %s", (now, at, latest, next) => {
    expect([latestMoment(now, at), nextMoment(now, at)]).toEqual([latest, next]);
  });
});

describe("what has served its time", () => {
  const writer = "this";
  /** One a night at 02:30 China time, so many nights up to 2026-11-23, newest first. */
  const nights = (count: number): KeptBackup[] =>
    Array.from({ length: count }, (_, night) => {
      const madeAt = new Date(Date.parse("2026-11-22T18:30:00.000Z") - night * 86_400_000).toISOString();
      return { file: `night-${night}`, madeAt, madeBy: "schedule", writer };
    });
  const kept = (
    backups: readonly KeptBackup[],
    { daily = 14, monthly = 12, proven = [] as readonly string[] } = {},
  ): readonly string[] => {
    const gone = outdatedBackups(backups, { daily, monthly }, { writer, proven: new Set(proven) });
    return backups.filter((backup) => !gone.includes(backup)).map(({ file }) => file);
  };

  test("of 400 nights 14 days stay, and the newest of each of 12 months", () => {
    const names = kept(nights(400));
    expect(names.slice(0, 14)).toEqual(nights(14).map(({ file }) => file));
    // The month that runs is among the days; the others' last nights: 31 October is 23 nights before 23 November.
    expect(names.slice(14, 17)).toEqual(["night-23", "night-54", "night-84"]);
    expect(names).toHaveLength(14 + 11);
  });

  test("a month's end in China counts, not in London", () => {
    // 1 October in China, 30 September in UTC.
    const october = { file: "october", madeAt: "2026-09-30T18:30:00.000Z", madeBy: "schedule", writer } as const;
    const september = { file: "september", madeAt: "2026-09-29T18:30:00.000Z", madeBy: "schedule", writer } as const;
    expect(kept([october, september], { daily: 1, monthly: 2 })).toEqual(["october", "september"]);
  });

  test("of a day the newest stays", () => {
    const twice = ["2026-11-23T01:00:00.000Z", "2026-11-22T18:30:00.000Z"].map(
      (madeAt) => ({ file: madeAt, madeAt, madeBy: "schedule", writer }) as const,
    );
    expect(kept(twice)).toEqual(["2026-11-23T01:00:00.000Z"]);
  });

  test("the last that a drill found good stays, however old", () => {
    expect(kept(nights(60), { daily: 2, monthly: 0, proven: ["night-40", "night-50"] })).toEqual([
      "night-0",
      "night-1",
      "night-40",
    ]);
  });

  test("what a person, an upgrade or another installation made is never touched", () => {
    const others = nights(40).map((backup, number) => ({
      ...{ ...backup, file: `other-${number}` },
      ...(number % 3 === 0 ? { madeBy: "command" as const } : {}),
      ...(number % 3 === 1 ? { madeBy: "migration" as const } : {}),
      ...(number % 3 === 2 ? { writer: "that" } : {}),
    }));
    const names = kept([...nights(3), ...others], { daily: 1, monthly: 0 });
    expect(names).toEqual(["night-0", ...others.map(({ file }) => file)]);
  });

  test("while none are made none goes", () => {
    // The latest 14 days that have one, a year ago or not.
    expect(kept(nights(14).map((backup) => ({ ...backup, madeAt: `2020${backup.madeAt.slice(4)}` })))).toHaveLength(14);
    expect(kept([])).toEqual([]);
  });
});

describe("how they stand", () => {
  const well: BackupFacts = {
    ...{ isScheduled: true, backupHours: 3, runningHours: 500, isBackupGood: true },
    drill: { isGood: true, hours: 3 },
  };
  const cases: [BackupStanding, Partial<BackupFacts>][] = [
    ["good", {}],
    ["good", { backupHours: 26, drill: { isGood: true, hours: 26 } }],
    ["off", { isScheduled: false, isBackupGood: false }],
    ["damaged", { drill: { isGood: false, hours: 1 } }],
    ["damaged", { drill: { isGood: false, hours: 1 }, isBackupGood: false }],
    ["failed", { isBackupGood: false }],
    ["overdue", { backupHours: 26.1 }],
    ["overdue", { backupHours: null, isBackupGood: null, drill: null }],
    ["waiting", { backupHours: null, isBackupGood: null, drill: null, runningHours: 0.1 }],
    ["waiting", { backupHours: 90, runningHours: 0.1 }],
    ["drill-overdue", { drill: { isGood: true, hours: 26.1 } }],
    ["good", { drill: null, backupHours: 1 }],
  ];
  test.each(cases)("%s: %j", (standing, facts) => {
    expect(backupStanding({ ...well, ...facts })).toBe(standing);
  });
});

describe("the environment", () => {
  const read = (environment: Record<string, string>) => readBackupSettings(environment, "/srv/data");

  test("says nothing: a folder within the data, at half past two, fourteen days and twelve months, plain", () => {
    expect(read({})).toEqual({
      ...{ folder: "/srv/data/backups", isOwnFolder: true, at: "02:30" },
      ...{ keep: { daily: 14, monthly: 12 }, keyFile: null },
    });
  });

  test("says all", () => {
    const folder = mkdtempSync(join(tmpdir(), "beizeng-key-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const keyFile = join(folder, "key");
    writeFileSync(keyFile, "0f".repeat(32), { mode: 0o600 });
    const said = { BACKUP_DIR: "/mnt/nas", BACKUP_AT: "23:05 Asia/Shanghai", BACKUP_KEEP: "daily=30, monthly=0" };
    expect(read({ ...said, BACKUP_KEY_FILE: keyFile })).toEqual({
      ...{ folder: "/mnt/nas", isOwnFolder: false, at: "23:05", keep: { daily: 30, monthly: 0 }, keyFile },
    });
    expect(read({ BACKUP_AT: "off" }).at).toBeNull();
    chmodSync(keyFile, 0o644);
    expect(() => read({ BACKUP_KEY_FILE: keyFile })).toThrow(expect.objectContaining({ code: "backup-key-open" }));
  });

  test.each([
    ["BACKUP_DIR", " "],
    ["BACKUP_AT", "24:00"],
    ["BACKUP_AT", "2:30"],
    ["BACKUP_AT", "02:30 UTC"],
    ["BACKUP_AT", ""],
    ["BACKUP_KEEP", "14"],
    ["BACKUP_KEEP", "daily=0,monthly=12"],
  ])("%s=%j is refused by name", (name, value) => {
    expect(() => read({ [name]: value })).toThrow(name);
  });
});
