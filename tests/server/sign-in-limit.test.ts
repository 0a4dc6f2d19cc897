/** One address, many names: the tries that are refused, and whose address a request has. TRUST S5. */
import {
  findAnsweredRequest,
  findAuditRows,
  findRefusedSignIns,
  findSession,
  insertAnsweredRequest,
  insertRefusedSignIn,
  insertSession,
  inTransaction,
} from "@beizeng/db";
import { hashPassword } from "@beizeng/server/accounts/password-hash.ts";
import { forgetExpired } from "@beizeng/server/actions/forget-expired.ts";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../helpers/app.ts";
import { goodPassword } from "../helpers/people.ts";
import { samplePlan } from "./sample-plan.ts";

const entrance = { publicUrl: null, trustedProxies: ["127.0.0.1", "10.9.0.0/16"], identityProvider: null };
let opened: TestApp;
beforeEach(async () => {
  opened = await openTestApp([samplePlan()], { kind: "production", entrance });
  opened.clock.set("2022-05-04T01:00:00.000Z");
});
afterEach(() => opened.dispose());

const trySignIn = (
  account: string,
  from: { remoteAddress?: string; forwarded?: string } = {},
  password = "Wrong-7788",
) =>
  opened.app.inject({
    method: "POST",
    url: "/api/session",
    payload: { account, password },
    remoteAddress: from.remoteAddress ?? "172.16.0.7",
    headers: from.forwarded === undefined ? {} : { "x-forwarded-for": from.forwarded },
  });
/** So many refused tries under ever other names. */
const refuse = async (times: number, from?: Parameters<typeof trySignIn>[1]) => {
  for (let time = 0; time < times; time += 1) expect((await trySignIn(`name${time}`, from)).statusCode).toBe(401);
};
const rowsOf = async (action: string) =>
  (await findAuditRows(opened.store, 0, 10_000)).filter((row) => row.action === action);

describe("thirty refused tries from one address", () => {
  test("make it wait until the first is a quarter of an hour old; the audit says so once, others go on", async () => {
    await refuse(1);
    opened.clock.set("2022-05-04T01:05:00.000Z");
    await refuse(29);
    for (let time = 0; time < 20; time += 1) {
      const response = await trySignIn("name99");
      expect([response.statusCode, response.headers["retry-after"]]).toEqual([429, "600"]);
      expect(response.json()).toEqual({
        code: "too-many-tries",
        message: "从 172.16.0.7 登录不成功的次数太多，请 10 分钟后再试。",
      });
      expect(response.headers["content-security-policy"]).toBeDefined();
    }
    expect(await rowsOf("refuse-sign-in")).toHaveLength(30);
    expect(await rowsOf("refuse-address")).toMatchObject([
      { actor: "system", entity: "address:172.16.0.7", revision: null, payload: '{"tries":30,"minutes":15}' },
    ]);
    await refuse(1, { remoteAddress: "172.16.0.8" });
    opened.clock.set("2022-05-04T01:14:59.999Z");
    expect((await trySignIn("name99")).headers["retry-after"]).toBe("1");
    opened.clock.set("2022-05-04T01:15:00.000Z");
    await refuse(1);
  });

  test("are thirty when they come at once", async () => {
    const statuses = await Promise.all(
      Array.from({ length: 45 }, (_, place) => trySignIn(`name${place}`).then(({ statusCode }) => statusCode)),
    );
    expect(statuses.filter((status) => status === 401)).toHaveLength(30);
    expect(statuses.filter((status) => status === 429)).toHaveLength(15);
  });

  test("are no tries that went well, and none that were never one", async () => {
    await opened.as("leader", [], "ling");
    await opened.runRaw(`UPDATE accounts SET password_hash = '${await hashPassword(goodPassword)}'`);
    for (let time = 0; time < 31; time += 1) {
      expect((await trySignIn("ling", {}, goodPassword)).statusCode).toBe(200);
      expect((await trySignIn("")).statusCode).toBe(400);
    }
    await refuse(30);
    expect((await trySignIn("ling", {}, goodPassword)).statusCode).toBe(429);
  });

  test("count wrong codes for the first administrator and other passwords too", async () => {
    await refuse(29);
    const from = { remoteAddress: "172.16.0.7" } as const;
    const change = { standing: "Wrong-7788", password: "Shui-Ku-9911" };
    const headers = await opened.as("leader", [], "ling");
    await opened.runRaw(`UPDATE accounts SET password_hash = '${await hashPassword(goodPassword)}'`);
    const put = () =>
      opened.app.inject({ method: "PUT", url: "/api/session/password", payload: change, headers, ...from });
    expect((await put()).json()).toMatchObject({ code: "standing-password-wrong" });
    expect((await put()).statusCode).toBe(429);
    const setUp = { code: "WRONG", account: "guanli", name: "x", password: goodPassword };
    expect((await opened.app.inject({ method: "POST", url: "/api/set-up", payload: setUp, ...from })).statusCode).toBe(
      429,
    );
    // Who only looks is let in.
    expect((await opened.app.inject({ url: "/api/plans", headers, ...from })).statusCode).toBe(200);
  });
});

test("the address of a caller is the connection's, unless a trusted proxy says another", async () => {
  const session = await opened.as("leader", [], "ling");
  // Wrong codes cost no hash; they count as wrong passwords do.
  const giveCode = (remoteAddress: string, forwarded: string) =>
    opened.app.inject({
      method: "POST",
      url: "/api/session/second-factor",
      payload: { code: "000000" },
      remoteAddress,
      headers: { ...session, "x-forwarded-for": forwarded },
    });
  await opened.runRaw("UPDATE accounts SET second_factor_secret = 'JBSWY3DPEHPK3PXP'");
  const said = [
    ["10.9.3.1", "192.0.2.9", "192.0.2.9"],
    // What the caller wrote beforehand stands before what the proxy has seen.
    ["10.9.3.1", "198.51.100.1, 192.0.2.10", "192.0.2.10"],
    ["127.0.0.1", "192.0.2.11, 10.9.3.1", "192.0.2.11"],
    ["172.16.0.7", "192.0.2.12", "172.16.0.7"],
  ] as const;
  for (const [remoteAddress, forwarded] of said) {
    for (let time = 0; time < 30; time += 1) {
      expect((await giveCode(remoteAddress, forwarded)).statusCode).toBe(422);
    }
    expect((await giveCode(remoteAddress, forwarded)).statusCode).toBe(429);
  }
  const told = (await rowsOf("refuse-address")).map(({ entity }) => entity);
  expect(told).toEqual(said.map(([, , address]) => `address:${address}`));
  // Of the tries that had to wait nothing was written.
  expect(await rowsOf("refused")).toHaveLength(120);
});

test("what has served its time is forgotten, and nothing sooner", async () => {
  const { store } = opened;
  await opened.as("leader", [], "ling");
  const [account] = await opened.runRaw("SELECT id FROM accounts WHERE key = 'ling'");
  const accountId = Number(account?.id);
  const request = (key: string, at: string) => ({ account: "ling", key, digest: "d".repeat(64), answer: "{}", at });
  const session = (letter: string, seenAt: string) => ({
    ...{ tokenHash: letter.repeat(64), accountId, data: '{"hasSecondFactor":true}', createdAt: seenAt, seenAt },
  });
  await inTransaction(store, async (transaction) => {
    await insertAnsweredRequest(transaction, request("old", "2022-04-04T00:59:59.999Z"));
    await insertAnsweredRequest(transaction, request("kept", "2022-04-04T01:00:00.000Z"));
    await insertSession(transaction, session("a", "2022-05-03T00:59:59.999Z"));
    await insertSession(transaction, session("b", "2022-05-03T01:00:00.000Z"));
    // A name can be locked for a day, by tries as far apart as that.
    for (const at of ["2022-05-02T00:59:59.999Z", "2022-05-02T01:00:00.000Z"]) {
      await insertRefusedSignIn(transaction, { account: "ling", failure: "password", at });
    }
  });
  const before = await findAuditRows(store, 0, 1000);
  await forgetExpired(store, { now: opened.clock.now(), at: opened.clock.now() });
  const isThere = async (key: string) => (await findAnsweredRequest(store, { account: "ling", key })) !== null;
  expect([await isThere("old"), await isThere("kept")]).toEqual([false, true]);
  expect(await findSession(store, "a".repeat(64))).toBeNull();
  expect(await findSession(store, "b".repeat(64))).not.toBeNull();
  expect(await findRefusedSignIns(store, "ling", "2022-01-01T00:00:00.000Z")).toEqual(["2022-05-02T01:00:00.000Z"]);
  expect(await findAuditRows(store, 0, 1000)).toEqual(before);
});
