/**
 * What holds for every answer of every route, made from the table of access and the recipe of each route: neither starts
 * nor compiles without a new one. TRUST S7; ASVS 3.4, 3.5, 4.1, 14.3, 15.3.
 */
import { type Access, routeAccess } from "@beizeng/server/domain/access.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestApp } from "../../helpers/app.ts";
import { allRoutes, type GoodRequest, goodRequest } from "../../id-swaps/good-requests.ts";
import { type Office, openOffice } from "../../id-swaps/ledger.ts";
import type { Route } from "../../id-swaps/recipes.ts";
import { samplePlan } from "../sample-plan.ts";
import { faultOfAnswer, operations } from "./document.ts";

let office: Office;
beforeAll(async () => {
  office = await openOffice(false, "everything");
});
afterAll(() => office.dispose());

type Answered = Awaited<ReturnType<Office["opened"]["app"]["inject"]>>;

/** What every answer says. */
const always = {
  "content-security-policy": expect.stringContaining("frame-ancestors 'none'"),
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
};

const signatures: Readonly<Record<string, (bytes: Buffer) => boolean>> = {
  "application/json": (bytes) => JSON.parse(bytes.toString()) !== undefined,
  "text/csv": (bytes) => bytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf])),
  "text/html": (bytes) => bytes.toString().startsWith("<!doctype html>"),
  "text/css": (bytes) => /^[^<]+\{/.test(bytes.toString()),
  "image/svg+xml": (bytes) => /^<svg|^<\?xml/.test(bytes.toString()),
  "application/pdf": (bytes) => bytes.subarray(0, 5).toString() === "%PDF-",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": (bytes) =>
    bytes.subarray(0, 4).toString("latin1") === "PK\u0003\u0004",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": (bytes) =>
    bytes.subarray(0, 4).toString("latin1") === "PK\u0003\u0004",
};

/** What is wrong with an answer whatever its route and status. */
function faultsOf({ headers, rawPayload, statusCode }: Answered): readonly string[] {
  const faults: string[] = [];
  const [type = "", charset] = String(headers["content-type"]).split(/;\s*/);
  if (signatures[type]?.(rawPayload) !== true) faults.push(`its body is no ${type}`);
  if (/^text\/|json$/.test(type) && charset !== "charset=utf-8") faults.push(`${type} without its charset`);
  if (Object.keys(headers).some((name) => name.startsWith("access-control-"))) faults.push("says who else may read it");
  const kept = String(headers["cache-control"]);
  const isMarked = kept === "private, no-cache" && headers.etag !== undefined && statusCode === 200;
  const isOpen = kept === "no-cache" && type === "text/css";
  if (!/\bno-store\b/.test(kept) && !isMarked && !isOpen) faults.push(`may be kept: ${kept}`);
  if (headers["x-powered-by"] !== undefined || headers.server !== undefined) faults.push("says what it is made of");
  return faults;
}

const accesses: Readonly<Record<Route, Access>> = routeAccess;

/** The tables that a read may write: when a session was last used. */
const ofReading = ["sessions"];
const isReading = (route: Route) => route.startsWith("GET ");
const writing = allRoutes.filter((route) => !isReading(route));
const operationOf = (route: Route) => operations.find((each) => each.route === route)?.operation;
const withBody = writing.filter((route) => operationOf(route)?.requestBody !== undefined);

let number = 0;
const requestOf = (route: Route) => {
  number += 1;
  return goodRequest(office, route, number);
};
const ask = ({ method, url, headers, payload }: Omit<GoodRequest, "route" | "asker">) =>
  office.opened.app.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) });

/** What may be written for a refusal: its row of the audit, the use of a session. */
const ofRefusals = ["audit_rows", "sessions"];
const writtenBesides = (allowed: readonly string[]) => office.touched().filter((table) => !allowed.includes(table));

/** The types that a form of another site can send, and how a browser tells where it stands. */
const forms = [
  ["text/plain", { origin: "https://elsewhere.example" }],
  ["application/x-www-form-urlencoded", { origin: "null" }],
  ["multipart/form-data; boundary=x", { "sec-fetch-site": "same-site" }],
] as const;

describe("a refused method", () => {
  const paths = new Map<string, string[]>();
  for (const route of allRoutes) {
    const [method = "", path = ""] = route.split(" ");
    paths.set(path, [...(paths.get(path) ?? []), method]);
  }
  test.each([...paths])("%s has %j and no other", async (path, known) => {
    const { url } = requestOf(allRoutes.find((route) => route.split(" ")[1] === path) ?? "GET /api/health");
    const allowed = [...known, ...(known.includes("GET") ? ["HEAD"] : [])].toSorted().join(", ");
    for (const method of ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"] as const) {
      if (known.includes(method)) continue;
      const headers = { "x-secret": "Mei-Ren-Zhidao", ...(method === "GET" ? {} : { "content-type": "text/xml" }) };
      const answer = await office.opened.app.inject({ method, url, headers });
      // No page has an address of the API.
      const [status, allow] = method === "GET" ? [404, undefined] : [405, allowed];
      expect([method, answer.statusCode, answer.headers.allow]).toEqual([method, status, allow]);
      expect([answer.headers, faultsOf(answer)]).toEqual([expect.objectContaining(always), []]);
      expect(answer.body).not.toContain("Mei-Ren-Zhidao");
    }
  });
});

describe("a good request that another site's page has sent", () => {
  test.each(allRoutes.filter(isReading))("%s: is answered to nobody else, and writes nothing", async (route) => {
    const request = requestOf(route);
    office.touched();
    const answer = await ask({ ...request, headers: { ...request.headers, origin: "https://elsewhere.example" } });
    expect(answer.headers).toMatchObject(always);
    expect(faultsOf(answer)).toEqual([]);
    expect(writtenBesides(ofReading)).toEqual([]);
    if (/json/.test(String(answer.headers["content-type"]))) {
      expect(faultOfAnswer(route, answer.statusCode, answer.json())).toBeNull();
    }
  });

  test.each(writing)("%s: is refused in all three types that a form has", async (route) => {
    const request = requestOf(route);
    office.touched();
    for (const [type, other] of forms) {
      const { payload, ...rest } = request;
      const body = payload === undefined || Buffer.isBuffer(payload) ? payload : Buffer.from(JSON.stringify(payload));
      const headers = { ...request.headers, "content-type": type, ...other };
      const answer = await ask({ ...rest, headers, ...(body === undefined ? {} : { payload: body }) });
      expect([answer.statusCode, answer.json().code]).toEqual([403, "foreign-request"]);
      expect([answer.headers, faultsOf(answer)]).toEqual([expect.objectContaining(always), []]);
    }
    expect(writtenBesides(ofRefusals)).toEqual([]);
  });

  test.each(withBody)(
    "%s: is not understood in a form's type, even where a browser does not say who sent it",
    async (route) => {
      const { payload, ...request } = requestOf(route);
      office.touched();
      for (const [type] of forms) {
        const body = Buffer.isBuffer(payload) ? payload : Buffer.from(JSON.stringify(payload));
        const answer = await ask({ ...request, headers: { ...request.headers, "content-type": type }, payload: body });
        expect([type, answer.statusCode]).toEqual([type, expect.toSatisfy((status) => [400, 415].includes(status))]);
        expect([answer.headers, faultsOf(answer)]).toEqual([expect.objectContaining(always), []]);
      }
      expect(writtenBesides(ofRefusals)).toEqual([]);
    },
  );
});

describe("a body", () => {
  test.each(withBody)("of %s that is too long is refused before it is read", async (route) => {
    const request = requestOf(route);
    const headers = { ...request.headers, "content-length": String(64 * 1024 * 1024) };
    const answer = await ask({ ...request, headers });
    expect([answer.statusCode, answer.json().code]).toEqual([413, "body-too-large"]);
    expect([answer.headers, faultsOf(answer)]).toEqual([expect.objectContaining(always), []]);
  });

  /** The body with more than it may say, on each of its levels. */
  function* swollen(body: unknown, more: object): Generator<unknown> {
    if (typeof body !== "object" || body === null) return;
    if (!Array.isArray(body)) yield { ...body, ...more };
    for (const [name, part] of Object.entries(body)) {
      for (const other of swollen(part, more)) {
        yield Array.isArray(body) ? body.with(Number(name), other) : { ...body, [name]: other };
      }
    }
  }
  const additions = [
    { isAdmin: true, role: "admin", powers: ["manage-accounts"], id: 1 },
    { actor: "admin", revision: 0, at: "2020-01-01T00:00:00.000Z", state: "accepted", passwordHash: "x" },
    JSON.parse('{"__proto__":{"isPolluted":true}}'),
    { constructor: { prototype: { isPolluted: true } } },
    { prototype: { isPolluted: true } },
  ];
  const plainBodies = withBody.filter((route) => operationOf(route)?.requestBody?.content["application/json"]);

  test.each(plainBodies)("of %s takes nothing that is not asked for, on no level", async (route) => {
    const request = requestOf(route);
    office.touched();
    for (const more of additions) {
      for (const body of swollen(request.payload, more)) {
        const text = JSON.stringify(body);
        const answer = await ask({ ...request, payload: Buffer.from(text) });
        expect([text, answer.statusCode]).toEqual([text, 400]);
      }
    }
    expect(Object.keys(additions[2] ?? {})).toEqual(["__proto__"]);
    expect(({} as { isPolluted?: boolean }).isPolluted).toBeUndefined();
    expect(writtenBesides(ofRefusals)).toEqual([]);
  });

  test.each(allRoutes.filter(operationOf))("of nothing: %s asks for nothing besides what it names", async (route) => {
    const request = requestOf(route);
    const sign = request.url.includes("?") ? "&" : "?";
    office.touched();
    // Whoever has no token is told nothing of what may be asked.
    const isForMachines = accesses[route] === "metrics-token";
    for (const more of ["__proto__=x", "constructor=x", "isAdmin=true", "__proto__[isPolluted]=true"]) {
      const answer = await ask({ ...request, url: `${request.url}${sign}${more}` });
      expect([more, answer.statusCode]).toEqual([more, isForMachines ? 401 : 400]);
    }
    expect(writtenBesides(ofRefusals)).toEqual([]);
  });
});

describe("a fault of the product's own", () => {
  test("is told by its number alone, with the headers of every answer", async () => {
    const broken = await openTestApp([samplePlan()]);
    const session = await broken.as("office");
    await broken.store.close();
    const statuses = new Set<number>();
    for (const route of allRoutes) {
      const { method, url, payload, headers } = requestOf(route);
      const asked = { ...headers, ...session };
      const answer = await broken.app.inject({
        method,
        url,
        headers: asked,
        ...(payload === undefined ? {} : { payload }),
      });
      statuses.add(answer.statusCode);
      expect([route, answer.headers, faultsOf(answer)]).toEqual([route, expect.objectContaining(always), []]);
      if (answer.statusCode !== 500) continue;
      const { requestId, ...said } = answer.json();
      expect([typeof requestId, said]).toEqual([
        "string",
        { code: "internal", message: expect.stringContaining(requestId) },
      ]);
      expect(answer.body).not.toMatch(/sqlite|closed|node_modules|\.ts\b|\bat /i);
    }
    expect(statuses.has(500)).toBe(true);
    await broken.dispose();
  });
});

describe("signing out", () => {
  test("has the browser forget what it keeps of the figures", async () => {
    const headers = await office.opened.as("leader", [], "leaving");
    const answer = await office.opened.app.inject({ method: "DELETE", url: "/api/session", headers });
    expect([answer.headers["clear-site-data"], answer.headers["cache-control"]]).toEqual(['"cache"', "no-store"]);
  });
});
