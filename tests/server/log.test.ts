/** The log: what a line says, and what none of them ever holds, whatever is sent and whatever goes wrong. ASVS 16.2 to 16.4. */
import { harmless, loggedError } from "@beizeng/server/logging.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../helpers/app.ts";
import { type MockProvider, startMockProvider } from "../helpers/mock-provider.ts";
import { browserOf, codeOf, goodPassword, setUpAdministrator } from "../helpers/people.ts";
import { samplePlan } from "./sample-plan.ts";

let provider: MockProvider;
let opened: TestApp;
const lines: string[] = [];
beforeAll(async () => {
  provider = await startMockProvider();
  opened = await openTestApp([samplePlan()], {
    kind: "production",
    writeLog: (line) => lines.push(line),
    entrance: {
      publicUrl: "http://beizeng.example.cn",
      trustedProxies: ["127.0.0.1"],
      identityProvider: provider.settings,
    },
  });
});
beforeEach(() => {
  lines.length = 0;
});
afterAll(async () => {
  await opened.dispose();
  await provider.stop();
});
type Line = Record<string, unknown>;
const parsed = (): Line[] => lines.map((line) => JSON.parse(line));

describe("a line", () => {
  test("says which request, by whom, from where, what became of it and how long it took", async () => {
    const leader = await opened.as("leader", [], "ling");
    const url = "/api/plans/sample-2022?word=typed";
    await opened.app.inject({ url, headers: { ...leader, "x-forwarded-for": "10.1.2.3" } });
    await opened.app.inject({ url: "/api/plans/sample-2022", headers: leader });
    await opened.app.inject({ url: "/api/plans/sample-2022" });
    await opened.app.inject({ url: "/api/no-such-address/typed" });
    expect(parsed()).toEqual([
      {
        ...{ level: "info", time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]{12}Z$/), msg: "request" },
        ...{ requestId: expect.stringMatching(/^[0-9a-f]{8}-\d+$/), method: "GET", route: "/api/plans/:plan" },
        ...{ status: 400, refusal: "unknown-parameter", milliseconds: expect.any(Number) },
        ...{ account: "ling", address: "10.1.2.3" },
      },
      expect.objectContaining({ level: "info", status: 200, refusal: null, account: "ling", address: "127.0.0.1" }),
      expect.objectContaining({ level: "warn", status: 401, refusal: "sign-in-needed", account: null }),
      expect.objectContaining({ level: "info", status: 404, refusal: "unknown-path", route: null }),
    ]);
    expect(lines.join("")).not.toContain("typed");
  });

  test("is written for an answer that was ready too", async () => {
    const leader = await opened.as("leader", [], "ling");
    const url = "/api/plans/sample-2022/progress?month=2022-09&horizon=2022-12";
    for (const _time of [1, 2]) await opened.app.inject({ url, headers: leader });
    expect(parsed()).toMatchObject([
      { route: "/api/plans/:plan/progress", status: 200, account: "ling" },
      { route: "/api/plans/:plan/progress", status: 200, account: "ling" },
    ]);
  });

  test("has no address where a proxy passes on what is none", async () => {
    await opened.app.inject({ url: "/api/health", headers: { "x-forwarded-for": 'a"\u001b[2J' } });
    expect(parsed()).toMatchObject([{ address: null }]);
  });

  test("of a fault quotes the request that was told, and its cause without what hangs on it", async () => {
    opened.app.log.error({
      err: Object.assign(new Error("odd"), { answer: "a-secret", cause: { token: "a-secret" } }),
    });
    expect(parsed()).toMatchObject([
      { level: "error", err: { type: "Error", message: "odd", stack: expect.any(String) } },
    ]);
    expect(lines.join("")).not.toContain("a-secret");
    expect(loggedError("a-secret")).toEqual({ type: "string", message: "thrown, and no error", stack: "" });
    expect(loggedError(new Error("outer", { cause: new TypeError("inner") }))).toMatchObject({
      cause: { type: "TypeError", message: "inner" },
    });
  });

  test("that somebody writes one day with secrets in it has them struck out by their names", () => {
    const secrets = {
      ...{ password: "canary", standing: "canary", token: "canary", secret: "canary", cookie: "canary" },
      ...{ authorization: "canary", setUpCode: "canary", filename: "canary", body: { any: "canary" } },
      ...{ "set-cookie": ["canary"], headers: { "x-any": "canary" }, query: { name: "canary" }, url: "canary" },
    };
    opened.app.log.info(secrets);
    opened.app.log.info({ request: secrets });
    expect(lines.length).toBe(2);
    expect(lines.join("")).not.toContain("canary");
    expect(parsed()).toMatchObject([{ password: "[redacted]" }, { request: { headers: "[redacted]" } }]);
  });
});

describe("nobody forges a line", () => {
  const treacherous =
    'a"}\n{"level":"info","msg":"forged"}\r\n\u001b[2J\u009b2J\u0085\u2028\u2029\u202e\u0000\u007f\ufeff';
  test("by what an error quotes", () => {
    opened.app.log.error({ err: new Error(treacherous) }, treacherous);
    expect(lines.length).toBe(1);
    const [line = ""] = lines;
    // One line feed, at its end; nothing else that a terminal or an editor acts on.
    expect(line.slice(0, -1)).toMatch(/^[^\p{Cc}\p{Zl}\p{Zp}\u202e\ufeff]*$/u);
    expect(line.at(-1)).toBe("\n");
    expect(JSON.parse(line)).toMatchObject({ level: "error", msg: treacherous, err: { message: treacherous } });
  });
  test("and nothing else is changed", () => {
    expect(harmless('{"a":"高平市 – “引”"}\n')).toBe('{"a":"高平市 – “引”"}\n');
  });
  test("by an address, a header or a body", async () => {
    const escaped = encodeURIComponent(treacherous);
    await opened.app.inject({ url: `/api/plans/${escaped}?${escaped}=${escaped}` });
    await opened.app.inject({ url: `/${escaped}` });
    await opened.app.inject({
      method: "POST",
      url: "/api/session",
      payload: { account: treacherous, password: treacherous },
    });
    await opened.app.inject({
      url: "/api/health",
      headers: { "user-agent": "\u009b2J\u0085forged", "x-request-id": "forged" },
    });
    expect(lines.length).toBe(4);
    expect(lines.join("")).not.toContain("forged");
    for (const line of lines) expect(line.slice(0, -1)).toMatch(/^[\x20-\x7e]*$/);
  });
});

test("no secret is in any line of a whole run: every field and header marked, what the product makes known as well", async () => {
  const canary = "Kanarie-7Z";
  const secrets = [canary, goodPassword];
  const headers = {
    ...{ authorization: `Bearer ${canary}`, "user-agent": canary, referer: `http://a/${canary}` },
    ...{ "x-request-id": canary, "x-forwarded-host": canary, "accept-language": canary, "if-none-match": canary },
  };
  const send = (
    method: "GET" | "POST" | "PUT" | "DELETE",
    url: string,
    payload?: object | string,
    cookie = `beizeng=${canary}`,
  ) =>
    opened.app.inject({
      ...{
        method,
        url,
        headers: { ...headers, cookie, ...(typeof payload === "string" && { "content-type": "application/json" }) },
      },
      ...(payload !== undefined && { payload }),
    });
  const typed = { account: canary, name: canary, password: canary, standing: canary, code: canary, query: canary };
  const signing = ["/api/session", "/api/session/single-sign-on", "/api/session/single-sign-on/return", "/api/set-up"];
  const signed = ["/api/session/second-factor/secret", "/api/session/second-factor"];
  for (const url of [...signing, ...signed]) {
    for (const method of ["POST", "PUT"] as const) {
      for (const [key, value] of Object.entries(typed)) await send(method, url, { [key]: value });
      await send(method, url, typed);
      await send(method, url, `{"password":"${canary}`);
      await send(method, `${url}?token=${canary}`, typed);
    }
  }
  await send("POST", "/api/session", { account: canary, password: canary });
  await send("POST", "/api/set-up", { code: canary, account: "kanarie", name: canary, password: `${canary}-Aa7788` });
  await send("POST", "/api/session/single-sign-on/return", { query: `?code=${canary}&state=${canary}` });
  await send("GET", `/api/${canary}`);
  await send("GET", `/${canary}?password=${canary}`);

  // The way of a person from the set-up code on, with each secret that the product itself makes.
  const { code } = await setUpAdministrator(opened);
  secrets.push(String(code));
  const browser = browserOf(opened);
  await browser.ask("POST", "/api/session", { account: "guanli", password: goodPassword });
  secrets.push(browser.cookie().split("=")[1] ?? "");
  const { secret } = (await browser.ask("POST", "/api/session/second-factor/secret", {})).json();
  const shown = codeOf(secret, opened.clock.now());
  await browser.ask("PUT", "/api/session/second-factor", { code: shown });
  secrets.push(secret, shown, browser.cookie().split("=")[1] ?? "");
  const person = {
    account: "tian",
    name: canary,
    role: "reporter",
    departments: ["commerce"],
    singleSignOnSubject: canary,
  };
  const made = (await browser.ask("POST", "/api/accounts", person)).json();
  secrets.push(made.password);
  const clerk = browserOf(opened);
  await clerk.ask("POST", "/api/session", { account: "tian", password: made.password });
  await clerk.ask("PUT", "/api/session/password", { standing: made.password, password: `${canary}-New-7788` });
  const file = `/api/plans/sample-2022/papers/commerce/2022-09/lines/none/evidence?kind=report&name=${canary}.pdf`;
  await send("POST", file, canary, clerk.cookie());

  // By the provider, with what travels in addresses and cookies.
  const visitor = browserOf(opened);
  const { address } = (await visitor.ask("POST", "/api/session/single-sign-on")).json();
  secrets.push(...(visitor.cookie().split("=")[1]?.split(".") ?? []), new URL(address).searchParams.get("nonce") ?? "");
  const query = await provider.visit(address);
  secrets.push(new URLSearchParams(query).get("code") ?? "");
  await visitor.ask("POST", "/api/session/single-sign-on/return", { query });

  // What breaks is logged whole, and even so without what was typed.
  await opened.runRaw("ALTER TABLE refused_sign_ins RENAME TO gone");
  expect((await send("POST", "/api/session", { account: "guanli", password: canary })).statusCode).toBe(500);
  await opened.runRaw("ALTER TABLE gone RENAME TO refused_sign_ins");

  expect(secrets.length).toBeGreaterThanOrEqual(11);
  expect(secrets.filter((one) => one.length < 6)).toEqual([]);
  const log = lines.join("");
  expect(lines.length).toBeGreaterThan(100);
  expect(log).toContain('"level":"error"');
  for (const one of secrets)
    for (const form of [one, encodeURIComponent(one), Buffer.from(one).toString("base64")]) {
      expect(log).not.toContain(form);
    }
});
