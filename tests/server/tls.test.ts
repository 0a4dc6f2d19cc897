/** The product behind TLS: what every answer says, which cookie is given, whose address a request has. TRUST S6 and S7. */
import { connect } from "node:net";
import { hashPassword } from "@beizeng/server/accounts/password-hash.ts";
import { routeAccess } from "@beizeng/server/domain/access.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../helpers/app.ts";
import { browserOf, goodPassword } from "../helpers/people.ts";
import { samplePlan } from "./sample-plan.ts";

const entrance = {
  publicUrl: "https://beizeng.example.cn",
  trustedProxies: ["127.0.0.1", "10.9.0.0/16"],
  identityProvider: null,
};
let plain: TestApp;
let secure: TestApp;
beforeAll(async () => {
  plain = await openTestApp([samplePlan()], { kind: "production" });
  secure = await openTestApp([samplePlan()], { kind: "production", entrance });
});
afterAll(() => Promise.all([plain.dispose(), secure.dispose()]));

const methodOf = (route: string) => (route.split(" ")[0] ?? "GET") as "GET" | "POST" | "PUT" | "DELETE";
const addressOf = (route: string) => (route.split(" ")[1] ?? "").replaceAll(/:\w+/g, "none");
/** What stands on each answer; HSTS where browsers come by TLS alone. */
const always = {
  "content-security-policy": expect.stringContaining("frame-ancestors 'none'"),
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
};
const remembered = "max-age=31536000";

describe("every route answers with the headers, to nobody and to somebody who may not", () => {
  test.each(Object.keys(routeAccess))("%s", async (route) => {
    for (const [opened, transport] of [
      [plain, undefined],
      [secure, remembered],
    ] as const) {
      for (const session of [{}, await opened.as("leader", [], `leader of ${route}`)]) {
        const asked = { method: methodOf(route), url: addressOf(route), headers: session };
        const { headers } = await opened.app.inject(asked);
        expect(headers).toMatchObject(always);
        expect(headers["strict-transport-security"]).toBe(transport);
      }
    }
  });

  test.each([
    ["no http at all", "nonsense\r\n\r\n", 400],
    ["a header without an end", `GET / HTTP/1.1\r\nhost: a\r\nx: ${"x".repeat(20_000)}\r\n\r\n`, 431],
  ])("%s", async (_name, bytes, status) => {
    const address = await secure.app.listen({ host: "127.0.0.1", port: 0 }).catch(() => secure.app.listeningOrigin);
    const answer = await new Promise<string>((resolve, reject) => {
      let said = "";
      const socket = connect(Number(new URL(address).port), "127.0.0.1", () => socket.write(bytes));
      socket.on("data", (data) => {
        said += String(data);
      });
      socket.on("end", () => resolve(said));
      socket.on("error", reject);
    });
    const [head = "", body = ""] = answer.split("\r\n\r\n");
    expect(head.split("\r\n")[0]).toContain(`HTTP/1.1 ${status} `);
    const headers = Object.fromEntries(
      head
        .split("\r\n")
        .slice(1)
        .map((line) => [line.slice(0, line.indexOf(":")).toLowerCase(), line.slice(line.indexOf(":") + 2)]),
    );
    expect(headers).toMatchObject({ ...always, "strict-transport-security": remembered });
    expect(JSON.parse(body)).toEqual({ code: "malformed-request", message: "请求的写法不对。" });
  });
});

describe("the cookie over TLS", () => {
  test("is bound to the host and to TLS, given and taken; the one of plain http counts for nothing", async () => {
    const { cookie } = await secure.as("leader", [], "ling");
    await secure.runRaw(`UPDATE accounts SET password_hash = '${await hashPassword(goodPassword)}' WHERE key = 'ling'`);
    const browser = browserOf(secure);
    const signedIn = await browser.ask("POST", "/api/session", { account: "ling", password: goodPassword });
    expect(String(signedIn.headers["set-cookie"])).toMatch(
      /^__Host-beizeng=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    );
    expect((await browser.ask("GET", "/api/plans")).statusCode).toBe(200);
    const inTheClear = { cookie: cookie.replace("__Host-beizeng", "beizeng") };
    expect((await secure.app.inject({ url: "/api/plans", headers: { cookie } })).statusCode).toBe(200);
    expect((await secure.app.inject({ url: "/api/plans", headers: inTheClear })).statusCode).toBe(401);
    const left = await browser.ask("DELETE", "/api/session");
    // A browser takes a cookie of this prefix back only by the attributes that it was given with.
    expect(String(left.headers["set-cookie"])).toMatch(
      /^__Host-beizeng=; .*Path=\/; .*HttpOnly; Secure; SameSite=Strict$/,
    );
  });
});
