/** A store that was in use before a migration keeps what it held. */
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore } from "@beizeng/db";
import Database from "better-sqlite3";
import { expect, onTestFinished, test } from "vitest";
import { readMigrations } from "../../db/src/migrations.ts";

const at = "2022-07-01T00:00:00.000Z";
/** A plan with a chain for which somebody was made to answer, as the third migration keeps it. */
const inUse = `
  INSERT INTO ledger_revisions (revision, action, at) VALUES (1, 'load-plans', '${at}'), (2, 'assign-unit', '${at}');
  INSERT INTO jurisdictions (id, code, name_zh, name_en, kind) VALUES (1, '100000', '中国', 'China', 'nation');
  INSERT INTO departments (id, key, name_zh, name_en, kind, jurisdiction_id, members_are_complete)
    VALUES (1, 'industry', '工信局', 'Industry bureau', 'bureau', 1, 1);
  INSERT INTO plans (id, key, title_zh, title_en, issuer_id, jurisdiction_id, market_entity_word, issued_on, frequency,
    first_period, due_day, content_hash)
    VALUES (1, 'old', '方案', 'Plan', 1, 1, '市场主体', '2022-02-01', 'quarter', '2022-03', 10, 'x');
  INSERT INTO subjects (id, plan_id, key, kind, name_zh, name_en, clause, directions, position)
    VALUES (1, 1, 'food', 'chain', '食品', 'Food', '二', '[]', 0);
  INSERT INTO plan_edits VALUES (7, 1, 'assign-unit', 'x', '2022-07', '分工', NULL, '${at}', 2, 'wang');
  INSERT INTO assignments (id, subject_id, department_id, role, is_reporting, is_implied, position, edit_id)
    VALUES (1, 1, 1, 'lead', 0, 0, 0, 7);
  INSERT INTO light_rules (id, plan_id, from_month, mode, tolerance_percent, is_inclusive) VALUES (3, 1, '2022-01', 'ratio', 15, 1);
  INSERT INTO entry_calendars (id, plan_id, monthly_percent) VALUES (4, 1, '[0,10,15,20,25,30,35,40,45,50,75,100]');
`;

test("additions made before subjects and measures could be added stand, and stay append-only", async () => {
  const folder = mkdtempSync(join(tmpdir(), "beizeng-migrations-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "store.db");
  const before = new Database(file);
  before.exec(
    "CREATE TABLE schema_migrations (number INTEGER PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL, applied_at TEXT NOT NULL) STRICT",
  );
  for (const { number, name, sha256, sql } of readMigrations("sqlite").slice(0, 3)) {
    before.exec(sql);
    before.prepare("INSERT INTO schema_migrations VALUES (?, ?, ?, ?)").run(number, name, sha256, at);
  }
  before.exec(inUse);
  before.close();
  chmodSync(file, 0o600);
  const store = await openStore({ engine: "sqlite", file, now: () => at, migrate: true, minimumFreeBytes: 0 });
  await store.close();
  const after = new Database(file);
  onTestFinished(() => {
    after.close();
  });
  after.pragma("foreign_keys = ON");
  expect(after.prepare("SELECT id, kind, from_month, actor FROM plan_edits").all()).toEqual([
    { id: 7, kind: "assign-unit", from_month: "2022-07", actor: "wang" },
  ]);
  expect(after.prepare("SELECT edit_id FROM assignments").all()).toEqual([{ edit_id: 7 }]);
  expect(after.prepare("SELECT edit_id FROM subjects").all()).toEqual([{ edit_id: null }]);
  // The document's own rules and calendar are of no addition, and the calendar holds from the beginning.
  expect(after.prepare("SELECT id, mode, tolerance_percent, edit_id FROM light_rules").all()).toEqual([
    { id: 3, mode: "ratio", tolerance_percent: 15, edit_id: null },
  ]);
  expect(after.prepare("SELECT id, from_month, monthly_percent, edit_id FROM entry_calendars").all()).toEqual([
    { id: 4, from_month: null, monthly_percent: "[0,10,15,20,25,30,35,40,45,50,75,100]", edit_id: null },
  ]);
  expect(after.pragma("foreign_key_check")).toEqual([]);
  for (const change of ["DELETE FROM light_rules", "UPDATE entry_calendars SET from_month = '2022-01'"]) {
    expect(() => after.exec(change)).toThrow("append-only");
  }
  for (const change of ["DELETE FROM plan_edits", "UPDATE plan_edits SET reason = 'x'"]) {
    expect(() => after.exec(change)).toThrow("append-only: plan_edits");
  }
});
