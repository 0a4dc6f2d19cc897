/** Single sign-on against a provider of our own: who is let in, and one clear sentence for each way in which nobody is. */
import { findAccounts, findAuditRows, findSession, inTransaction, updateSetting } from "@beizeng/db";
import { openIdentityProvider } from "@beizeng/server/accounts/identity-provider.ts";
import { tokenHashOf } from "@beizeng/server/plugins/sessions.ts";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../helpers/app.ts";
import { type MockProvider, startMockProvider } from "../helpers/mock-provider.ts";
import { browserOf, codeOf } from "../helpers/people.ts";
import { samplePlan } from "./sample-plan.ts";

const publicUrl = "http://beizeng.example.cn";
let provider: MockProvider;
let opened: TestApp;
beforeAll(async () => {
  provider = await startMockProvider();
  opened = await openTestApp([samplePlan()], {
    kind: "production",
    entrance: { publicUrl, trustedProxies: ["127.0.0.1"], identityProvider: provider.settings },
  });
  await opened.as("leader", [], "ling");
  await opened.runRaw("UPDATE accounts SET single_sign_on_subject = 'county-7788' WHERE key = 'ling'");
});
afterEach(() => provider.reset());
afterAll(async () => {
  await opened.dispose();
  await provider.stop();
});

const begin = "/api/session/single-sign-on";
const comeBack = `${begin}/return`;
type Visitor = ReturnType<typeof browserOf>;

/** Goes to the provider and answers the query with which one is sent back. */
async function visit(browser: Visitor): Promise<string> {
  const response = await browser.ask("POST", begin);
  expect([response.statusCode, response.body]).toEqual([200, expect.anything()]);
  return provider.visit(response.json().address);
}
const signIn = async (browser: Visitor) => browser.ask("POST", comeBack, { query: await visit(browser) });
const lastAudit = async () => (await findAuditRows(opened.store, 0, 10_000)).at(-1);

describe("somebody whose account is bound", () => {
  test("is asked for by code, PKCE, state and nonce, and comes back to the public address", async () => {
    const response = await browserOf(opened).ask("POST", begin);
    const { searchParams } = new URL(response.json().address);
    expect(Object.fromEntries(searchParams)).toEqual({
      client_id: "beizeng",
      redirect_uri: `${publicUrl}/sign-in/return`,
      scope: "openid",
      response_type: "code",
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: "S256",
    });
    expect(String(response.headers["set-cookie"])).toMatch(
      /^beizeng-sign-on=[\w.-]+; Max-Age=600; Path=\/; HttpOnly; SameSite=Strict$/,
    );
  });

  test("has a session as any other, with its row of the audit; the former one ends", async () => {
    const { cookie } = await opened.as("leader", [], "ling");
    const browser = browserOf(opened);
    const query = await visit(browser);
    const headers = { cookie: `${cookie}; ${browser.cookie()}` };
    const entered = await opened.app.inject({ method: "POST", url: comeBack, payload: { query }, headers });
    expect([entered.statusCode, entered.json()]).toMatchObject([
      200,
      { account: { key: "ling", role: "leader" }, step: null, powers: ["read-figures", "write-comments"] },
    ]);
    expect(await lastAudit()).toMatchObject({ action: "sign-in", actor: "ling", payload: '{"by":"single-sign-on"}' });
    expect(await findSession(opened.store, tokenHashOf(cookie.slice("beizeng=".length)))).toBeNull();
    const given = [entered.headers["set-cookie"]].flat().map(String);
    expect(given[0]).toMatch(/^beizeng-sign-on=; /);
    expect(given[1]).toMatch(/^beizeng=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    const own = { cookie: given[1]?.split(";", 1)[0] ?? "" };
    expect((await opened.app.inject({ url: "/api/plans", headers: own })).statusCode).toBe(200);
    const left = await opened.app.inject({ method: "DELETE", url: "/api/session", headers: own });
    expect(left.json()).toMatchObject({ account: null, hasSingleSignOn: true });
    expect((await opened.app.inject({ url: "/api/plans", headers: own })).statusCode).toBe(401);
  });

  test("can be bound by another claim than sub", async () => {
    const settings = { ...provider.settings, subjectClaim: "employee_number" };
    const { begin: start, identify } = openIdentityProvider(settings, publicUrl, () => undefined);
    const identified = async () => {
      const begun = await start();
      if (!begun.ok) throw new Error(begun.reason.code);
      return identify(await provider.visit(begun.value.address), begun.value.begun);
    };
    provider.answering.claims = { employee_number: "001234" };
    expect(await identified()).toEqual({ ok: true, value: "001234" });
    provider.answering.claims = {};
    expect(await identified()).toMatchObject({
      ok: false,
      reason: { code: "sign-on-untrusted", allowed: { zh: "没有 employee_number" } },
    });
  });
});

/** Refused, once by each reason; the sentences are all different. */
const told = new Set<string>();
describe("nobody is signed in, and one sentence says why", () => {
  async function expectRefused(
    response: Awaited<ReturnType<Visitor["ask"]>>,
    status: number,
    code: string,
    said: string,
  ) {
    expect([response.statusCode, response.json().code]).toEqual([status, code]);
    const { message } = response.json();
    expect(message).toContain(said);
    expect(message).toMatch(/^[^。]+。$/);
    expect(told.has(message)).toBe(false);
    told.add(message);
    const cookies = [response.headers["set-cookie"]].flat().join();
    expect(cookies).not.toMatch(/beizeng=[\w-]/);
    expect(await lastAudit()).toMatchObject({ action: "refuse-sign-in", actor: "system", revision: null });
    expect(JSON.parse((await lastAudit())?.payload ?? "{}")).toEqual({ failure: "single-sign-on", code });
  }

  test("another state than the browser's", async () => {
    const browser = browserOf(opened);
    const query = new URLSearchParams(await visit(browser));
    query.set("state", "x".repeat(43));
    const response = await browser.ask("POST", comeBack, { query: query.toString() });
    await expectRefused(response, 422, "sign-on-not-ours", "不是从本浏览器发起的");
  });

  test("a browser that has begun nothing, though its address is right", async () => {
    const query = await visit(browserOf(opened));
    const response = await browserOf(opened).ask("POST", comeBack, { query });
    expect([response.statusCode, response.json().code]).toEqual([422, "sign-on-not-ours"]);
  });

  test("a code that was used, even with the cookie kept", async () => {
    const browser = browserOf(opened);
    const query = await visit(browser);
    const headers = { cookie: browser.cookie() };
    const again = () => opened.app.inject({ method: "POST", url: comeBack, payload: { query }, headers });
    expect((await again()).statusCode).toBe(200);
    await expectRefused(await again(), 422, "sign-on-used", "已经用过");
  });

  test.each([
    ["another nonce", { nonce: "x".repeat(43) }, "sign-on-untrusted", "随机数不符"],
    ["another issuer", { issuer: "http://localhost:1" }, "sign-on-untrusted", "签发者不符"],
    ["a token for another system", { audience: "elsewhere" }, "sign-on-untrusted", "不是签发给本系统的"],
    ["an expired token", { expiresIn: -600 }, "sign-on-untrusted", "已过期"],
    ["a token that another has signed", { isSignedByAnother: true }, "sign-on-untrusted", "签名不符"],
    ["a provider that declines", { error: "access_denied" }, "sign-on-declined", "access_denied"],
  ] as const)("%s", async (_name, answering, code, said) => {
    Object.assign(provider.answering, answering);
    await expectRefused(await signIn(browserOf(opened)), 422, code, said);
  });

  test("an answer that another provider has sent", async () => {
    provider.answering.returnIssuer = "http://localhost:1";
    const response = await signIn(browserOf(opened));
    expect([response.statusCode, response.json().code]).toEqual([422, "sign-on-untrusted"]);
  });

  test("somebody who has no account: none is made", async () => {
    provider.answering.subject = "county-0000";
    const before = await findAccounts(opened.store);
    await expectRefused(await signIn(browserOf(opened)), 403, "sign-on-unknown", "county-0000");
    expect((await lastAudit())?.entity).toBe("identity:county-0000");
    expect(await findAccounts(opened.store)).toEqual(before);
  });

  test("somebody whose account is disabled", async () => {
    await opened.as("leader", [], "gone");
    await opened.runRaw(
      "UPDATE accounts SET disabled_at = '2022-05-01T00:00:00.000Z', single_sign_on_subject = 'gone' WHERE key = 'gone'",
    );
    provider.answering.subject = "gone";
    await expectRefused(await signIn(browserOf(opened)), 403, "sign-on-disabled", "已停用");
    expect((await lastAudit())?.entity).toBe("account:gone");
  });

  test("a provider that is down, before or meanwhile: 503, and nobody has tried anything", async () => {
    const passing = await startMockProvider();
    const entrance = { publicUrl, trustedProxies: [], identityProvider: passing.settings };
    const other = await openTestApp([samplePlan()], { kind: "production", entrance });
    const browser = browserOf(other);
    const { address } = (await browser.ask("POST", begin)).json();
    const query = await passing.visit(address);
    await passing.stop();
    const rows = async () => (await findAuditRows(other.store, 0, 100)).length;
    const before = await rows();
    const response = await browser.ask("POST", comeBack, { query });
    expect([response.statusCode, response.json()]).toEqual([
      503,
      {
        code: "sign-on-unreachable",
        message: "统一身份认证系统连接不上，请稍后再试，或用账号和密码登录。",
        requestId: expect.any(String),
      },
    ]);
    expect(await rows()).toBe(before);
    const told: unknown[] = [];
    const absent = openIdentityProvider(passing.settings, publicUrl, (error) => told.push(error));
    expect(await absent.begin()).toMatchObject({ ok: false, reason: { code: "sign-on-unreachable" } });
    expect(told).toHaveLength(1);
    await other.dispose();
  });

  test("and an address that is refused thirty times waits", async () => {
    const asked = { method: "POST", url: comeBack, payload: { query: "code=a&state=b" } } as const;
    const from = { remoteAddress: "172.16.0.9" };
    const statuses: number[] = [];
    for (let time = 0; time < 31; time += 1) statuses.push((await opened.app.inject({ ...asked, ...from })).statusCode);
    expect(statuses).toEqual([...Array.from({ length: 30 }, () => 422), 429]);
  });
});

describe("the second factor", () => {
  const decide = (isSingleSignOnSecondFactor: boolean) =>
    inTransaction(opened.store, (transaction) =>
      updateSetting(transaction, {
        ...{ key: "security", value: JSON.stringify({ isSingleSignOnSecondFactor }) },
        ...{ changedAt: opened.clock.now(), changedBy: "an" },
      }),
    );

  test("is asked of those who accept unless the security officer lets single sign-on count as one", async () => {
    await opened.as("office", [], "shen");
    await opened.runRaw(
      "UPDATE accounts SET single_sign_on_subject = 'shen', must_change_password = 1, version = 2 WHERE key = 'shen'",
    );
    provider.answering.subject = "shen";
    expect((await signIn(browserOf(opened))).json()).toMatchObject({ step: "second-factor-set-up", powers: [] });
    await decide(true);
    const vouched = browserOf(opened);
    const { powers, wayToShow } = (await signIn(vouched)).json();
    expect([powers.includes("review-submissions"), wayToShow]).toEqual([true, "provider"]);
    // What weighs most waits for the provider's word of a moment ago.
    const accept = async () => (await vouched.ask("POST", "/api/reviews/acceptances", { items: [] })).json().code;
    opened.clock.set(new Date(Date.parse(opened.clock.now()) + 15 * 60_000).toISOString());
    expect(await accept()).toBe("reauthentication-needed");
    await signIn(vouched);
    expect(await accept()).not.toBe("reauthentication-needed");
    await decide(false);

    // With an authenticator: its code, and then no password, which the provider has asked for.
    const secret = "second_factor_secret = 'JBSWY3DPEHPK3PXP'";
    await opened.runRaw(`UPDATE accounts SET ${secret}, version = 3 WHERE key = 'shen'`);
    const browser = browserOf(opened);
    expect((await signIn(browser)).json()).toMatchObject({ step: "second-factor", powers: [] });
    const code = codeOf("JBSWY3DPEHPK3PXP", opened.clock.now());
    const given = await browser.ask("POST", "/api/session/second-factor", { code });
    expect(given.json()).toMatchObject({ step: null, account: { key: "shen" } });
  });
});

test("where none is configured there is none", async () => {
  const plain = await openTestApp([samplePlan()], { kind: "production" });
  const browser = browserOf(plain);
  expect((await browser.ask("GET", "/api/session")).json()).toMatchObject({ hasSingleSignOn: false });
  for (const response of [
    await browser.ask("POST", begin),
    await browser.ask("POST", comeBack, { query: "code=a&state=b" }),
  ]) {
    expect([response.statusCode, response.json()]).toEqual([
      404,
      { code: "sign-on-absent", message: "本系统没有接入统一身份认证，未登录；请从登录页登录。" },
    ]);
  }
  const rows = await findAuditRows(plain.store, 0, 100);
  expect(rows.filter(({ action }) => action === "refuse-sign-in")).toEqual([]);
  await plain.dispose();
});
