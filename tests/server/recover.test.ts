/** `npm run recover` as whoever stands before the machine runs it: beside a served workspace, for somebody else, and well. */
import { spawnSync } from "node:child_process";
import { mkdirSync, renameSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  findAccount,
  findAuditRows,
  findRefusedSignIns,
  findSession,
  insertRefusedSignIn,
  inTransaction,
  openStore,
} from "@beizeng/db";
import { isPassword } from "@beizeng/server/accounts/password-hash.ts";
import { tokenHashOf } from "@beizeng/server/plugins/sessions.ts";
import { expect, test, vi } from "vitest";
import { openTestLedger } from "../helpers/app.ts";
import { signIn } from "../helpers/signed-in.ts";
import { samplePlan } from "./sample-plan.ts";

// Each try starts a process, which on a busy machine takes its time.
vi.setConfig({ testTimeout: 180_000 });
const root = fileURLToPath(new URL("../../", import.meta.url));

test("a lone administrator comes in again, once, and the audit says so; nobody else does", async () => {
  const opened = await openTestLedger([samplePlan()], "production");
  const { store, file, clock } = opened;
  const now = clock.now();
  const tokens = new Map<string, string>();
  for (const [key, role] of [
    ["guanli", "admin"],
    ["shen", "office"],
  ] as const) {
    const { cookie } = await signIn(store, { key, role, departments: [], now });
    tokens.set(key, cookie.slice("beizeng=".length));
  }
  await opened.runRaw("UPDATE accounts SET second_factor_secret = 'JBSWY3DPEHPK3PXP', second_factor_counter = 7");
  await inTransaction(store, (transaction) =>
    insertRefusedSignIn(transaction, { account: "guanli", failure: "password", at: now }),
  );

  const folder = join(dirname(file), "data");
  mkdirSync(folder);
  const recover = (...words: string[]) => {
    const command = join(root, "server", "src", "recover-command.ts");
    const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", command, ...words], {
      cwd: root,
      encoding: "utf8",
      env: { ...process.env, DATA_DIR: folder },
    });
    return { status, said: stdout + stderr };
  };
  const served = join(folder, "production.sqlite");

  await store.close();
  renameSync(file, served);
  const options = { engine: "sqlite", file: served, now: clock.now, migrate: false, minimumFreeBytes: 0 } as const;
  const serving = await openStore(options);
  expect(recover("guanli")).toMatchObject({ status: 1, said: expect.stringContaining("Another process is using") });
  await serving.close();

  expect(recover()).toMatchObject({ status: 1, said: expect.stringContaining("npm run recover -- account") });
  expect(recover("nobody")).toMatchObject({ status: 1, said: expect.stringContaining("没有账号 nobody") });
  expect(recover("shen")).toMatchObject({ status: 1, said: expect.stringContaining("shen 不是启用的系统管理员") });
  const { status, said } = recover("guanli");
  const [password = ""] = /(?:\w{4}-){3}\w{4}/.exec(said) ?? [];
  expect([status, said]).toEqual([0, expect.stringContaining(`账号 guanli 的一次性密码：${password}`)]);

  const again = await openStore(options);
  const account = await findAccount(again, "guanli");
  expect(account).toMatchObject({ mustChangePassword: true, secondFactorSecret: null, secondFactorCounter: null });
  expect(await isPassword(account?.passwordHash ?? null, password)).toBe(true);
  expect(await findAccount(again, "shen")).toMatchObject({ secondFactorSecret: "JBSWY3DPEHPK3PXP" });
  const rows = await findAuditRows(again, 0, 1000);
  expect(rows.at(-1)).toMatchObject({ action: "recover-account", actor: "system", entity: "account:guanli" });
  expect(rows.filter(({ action }) => action === "recover-account")).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toContain(password);
  // Their session and their refused tries are gone, those of others are not.
  expect(await findSession(again, tokenHashOf(tokens.get("guanli") ?? ""))).toBeNull();
  expect(await findSession(again, tokenHashOf(tokens.get("shen") ?? ""))).not.toBeNull();
  expect(await findRefusedSignIns(again, "guanli", now)).toEqual([]);
  await again.close();
});
