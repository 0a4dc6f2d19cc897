/** What the page of backups is told, and what of it stays in the log: neither place nor figure. */

import { buildApp } from "@beizeng/server/app.ts";
import type { BackupState } from "@beizeng/server/backups/keeper.ts";
import type { BackupRecord } from "@beizeng/server/backups/records.ts";
import type { Backups } from "@beizeng/server/contract/backups.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestLedger } from "../helpers/app.ts";
import { signIn } from "../helpers/signed-in.ts";
import { samplePlan } from "./sample-plan.ts";

const madeAt = "2022-10-11T18:30:00.000Z";
const file = "beizeng-production-2022-10-12-0230.sqlite";
const content = { bytes: 12_345_678, sha256: "0".repeat(64) };
const record: BackupRecord = {
  ...{ kind: "drill", at: madeAt, seconds: 2.5, file, isGood: true, code: null, detail: null },
  checked: { ledgerRevision: 7, auditRows: 9, rows: 30, editions: 2, figures: 14, differences: 0 },
};
const bad: readonly BackupRecord[] = [
  { ...record, isGood: false, detail: "food 2022-09: 36 ≠ 37", checked: { ...checkedOf(record), differences: 1 } },
  { ...record, isGood: false, code: "backup-damaged", detail: "/mnt/nas/secret-place", checked: null },
  { ...record, kind: "backup", file: null, isGood: false, code: null, detail: "TypeError at x.ts", checked: null },
];

function checkedOf({ checked }: BackupRecord) {
  if (checked === null) throw new Error("nothing was compared");
  return checked;
}

const state: BackupState = {
  ...{ standing: "damaged", nextAt: "2022-10-12T18:30:00.000Z", isOnSameDisk: true },
  settings: {
    ...{ folder: "/mnt/nas/secret-place", isOwnFolder: false, at: "02:30" },
    ...{ keep: { daily: 14, monthly: 12 }, keyFile: "/etc/beizeng/backup-key" },
  },
  backups: [
    {
      ...{ format: "beizeng-backup-1", file, writer: "w", madeBy: "schedule", madeAt, product: "0.1.0" },
      ...{ workspace: "production", schema: 10, ledgerRevision: 7, audit: { rows: 9, hash: "1".repeat(64) } },
      ...{ database: content, stored: content, encryption: null },
    },
  ],
  records: [...bad, record],
  proven: new Set([file]),
};

let ledger: Awaited<ReturnType<typeof openTestLedger>>;
let app: Awaited<ReturnType<typeof buildApp>>;
beforeAll(async () => {
  ledger = await openTestLedger([samplePlan()], "production");
  app = await buildApp({
    ...{ store: ledger.store, build: "test", kind: "production", now: ledger.clock.now, today: () => "2022-10-12" },
    ...{ webRoot: null, isLogged: false, backups: { state: () => state } },
  });
});
afterAll(async () => {
  await app.close();
  await ledger.dispose();
});

const ask = async (role: "admin" | "security" | "auditor" | "leader" | "office" | "reporter") => {
  const headers = await signIn(ledger.store, { key: role, role, departments: [], now: ledger.clock.now() });
  return app.inject({ url: "/api/backups", headers });
};

test("administrator and security officer see how backups stand", async () => {
  for (const role of ["admin", "security"] as const) {
    const answer: Backups = (await ask(role)).json();
    expect(answer).toMatchObject({
      ...{
        standing: "damaged",
        command: "npm run backup",
        at: "02:30",
        daily: 14,
        monthly: 12,
        isEncrypted: true,
        isOnSameDisk: true,
      },
      backups: [{ file, madeAt, megabytes: "12.3", ledgerRevision: 7, isEncrypted: false, isProven: true }],
    });
    expect(answer.records.map(({ fault }) => fault?.zh ?? null)).toEqual([
      null,
      "备份与清单不符：内容被改动或已损坏",
      "程序出错，详见日志",
      null,
    ]);
  }
});

test("neither where they lie nor what differs is said", async () => {
  const body = (await ask("admin")).body;
  for (const text of ["/mnt", "/etc", "≠", "TypeError", "0000"])
    expect([text, body.includes(text)]).toEqual([text, false]);
});

test("nobody else sees them", async () => {
  for (const role of ["auditor", "leader", "office", "reporter"] as const) {
    expect([role, (await ask(role)).statusCode]).toEqual([role, 403]);
  }
  expect((await app.inject("/api/backups")).statusCode).toBe(401);
});
