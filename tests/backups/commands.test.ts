/** `npm run backup` and `npm run restore` as their user runs them: beside a workspace that is written to, killed, refused. TRUST R9. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import {
  findAuditAnchor,
  findBackups,
  findLedgerRevision,
  insertAuditRow,
  inTransaction,
  nextRevision,
  openStore,
  type Store,
} from "@beizeng/db";
import { verify } from "@beizeng/server/verify.ts";
import Database from "better-sqlite3";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { drawnFrom } from "../helpers/drawn.ts";
import { openSampleLedger, restoreTo, rowsOf } from "./sample-ledger.ts";

// Each test starts processes, which on a busy machine takes its time.
vi.setConfig({ testTimeout: 180_000 });

const seed = Number(process.env.BACKUP_SEED ?? Date.now() % 2 ** 31);
console.log(`BACKUP_SEED=${seed}`);

const root = fileURLToPath(new URL("../../", import.meta.url));
let ledger: Awaited<ReturnType<typeof openSampleLedger>>;
/** The workspace of the commands: another file than that of the open store, in a folder of its own. */
let data = "";
let file = "";
let store: Store;
beforeAll(async () => {
  ledger = await openSampleLedger();
  data = ledger.place("data");
  file = join(data, "production.sqlite");
  await restoreTo(file, join(ledger.folder, (await ledger.back()).file));
  // Files that prove figures make a store large: some tens of megabytes take a copy long enough to be killed in.
  const raw = new Database(file);
  raw.exec("CREATE TABLE ballast (id INTEGER PRIMARY KEY, content BLOB) STRICT");
  const insertion = raw.prepare("INSERT INTO ballast (content) VALUES (randomblob(1000000))");
  for (let piece = 0; piece < 24; piece += 1) insertion.run();
  raw.close();
  store = await openStore({ engine: "sqlite", file, now: () => new Date().toISOString(), migrate: false });
});
afterAll(async () => {
  await store.close();
  await ledger.dispose();
});

function start(
  command: string,
  ...words: string[]
): { child: ChildProcess; ended: Promise<{ code: unknown; said: string }> } {
  const script = join(root, "server", "src", `${command}-command.ts`);
  const child = spawn(process.execPath, ["--import", "tsx", script, ...words], {
    cwd: root,
    env: { ...process.env, DATA_DIR: data, BACKUP_DIR: ledger.place("backups") },
  });
  let said = "";
  const listen = (chunk: Buffer) => {
    said += chunk.toString();
  };
  child.stdout.on("data", listen);
  child.stderr.on("data", listen);
  return { child, ended: once(child, "close").then(([code]) => ({ code, said })) };
}

/** Writes to the ledger one commit after the other until it is told to stop; answers how many. */
function writeOn(): () => Promise<number> {
  let isOver = false;
  const writing = (async () => {
    let count = 0;
    for (; !isOver; count += 1) {
      await inTransaction(store, async (transaction) => {
        const at = new Date().toISOString();
        const revision = await nextRevision(transaction, "test", at);
        await insertAuditRow(transaction, {
          ...{ at, actor: "wang", actorRole: "system", action: "test", entity: `test:${revision}` },
          ...{ payload: JSON.stringify({ text: "x".repeat(2000) }), revision },
        });
      });
      await wait(2);
    }
    return count;
  })();
  return () => {
    isOver = true;
    return writing;
  };
}

test("a backup beside a workspace that is written to is one state of it, and restores on another folder", async () => {
  const before = await findLedgerRevision(store);
  const stop = writeOn();
  const { code, said } = await start("backup").ended;
  expect(await stop()).toBeGreaterThan(20);
  expect([code, said]).toEqual([0, expect.stringContaining("试恢复合格")]);
  const [made] = findBackups(ledger.place("backups"));
  expect(made).toMatchObject({ madeBy: "command", workspace: "production" });
  expect(made?.ledgerRevision).toBeGreaterThanOrEqual(before);
  expect(made?.ledgerRevision).toBeLessThan(await findLedgerRevision(store));
  const other = join(ledger.place("."), "another machine");
  const restored = await start("restore", join(ledger.place("backups"), made?.file ?? ""), "--to", other).ended;
  expect([restored.code, restored.said]).toEqual([
    0,
    expect.stringContaining(`${made?.audit.rows}:${made?.audit.hash}`),
  ]);
  const copy = join(other, "production.sqlite");
  const found = await openStore({ engine: "sqlite", file: copy, now: ledger.clock.now, migrate: false });
  const { rows, hash } = await findAuditAnchor(found);
  expect({ rows, hash }).toEqual(made?.audit);
  expect(await verify(found, "2022-10-12")).toMatchObject({ differences: [] });
  await found.close();
  expect(rowsOf(copy).observations).toEqual(rowsOf(file).observations);
});

test("over the workspace that is open it is refused in one sentence", async () => {
  const [made] = findBackups(ledger.place("backups"));
  const size = statSync(file).size;
  const { code, said } = await start("restore", join(ledger.place("backups"), made?.file ?? "")).ended;
  const lines = said.split("\n").filter((line) => line !== "" && !line.startsWith("npm warn"));
  expect([code, lines]).toEqual([1, [expect.stringContaining("正被另一个进程使用")]]);
  expect(statSync(file).size).toBe(size);
});

test.each([
  ["backup", ["--to"], "用法：npm run backup"],
  ["restore", [], "用法：npm run restore"],
  ["restore", ["/nowhere/none.sqlite"], "没有这份备份"],
  ["backup", ["--to=/nowhere"], "备份写不进目标目录"],
])("%s %j is refused in one sentence", async (command, words, sentence) => {
  const { code, said } = await start(command, ...words).ended;
  const lines = said.split("\n").filter((line) => line !== "" && !line.startsWith("npm warn"));
  expect([code, lines]).toEqual([1, [expect.stringContaining(sentence)]]);
});

test("killed at any moment of a backup it leaves no half one that is taken for whole, and the next clears up", async () => {
  const drawn = drawnFrom(seed);
  const folder = ledger.place("killed");
  const staged = `${file}.backup.unfinished`;
  let cut = 0;
  for (let kill = 0; kill < 5; kill += 1) {
    const { child, ended } = start("backup", `--to=${folder}`);
    while (!existsSync(staged) && child.exitCode === null) await wait(2);
    await wait(drawn() * 1000);
    child.kill("SIGKILL");
    await ended;
    const whole = findBackups(folder);
    if (whole.length === kill - cut) cut += 1;
    for (const [number, { file: name }] of whole.entries()) {
      const place = ledger.place(`whole-${kill}-${number}`);
      await restoreTo(join(place, "production.sqlite"), join(folder, name));
    }
    // What bears the name of a backup is one.
    const named = readdirSync(folder).filter((name) => name.endsWith(".sqlite"));
    expect(named.toSorted()).toEqual(whole.map(({ file: name }) => name).toSorted());
  }
  console.log(`${cut} of 5 were cut off`);
  expect(cut).toBeGreaterThan(0);
  expect((await start("backup", `--to=${folder}`).ended).code).toBe(0);
  const left = [...readdirSync(folder), ...readdirSync(dirname(file))].filter((name) => name.includes("unfinished"));
  expect(left).toEqual([]);
});
