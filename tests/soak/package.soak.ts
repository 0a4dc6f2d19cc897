/**
 * The archive of `npm run package` as a stranger meets it: unpacked into an empty folder, without a Node in the path and, where
 * the machine lets it be taken away, without a network. Serves, takes its first administrator, backs up, and ends in order.
 */
import { execFileSync, spawn, spawnSync } from "node:child_process";
import {
  cpSync,
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
import { findBackups } from "@beizeng/db";
import Database from "better-sqlite3";
import { afterAll, beforeAll, expect, it } from "vitest";
import { addressIn } from "../e2e/product-address.ts";
import { allPapers, planOfPapers } from "../faults/plan-of-papers.ts";
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

const commandOf = (of: string, name: string, words: readonly string[], more: Record<string, string>) =>
  spawnSync(join(of, "beizeng"), [name, ...words], { env: environment(more), encoding: "utf8", cwd: "/" });

/** Starts a release as its service does. */
function start(of: string, data: string) {
  const env = environment({ DATA_DIR: data, BACKUP_AT: "off", PORT: "0" });
  const child = spawn(join(of, "beizeng"), ["serve"], { env, cwd: "/" });
  let told = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (words: Buffer) => (told += words.toString()));
  const gone = new Promise<void>((resolve) => child.once("close", () => resolve()));
  return { child, gone, told: () => told };
}

/** The same, until it serves; throws what it said where it does not. */
async function serve(of: string, data: string) {
  const { child, gone, told } = start(of, data);
  while (!addressIn(told())) {
    if (child.exitCode !== null) throw new Error(told());
    await wait(20);
  }
  return { address: addressIn(told()) ?? "", child, gone };
}

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

/** A copy of the release that brings the plan of papers in the place of the five. */
function releaseOfPapers(name: string): string {
  const copy = join(folder, name);
  cpSync(release, copy, { recursive: true });
  const plans = join(copy, "seeds/plans");
  rmSync(plans, { recursive: true });
  mkdirSync(plans);
  writeFileSync(join(plans, "sample-2022.json"), JSON.stringify(planOfPapers()));
  return copy;
}

it("pulled out of the wall while eight hand in, it is restored on another machine with every acknowledged figure", async () => {
  const people = await openProductionFolder(folder);
  const work = new Writers(people, allPapers().slice(0, 400));
  const own = releaseOfPapers("pulled");
  const backups = join(folder, "backups");
  mkdirSync(backups);
  for (let pull = 0; pull < 5; pull += 1) {
    const { address, child, gone } = await serve(own, people.folder);
    const working = work.work(address, 8);
    const before = work.answers;
    while (work.answers < before + 40) await wait(1);
    child.kill("SIGKILL");
    await Promise.all([gone, working]);
  }
  const command = (name: string, words: readonly string[], data: string) =>
    commandOf(release, name, words, { DATA_DIR: data, BACKUP_DIR: backups });
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

it("a release with another schema, killed at twenty instants of its first start: kept before, upgraded whole, and the way back", async () => {
  const people = await openProductionFolder(folder);
  const work = new Writers(people, allPapers().slice(0, 200));
  const workUntil = async (of: string, answers: number) => {
    const { address, child, gone } = await serve(of, people.folder);
    const working = work.work(address, 4);
    while (work.answers < answers) await wait(1);
    child.kill("SIGTERM");
    await Promise.all([gone, working]);
  };
  const present = releaseOfPapers("present");
  await workUntil(present, 90);
  const acknowledged = work.answers;
  /** The schema's number and all that was ever done, of a file that must be sound. */
  const historyIn = (file: string) => {
    const raw = new Database(file);
    try {
      expectSound(raw);
      const schema = Number(raw.prepare("SELECT max(number) FROM schema_migrations").pluck().get());
      return { schema, rows: raw.prepare("SELECT id, hash FROM audit_rows ORDER BY id").all() };
    } finally {
      raw.close();
    }
  };
  const schemaOf = () => {
    const raw = new Database(people.file);
    try {
      work.expectKept(raw);
    } finally {
      raw.close();
    }
    return historyIn(people.file).schema;
  };
  const then = historyIn(people.file);
  const former = schemaOf();

  // The next release, as far as a start sees it: the same product, and one change of the schema more.
  const next = releaseOfPapers("next");
  const change = `CREATE TABLE later (id INTEGER PRIMARY KEY, row TEXT NOT NULL) STRICT;
    INSERT INTO later (row) SELECT payload FROM audit_rows;
    CREATE INDEX later_rows ON later (row);`;
  writeFileSync(join(next, `db/migrations/sqlite/${String(former + 1).padStart(4, "0")}-later.sql`), change);
  const begun = performance.now();
  const tried = start(next, people.folder);
  await wait(0);
  tried.child.kill("SIGKILL");
  await tried.gone;
  let killed = 1;
  for (let pull = 1; pull < 20 && schemaOf() === former; pull += 1) {
    const { child, gone } = start(next, people.folder);
    await wait(pull * 25);
    child.kill("SIGKILL");
    await gone;
    killed += 1;
  }
  console.log(`${killed} starts killed in ${Math.round(performance.now() - begun)} ms`);
  await workUntil(next, acknowledged + 60);
  expect(schemaOf()).toBe(former + 1);
  const kept = findBackups(people.folder).filter(({ madeBy }) => madeBy === "migration");
  expect(kept.map(({ file }) => file.slice(0, 22))).toContain(`production-schema-${String(former).padStart(4, "0")}`);

  // The former release does not touch what it does not know.
  const before = readFileSync(people.file);
  const refused = start(present, people.folder);
  await refused.gone;
  expect([refused.child.exitCode, refused.told()]).toEqual([1, expect.stringContaining("数据文件由更新的版本写成")]);
  expect(readFileSync(people.file).equals(before)).toBe(true);

  // The way back: what was there before the upgrade, to the last acknowledged figure of then.
  const backup = join(people.folder, kept[0]?.file ?? "");
  expect(commandOf(release, "restore", [backup], { DATA_DIR: people.folder })).toMatchObject({ status: 0 });
  for (const command of ["verify", "audit:verify"]) {
    expect(commandOf(release, command, ["serve"], { DATA_DIR: people.folder })).toMatchObject({ status: 0 });
  }
  const { child, gone } = await serve(present, people.folder);
  child.kill("SIGTERM");
  await gone;
  const restored = historyIn(people.file);
  // The restoring is in the audit itself.
  expect([restored.schema, restored.rows.slice(0, -1)]).toEqual([former, then.rows]);
  // What was written since is in the file that was kept aside.
  const [aside = ""] = readdirSync(people.folder).filter((file) => /-before-restore-.*\.sqlite$/.test(file));
  const since = historyIn(join(people.folder, aside));
  expect([since.schema, since.rows.slice(0, then.rows.length)]).toEqual([former + 1, then.rows]);
  expect(since.rows.length).toBeGreaterThan(then.rows.length);
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
