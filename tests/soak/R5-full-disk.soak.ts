/**
 * A disk that is really full (TRUST R5): a tmpfs, filled while the product serves on it. Needs root, to mount it; what fails at
 * every single call is `faults/R5-storage.test.ts`.
 */
import { execFileSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmdirSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, expect, it } from "vitest";
import { measureOf, unitOf } from "../faults/plan-of-papers.ts";
import { openProductionFolder, type ProductionFolder } from "../faults/production-folder.ts";
import { bundleProduct, type Served, startServed } from "../faults/served.ts";
import { expectSound, expectWholeChain } from "../faults/whole-file.ts";

const mount = mkdtempSync(join(tmpdir(), "beizeng-full-"));
const ballast = join(mount, "ballast");
let folder: ProductionFolder;
let served: Served;

beforeAll(async () => {
  // More than the 100 MB that a start asks for.
  execFileSync("mount", ["-t", "tmpfs", "-o", "size=160m", "tmpfs", mount]);
  await bundleProduct();
  folder = await openProductionFolder(mount);
  served = await startServed(folder.folder);
}, 120_000);
afterAll(async () => {
  await served.end("SIGTERM");
  execFileSync("umount", [mount]);
  rmdirSync(mount);
});

/** Writes until nothing more fits. */
function fill(): void {
  const file = openSync(ballast, "w");
  for (const size of [1_000_000, 4096, 1]) {
    const piece = Buffer.alloc(size);
    try {
      for (;;) if (writeSync(file, piece) < size) break;
    } catch (error) {
      expect(error).toMatchObject({ code: "ENOSPC" });
    }
  }
  closeSync(file);
}

const evidence = async (unit: number, bytes: number) => {
  const line = `${served.address}/api/plans/sample-2022/papers/${unitOf(unit)}/2025-09/lines/${measureOf(unit)}`;
  const body = Buffer.concat([Buffer.from("%PDF-1.7 "), Buffer.alloc(bytes, "a")]);
  const headers = { ...folder.clerks[unit], "content-type": "application/octet-stream" };
  const response = await fetch(`${line}/evidence?name=a.pdf`, { method: "POST", headers, body });
  return { status: response.status, body: await response.json() };
};
const read = async () =>
  (
    await fetch(`${served.address}/api/plans/sample-2022/progress?month=2022-09&horizon=standing`, {
      headers: folder.reviewer,
    })
  ).status;
const files = () => {
  const database = new Database(folder.file, { readonly: true });
  try {
    return Number(database.prepare("SELECT count(*) FROM evidence").pluck().get());
  } finally {
    database.close();
  }
};

it("refuses what it cannot keep by 507, goes on answering readers, and takes again as soon as there is room", async () => {
  expect((await evidence(0, 300_000)).status).toBe(200);
  fill();
  const kept = files();
  for (let unit = 1; unit <= 20; unit += 1) {
    expect(await evidence(unit, 3_000_000)).toMatchObject({ status: 507, body: { code: "storage-full" } });
    expect(await read()).toBe(200);
  }
  expect(files()).toBe(kept);
  rmSync(ballast);
  const began = performance.now();
  expect((await evidence(1, 300_000)).status).toBe(200);
  expect(performance.now() - began).toBeLessThan(5000);
  expect(files()).toBe(kept + 1);
});

it("is sound after it", async () => {
  const database = new Database(folder.file, { readonly: true });
  expectSound(database);
  database.close();
  await expectWholeChain(folder.file);
});

it("killed while it was full, it serves again once there is room", async () => {
  fill();
  expect((await evidence(2, 3_000_000)).status).toBe(507);
  await served.end("SIGKILL");
  rmSync(ballast);
  served = await startServed(folder.folder);
  expect(await read()).toBe(200);
  expect((await evidence(2, 300_000)).status).toBe(200);
});
