/** `npm start` and `npm run serve` as commands: what they say, refuse, keep, and how they end. */
import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import Database from "better-sqlite3";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { PlanList } from "../../web/src/api/types.ts";
import { endCommand, type Started, startCommand } from "./processes.ts";
import { ask, productAddress, productData, saidByProduct } from "./product.ts";
import { addressIn } from "./product-address.ts";

/** A whole demonstration, as the product's first start has made it, for a start of our own. */
const folder = mkdtempSync(join(tmpdir(), "beizeng-start-"));
const file = join(folder, "demonstration.sqlite");
beforeAll(async () => {
  await productAddress();
  const made = new Database(join(productData(), "demonstration.sqlite"), { readonly: true });
  await made.backup(file);
  made.close();
  // The product refuses a file that others can read.
  chmodSync(file, 0o600);
});
const started: Started[] = [];
afterEach(async () => {
  await Promise.all(started.splice(0).map(endCommand));
});
afterAll(() => rmSync(folder, { recursive: true }));

function start(mode: string, environment: Readonly<Record<string, string>>): Started {
  const command = startCommand(mode, { PORT: "0", HOST: "127.0.0.1", DATA_DIR: folder, ...environment });
  started.push(command);
  return command;
}

/** The address that a start prints; fails with what it said when it ends instead. */
async function addressOf({ said, process: { exitCode }, ended }: Started): Promise<string> {
  let isOver = exitCode !== null;
  void ended.then(() => {
    isOver = true;
  });
  while (!addressIn(said()) && !isOver) await wait(50);
  const address = addressIn(said());
  if (!address) throw new Error(said());
  return address;
}

test("the first start says that it makes the demonstration and where it is; its API names five plans", async () => {
  expect(saidByProduct()).toContain("正在生成演示数据");
  const { workspace, plans } = await ask<PlanList>(await productAddress(), "/api/plans");
  expect(workspace).toEqual({ kind: "demonstration", today: "2025-10-12" });
  expect(plans.map(({ key }) => key).toSorted()).toEqual([
    "gaoping-2022",
    "jincheng-2023",
    "lvliang-2022",
    "sanmenxia-2022",
    "wenshang-2022",
  ]);
});

test("a later start serves what is there, and SIGTERM ends it", async () => {
  const { ino } = statSync(file);
  const began = performance.now();
  const command = start("demo", {});
  const address = await addressOf(command);
  console.log(`a later start answers after ${Math.round(performance.now() - began)} ms`);
  expect(command.said()).not.toContain("正在生成演示数据");
  expect(statSync(file).ino).toBe(ino);
  const page = await fetch(address);
  expect(page.status).toBe(200);
  expect(await page.text()).toContain("<title>倍增台账</title>");

  // As a terminal or a service manager does it: the command alone is told, and tells the server.
  command.process.kill("SIGTERM");
  expect(await command.ended).toBe(0);
  await expect(fetch(address)).rejects.toThrow();
});

const occupied = join(folder, "occupied");
/** Settings that cannot be used, with the variable that the refusal must name and what it says is allowed. */
const refused = [
  ["a port beyond 65535", "demo", { PORT: "70000" }, ["PORT", "70000", "65535"]],
  ["the demonstration on every address", "demo", { HOST: "0.0.0.0" }, ["HOST", "0.0.0.0", "127.0.0.1"]],
  ["an empty data folder", "serve", { DATA_DIR: " " }, ["DATA_DIR"]],
  ["a data folder that is a file", "serve", { DATA_DIR: occupied }, ["DATA_DIR", occupied]],
] as const;

describe("a setting that cannot be used", () => {
  test.each(refused)("%s is refused by name", async (_case, mode, environment, named) => {
    writeFileSync(occupied, "");
    const { said, ended } = start(mode, environment);
    expect(await ended).not.toBe(0);
    for (const word of named) expect(said()).toContain(word);
    expect(said()).not.toContain("    at ");
    expect(addressIn(said())).toBeNull();
  });

  test("a second start on the same file is refused with who holds it", async () => {
    const first = start("demo", {});
    await addressOf(first);
    const second = start("demo", {});
    expect(await second.ended).not.toBe(0);
    expect(second.said()).toContain("demonstration.sqlite");
    expect(addressIn(second.said())).toBeNull();
    expect(first.process.exitCode).toBeNull();
  });
});
