/** A set-up that cannot keep its promises is refused before anything is served: a code, and one sentence in both languages. TRUST R4. */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { insertWorkspace, inTransaction, openStore } from "@beizeng/db";
import { readConfig } from "@beizeng/server/config.ts";
import { sentenceOf } from "@beizeng/server/start-problems.ts";
import { openWorkspace } from "@beizeng/server/workspace.ts";
import Database from "better-sqlite3";
import { beforeEach, expect, test } from "vitest";

const now = () => "2022-01-04T01:00:00.000Z";
let folder: string;
let file: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "beizeng-refused-"));
  file = join(folder, "production.sqlite");
  const store = await open({ migrate: true });
  await inTransaction(store, (transaction) =>
    insertWorkspace(transaction, { kind: "production", name: "test", createdAt: now(), today: null }),
  );
  await store.close();
  return () => rmSync(folder, { recursive: true });
});

type Below = Parameters<typeof openStore>[0] & { engine: "sqlite" };

/** What lies below the workspace is another than it should be; everything else as a start opens it. */
const open = (below: Partial<Below> = {}) =>
  openStore({ engine: "sqlite", file, now, migrate: false, minimumFreeBytes: 0, ...below });

/** Begins as `npm run serve` or `npm start` does, up to serving. */
async function start(mode: string, environment: Record<string, string> = {}): Promise<void> {
  const { store } = await openWorkspace(readConfig(mode, { DATA_DIR: folder, ...environment }, folder));
  await store.close();
}

/** The workspace's file, changed by another hand. */
function change(sql: string): void {
  const raw = new Database(file);
  raw.exec(sql);
  raw.close();
}

/** An engine that takes one setting otherwise than it is told. */
const engineThat = (wanted: RegExp, instead: string) => (path: string, options: { readonly: boolean }) => {
  class Engine extends Database {
    override pragma(text: string, asked?: Database.PragmaOptions): unknown {
      return super.pragma(wanted.test(text) ? instead : text, asked);
    }
  }
  return new Engine(path, options);
};

const oldEngine = (path: string, options: { readonly: boolean }) =>
  new Database(path, options).function("sqlite_version", { deterministic: true }, () => "3.40.1");

function secret(mode: number | null): Record<string, string> {
  const path = join(folder, "secret");
  if (mode !== null) {
    writeFileSync(path, "a secret");
    chmodSync(path, mode);
  }
  const provider = { OIDC_ISSUER: "https://sso.example.cn", OIDC_CLIENT_ID: "beizeng", OIDC_CLIENT_SECRET_FILE: path };
  return { PUBLIC_URL: "http://beizeng.example.cn", ...provider };
}

const refusals: readonly (readonly [code: string, sentence: string, attempt: () => Promise<unknown>])[] = [
  ["engine-too-old", "数据库引擎版本过低", () => open({ connectTo: oldEngine })],
  [
    "synchronous-not-full",
    "没有在每次提交时落盘",
    () => open({ connectTo: engineThat(/^synchronous =/, "synchronous = NORMAL") }),
  ],
  [
    "no-write-ahead-log",
    "不在预写日志",
    () => open({ connectTo: engineThat(/^journal_mode =/, "journal_mode = DELETE") }),
  ],
  ["foreign-keys-off", "没有检查外键", () => open({ connectTo: engineThat(/^foreign_keys =/, "foreign_keys = OFF") })],
  [
    "file-in-use",
    "正被另一个进程使用",
    async () => {
      const store = await open();
      await start("serve").finally(() => store.close());
    },
  ],
  ["disk-nearly-full", "磁盘剩余空间不足", () => open({ minimumFreeBytes: Number.MAX_SAFE_INTEGER })],
  [
    "file-world-readable",
    "请把权限改为 600",
    async () => {
      chmodSync(file, 0o644);
      await start("serve");
    },
  ],
  [
    "schema-unmigrated",
    "尚未升级到本版本",
    async () => {
      change("DELETE FROM schema_migrations WHERE number = (SELECT max(number) FROM schema_migrations)");
      await start("serve");
    },
  ],
  [
    "schema-newer",
    "由更新的版本写成",
    async () => {
      change(`INSERT INTO schema_migrations VALUES (999, 'later', 'x', '${now()}')`);
      await start("serve");
    },
  ],
  [
    "not-a-store",
    "不是本产品的数据文件",
    async () => {
      for (const name of [file, `${file}-wal`, `${file}-shm`]) rmSync(name, { force: true });
      writeFileSync(file, "市场主体".repeat(1000), { mode: 0o600 });
      await start("serve");
    },
  ],
  ["workspace-missing", "没有演示库", () => start("demo")],
  ["demonstration-not-local", "演示库只在本机开放", () => start("demo", { HOST: "0.0.0.0" })],
  ["secret-missing", "读不到或是空的", () => start("serve", secret(null))],
  ["secret-world-readable", "人人可读", () => start("serve", secret(0o644))],
  ["proxy-unnamed", "前面必有代理服务器", () => start("serve", { PUBLIC_URL: "https://beizeng.example.cn" })],
];

test.each(refusals)("%s: …%s…", async (code, sentence, attempt) => {
  const problem = await attempt().then(
    () => undefined,
    (error: unknown) => error,
  );
  const said = sentenceOf(problem);
  expect([said, problem]).toEqual([expect.stringContaining(sentence), expect.objectContaining({ code })]);
  // Both languages in one line, and the code by which it is found in the handbook.
  expect(said).toMatch(/^[^\n]*[\u4e00-\u9fff][^\n]* [A-Z][^\n]+ \[[a-z-]+\]$/);
});

test("what is as it should be starts", async () => {
  await start("serve");
  await (await open()).close();
});
