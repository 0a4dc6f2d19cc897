/** Upgrades killed at drawn instants: the file has the former schema or this version's, and the former file is kept. TRUST R10. */
import { spawn } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findBackups } from "@beizeng/db";
import Database from "better-sqlite3";
import { expect } from "vitest";
import { readMigrations } from "../../db/src/migrations.ts";
import { bundle } from "../../server/bin/bundle.mjs";
import { root } from "../../server/bin/install.mjs";
import { drawnFrom } from "../helpers/drawn.ts";

const scripts = join(root, "node_modules", ".cache", "migrating");
const migrations = readMigrations("sqlite");
const at = "2022-07-01T17:00:00.000Z";
/** So many rows of the audit make the copy and the change of schema take long enough to be hit. */
const auditRows = 5000;

/** A workspace that a former version wrote, which knew so many migrations. */
function writeFormer(file: string, known: number): void {
  const raw = new Database(file);
  raw.pragma("journal_mode = WAL");
  raw.exec(
    "CREATE TABLE schema_migrations (number INTEGER PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL, applied_at TEXT NOT NULL) STRICT",
  );
  for (const { number, name, sha256, sql } of migrations.slice(0, known)) {
    raw.exec(sql);
    raw.prepare("INSERT INTO schema_migrations VALUES (?, ?, ?, ?)").run(number, name, sha256, at);
  }
  raw.exec(`INSERT INTO workspaces (id, kind, name, created_at) VALUES (1, 'production', '倍增台账', '${at}')`);
  raw.exec(
    `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${auditRows})
     INSERT INTO audit_rows (at, actor, actor_role, action, entity, payload, previous_hash, hash)
     SELECT '${at}', 'wang', 'system', 'test', 'test:' || i, json_object('text', hex(randomblob(200))), printf('%064d', i - 1), printf('%064d', i) FROM n`,
  );
  raw.close();
  chmodSync(file, 0o600);
}

/** What a file holds: its schema as it is written, how many migrations it knows, and what was in it before. */
function contentOf(file: string) {
  const raw = new Database(file);
  try {
    expect(raw.pragma("integrity_check")).toEqual([{ integrity_check: "ok" }]);
    const text = (sql: string) => JSON.stringify(raw.prepare(sql).all());
    return {
      schema: text("SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name"),
      known: Number(raw.prepare("SELECT count(*) FROM schema_migrations").pluck().get()),
      rows:
        text("SELECT id, hash, payload FROM audit_rows ORDER BY id") + text("SELECT id, kind, name FROM workspaces"),
    };
  } finally {
    raw.close();
  }
}

/** Starts this version over a file; kills it so many milliseconds after it began, if so, and answers how long it took. */
async function upgrade(file: string, killAfter: number | null): Promise<number> {
  const child = spawn(process.execPath, [join(scripts, "migrating.mjs"), file], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let began = 0;
  let took = 0;
  child.stdout.setEncoding("utf8").on("data", (words: string) => {
    if (words.includes("begins")) {
      began = performance.now();
      if (killAfter !== null) setTimeout(() => child.kill("SIGKILL"), killAfter);
    }
    if (words.includes("open")) took = performance.now() - began;
  });
  await new Promise((resolve) => child.once("close", resolve));
  return took;
}

/** Where kills came: before or while the copy was made, after it, and after this version's schema stood. */
export interface UpgradesKilled {
  readonly beforeCopy: number;
  readonly afterCopy: number;
  readonly afterChange: number;
}

/** Kills so many upgrades, of former schemas that are drawn; throws where one left anything else than before or after. */
export async function killUpgrades({ kills, seed }: { kills: number; seed: number }): Promise<UpgradesKilled> {
  const draw = drawnFrom(seed);
  await bundle({ migrating: "tests/faults/migrating-process.ts" }, scripts);
  const folder = mkdtempSync(join(tmpdir(), "beizeng-upgrades-"));
  const count = { beforeCopy: 0, afterCopy: 0, afterChange: 0 };
  const formers = new Map<number, Awaited<ReturnType<typeof prepare>>>();
  try {
    for (let kill = 0; kill < kills; kill += 1) {
      const known = 1 + Math.floor(draw() * (migrations.length - 1));
      const place = join(folder, `kill-${kill}`);
      const former = formers.get(known) ?? (await prepare(join(folder, `former-${known}`), known));
      formers.set(known, former);
      cpSync(former.place, place, { recursive: true });
      const file = join(place, "production.sqlite");
      const killAfter = draw() * former.took * 1.2;
      await upgrade(file, killAfter);
      const told = `seed ${seed}, kill ${kill}: schema ${known} after ${killAfter.toFixed(1)} ms`;
      const left = contentOf(file);
      expect([known, migrations.length], told).toContain(left.known);
      expect(left.schema === (left.known === known ? former.content.schema : former.schema), told).toBe(true);
      expect(left.rows === former.content.rows, told).toBe(true);
      const kept = findBackups(place).filter(({ madeBy }) => madeBy === "migration");
      if (left.known !== known) expect(kept, told).toMatchObject([{ schema: known }]);
      count[left.known !== known ? "afterChange" : kept.length > 0 ? "afterCopy" : "beforeCopy"] += 1;
      // The next start brings it to this version, with one copy of what was, and nothing half left beside it.
      await upgrade(file, null);
      expect(contentOf(file), told).toMatchObject({ known: migrations.length, rows: former.content.rows });
      const [copy, ...more] = findBackups(place);
      expect([copy?.schema, more], told).toEqual([known, []]);
      expect(contentOf(join(place, copy?.file ?? "")), told).toEqual(former.content);
      expect(
        readdirSync(place).filter((name) => name.includes("unfinished")),
        told,
      ).toEqual([]);
      rmSync(place, { recursive: true });
    }
    return count;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A former workspace in a folder, what it holds, what this version makes of its schema, and how long that takes. */
async function prepare(place: string, known: number) {
  const file = join(place, "production.sqlite");
  mkdirSync(place, { mode: 0o700 });
  writeFormer(file, known);
  const content = contentOf(file);
  const tried = `${place}-tried`;
  cpSync(place, tried, { recursive: true });
  const took = await upgrade(join(tried, "production.sqlite"), null);
  const { schema } = contentOf(join(tried, "production.sqlite"));
  rmSync(tried, { recursive: true });
  return { place, content, schema, took };
}
