/**
 * While the storage takes nothing, readers go on, writers are told in one sentence, and nothing is kept by half; once it
 * takes again, so does the product, without a restart. TRUST R5; that a fault at any statement of any route leaves no
 * trace is held by `server/one-audit-row.test.ts`.
 */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../helpers/app.ts";
import { FailingStorage } from "../helpers/failing-storage.ts";
import { reportSampleYear } from "../server/reports.ts";
import { samplePlan } from "../server/sample-plan.ts";

const plan = "/api/plans/sample-2022";
const period = "month=2022-09&horizon=2022-12";
const reads = [
  "/api/health",
  "/api/session",
  "/api/plans",
  `${plan}/progress?${period}`,
  `${plan}/departments?${period}`,
  `${plan}/subjects/steel?month=2022-09`,
  "/api/tasks",
  `${plan}/papers/commerce/2022-09?kind=report`,
];
const line = `${plan}/papers/commerce/2022-09/lines/food.above-scale-enterprises`;
const typed = { typed: { entries: { text: "2", as: "cumulative" } }, version: 0 };

let storage: FailingStorage;
let opened: TestApp;
let headers: { cookie: string };
beforeEach(async () => {
  storage = new FailingStorage();
  opened = await openTestApp([samplePlan()], { storage, kind: "production" });
  await reportSampleYear(opened.store);
  opened.clock.set("2022-10-12T02:00:00.000Z");
  headers = await opened.as("reporter", ["commerce"]);
  // So long after signing in that each request would note the session's use.
  opened.clock.set("2022-10-12T02:10:00.000Z");
});
afterEach(() => opened.dispose());

const write = () => opened.app.inject({ method: "PUT", url: line, headers, payload: typed });
/** A file so large that it has no room in what the store's file has already. */
const add = () => {
  const payload = Buffer.concat([Buffer.from("%PDF-1.7 "), Buffer.alloc(500_000, "a")]);
  const octets = { ...headers, "content-type": "application/octet-stream" };
  return opened.app.inject({ method: "POST", url: `${line}/evidence?name=a.pdf`, headers: octets, payload });
};

describe.each([
  ["storage-full", 507, /^磁盘已满，这次操作没有保存/],
  ["storage-read-only", 503, /^数据目录目前只能读取，这次操作没有保存/],
] as const)("%s", (code, status, sentence) => {
  test("readers go on, writers are told, and afterwards everything is as before", async () => {
    storage.refuseWrites(code);
    for (const url of reads) {
      const response = await opened.app.inject({ url, headers });
      expect([url, response.statusCode]).toEqual([url, 200]);
    }
    for (let tries = 0; tries < 3; tries += 1) {
      const response = await add();
      expect([response.statusCode, response.json()]).toEqual([
        status,
        { code, message: expect.stringMatching(sentence), requestId: expect.any(String) },
      ]);
    }
    expect(await opened.runRaw("SELECT * FROM draft_lines")).toEqual([]);

    storage.heal();
    expect((await add()).statusCode).toBe(200);
    expect(await opened.runRaw("SELECT version FROM draft_lines")).toEqual([{ version: 1 }]);
  });
});

test("a refusal that could not be noted is told as the storage's", async () => {
  const refused = () => opened.app.inject({ method: "PUT", url: "/api/security", headers, payload: {} });
  expect((await refused()).statusCode).toBe(403);
  storage.refuseWrites("storage-read-only");
  expect((await refused()).json()).toMatchObject({ code: "storage-read-only" });
});

test("where even taking back fails, the next write takes back first", async () => {
  opened.clock.set("2022-10-12T02:00:00.000Z");
  for (let call = 2; ; call += 1) {
    storage.failAt(call, "storage-failed", 2);
    const response = await write();
    if (!storage.isStruck) {
      expect(response.statusCode).toBe(200);
      break;
    }
    expect([call, response.statusCode]).toEqual([call, 503]);
    expect(await opened.runRaw("SELECT * FROM draft_lines")).toEqual([]);
  }
  expect(await opened.runRaw("SELECT version FROM draft_lines")).toEqual([{ version: 1 }]);
});
