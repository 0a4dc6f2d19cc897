import { findAuditRows, findSession, insertAccount, inTransaction } from "@beizeng/db";
import type { Role } from "@beizeng/db/vocabulary";
import { hashPassword, isPassword } from "@beizeng/server/accounts/password-hash.ts";
import { issueSetUpCode } from "@beizeng/server/actions/set-up.ts";
import { tokenHashOf } from "@beizeng/server/plugins/sessions.ts";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../helpers/app.ts";
import { browserOf, codeOf, goodPassword, setUpAdministrator } from "../helpers/people.ts";
import { samplePlan } from "./sample-plan.ts";

let opened: TestApp;
beforeEach(async () => {
  opened = await openTestApp([samplePlan()], { kind: "production" });
  opened.clock.set("2022-05-04T01:00:00.000Z");
});
afterEach(() => opened.dispose());

const plans = "/api/plans";
const later = (minutes: number, milliseconds = 0) =>
  opened.clock.set(new Date(Date.parse(opened.clock.now()) + minutes * 60_000 + milliseconds).toISOString());

/** An account with a password of its own that need not be changed. */
async function makePerson(key: string, role: Role, change: { mustChangePassword?: boolean } = {}) {
  const now = opened.clock.now();
  const passwordHash = await hashPassword(goodPassword);
  await inTransaction(opened.store, (transaction) =>
    insertAccount(transaction, {
      ...{ key, name: key, role, passwordHash, passwordChangedAt: now, mustChangePassword: false },
      ...{ secondFactorSecret: null, secondFactorCounter: null, singleSignOnSubject: null },
      ...{ createdAt: now, disabledAt: null, version: 1, ...change },
    }),
  );
}
const signIn = (browser: ReturnType<typeof browserOf>, account: string, password = goodPassword) =>
  browser.ask("POST", "/api/session", { account, password });
const lastAudit = async () => (await findAuditRows(opened.store, 0, 10_000)).at(-1);

describe("by name and password", () => {
  test("begins a session, under a new token, with its row of the audit", async () => {
    await makePerson("ling", "leader");
    const browser = browserOf(opened);
    const first = await signIn(browser, "ling");
    expect([first.statusCode, first.json()]).toMatchObject([
      200,
      { account: { key: "ling" }, powers: ["read-figures", "write-comments"], step: null },
    ]);
    expect(String(first.headers["set-cookie"])).toMatch(/^beizeng=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    expect(await lastAudit()).toMatchObject({ action: "sign-in", actor: "ling", actorRole: "leader", revision: null });
    expect((await browser.ask("GET", plans)).statusCode).toBe(200);

    const former = tokenHashOf(browser.cookie().slice("beizeng=".length));
    await signIn(browser, "ling");
    expect(await findSession(opened.store, former)).toBeNull();
  });

  test("unknown, wrong, disabled and locked are one answer, and each costs a hash and a row", async () => {
    await makePerson("ling", "leader");
    await makePerson("gone", "leader");
    await opened.runRaw("UPDATE accounts SET disabled_at = '2022-05-01T00:00:00.000Z' WHERE key = 'gone'");
    for (let times = 0; times < 5; times += 1) await signIn(browserOf(opened), "locked", "x");
    const tries = { unknown: "nobody", wrong: "ling", disabled: "gone", locked: "locked" };
    const answers = new Map<string, unknown>();
    const times = new Map<string, number>();
    const quicker = (kind: string, began: number) =>
      times.set(kind, Math.min(times.get(kind) ?? Number.POSITIVE_INFINITY, performance.now() - began));
    const rows = async () => (await findAuditRows(opened.store, 0, 10_000)).length;
    // A busy machine makes anything slower, nothing quicker: the quickest of three tells whether the hash was left out.
    for (const round of [1, 2, 3]) {
      for (let time = 0; time < 5; time += 1) {
        const alone = performance.now();
        await isPassword(null, `Wrong-${round}`);
        quicker("a hash alone", alone);
      }
      for (const [kind, account] of Object.entries(tries)) {
        const before = await rows();
        const began = performance.now();
        const response = await signIn(browserOf(opened), account, kind === "disabled" ? goodPassword : "Wrong-7788");
        quicker(kind, began);
        answers.set(kind, [response.statusCode, response.json(), response.headers["set-cookie"]]);
        expect([kind, (await rows()) - before]).toEqual([kind, 1]);
      }
    }
    expect(new Set([...answers.values()].map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers.get("unknown")).toMatchObject([401, { code: "sign-in-refused" }, undefined]);
    const hash = times.get("a hash alone") ?? Number.NaN;
    for (const [kind, time] of times) expect([kind, time > hash / 2]).toEqual([kind, true]);
  });

  test("five refused tries lock the name, the right password too, for fifteen minutes", async () => {
    await makePerson("ling", "leader");
    for (let times = 0; times < 5; times += 1) {
      expect((await signIn(browserOf(opened), "ling", "Wrong-7788")).statusCode).toBe(401);
      later(1);
    }
    expect((await signIn(browserOf(opened), "ling")).statusCode).toBe(401);
    expect(await lastAudit()).toMatchObject({ action: "refuse-sign-in", entity: "account:ling", actor: "system" });
    // The fifth was a minute ago; tries while it is locked do not make it longer.
    later(13, 59_999);
    expect((await signIn(browserOf(opened), "ling")).statusCode).toBe(401);
    later(0, 1);
    expect((await signIn(browserOf(opened), "ling")).statusCode).toBe(200);
  });

  test("a right password forgets the wrong ones before it", async () => {
    await makePerson("ling", "leader");
    for (const password of ["a", "b", "c", "d", goodPassword, "e", "f", "g", "h", goodPassword]) {
      expect([password, (await signIn(browserOf(opened), "ling", password)).statusCode]).toEqual([
        password,
        password === goodPassword ? 200 : 401,
      ]);
    }
  });
});

describe("a password", () => {
  test("that was given must be changed before anything else", async () => {
    await makePerson("ling", "leader", { mustChangePassword: true });
    const browser = browserOf(opened);
    expect((await signIn(browser, "ling")).json()).toMatchObject({ step: "password-change", powers: [] });
    expect((await browser.ask("GET", plans)).json()).toMatchObject({ code: "password-change-needed" });
    const change = (standing: string, password: string) =>
      browser.ask("PUT", "/api/session/password", { standing, password });
    expect((await change("Wrong-7788", "Shui-Ku-9911")).json()).toMatchObject({ code: "standing-password-wrong" });
    expect((await change(goodPassword, "short-1")).json()).toMatchObject({
      code: "password-refused",
      field: "password",
    });
    expect((await change(goodPassword, goodPassword)).json()).toMatchObject({ code: "password-repeated" });
    expect((await change(goodPassword, "Shui-Ku-9911")).json()).toMatchObject({ step: null });
    expect(await lastAudit()).toMatchObject({ action: "change-password", actor: "ling", payload: "{}" });
    expect((await browser.ask("GET", plans)).statusCode).toBe(200);
    expect((await signIn(browserOf(opened), "ling")).statusCode).toBe(401);
    expect((await signIn(browserOf(opened), "ling", "Shui-Ku-9911")).statusCode).toBe(200);
  });

  test("changed on one machine ends the sessions on others", async () => {
    await makePerson("ling", "leader");
    const [here, there] = [browserOf(opened), browserOf(opened)];
    await signIn(here, "ling");
    await signIn(there, "ling");
    await here.ask("PUT", "/api/session/password", { standing: goodPassword, password: "Shui-Ku-9911" });
    expect((await here.ask("GET", plans)).statusCode).toBe(200);
    expect((await there.ask("GET", plans)).statusCode).toBe(401);
  });

  test("is asked for anew after ninety days", async () => {
    await makePerson("ling", "leader");
    later(90 * 24 * 60);
    expect((await signIn(browserOf(opened), "ling")).json().step).toBeNull();
    later(0, 1);
    expect((await signIn(browserOf(opened), "ling")).json().step).toBe("password-change");
  });

  test("stands nowhere in the store", async () => {
    await makePerson("ling", "leader", { mustChangePassword: true });
    const browser = browserOf(opened);
    await signIn(browser, "ling");
    await browser.ask("PUT", "/api/session/password", { standing: goodPassword, password: "Shui-Ku-9911" });
    for (const table of ["accounts", "audit_rows", "sessions", "refused_sign_ins"]) {
      const rows = JSON.stringify(await opened.runRaw(`SELECT * FROM ${table}`));
      expect(rows).not.toMatch(/Shui-Ku-9911|Yun-Shan-7788/);
    }
  });
});

describe("the second factor", () => {
  async function setUpFactor(browser: ReturnType<typeof browserOf>): Promise<string> {
    const { secret, address } = (await browser.ask("POST", "/api/session/second-factor/secret")).json();
    expect(address).toContain(`secret=${secret}`);
    const code = codeOf(secret, opened.clock.now());
    expect((await browser.ask("PUT", "/api/session/second-factor", { code })).json()).toMatchObject({ step: null });
    return secret;
  }

  test("is set up by those who accept, close or administer, before anything else", async () => {
    await makePerson("shen", "office");
    const browser = browserOf(opened);
    expect((await signIn(browser, "shen")).json()).toMatchObject({ step: "second-factor-set-up", powers: [] });
    expect((await browser.ask("GET", plans)).json()).toMatchObject({ code: "second-factor-set-up-needed" });
    const before = browser.cookie();
    await setUpFactor(browser);
    expect(browser.cookie()).not.toBe(before);
    expect((await browser.ask("GET", plans)).statusCode).toBe(200);
    expect(await lastAudit()).toMatchObject({ action: "set-up-second-factor", actor: "shen" });
  });

  test("is asked for at each sign-in, and each code counts once", async () => {
    await makePerson("shen", "office");
    const first = browserOf(opened);
    await signIn(first, "shen");
    const secret = await setUpFactor(first);
    const give = (browser: ReturnType<typeof browserOf>, code: string) =>
      browser.ask("POST", "/api/session/second-factor", { code });

    const second = browserOf(opened);
    expect((await signIn(second, "shen")).json()).toMatchObject({ step: "second-factor", powers: [] });
    expect((await second.ask("GET", plans)).json()).toMatchObject({ code: "second-factor-needed" });
    const password = { standing: goodPassword, password: "Shui-Ku-9911" };
    expect((await second.ask("PUT", "/api/session/password", password)).statusCode).toBe(403);
    const used = codeOf(secret, opened.clock.now());
    expect((await give(second, used)).json()).toMatchObject({ code: "code-refused" });
    later(1);
    const fresh = codeOf(secret, opened.clock.now());
    expect((await give(second, fresh)).json()).toMatchObject({ step: null });
    expect((await second.ask("GET", plans)).statusCode).toBe(200);

    const third = browserOf(opened);
    await signIn(third, "shen");
    expect((await give(third, fresh)).json()).toMatchObject({ code: "code-refused" });
    later(2);
    // Two steps old: a clock that is half a minute off is forgiven, one that is a whole minute off is not.
    expect((await give(third, codeOf(secret, "2022-05-04T01:01:30.000Z"))).statusCode).toBe(422);
    expect((await give(third, codeOf(secret, "2022-05-04T01:02:30.000Z"))).statusCode).toBe(200);
  });

  test("five wrong codes lock the name", async () => {
    await makePerson("shen", "office");
    const browser = browserOf(opened);
    await signIn(browser, "shen");
    const secret = await setUpFactor(browser);
    later(1);
    const right = codeOf(secret, opened.clock.now());
    const wrong = right === "000000" ? "000001" : "000000";
    await signIn(browser, "shen");
    for (let times = 0; times < 5; times += 1) {
      await browser.ask("POST", "/api/session/second-factor", { code: wrong });
    }
    expect((await browser.ask("POST", "/api/session/second-factor", { code: right })).statusCode).toBe(422);
    expect((await signIn(browserOf(opened), "shen")).statusCode).toBe(401);
  });
});

describe("the first start of a production workspace", () => {
  test("its code makes the first administrator, once", async () => {
    expect((await opened.app.inject("/api/session")).json()).toMatchObject({ awaitsSetUp: true, powers: [] });
    const { code, response, stored } = await setUpAdministrator(opened);
    expect(code).toMatch(/^([A-Z2-9]{4}-){4}[A-Z2-9]{4}$/);
    expect(response.json()).toMatchObject({ account: null, awaitsSetUp: false });
    expect(stored).toBeNull();
    const again = { code, account: "second", name: "x", password: goodPassword };
    expect((await browserOf(opened).ask("POST", "/api/set-up", again)).json()).toMatchObject({
      code: "set-up-already",
    });
    expect(await issueSetUpCode(opened.store, { now: opened.clock.now(), at: opened.clock.now() })).toBeNull();
    expect((await signIn(browserOf(opened), "guanli")).json()).toMatchObject({ step: "second-factor-set-up" });
  });

  test("a new start makes the former code worthless; neither stands in the store", async () => {
    const now = opened.clock.now();
    const [former, code] = [
      await issueSetUpCode(opened.store, { now, at: now }),
      await issueSetUpCode(opened.store, { now, at: now }),
    ];
    expect(JSON.stringify(await opened.runRaw("SELECT * FROM settings"))).not.toContain(String(code));
    const asked = { account: "guanli", name: "管理员", password: goodPassword };
    const browser = browserOf(opened);
    expect((await browser.ask("POST", "/api/set-up", { ...asked, code: former })).statusCode).toBe(422);
    expect((await browser.ask("POST", "/api/set-up", { ...asked, code, password: "12345678" })).statusCode).toBe(422);
    expect((await browser.ask("POST", "/api/set-up", { ...asked, code: String(code).toLowerCase() })).statusCode).toBe(
      200,
    );
  });

  test("five wrong codes lock it, and with it the right one", async () => {
    const now = opened.clock.now();
    const code = await issueSetUpCode(opened.store, { now, at: now });
    const asked = { account: "guanli", name: "管理员", password: goodPassword };
    const browser = browserOf(opened);
    for (let times = 0; times < 5; times += 1) await browser.ask("POST", "/api/set-up", { ...asked, code: "WRONG" });
    expect((await browser.ask("POST", "/api/set-up", { ...asked, code })).statusCode).toBe(422);
    later(15);
    expect((await browser.ask("POST", "/api/set-up", { ...asked, code })).statusCode).toBe(200);
  });
});
