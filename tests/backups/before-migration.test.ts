/** An upgrade leaves the way back: the file as it was, made before anything is migrated, or nothing is. TRUST R10. */
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findBackups, findWorkspace, openStore } from "@beizeng/db";
import Database from "better-sqlite3";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { readMigrations } from "../../db/src/migrations.ts";
import { restoreTo, rowsOf } from "./sample-ledger.ts";

const at = "2022-07-01T17:00:00.000Z";
const migrations = readMigrations("sqlite");
const before = migrations.length - 1;

let folder = "";
let file = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "beizeng-upgrade-"));
  file = join(folder, "production.sqlite");
  const own = folder;
  onTestFinished(() => rmSync(own, { recursive: true }));
  const raw = new Database(file);
  raw.exec(
    "CREATE TABLE schema_migrations (number INTEGER PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL, applied_at TEXT NOT NULL) STRICT",
  );
  for (const { number, name, sha256, sql } of migrations.slice(0, before)) {
    raw.exec(sql);
    raw.prepare("INSERT INTO schema_migrations VALUES (?, ?, ?, ?)").run(number, name, sha256, at);
  }
  raw.exec(`INSERT INTO workspaces (id, kind, name, created_at) VALUES (1, 'production', '倍增台账', '${at}')`);
  raw.close();
  chmodSync(file, 0o600);
});

const open = () => openStore({ engine: "sqlite", file, now: () => at, migrate: true, minimumFreeBytes: 0 });
const schema = () => (JSON.parse(rowsOf(file).schema_migrations ?? "[]") as unknown[]).length;

test("the file as it was is kept beside it, named by schema and China day, and brings it back", async () => {
  const rows = rowsOf(file);
  await (await open()).close();
  expect(schema()).toBe(migrations.length);
  const name = `production-schema-${String(before).padStart(4, "0")}-2022-07-02.sqlite`;
  expect(findBackups(folder)).toMatchObject([{ file: name, madeBy: "migration", schema: before, madeAt: at }]);
  await restoreTo(file, join(folder, name));
  expect(rowsOf(file)).toEqual(rows);
  // Restored by this version it is migrated when it is opened; the same content is not kept twice.
  const store = await open();
  expect(await findWorkspace(store)).toMatchObject({ kind: "production" });
  await store.close();
  expect(schema()).toBe(migrations.length);
  expect(findBackups(folder)).toHaveLength(1);
});

test("nothing is migrated where it cannot be written", async () => {
  // What stands in the way of the copy cannot be taken away.
  mkdirSync(`${file}.backup.unfinished`);
  await expect(open()).rejects.toMatchObject({
    code: "backup-before-migration",
    sentence: { zh: expect.stringContaining("未升级") },
  });
  expect(schema()).toBe(before);
  expect(findBackups(folder)).toEqual([]);
  // And nothing holds the file.
  rmSync(`${file}.backup.unfinished`, { recursive: true });
  await (await open()).close();
  expect(schema()).toBe(migrations.length);
});

test("a file that is of this version, and a new one, leave none", async () => {
  await (await open()).close();
  for (const { file: kept } of findBackups(folder)) for (const end of ["", ".json"]) rmSync(join(folder, kept + end));
  await (await open()).close();
  file = join(folder, "new.sqlite");
  await (await open()).close();
  expect(findBackups(folder)).toEqual([]);
  expect(readdirSync(folder).filter((name) => name.includes("schema"))).toEqual([]);
});
