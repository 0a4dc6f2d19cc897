import { findAccount, findAuditRows, inTransaction, updateAccount } from "@beizeng/db";
import { roles } from "@beizeng/db/vocabulary";
import type { DemonstrationPeople } from "@beizeng/server/contract/session.ts";
import { type Access, powersOf, routeAccess } from "@beizeng/server/domain/access.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../helpers/app.ts";
import { samplePlan } from "./sample-plan.ts";

const people = roles.filter((role) => role !== "system");
let demonstration: TestApp;
let production: TestApp;
beforeAll(async () => {
  demonstration = await openTestApp([samplePlan()]);
  production = await openTestApp([samplePlan()], { kind: "production" });
});
afterAll(() => Promise.all([demonstration.dispose(), production.dispose()]));

const figures = "/api/plans/sample-2022/progress?month=2022-03&horizon=2022-12";
const rows: readonly (readonly [string, Access])[] = Object.entries(routeAccess);
const addressOf = (route: string) => {
  const [, path = ""] = route.split(" ");
  return path.replaceAll(/:\w+/g, "none");
};
const methodOf = (route: string) => (route.split(" ")[0] ?? "GET") as "GET" | "POST" | "PUT" | "DELETE";

describe("every route, asked by everybody", () => {
  test.each(rows)("%s asks for %s", async (route, access) => {
    const ask = (opened: TestApp, headers: Record<string, string> = {}) =>
      opened.app
        .inject({ method: methodOf(route), url: addressOf(route), headers })
        .then(({ statusCode }) => statusCode);
    const isLetIn = (status: number) => status !== 401 && status !== 403;
    expect(isLetIn(await ask(production))).toBe(access === "anyone");
    // Nobody has opened the wall: it asks for what its figures ask for.
    const power = access === "open-wall" ? "read-figures" : access;
    expect(isLetIn(await ask(demonstration))).toBe(access === "anyone" || power === "read-figures");
    for (const role of people) {
      // The machine that watches has a token; no role stands in for it.
      const may =
        power !== "metrics-token" &&
        (power === "anyone" || power === "signing-in" || power === "signed-in" || powersOf[role].includes(power));
      const status = await ask(production, await production.as(role, ["commerce"], `${role} of ${route}`));
      expect([role, isLetIn(status)]).toEqual([role, may]);
    }
  });
});

describe("a session", () => {
  test("is over after half an hour without use, and not before", async () => {
    const { clock } = production;
    clock.set("2022-05-01T01:00:00.000Z");
    const headers = await production.as("leader", [], "idle");
    for (const [instant, status] of [
      ["2022-05-01T01:30:00.000Z", 200],
      ["2022-05-01T02:00:00.000Z", 200],
      ["2022-05-01T02:30:00.001Z", 401],
      ["2022-05-01T02:30:00.002Z", 401],
    ] as const) {
      clock.set(instant);
      expect([instant, (await production.app.inject({ url: figures, headers })).statusCode]).toEqual([instant, status]);
    }
  });

  test("lasts twelve hours at most, however it is used", async () => {
    const { clock } = production;
    const began = Date.parse("2022-05-02T00:00:00.000Z");
    clock.set(new Date(began).toISOString());
    const headers = await production.as("leader", [], "long");
    const statuses = new Set<number>();
    for (let minutes = 20; minutes <= 720; minutes += 20) {
      clock.set(new Date(began + minutes * 60_000).toISOString());
      statuses.add((await production.app.inject({ url: figures, headers })).statusCode);
    }
    expect([...statuses]).toEqual([200]);
    clock.set(new Date(began + 720 * 60_000 + 1).toISOString());
    expect((await production.app.inject({ url: figures, headers })).statusCode).toBe(401);
  });

  test("that was signed out of is dead on the next request", async () => {
    const headers = await production.as("leader", [], "leaving");
    const left = await production.app.inject({ method: "DELETE", url: "/api/session", headers });
    expect([left.statusCode, left.json().account, String(left.headers["set-cookie"])]).toEqual([
      200,
      null,
      expect.stringContaining("beizeng=;"),
    ]);
    expect((await production.app.inject({ url: figures, headers })).statusCode).toBe(401);
  });

  test("sees on the next request what has changed of its account", async () => {
    const headers = await production.as("leader", [], "moved");
    expect((await production.app.inject({ url: figures, headers })).statusCode).toBe(200);
    await inTransaction(production.store, async (transaction) => {
      const account = await findAccount(transaction, "moved");
      if (account === null) throw new Error("the account is gone");
      expect(await updateAccount(transaction, account.id, account.version, { ...account, role: "security" })).toBe(
        true,
      );
    });
    expect((await production.app.inject({ url: figures, headers })).statusCode).toBe(403);
  });

  test("stands nowhere as its token", async () => {
    const headers = await production.as("leader", [], "hashed");
    const [, token] = headers.cookie.split("=");
    expect(JSON.stringify(await production.runRaw("SELECT * FROM sessions"))).not.toContain(token);
  });
});

describe("a demonstration", () => {
  test("lets a visitor play one of its people, with a cookie that scripts and other sites cannot use", async () => {
    await demonstration.as("reporter", ["commerce"], "演示填报员");
    const response = await demonstration.app.inject({
      method: "POST",
      url: "/api/session/demonstration",
      payload: { account: "演示填报员" },
    });
    expect(response.json().account).toEqual({
      key: "演示填报员",
      name: "演示填报员",
      role: "reporter",
      departments: ["commerce"],
    });
    expect(String(response.headers["set-cookie"])).toMatch(/^beizeng=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    const rows = await findAuditRows(demonstration.store, 0, 1000);
    expect(rows.at(-1)).toMatchObject({ action: "sign-in", actor: "演示填报员", revision: null });
  });

  test("shows its people by plan, those of none first; production has none to show", async () => {
    await demonstration.as("leader", [], "演示领导");
    await demonstration.as("office", ["commerce"], "演示审核员");
    const list = ({ app }: TestApp) => app.inject("/api/session/demonstration");
    const { groups }: DemonstrationPeople = (await list(demonstration)).json();
    expect(groups.map(({ plan }) => plan)).toEqual([null, "sample-2022"]);
    const placed = (name: string) => groups.find(({ accounts }) => accounts.some(({ key }) => key === name))?.plan;
    expect([placed("演示领导"), placed("演示审核员")]).toEqual([null, "sample-2022"]);
    expect((await list(production)).statusCode).toBe(404);
  });

  test("plays nobody whom it does not have, and production plays nobody", async () => {
    const play = ({ app }: TestApp) =>
      app.inject({ method: "POST", url: "/api/session/demonstration", payload: { account: "nobody" } });
    expect([(await play(demonstration)).statusCode, (await play(production)).statusCode]).toEqual([404, 404]);
  });
});

describe("a write that another site has the browser send", () => {
  test.each([
    [{ "sec-fetch-site": "cross-site" }, 403],
    [{ "sec-fetch-site": "same-site" }, 403],
    [{ origin: "http://elsewhere.example", host: "here.example" }, 403],
    [{ origin: "null", host: "here.example" }, 403],
    [{ "sec-fetch-site": "same-origin" }, 200],
    [{ origin: "http://here.example", host: "here.example" }, 200],
    [{}, 200],
  ])("%j: %i", async (headers, status) => {
    const response = await production.app.inject({ method: "DELETE", url: "/api/session", headers });
    expect(response.statusCode).toBe(status);
    expect(response.headers["content-security-policy"]).toBeDefined();
  });

  test("is kept beside what was done where somebody is signed in", async () => {
    const headers = { ...(await production.as("leader", [], "lured")), "sec-fetch-site": "cross-site" };
    await production.app.inject({ method: "DELETE", url: "/api/session", headers });
    const rows = await findAuditRows(production.store, 0, 1000);
    expect(rows.at(-1)).toMatchObject({ action: "refused", actor: "lured", entity: "DELETE /api/session" });
  });

  test("comes from no page of ours where PUBLIC_URL says which those are, whatever host a proxy names", async () => {
    const entrance = { publicUrl: "https://here.example", trustedProxies: ["127.0.0.1"], identityProvider: null };
    const opened = await openTestApp([samplePlan()], { kind: "production", entrance });
    for (const [origin, host, status] of [
      ["https://here.example", "127.0.0.1:3000", 200],
      ["http://here.example", "here.example", 403],
      ["https://here.example:8443", "here.example:8443", 403],
      ["https://elsewhere.example", "elsewhere.example", 403],
    ] as const) {
      const { statusCode } = await opened.app.inject({
        method: "DELETE",
        url: "/api/session",
        headers: { origin, host },
      });
      expect([origin, statusCode]).toEqual([origin, status]);
    }
    await opened.dispose();
  });
});
