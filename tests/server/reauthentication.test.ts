/** A session of a quarter of an hour ago reads and writes as before, but what weighs most waits for who is there. */
import { findAccount, findAuditRows, findRefusedSignIns, findSession, insertAccount, inTransaction } from "@beizeng/db";
import type { Role } from "@beizeng/db/vocabulary";
import { hashPassword } from "@beizeng/server/accounts/password-hash.ts";
import { weightyRoutes } from "@beizeng/server/domain/reauthentication.ts";
import { tokenHashOf } from "@beizeng/server/plugins/sessions.ts";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../helpers/app.ts";
import { browserOf, codeOf, goodPassword } from "../helpers/people.ts";
import { samplePlan } from "./sample-plan.ts";

let opened: TestApp;
beforeEach(async () => {
  opened = await openTestApp([samplePlan()], { kind: "production" });
  opened.clock.set("2022-10-08T01:00:00.000Z");
});
afterEach(() => opened.dispose());

const secret = "JBSWY3DPEHPK3PXP";
const later = (minutes: number) =>
  opened.clock.set(new Date(Date.parse(opened.clock.now()) + minutes * 60_000).toISOString());
const auditOf = async (action: string) =>
  (await findAuditRows(opened.store, 0, 10_000)).filter((row) => row.action === action);

/** Somebody signed in, who has an authenticator or has none. */
async function signedIn(role: Role, secondFactorSecret: string | null = null) {
  const now = opened.clock.now();
  const key = `a-${role}`;
  const passwordHash = await hashPassword(goodPassword);
  await opened.runRaw(
    `INSERT INTO settings (key, value, changed_at, changed_by)
     VALUES ('security', '{"isSecondFactorRequired":false}', '${now}', 'test') ON CONFLICT DO NOTHING`,
  );
  await inTransaction(opened.store, (transaction) =>
    insertAccount(transaction, {
      ...{ key, name: key, role, passwordHash, passwordChangedAt: now, mustChangePassword: false },
      ...{ secondFactorSecret, secondFactorCounter: null, singleSignOnSubject: null },
      ...{ createdAt: now, disabledAt: null, version: 1 },
    }),
  );
  const browser = browserOf(opened);
  await browser.ask("POST", "/api/session", { account: key, password: goodPassword });
  if (secondFactorSecret !== null) {
    await browser.ask("POST", "/api/session/second-factor", { code: codeOf(secondFactorSecret, now) });
  }
  return browser;
}
const person = { account: "clerk", name: "李", role: "leader", departments: [], singleSignOnSubject: null };
const again = (browser: ReturnType<typeof browserOf>, password: string) =>
  browser.ask("POST", "/api/session/password", { password });

describe("what weighs most", () => {
  test("goes on for a quarter of an hour, then waits, and nothing was done; reading and the rest go on", async () => {
    const browser = await signedIn("admin");
    later(14);
    expect((await browser.ask("POST", "/api/accounts", person)).statusCode).toBe(200);
    later(1);
    const refused = await browser.ask("POST", "/api/accounts", { ...person, account: "other" });
    expect([refused.statusCode, refused.json()]).toEqual([
      403,
      { code: "reauthentication-needed", message: "此项办理前，请再次验证身份。" },
    ]);
    expect(await findAccount(opened.store, "other")).toBeNull();
    // Somebody who is asked who they are has tried nothing that is not theirs.
    expect(await auditOf("refused")).toEqual([]);
    expect((await browser.ask("GET", "/api/accounts")).statusCode).toBe(200);
  });

  test("goes on as it was sent once the password was typed again, under a new token", async () => {
    const browser = await signedIn("admin");
    later(20);
    const former = tokenHashOf(browser.cookie().slice("beizeng=".length));
    const shown = await again(browser, goodPassword);
    expect([shown.statusCode, shown.json()]).toMatchObject([
      200,
      { account: { key: "a-admin" }, wayToShow: "password" },
    ]);
    expect(await findSession(opened.store, former)).toBeNull();
    expect((await browser.ask("POST", "/api/accounts", person)).statusCode).toBe(200);
    expect((await auditOf("give-password")).map(({ actor, entity }) => [actor, entity])).toEqual([
      ["a-admin", "account:a-admin"],
    ]);
    later(15);
    expect((await browser.ask("POST", "/api/accounts", { ...person, account: "other" })).statusCode).toBe(403);
  });

  test("makes no session longer: twelve hours are counted from signing in", async () => {
    const browser = await signedIn("admin");
    for (let time = 0; time < 35; time += 1) {
      later(20);
      expect((await again(browser, goodPassword)).statusCode).toBe(200);
    }
    later(20);
    expect((await browser.ask("GET", "/api/accounts")).statusCode).toBe(200);
    later(1);
    expect((await browser.ask("GET", "/api/accounts")).statusCode).toBe(401);
  });

  test("waits for the code where there is an authenticator, which the password does not stand in for", async () => {
    const browser = await signedIn("admin", secret);
    later(20);
    expect((await browser.ask("GET", "/api/session")).json()).toMatchObject({ wayToShow: "code" });
    expect((await again(browser, goodPassword)).json()).toMatchObject({ code: "second-factor-needed" });
    const code = { code: codeOf(secret, opened.clock.now()) };
    expect((await browser.ask("POST", "/api/session/second-factor", code)).statusCode).toBe(200);
    expect((await browser.ask("POST", "/api/accounts", person)).statusCode).toBe(200);
    // A code that was seen once is worth nothing.
    later(0.1);
    expect((await browser.ask("POST", "/api/session/second-factor", code)).json()).toMatchObject({
      code: "code-refused",
    });
  });

  test("is found before anything else about it is: whatever is sent, whoever may do it", async () => {
    const roleOf = (route: string): Role =>
      /accounts/.test(route)
        ? "admin"
        : /security/.test(route)
          ? "security"
          : /audit/.test(route)
            ? "auditor"
            : "office";
    const browsers = new Map<Role, ReturnType<typeof browserOf>>();
    for (const role of ["admin", "security", "auditor", "office"] as const) browsers.set(role, await signedIn(role));
    later(20);
    const codes: unknown[] = [];
    for (const route of weightyRoutes) {
      const [method, path] = route.split(" ") as ["GET" | "POST" | "PUT" | "DELETE", string];
      const url = path.replace(":plan", "sample-2022").replace(/:\w+/g, "none");
      codes.push([route, (await browsers.get(roleOf(route))?.ask(method, url, {}))?.json().code]);
    }
    expect(codes).toEqual(weightyRoutes.map((route) => [route, "reauthentication-needed"]));
    // Who may not do it is told so, and not asked to show anything for it.
    expect((await browsers.get("office")?.ask("POST", "/api/accounts", person))?.json()).toMatchObject({
      code: "not-your-role",
    });
  });
});

describe("a password typed again", () => {
  test("counts towards the lock where it is wrong, and is refused where the name is locked", async () => {
    const browser = await signedIn("admin");
    later(20);
    for (let time = 0; time < 5; time += 1) {
      const wrong = await again(browser, `Wrong-${time}`);
      expect([wrong.statusCode, wrong.json()]).toEqual([
        422,
        { code: "password-wrong", field: "password", message: "密码不对；多次不对会暂时锁定。" },
      ]);
    }
    expect((await findRefusedSignIns(opened.store, "a-admin", "2022-10-08T01:00:00.000Z")).length).toBe(5);
    expect((await again(browser, goodPassword)).statusCode).toBe(422);
    expect((await browser.ask("POST", "/api/accounts", person)).statusCode).toBe(403);
    later(15);
    expect((await again(browser, goodPassword)).statusCode).toBe(200);
  });

  test("of nobody is asked to sign in", async () => {
    expect((await again(browserOf(opened), goodPassword)).json()).toMatchObject({ code: "sign-in-needed" });
  });
});

test("the people of a demonstration have nothing to show, and are asked for nothing", async () => {
  const demonstration = await openTestApp([samplePlan()]);
  try {
    demonstration.clock.set("2022-10-08T01:00:00.000Z");
    const headers = await demonstration.as("admin");
    demonstration.clock.set("2022-10-08T01:20:00.000Z");
    const ask = (method: "GET" | "POST", url: string, payload?: object) =>
      demonstration.app.inject({ method, url, headers, ...(payload && { payload }) });
    expect((await ask("GET", "/api/session")).json()).toMatchObject({ wayToShow: null });
    expect((await ask("POST", "/api/accounts", person)).statusCode).toBe(200);
  } finally {
    await demonstration.dispose();
  }
});
