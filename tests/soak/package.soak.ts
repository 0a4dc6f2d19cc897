/**
 * The archive of `npm run package` as a stranger meets it: unpacked into an empty folder, without a Node in the path and, where
 * the machine lets it be taken away, without a network. Serves, takes its first administrator, backs up, and ends in order.
 */
import { execFileSync, spawn, spawnSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import Database from "better-sqlite3";
import { afterAll, beforeAll, expect, it } from "vitest";
import { addressIn } from "../e2e/product-address.ts";
import { allPapers } from "../faults/plan-of-papers.ts";
import { openProductionFolder } from "../faults/production-folder.ts";
import { expectSound } from "../faults/whole-file.ts";
import { Writers } from "../faults/writers.ts";
import { goodPassword } from "../helpers/people.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "beizeng-release-"));
const data = join(folder, "data");
const path = join(folder, "path");
let release: string;
let archive: string;

const pack = (into: string) => {
  execFileSync(process.execPath, [join(root, "server/bin/package.mjs"), into], { cwd: root, stdio: "ignore" });
  const name = readdirSync(into).find((file) => file.endsWith(".tar.gz")) ?? "";
  return join(into, name);
};
/** What a bare machine has in its path that the command needs; no Node among it. */
const environment = (more: Record<string, string> = {}) => ({ PATH: path, DATA_DIR: data, ...more });
const say = (...words: string[]) =>
  spawnSync(join(release, "beizeng"), words, { env: environment(), encoding: "utf8", cwd: folder });

beforeAll(() => {
  archive = pack(join(folder, "first"));
  const unpacked = join(folder, "unpacked");
  mkdirSync(unpacked);
  execFileSync("tar", ["xzf", archive, "-C", unpacked]);
  release = join(unpacked, readdirSync(unpacked)[0] ?? "");
  mkdirSync(path);
  for (const command of ["readlink", "dirname"]) {
    symlinkSync(execFileSync("which", [command], { encoding: "utf8" }).trim(), join(path, command));
  }
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true }));

it("is whole by its own sums, and so is the archive by the one beside it", () => {
  execFileSync("sha256sum", ["-c", "--quiet", "SHA256SUMS"], { cwd: release });
  execFileSync("sha256sum", ["-c", "--quiet", `${archive}.sha256`], { cwd: join(folder, "first") });
});

it("lists what it is made of, each with its licence, of each that has one the text", () => {
  const list = readFileSync(join(release, "LICENCES.md"), "utf8");
  for (const name of ["Node.js", "better-sqlite3", "@node-rs/argon2", "fastify", "react", "drizzle-orm"]) {
    expect(list).toContain(`| ${name} |`);
  }
  expect(list.split("\n").filter((row) => row.includes("| ? |"))).toEqual([]);
  expect(readdirSync(join(release, "licences")).length).toBeGreaterThan(80);
});

it("serves without a Node of the machine's; the first administrator comes by the code; SIGTERM ends it with 0", async () => {
  const begun = performance.now();
  // Through a link, as the service finds it.
  symlinkSync(release, join(folder, "current"));
  const serving = spawn(join(folder, "current", "beizeng"), ["serve"], { env: environment({ PORT: "0" }), cwd: "/" });
  let said = "";
  for (const stream of [serving.stdout, serving.stderr])
    stream.on("data", (words: Buffer) => (said += words.toString()));
  const ended = new Promise<number | null>((resolve) => serving.once("close", resolve));
  while (!said.includes("set-up code")) {
    if (serving.exitCode !== null) throw new Error(said);
    await wait(50);
  }
  console.log(`served after ${Math.round(performance.now() - begun)} ms`);
  const origin = addressIn(said) ?? "";
  expect((await fetch(`${origin}/api/ready`)).status).toBe(200);
  expect(await (await fetch(origin)).text()).toContain("<title>倍增台账</title>");
  const [code = ""] = /(?:[A-Z2-9]{4}-){4}[A-Z2-9]{4}/.exec(said) ?? [];
  const post = (address: string, body: object) =>
    fetch(`${origin}${address}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  const first = { code, account: "guanli", name: "管理员", password: goodPassword };
  expect((await post("/api/set-up", first)).status).toBe(200);
  expect((await post("/api/session", { account: "guanli", password: goodPassword })).status).toBe(200);

  const doctor = say("doctor");
  expect([doctor.status, doctor.stdout]).toEqual([1, expect.stringContaining(`process ${serving.pid} serves it.`)]);
  expect(doctor.stdout).not.toMatch(/^不行/m);
  expect(say("backup").status).toBe(0);
  expect(say("audit:verify", "serve").status).toBe(0);
  serving.kill("SIGTERM");
  expect(await ended).toBe(0);
  expect(say("verify", "serve").status).toBe(0);
});

it("makes the demonstration and serves it where there is no network at all", async () => {
  const words = ["-rn", "env", `PATH=${path}`, join(release, "beizeng"), "demo"];
  const serving = spawn("unshare", words, {
    env: { ...environment({ PORT: "3987" }), PATH: process.env.PATH ?? "" },
    detached: true,
  });
  let said = "";
  for (const stream of [serving.stdout, serving.stderr])
    stream.on("data", (words: Buffer) => (said += words.toString()));
  const ended = new Promise<number | null>((resolve) => serving.once("close", resolve));
  while (!addressIn(said)) {
    if (serving.exitCode !== null) throw new Error(said);
    await wait(200);
  }
  serving.kill("SIGTERM");
  expect(await ended).toBe(0);
}, 240_000);

it("pulled out of the wall while eight hand in, it is restored on another machine with every acknowledged figure", async () => {
  const people = await openProductionFolder(folder);
  const work = new Writers(people, allPapers().slice(0, 400));
  const backups = join(folder, "backups");
  mkdirSync(backups);
  const own = environment({ DATA_DIR: people.folder, BACKUP_AT: "off", PORT: "0" });
  const serve = async () => {
    // Without the step that would load the five plans: their places are defined otherwise in the plan of papers.
    const served = [join(release, "server/dist/serve.mjs"), "serve"];
    const child = spawn(join(release, "bin/node"), served, { env: own, cwd: "/" });
    let told = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (words: Buffer) => (told += words.toString()));
    const gone = new Promise<void>((resolve) => child.once("close", () => resolve()));
    while (!addressIn(told)) {
      if (child.exitCode !== null) throw new Error(told);
      await wait(20);
    }
    return { address: addressIn(told) ?? "", child, gone };
  };
  for (let pull = 0; pull < 5; pull += 1) {
    const { address, child, gone } = await serve();
    const working = work.work(address, 8);
    const before = work.answers;
    while (work.answers < before + 40) await wait(1);
    child.kill("SIGKILL");
    await Promise.all([gone, working]);
  }
  const command = (name: string, words: readonly string[], data: string) =>
    spawnSync(join(release, "beizeng"), [name, ...words], {
      env: environment({ DATA_DIR: data, BACKUP_DIR: backups }),
      encoding: "utf8",
      cwd: "/",
    });
  expect(command("backup", [], people.folder).status).toBe(0);
  const elsewhere = join(folder, "elsewhere");
  mkdirSync(elsewhere, { mode: 0o700 });
  const backup = readdirSync(backups).find((file) => file.endsWith(".sqlite")) ?? "";
  expect(command("restore", [join(backups, backup)], elsewhere)).toMatchObject({ status: 0 });
  expect(command("verify", ["serve"], elsewhere).status).toBe(0);
  expect(command("audit:verify", ["serve"], elsewhere).status).toBe(0);
  const restored = new Database(join(elsewhere, "production.sqlite"), { readonly: true });
  try {
    expectSound(restored);
    work.expectKept(restored);
    expect(work.answers).toBeGreaterThanOrEqual(200);
  } finally {
    restored.close();
  }
  console.log(`${work.answers} acknowledged before five kills, all of them there`);
}, 240_000);

it("says what it knows, and reads its environment from a file", () => {
  expect([say().status, say("nonsense").status, say("constructor").status]).toEqual([2, 2, 2]);
  // Nobody here has an npm: what to call is said as it is called here.
  const usages = [say("restore"), say("recover"), say("backup", "--to"), say("doctor")].map(
    ({ stdout, stderr }) => stdout + stderr,
  );
  expect(usages.map((usage) => usage.includes("npm "))).toEqual([false, false, false, false]);
  expect(usages[0]).toContain("beizeng restore");
  const file = join(folder, "beizeng.env");
  writeFileSync(file, "PUBLIC_URL=https://beizeng.example.cn\nTRUST_PROXY=127.0.0.1\n");
  expect(say(`--env-file=${file}`, "doctor").stdout).toContain("https://beizeng.example.cn");
});

it("is the same to the byte, made twice", () => {
  const again = pack(join(folder, "second"));
  expect(statSync(again).size).toBe(statSync(archive).size);
  expect(readFileSync(again).equals(readFileSync(archive))).toBe(true);
}, 300_000);
