import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { connect } from "node:net";
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
function start(entry: string, mode: string, environment: Record<string, string> = {}, first = "") {
  const imports = ["tsx", ...(first === "" ? [] : [`data:text/javascript,${first}`])].flatMap((name) => [
    "--import",
    name,
  ]);
  const child: ChildProcess = spawn(process.execPath, [...imports, join(root, "server", "src", entry), mode], {
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
  return { child, ended, address, said: () => said };
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

/** A sign-in of which the process has seen all but the last byte. */
async function halfAsked(url: string) {
  const body = JSON.stringify({ account: "nobody", password: "Yun-Shan-7788" });
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  let answered = "";
  socket.on("data", (bytes) => {
    answered += String(bytes);
  });
  socket.on("error", () => undefined);
  const closed = new Promise<string>((resolve) => socket.once("close", () => resolve(answered)));
  const head = [
    "POST /api/session HTTP/1.1",
    "host: a",
    "content-type: application/json",
    `content-length: ${body.length}`,
  ];
  socket.write(`${head.join("\r\n")}\r\n\r\n${body.slice(0, -1)}`);
  await new Promise((resolve) => setTimeout(resolve, 200));
  return { finish: () => socket.write(body.slice(-1)), closed };
}

test("told to end, it answers what is in flight and refuses what is new; nothing is left open", async () => {
  const { child, ended, address } = start("main.ts", "serve");
  const url = await address();
  const asked = await halfAsked(url);
  child.kill("SIGTERM");
  await new Promise((resolve) => setTimeout(resolve, 300));
  await expect(fetch(`${url}/api/health`)).rejects.toThrow();
  asked.finish();
  // Who asks is unknown: refused as at any other time, and written down.
  expect(await asked.closed).toMatch(/^HTTP\/1\.1 401 [\s\S]*connection: close[\s\S]*"code":"sign-in-refused"/);
  const { code, said } = await ended;
  expect(code).toBe(0);
  expect(said).toMatch(/"method":"POST","route":"\/api\/session","status":401,"refusal":"sign-in-refused"/);
});

test("a second signal ends it at once", async () => {
  const { child, ended, address } = start("main.ts", "serve");
  const asked = await halfAsked(await address());
  const began = performance.now();
  child.kill("SIGTERM");
  await new Promise((resolve) => setTimeout(resolve, 200));
  child.kill("SIGTERM");
  expect((await ended).code).toBe(1);
  expect(performance.now() - began).toBeLessThan(2000);
  await asked.closed;
});

test("a promise that nobody waited for is logged and ends nothing; an exception is logged, and the process to be started anew", async () => {
  const reject = 'process.on("SIGUSR2",()=>{Promise.reject(new Error("odd-promise"))});';
  const raise = 'process.on("SIGWINCH",()=>{throw new Error("odd-exception")});';
  const { child, ended, address, said } = start("main.ts", "serve", {}, `${reject}${raise}`);
  const url = await address();
  child.kill("SIGUSR2");
  while (!said().includes("odd-promise")) await new Promise((resolve) => setTimeout(resolve, 20));
  expect((await fetch(`${url}/api/health`)).status).toBe(200);
  child.kill("SIGWINCH");
  const { code, said: all } = await ended;
  expect(code).toBe(1);
  expect(all).toMatch(/"level":"fatal"[^\n]*odd-exception/);
});
