/** The doctor: how each thing stands where it is well and where it is not, and that looking changes nothing. */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { insertWorkspace, inTransaction, makeBackup, openStore, StoreProblem } from "@beizeng/db";
import { appendRecord } from "@beizeng/server/backups/records.ts";
import { readConfig } from "@beizeng/server/config.ts";
import { backupFindings } from "@beizeng/server/doctor/backups.ts";
import { diskFinding, fileFinding, folderFinding } from "@beizeng/server/doctor/data.ts";
import { entranceFindings } from "@beizeng/server/doctor/entrance.ts";
import { examine } from "@beizeng/server/doctor/examine.ts";
import { exitCodeOf, type Finding, linesOf } from "@beizeng/server/doctor/finding.ts";
import { buildFindings, clockFinding, fontFinding, nodeFinding, zoneFinding } from "@beizeng/server/doctor/machine.ts";
import { engineFinding, storeFindings } from "@beizeng/server/doctor/store.ts";
import Database from "better-sqlite3";
import { afterAll, beforeEach, describe, expect, onTestFinished, test } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const now = "2026-11-23T01:00:00.000Z";
const scratch = mkdtempSync(join(tmpdir(), "beizeng-doctor-"));
afterAll(() => rmSync(scratch, { recursive: true }));

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(scratch, "data-"));
  file = join(folder, "production.sqlite");
});

async function makeWorkspace() {
  const store = await openStore({ engine: "sqlite", file, now: () => now, migrate: true, minimumFreeBytes: 0 });
  await inTransaction(store, (transaction) =>
    insertWorkspace(transaction, { kind: "production", name: "test", createdAt: now, today: null }),
  );
  await store.close();
}
function change(sql: string) {
  const database = new Database(file);
  database.unsafeMode();
  database.exec(sql);
  database.close();
}
const look = (mode?: string, environment: Record<string, string> = {}) =>
  examine({ mode, environment: { DATA_DIR: folder, ...environment }, root, now });
const levels = (findings: readonly Finding[]) =>
  Object.fromEntries(findings.map(({ subject, level }) => [subject.en, level]));
const only = (findings: readonly Finding[], subject: string) =>
  findings.find((finding) => finding.subject.en === subject);
/** Everything in the folder by name and content. */
const stateOf = (place: string) =>
  readdirSync(place).map((name) => [
    name,
    createHash("sha256")
      .update(readFileSync(join(place, name)))
      .digest("hex"),
  ]);

describe("the machine", () => {
  test.each([
    ["20.18.3", "bad"],
    ["18.20.0", "bad"],
    ["20.19.0", "notice"],
    ["22.12.0", "ok"],
    ["24.1.0", "ok"],
    ["26.0.0", "ok"],
  ])("Node %s: %s", (version, level) => expect(nodeFinding(version, now).level).toBe(level));
  test("Node 20 was well as long as it was repaired", () => {
    expect(nodeFinding("20.19.0", "2026-04-30T23:59:59.999Z").level).toBe("ok");
    expect(nodeFinding("20.19.0", "2026-05-01T00:00:00.000Z").level).toBe("notice");
  });

  test.each([
    ["Asia/Shanghai", -480, "ok"],
    ["Asia/Singapore", -480, "ok"],
    ["UTC", 0, "notice"],
    ["America/New_York", 300, "notice"],
  ])("zone %s: %s", (zone, offset, level) => expect(zoneFinding(zone, offset).level).toBe(level));

  test.each([
    ["nothing known", null, null, "ok"],
    ["all of it past", "2026-11-01T00:00:00.000Z", "2026-11-22T00:00:00.000Z", "ok"],
    ["within the hour that clocks are put right by", null, "2026-11-23T01:59:00.000Z", "ok"],
    ["the build lies ahead", "2026-11-23T02:01:00.000Z", null, "bad"],
    ["the audit lies ahead", "2026-11-01T00:00:00.000Z", "2027-01-01T00:00:00.000Z", "bad"],
  ] as const)("clock, %s", (_name, builtAt, lastAuditAt, level) =>
    expect(clockFinding(now, builtAt, lastAuditAt).level).toBe(level),
  );

  test("fonts that are there, and one that is not", () => {
    expect(fontFinding().level).toBe("ok");
    expect(fontFinding(["a.ttf"])).toMatchObject({ level: "bad", found: { zh: "缺 a.ttf。" } });
  });

  test("builds: absent with sources, stale, fresh, a release, half a release", () => {
    const place = (name: string) => {
      const written = join(folder, name);
      mkdirSync(join(written, ".."), { recursive: true });
      writeFileSync(written, "");
      return written;
    };
    const standing = () => buildFindings(folder).map(({ level }) => level);
    expect(standing()).toEqual(["bad", "bad"]);
    place("web/src/main.tsx");
    place("server/src/main.ts");
    expect(standing()).toEqual(["notice", "notice"]);
    const pages = place("web/dist/index.html");
    const server = place("server/dist/serve.mjs");
    expect(standing()).toEqual(["ok", "ok"]);
    for (const built of [pages, server]) utimesSync(built, new Date(0), new Date(0));
    expect(standing()).toEqual(["notice", "notice"]);
    for (const sources of ["web/src", "server/src"]) rmSync(join(folder, sources), { recursive: true });
    expect(standing()).toEqual(["ok", "ok"]);
  });

  test("the engine that is here, and one that is too old", async () => {
    expect(await engineFinding()).toMatchObject({ level: "ok", found: { zh: expect.stringMatching(/^SQLite 3\./) } });
    const refuse = () => Promise.reject(new StoreProblem("engine-too-old", "SQLite 3.40.0 < 3.51.3"));
    expect(await engineFinding(refuse)).toMatchObject({
      level: "bad",
      found: { en: expect.stringContaining("3.40.0") },
    });
  });
});

describe("the folder and its file", () => {
  test("a folder that is not there, is none, or is open to others", () => {
    expect(folderFinding(join(folder, "none")).level).toBe("notice");
    writeFileSync(join(folder, "file"), "");
    expect(folderFinding(join(folder, "file")).level).toBe("bad");
    expect(folderFinding(folder).level).toBe("ok");
    chmodSync(folder, 0o755);
    expect(folderFinding(folder).level).toBe("notice");
  });

  test("a file that is not there, or that others can read, its log as well", () => {
    expect(fileFinding(file).level).toBe("notice");
    writeFileSync(file, "", { mode: 0o600 });
    expect(fileFinding(file).level).toBe("ok");
    writeFileSync(`${file}-wal`, "");
    chmodSync(`${file}-wal`, 0o644);
    expect(fileFinding(file)).toMatchObject({ level: "bad", found: { zh: `其他用户可以读：${file}-wal。` } });
  });

  test.each([
    [99_999_999, 0, "bad"],
    [100_000_000, 0, "notice"],
    [999_999_999, 0, "notice"],
    [1_000_000_000, 400_000_000, "ok"],
    [1_000_000_000, 600_000_000, "notice"],
  ] as const)("%d bytes free beside a file of %d", (free, size, level) => {
    expect(diskFinding(free, size).level).toBe(level);
  });
});

describe("the store", () => {
  test("one that is well", async () => {
    await makeWorkspace();
    const { findings } = await storeFindings(file);
    expect(levels(findings)).toEqual({ Lock: "ok", Schema: "ok", "Write-ahead log": "ok" });
  });

  test.each([
    ["Schema", "notice", "DELETE FROM schema_migrations WHERE number = (SELECT max(number) FROM schema_migrations)"],
    ["Schema", "bad", "INSERT INTO schema_migrations VALUES (9999, 'later', 'x', 'x')"],
    ["Schema", "bad", "UPDATE schema_migrations SET sha256 = 'x' WHERE number = 1"],
    ["Tables", "bad", "CREATE TABLE loose (anything)"],
    ["Write-ahead log", "notice", "PRAGMA journal_mode = DELETE"],
  ])("%s %s after %s", async (subject, level, sql) => {
    await makeWorkspace();
    change(sql);
    const { findings } = await storeFindings(file);
    expect(only(findings, subject)).toMatchObject({ level, advice: expect.anything() });
  });

  test("what is no store of ours, and no database at all", async () => {
    change("CREATE TABLE other (x)");
    expect((await storeFindings(file)).findings).toMatchObject([{ subject: { en: "Schema" }, level: "bad" }]);
    writeFileSync(file, "nonsense".repeat(1000));
    expect((await storeFindings(file)).findings).toMatchObject([{ subject: { en: "Schema" }, level: "bad" }]);
  });

  test("who holds it is told, and a log that a killed process has left is read too", async () => {
    await makeWorkspace();
    const store = await openStore({ engine: "sqlite", file, now: () => now, migrate: false, minimumFreeBytes: 0 });
    onTestFinished(() => store.close());
    const { findings } = await storeFindings(file);
    expect(only(findings, "Lock")?.found.en).toBe(`process ${process.pid} serves it.`);
    expect(only(findings, "Schema")?.level).toBe("ok");
    // As a power cut leaves it: the file and its log, without who held them.
    const left = join(folder, "left.sqlite");
    for (const end of ["", "-wal"]) writeFileSync(`${left}${end}`, readFileSync(`${file}${end}`), { mode: 0o600 });
    const before = stateOf(folder);
    expect(levels((await storeFindings(left)).findings)).toMatchObject({ Schema: "ok", Lock: "ok" });
    expect(stateOf(folder)).toEqual(before);
  });
});

describe("the way in", () => {
  const found = (environment: Record<string, string>, mode = "serve") =>
    entranceFindings(readConfig(mode, environment, root)).map(({ level }) => level);
  const tls = { PUBLIC_URL: "https://beizeng.example.cn", TRUST_PROXY: "127.0.0.1" };
  const secret = join(scratch, "secret");
  writeFileSync(secret, "a secret", { mode: 0o600 });
  const provider = { OIDC_ISSUER: "https://sso.example.cn", OIDC_CLIENT_ID: "a", OIDC_CLIENT_SECRET_FILE: secret };
  test.each([
    ["TLS before it", tls, ["ok"]],
    ["plain http", {}, ["notice"]],
    ["plain http that is said", { PUBLIC_URL: "http://beizeng" }, ["notice"]],
    ["a proxy that can be gone around", { ...tls, HOST: "0.0.0.0" }, ["notice"]],
    ["a proxy without an address of its own", { TRUST_PROXY: "127.0.0.1" }, ["notice", "notice"]],
    ["single sign-on by TLS", { ...tls, ...provider }, ["ok"]],
    ["single sign-on by plain http", { PUBLIC_URL: "http://beizeng", ...provider }, ["notice", "bad"]],
  ])("%s", (_name, environment, expected) => expect(found(environment)).toEqual(expected));
  test("a demonstration", () => expect(found({}, "demo")).toEqual(["ok"]));

  test("what cannot be used is said by its name, and the machine is looked at all the same", async () => {
    const findings = await look("serve", { PUBLIC_URL: "https://beizeng.example.cn" });
    expect(only(findings, "Settings")).toMatchObject({
      level: "bad",
      found: { zh: expect.stringContaining("TRUST_PROXY") },
    });
    expect(only(findings, "Engine")?.level).toBe("ok");
    const unkeyed = await look("serve", { BACKUP_KEY_FILE: join(folder, "none") });
    expect(only(unkeyed, "Settings")).toMatchObject({ level: "bad" });
  });
});

describe("backups", () => {
  const own = { isOwnFolder: false, keep: { daily: 14, monthly: 12 }, keyFile: null };
  const standing = (at: string | null, moment = now) => {
    const settings = { ...own, folder: join(folder, "backups"), at };
    return levels(backupFindings(settings, { dataDirectory: folder, file }, moment));
  };
  test("none, on the data's own disk", async () => {
    await makeWorkspace();
    const none = { "Backup folder": "notice", "Newest backup": "notice", "Restore drill": "notice" };
    expect(standing("02:30")).toEqual(none);
    expect(standing(null)).toEqual(none);
  });

  test("one that is young, old, far too old, of another installation; a drill that is good, and one that is not", async () => {
    await makeWorkspace();
    const backups = join(folder, "backups");
    mkdirSync(backups);
    const order = { folder: backups, name: "one", madeBy: "command", madeAt: now, key: null } as const;
    await makeBackup({ ...order, file });
    const at = (hours: number) => new Date(Date.parse(now) + hours * 3_600_000).toISOString();
    expect([26, 27, 168, 169].map((hours) => standing("02:30", at(hours))["Newest backup"])).toEqual([
      ...["ok", "notice", "notice", "bad"],
    ]);
    const settings = { ...own, folder: backups, at: "02:30" };
    const ofAnother = backupFindings(settings, { dataDirectory: folder, file: join(folder, "other.sqlite") }, now);
    expect(levels(ofAnother)["Newest backup"]).toBe("notice");
    const record = {
      kind: "drill",
      at: now,
      seconds: 1,
      file: "one",
      code: null,
      detail: null,
      checked: null,
    } as const;
    appendRecord(backups, { ...record, isGood: true });
    expect(standing("02:30")["Restore drill"]).toBe("ok");
    appendRecord(backups, { ...record, isGood: false, detail: "row 7 differs" });
    expect(standing("02:30")["Restore drill"]).toBe("bad");
  });

  test("another disk is as it should be", async () => {
    await makeWorkspace();
    const settings = { ...own, folder: "/dev/shm", at: "02:30" };
    expect(levels(backupFindings(settings, { dataDirectory: folder, file }, now))["Backup folder"]).toBe("ok");
  });
});

describe("all of it", () => {
  test("looks at the workspace that is there, and changes nothing, stopped or served", async () => {
    expect(only(await look(), "Data file")).toMatchObject({
      level: "notice",
      found: { zh: expect.stringContaining("production") },
    });
    await makeWorkspace();
    const before = stateOf(folder);
    expect(levels(await look())).toMatchObject({ "Data file": "ok", Schema: "ok", Lock: "ok", "Data folder": "ok" });
    expect(stateOf(folder)).toEqual(before);
    const store = await openStore({ engine: "sqlite", file, now: () => now, migrate: false, minimumFreeBytes: 0 });
    onTestFinished(() => store.close());
    const served = stateOf(folder).filter(([name]) => !name?.endsWith("-shm"));
    expect(levels(await look("serve"))).toMatchObject({ "Data file": "ok", Schema: "ok", Lock: "ok" });
    expect(stateOf(folder).filter(([name]) => !name?.endsWith("-shm"))).toEqual(served);
  });

  test("says in both languages what to do, and ends with 0, 1 or 2", () => {
    const subject = { zh: "甲", en: "A" };
    const told = { zh: "见。", en: "seen." };
    const ok = { subject, level: "ok", found: told, advice: null } as const;
    const notice = { subject, level: "notice", found: told, advice: { zh: "做。", en: "Do." } } as const;
    expect(linesOf(ok)).toEqual(["ok    甲 A：见。 seen."]);
    expect(linesOf(notice)).toEqual(["注意  甲 A：见。 seen.", "      → 做。", "        Do."]);
    expect([[ok], [ok, notice], [notice, { ...notice, level: "bad" as const }]].map(exitCodeOf)).toEqual([0, 1, 2]);
  });

  test("as a command", async () => {
    await makeWorkspace();
    chmodSync(file, 0o644);
    const command = ["--import", "tsx", join(root, "server/src/doctor-command.ts")];
    const { status, stdout } = spawnSync(process.execPath, command, {
      cwd: root,
      env: { ...process.env, DATA_DIR: folder },
      encoding: "utf8",
    });
    expect([status, stdout]).toEqual([
      2,
      expect.stringContaining(`不行  数据文件 Data file：其他用户可以读：${file}。`),
    ]);
  });
});
