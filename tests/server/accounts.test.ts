import { findAuditRows } from "@beizeng/db";
import type { Role } from "@beizeng/db/vocabulary";
import type { Accounts, Security } from "@beizeng/server/contract/accounts.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../helpers/app.ts";
import { browserOf, goodPassword } from "../helpers/people.ts";
import { samplePlan } from "./sample-plan.ts";

let opened: TestApp;
let admin: { cookie: string };
let security: { cookie: string };
beforeAll(async () => {
  opened = await openTestApp([samplePlan()], { kind: "production" });
});
beforeEach(async () => {
  admin = await opened.as("admin", [], "guanli");
  security = await opened.as("security", [], "anquan");
});
afterAll(() => opened.dispose());

type Method = "GET" | "POST" | "PUT" | "DELETE";
const ask = (headers: object, method: Method, url: string, payload?: object) =>
  opened.app.inject({ method, url, headers: { ...headers }, ...(payload && { payload }) });
const list = async (): Promise<Accounts> => (await ask(admin, "GET", "/api/accounts")).json();
const accountOf = async (key: string) => {
  const found = (await list()).accounts.find((account) => account.key === key);
  if (found === undefined) throw new Error(`no account ${key}`);
  return found;
};
const make = (account: string, role: Role = "reporter", departments: readonly string[] = ["commerce"]) =>
  ask(admin, "POST", "/api/accounts", { account, name: account, role, departments, singleSignOnSubject: null });
const change = async (key: string, what: object, headers: object = admin) => {
  const { name, role, departments, singleSignOnSubject, isDisabled, version } = await accountOf(key);
  const whole = { name, role, departments, singleSignOnSubject, isDisabled, version, ...what };
  return ask(headers, "PUT", `/api/accounts/${key}`, whole);
};
const audited = async () => (await findAuditRows(opened.store, 0, 10_000)).filter(({ action }) => action !== "sign-in");

describe("an account", () => {
  test("is made with a password that is shown once and must be changed", async () => {
    const before = (await audited()).length;
    const { password } = (await make("clerk1")).json();
    expect(password).toMatch(/^([\w]{4}-){3}[\w]{4}$/);
    expect(await accountOf("clerk1")).toMatchObject({ role: "reporter", departments: ["commerce"], version: 1 });
    const rows = await audited();
    expect(rows.length - before).toBe(1);
    expect(rows.at(-1)).toMatchObject({ action: "make-account", actor: "guanli", entity: "account:clerk1" });
    expect(rows.at(-1)?.payload).not.toContain(password);
    const browser = browserOf(opened);
    const signedIn = await browser.ask("POST", "/api/session", { account: "clerk1", password });
    expect(signedIn.json()).toMatchObject({ step: "password-change" });
  });

  test.each([
    ["a name that is taken", "guanli", "leader", [], 409, "account-taken"],
    ["a unit that is none", "clerk2", "reporter", ["none"], 422, "unknown-unit"],
    ["a clerk of no unit", "clerk2", "reporter", [], 422, "no-department"],
    ["an auditor of a unit", "clerk2", "auditor", ["commerce"], 422, "departments-without-use"],
    ["the product's own role", "clerk2", "system", [], 400, "malformed-parameter"],
    ["a name with a slash", "clerk/2", "leader", [], 400, "malformed-parameter"],
  ] as const)("is refused with %s", async (_, account, role, departments, status, code) => {
    const response = await make(account, role, departments);
    expect([response.statusCode, response.json().code]).toEqual([status, code]);
  });

  test.each([
    ["another role", { role: "leader", departments: [] }],
    ["other units", { departments: ["industry"] }],
    ["being disabled", { isDisabled: true }],
  ])("%s ends its sessions at once, with one row of the audit", async (_, what) => {
    const key = `moved-${Object.keys(what).join("-")}`.toLowerCase();
    const clerk = await opened.as("reporter", ["commerce"], key);
    expect((await ask(clerk, "GET", "/api/plans")).statusCode).toBe(200);
    const before = (await audited()).length;
    expect((await change(key, what)).statusCode).toBe(200);
    expect((await audited()).length - before).toBe(1);
    expect((await ask(clerk, "GET", "/api/plans")).statusCode).toBe(401);
    expect((await accountOf(key)).version).toBe(2);
  });

  test("keeps its sessions when only its name is written otherwise", async () => {
    await make("renamed");
    const clerk = await opened.as("reporter", ["commerce"], "renamed");
    await change("renamed", { name: "李四" });
    expect((await ask(clerk, "GET", "/api/session")).json().account.name).toBe("李四");
  });

  test("of two rival changes the second is told", async () => {
    await make("rival");
    const { version } = await accountOf("rival");
    expect((await change("rival", { name: "甲", version })).statusCode).toBe(200);
    const second = await change("rival", { name: "乙", version });
    expect([second.statusCode, second.json().code]).toEqual([409, "changed-meanwhile"]);
    expect((await accountOf("rival")).name).toBe("甲");
  });

  test("of the administrator's own cannot be put out by them, and the try is kept", async () => {
    expect((await change("guanli", { isDisabled: true })).json().code).toBe("your-own-account");
    expect((await audited()).at(-1)).toMatchObject({ action: "refused", actor: "guanli" });
    expect((await change("guanli", { name: "管理员" })).statusCode).toBe(200);
  });

  test("gets a new password that ends its sessions, and loses its second factor the same way", async () => {
    await make("forgetful");
    const clerk = await opened.as("reporter", ["commerce"], "forgetful");
    await opened.runRaw("UPDATE accounts SET second_factor_secret = 'JBSWY3DP' WHERE key = 'forgetful'");
    const reset = (method: Method, what: string, version: number) =>
      ask(admin, method, `/api/accounts/forgetful/${what}`, { version });
    const { password } = (await reset("POST", "password", 1)).json();
    expect((await ask(clerk, "GET", "/api/plans")).statusCode).toBe(401);
    expect((await reset("DELETE", "second-factor", 1)).statusCode).toBe(409);
    expect((await reset("DELETE", "second-factor", 2)).statusCode).toBe(200);
    expect(await accountOf("forgetful")).toMatchObject({
      hasSecondFactor: false,
      mustChangePassword: true,
      version: 3,
    });
    const signedIn = await browserOf(opened).ask("POST", "/api/session", { account: "forgetful", password });
    expect(signedIn.json().step).toBe("password-change");
    const actions = (await audited()).slice(-3).map(({ action }) => action);
    expect(actions).toEqual(["reset-password", "refused", "reset-second-factor"]);
  });

  test("lists the units by plan", async () => {
    const { units } = await list();
    expect(units.map(({ plan }) => plan)).toEqual(["sample-2022"]);
    expect(units[0]?.departments.map(({ key }) => key)).toContain("commerce");
  });
});

describe("the security officer", () => {
  const read = async (): Promise<Security> => (await ask(security, "GET", "/api/security")).json();
  const write = (settings: object) => ask(security, "PUT", "/api/security", settings);

  test("decides on passwords, second factor and lock, and rivals are told", async () => {
    const { changedAt: seen } = await read();
    const factors = { isSecondFactorRequired: false, isSingleSignOnSecondFactor: true, isWallOpen: true };
    const wanted = { passwordProfile: "asvs", ...factors, lockAfter: 3, lockMinutes: 30 };
    expect((await write({ ...wanted, seen })).json()).toMatchObject({ ...wanted, changedBy: "anquan" });
    expect((await audited()).at(-1)).toMatchObject({ action: "change-security", actor: "anquan" });
    if (seen === null) expect((await write({ ...wanted, seen })).statusCode).toBe(409);
    expect((await write({ ...wanted, seen: (await read()).changedAt, lockAfter: 6 })).statusCode).toBe(400);
    expect((await write({ ...wanted, seen: (await read()).changedAt, lockMinutes: 14 })).statusCode).toBe(400);
  });

  test("sees who is locked out, and lets them in", async () => {
    const { password } = (await make("locked")).json();
    const tryWith = (word: string) =>
      browserOf(opened).ask("POST", "/api/session", { account: "locked", password: word });
    for (let times = 0; times < 5; times += 1) await tryWith(goodPassword);
    expect((await tryWith(password)).statusCode).toBe(401);
    expect((await read()).locked.map(({ name }) => name)).toEqual(["locked"]);
    expect((await ask(security, "DELETE", "/api/security/locks/locked")).json().locked).toEqual([]);
    expect((await audited()).at(-1)).toMatchObject({ action: "unlock", actor: "anquan", entity: "account:locked" });
    expect((await tryWith(password)).statusCode).toBe(200);
    expect((await ask(security, "DELETE", "/api/security/locks/locked")).statusCode).toBe(404);
  });
});
