import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { findLedgerRevision, openStore, StoreProblem } from "@beizeng/db";
import Database from "better-sqlite3";
import { beforeEach, describe, expect, test } from "vitest";
import { assertEngine, assertPragmas, assertSynchronous, setPragmas } from "../../db/src/sqlite/pragmas.ts";
import { storeProblems } from "../../db/src/store-problem.ts";

const now = () => "2022-01-04T01:00:00.000Z";
let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "beizeng-open-"));
  file = join(folder, "store.db");
  return () => rmSync(folder, { recursive: true });
});

const open = (options: { migrate?: boolean; minimumFreeBytes?: number; file?: string } = {}) =>
  openStore({ engine: "sqlite", file, now, migrate: true, minimumFreeBytes: 0, ...options });

/** Makes a migrated file and changes it by hand. */
async function makeFile(change?: string): Promise<void> {
  await (await open()).close();
  if (change === undefined) return;
  const raw = new Database(file);
  raw.exec(change);
  raw.close();
}

describe("a store opens", () => {
  test("from nothing, and again without migrating", async () => {
    await (await open()).close();
    const store = await open({ migrate: false });
    expect(await findLedgerRevision(store)).toBe(0);
    await store.close();
    const raw = new Database(file, { readonly: true });
    expect(raw.prepare("SELECT number, name, applied_at FROM schema_migrations").all()).toEqual([
      { number: 1, name: "first", applied_at: "2022-01-04T01:00:00.000Z" },
      { number: 2, name: "accounts-drafts-and-months", applied_at: "2022-01-04T01:00:00.000Z" },
      { number: 3, name: "plan-edits", applied_at: "2022-01-04T01:00:00.000Z" },
      { number: 4, name: "added-subjects-and-measures", applied_at: "2022-01-04T01:00:00.000Z" },
      { number: 5, name: "headline-rows-anew", applied_at: "2022-01-04T01:00:00.000Z" },
      { number: 6, name: "dated-rules-and-calendars", applied_at: "2022-01-04T01:00:00.000Z" },
      { number: 7, name: "notes", applied_at: "2022-01-04T01:00:00.000Z" },
      { number: 8, name: "briefings", applied_at: "2022-01-04T01:00:00.000Z" },
      { number: 9, name: "headline-rows-with-signs", applied_at: "2022-01-04T01:00:00.000Z" },
      { number: 10, name: "appraisal-rules", applied_at: "2022-01-04T01:00:00.000Z" },
    ]);
    raw.close();
  });

  test("and its files are closed to all other users", async () => {
    const store = await open();
    for (const name of [file, `${file}-wal`, `${file}-shm`, `${file}.lock`]) {
      expect([name, statSync(name).mode & 0o777]).toEqual([name, 0o600]);
    }
    await store.close();
  });

  test("and closing twice is no harm", async () => {
    const store = await open();
    await store.close();
    await store.close();
    await (await open()).close();
  });
});

describe("a set-up that cannot keep its promises is refused", () => {
  const refusals: [string, string, () => Promise<unknown>][] = [
    ["an unmigrated file", "schema-unmigrated", () => open({ migrate: false })],
    [
      "a newer schema",
      "schema-newer",
      async () => {
        await makeFile(`INSERT INTO schema_migrations VALUES (999, 'later', 'x', '${now()}')`);
        return open();
      },
    ],
    [
      "a schema with another past",
      "schema-foreign",
      async () => {
        await makeFile("UPDATE schema_migrations SET sha256 = 'x' WHERE number = 1");
        return open();
      },
    ],
    [
      "a file that is no database",
      "not-a-store",
      async () => {
        writeFileSync(file, "市场主体".repeat(1000), { mode: 0o600 });
        return open();
      },
    ],
    [
      "another product's database",
      "not-a-store",
      async () => {
        const raw = new Database(file);
        raw.exec("CREATE TABLE notes (id INTEGER)");
        raw.close();
        chmodSync(file, 0o600);
        return open();
      },
    ],
    [
      "a file that everybody can read",
      "file-world-readable",
      async () => {
        await makeFile();
        chmodSync(file, 0o644);
        return open();
      },
    ],
    ["a missing folder", "folder-missing", () => open({ file: join(folder, "nowhere", "store.db") })],
    ["a disk that is nearly full", "disk-nearly-full", () => open({ minimumFreeBytes: Number.MAX_SAFE_INTEGER })],
    [
      "a file that this process has open already",
      "file-in-use",
      async () => {
        const store = await open();
        try {
          return await open();
        } finally {
          await store.close();
        }
      },
    ],
  ];
  test.each(refusals)("%s: %s", async (_, code, attempt) => {
    const problem = await attempt().then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(problem).toBeInstanceOf(StoreProblem);
    expect(problem).toMatchObject({ code });
    // Nothing of the refused try holds the file.
    if (existsSync(`${file}.lock`)) {
      const lock = new Database(`${file}.lock`, { timeout: 0 });
      lock.exec("BEGIN IMMEDIATE");
      lock.close();
    }
  });

  test.each(["3.51.2", "3.50.9", "2.99.0", "3.9.0"])("engine %s is too old", (version) => {
    expect(() => assertEngine(version)).toThrow(expect.objectContaining({ code: "engine-too-old" }));
  });

  test.each(["3.51.3", "3.51.10", "3.53.2", "4.0.0"])("engine %s is new enough", (version) => {
    expect(() => assertEngine(version)).not.toThrow();
  });

  const pragmas: [string, string][] = [
    ["no-write-ahead-log", "journal_mode = DELETE"],
    ["synchronous-not-full", "synchronous = NORMAL"],
    ["synchronous-not-full", "synchronous = OFF"],
    ["foreign-keys-off", "foreign_keys = OFF"],
  ];
  test.each(pragmas)("%s when %s", (code, pragma) => {
    const connection = new Database(file);
    setPragmas(connection, "writer");
    expect(() => assertPragmas(connection)).not.toThrow();
    connection.pragma(pragma);
    expect(() => assertPragmas(connection)).toThrow(expect.objectContaining({ code }));
    connection.close();
  });

  test("the engine's own choice for a write-ahead log is not enough, ours holds after a write", () => {
    const connection = new Database(file);
    connection.pragma("journal_mode = WAL");
    connection.exec("CREATE TABLE touched (id INTEGER) STRICT");
    // The trap that is guarded against: better-sqlite3 falls back to NORMAL (1) by itself at the first use.
    expect(connection.pragma("synchronous", { simple: true })).toBe(1);
    setPragmas(connection, "writer");
    connection.exec("CREATE TABLE written (id INTEGER) STRICT");
    expect(() => assertSynchronous(connection.pragma("synchronous", { simple: true }))).not.toThrow();
    connection.close();
  });

  test("every refusal has one sentence in each language, without a full stop of its own", () => {
    for (const [code, { zh, en }] of Object.entries(storeProblems)) {
      expect([code, zh]).toEqual([code, expect.stringMatching(/^[^。.]+$/)]);
      expect([code, en]).toEqual([code, expect.stringMatching(/^[A-Z][^.]+$/)]);
    }
    const problem = new StoreProblem("file-in-use", "pid 7");
    expect(problem.message).toBe("Another process is using the data file; stop it first: pid 7.");
    expect(problem.sentence.zh).toBe("数据文件正被另一个进程使用，请先停止它：pid 7。");
  });
});

describe("one process at a time", () => {
  const holder = fileURLToPath(new URL("hold-store.ts", import.meta.url));
  const tsx = import.meta.resolve("tsx");

  async function hold() {
    const child = spawn(process.execPath, ["--import", tsx, holder, file], { stdio: ["ignore", "pipe", "inherit"] });
    await once(child.stdout, "data");
    return child;
  }

  test("a file that another process holds is refused by its number, and free once that was killed", async () => {
    const child = await hold();
    await expect(open()).rejects.toMatchObject({
      code: "file-in-use",
      message: expect.stringContaining(`pid ${child.pid}`),
    });
    child.kill("SIGKILL");
    await once(child, "exit");
    const store = await open();
    expect(await findLedgerRevision(store)).toBe(0);
    await store.close();
  });
});
