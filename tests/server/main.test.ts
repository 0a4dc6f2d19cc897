import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { insertWorkspace, inTransaction, openStore } from "@beizeng/db";
import { expandPlan } from "@beizeng/seeds/expand-plan.ts";
import { loadPlans } from "@beizeng/seeds/load-plan.ts";
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from "vitest";
import { samplePlan } from "./sample-plan.ts";

// Each test starts processes, which on a busy machine takes its time.
vi.setConfig({ testTimeout: 180_000 });

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "beizeng-main-"));
const now = "2022-01-04T01:00:00.000Z";

beforeAll(async () => {
  const file = join(folder, "production.sqlite");
  const store = await openStore({ engine: "sqlite", file, now: () => now, migrate: true, minimumFreeBytes: 0 });
  await inTransaction(store, (transaction) =>
    insertWorkspace(transaction, { kind: "production", name: "test", createdAt: now, today: null }),
  );
  await loadPlans(store, [expandPlan(samplePlan())], now);
  await store.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A process of the entry with what it wrote so far. */
function start(entry: string, mode: string, environment: Record<string, string> = {}) {
  const child: ChildProcess = spawn(process.execPath, ["--import", "tsx", join(root, "server", "src", entry), mode], {
    cwd: root,
    env: { ...process.env, DATA_DIR: folder, PORT: "0", HOST: "127.0.0.1", ...environment },
  });
  // A test that fails must not leave its process behind.
  onTestFinished(() => {
    child.kill("SIGKILL");
  });
  let said = "";
  const listen = (chunk: Buffer) => {
    said += chunk.toString();
  };
  child.stdout?.on("data", listen);
  child.stderr?.on("data", listen);
  const ended = new Promise<{ code: number | null; said: string }>((resolve) => {
    child.on("close", (code) => resolve({ code, said }));
  });
  const address = async () => {
    for (;;) {
      const [found] = /http:\/\/127\.0\.0\.1:\d+/.exec(said) ?? [];
      if (found !== undefined) return found;
      if (child.exitCode !== null) throw new Error(said);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  return { child, ended, address };
}

test("it listens, prints the address, answers, and ends well when asked to", async () => {
  const { child, ended, address } = start("main.ts", "serve");
  const url = await address();
  const health = await fetch(`${url}/api/health`);
  expect(await health.json()).toMatchObject({ status: "ok", isDemonstration: false });
  // Nobody has signed in: a production workspace shows nothing.
  expect((await fetch(`${url}/api/plans/sample-2022/progress?month=2022-01&horizon=2022-12`)).status).toBe(401);
  child.kill("SIGTERM");
  expect((await ended).code).toBe(0);
  // What was missing of the derived rows was completed meanwhile; the store is free again and sound.
  const verified = await start("verify-command.ts", "serve").ended;
  expect([verified.code, verified.said]).toEqual([0, expect.stringMatching(/: 0 differences/)]);
});

test.each([
  ["demo", { HOST: "0.0.0.0" }, /HOST must be 127\.0\.0\.1/],
  ["serve", { PORT: "web" }, /PORT must be a whole number/],
  // The folder holds a production workspace and no demonstration.
  ["demo", {}, /holds no demonstration workspace/],
])("%s with %j is refused in one sentence", async (mode, environment, sentence) => {
  const { code, said } = await start("main.ts", mode, environment).ended;
  const lines = said.split("\n").filter((line) => line !== "" && !line.startsWith("npm warn"));
  expect([code, lines.length]).toEqual([1, 1]);
  expect(lines[0]).toMatch(sentence);
});

test("a second process on the same file is refused", async () => {
  const first = start("main.ts", "serve");
  await first.address();
  const { code, said } = await start("main.ts", "serve").ended;
  expect([code, said]).toEqual([1, expect.stringContaining("Another process is using the data file")]);
  first.child.kill("SIGTERM");
  expect((await first.ended).code).toBe(0);
});
