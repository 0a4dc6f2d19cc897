/** `npm run audit:verify` as its user runs it: beside a served workspace, on a copy, with and without an anchor. */
import { spawnSync } from "node:child_process";
import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { findAuditAnchor } from "@beizeng/db";
import Database from "better-sqlite3";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestLedger } from "../helpers/app.ts";
import { reportSampleYear } from "./reports.ts";
import { samplePlan } from "./sample-plan.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
let opened: Awaited<ReturnType<typeof openTestLedger>>;
beforeAll(async () => {
  opened = await openTestLedger([samplePlan()]);
  await reportSampleYear(opened.store);
});
afterAll(() => opened.dispose());

function verify(...options: string[]) {
  const command = join(root, "server", "src", "audit-verify-command.ts");
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", command, ...options], {
    cwd: root,
    encoding: "utf8",
  });
  return { status, said: stdout + stderr };
}

test("reads a workspace that is being served, and says its anchor", async () => {
  const { rows, hash } = await findAuditAnchor(opened.store);
  const { status, said } = verify(`--file=${opened.file}`);
  expect(said).toContain(`${rows}:${hash}`);
  // Three quarters of three figures and of one, two quarters of one more; seven targets with the value of the text.
  expect(said).toContain(
    "由审计记录重建 14 个数据、7 个目标值、0 次结账与重新打开、0 次延期、0 行退回意见、0 项方案增补：0 处",
  );
  expect(status).toBe(0);
  expect(verify(`--file=${opened.file}`, `--anchor=${rows}:${hash.toUpperCase()}`).status).toBe(0);
});

test("ends with 1 and the row: cut, changed, changed beside the audit", async () => {
  const { rows, hash } = await findAuditAnchor(opened.store);
  const tampered = (name: string, sql: string) => {
    const copy = `${opened.file}.${name}`;
    const raw = new Database(opened.file);
    raw.pragma("wal_checkpoint(TRUNCATE)");
    raw.close();
    copyFileSync(opened.file, copy);
    const changed = new Database(copy);
    changed.pragma("foreign_keys = OFF");
    for (const table of ["audit_rows", "observations"]) {
      for (const way of ["update", "delete"]) changed.exec(`DROP TRIGGER ${table}_no_${way}`);
    }
    changed.exec(sql);
    changed.close();
    return copy;
  };
  const cut = tampered("cut", `DELETE FROM audit_rows WHERE id = ${rows}`);
  const anchored = verify(`--file=${cut}`, `--anchor=${rows}:${hash}`);
  expect([anchored.status, anchored.said]).toEqual([1, expect.stringContaining(`从第 ${rows} 行起`)]);
  const changed = verify(`--file=${tampered("changed", "UPDATE audit_rows SET actor = 'x' WHERE id = 4")}`);
  expect([changed.status, changed.said]).toEqual([1, expect.stringContaining("第 4 行与前面接不上")]);
  const beside = verify(`--file=${tampered("beside", "UPDATE observations SET amount = 370 WHERE amount = 365")}`);
  expect([beside.status, beside.said]).toEqual([1, expect.stringContaining("1 处与台账不符")]);
});

test("refuses an anchor that is none, and a file that is none", () => {
  expect(verify(`--file=${opened.file}`, "--anchor=12")).toMatchObject({
    status: 1,
    said: expect.stringContaining("行数:校验码"),
  });
  expect(verify(`--file=${opened.file}.none`)).toMatchObject({ status: 1, said: expect.stringContaining(".none") });
});
