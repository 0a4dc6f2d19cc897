/** How fast an account may have files made and send them in: by a clock turned by hand, on every route that carries one. ASVS 2.4.1. */
import { findAuditRows } from "@beizeng/db";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../helpers/app.ts";
import { allRoutes, goodRequest } from "../id-swaps/good-requests.ts";
import { openOffice } from "../id-swaps/ledger.ts";
import { samplePlan } from "./sample-plan.ts";
import { operations } from "./security/document.ts";

let opened: TestApp;
beforeEach(async () => {
  const paces = { export: { atOnce: 3, seconds: 10 }, upload: { atOnce: 2, seconds: 60 } };
  opened = await openTestApp([samplePlan()], { kind: "production", paces });
  opened.clock.set("2022-10-12T01:00:00.000Z");
});
afterEach(() => opened.dispose());

type Headers = Readonly<Record<string, string>>;
const download = (headers: Headers, language = "zh") =>
  opened.app.inject({
    url: "/api/plans/sample-2022/papers/industry/2022-06/workbook",
    headers: { ...headers, "accept-language": language },
  });
const upload = (headers: Headers) =>
  opened.app.inject({
    method: "POST",
    url: "/api/plans/sample-2022/papers/industry/2022-06/workbook",
    headers: { ...headers, "content-type": "application/octet-stream" },
    payload: Buffer.from("no workbook"),
  });

describe("an account", () => {
  test("has so many files at once, and then one each so many seconds; others have their own", async () => {
    const clerk = await opened.as("reporter", ["industry"], "clerk");
    const other = await opened.as("reporter", ["industry"], "other");
    for (let time = 0; time < 3; time += 1) expect((await download(clerk)).statusCode).toBe(200);
    const refused = await download(clerk);
    expect([refused.statusCode, refused.headers["retry-after"], refused.json()]).toEqual([
      429,
      "10",
      { code: "too-many-files", message: "短时间内下载文件太多，请 10 秒后再试。" },
    ]);
    expect(refused.headers["content-security-policy"]).toBeDefined();
    expect((await download(clerk, "en")).json().message).toBe("Too many downloads in a short while: wait 10 seconds.");
    expect((await download(other)).statusCode).toBe(200);
    opened.clock.set("2022-10-12T01:00:07.500Z");
    expect((await download(clerk)).headers["retry-after"]).toBe("3");
    opened.clock.set("2022-10-12T01:00:10.000Z");
    expect((await download(clerk)).statusCode).toBe(200);
    expect((await download(clerk)).statusCode).toBe(429);
    // Whoever rests has as many as before, and no more.
    opened.clock.set("2022-10-12T01:20:00.000Z");
    const statuses = [];
    for (let time = 0; time < 4; time += 1) statuses.push((await download(clerk)).statusCode);
    expect(statuses).toEqual([200, 200, 200, 429]);
  });

  test("sends so many files, of whatever kind; what it has sent does not count against what it has", async () => {
    const clerk = await opened.as("reporter", ["industry"], "clerk");
    for (let time = 0; time < 2; time += 1) expect((await upload(clerk)).statusCode).toBe(422);
    const refused = await upload(clerk);
    expect([refused.statusCode, refused.headers["retry-after"], refused.json().message]).toEqual([
      429,
      "60",
      "短时间内上传文件太多，请 60 秒后再试。",
    ]);
    expect((await download(clerk)).statusCode).toBe(200);
  });

  test("that goes on asking stands in the audit once, until it is answered again", async () => {
    const clerk = await opened.as("reporter", ["industry"], "clerk");
    const refusals = async () =>
      (await findAuditRows(opened.store, 0, 1000)).filter(({ payload }) => payload.includes("too-many-files")).length;
    for (let time = 0; time < 12; time += 1) await upload(clerk);
    expect(await refusals()).toBe(1);
    opened.clock.set("2022-10-12T01:01:00.000Z");
    for (let time = 0; time < 12; time += 1) await upload(clerk);
    expect(await refusals()).toBe(2);
  });

  test("that is not signed in is refused as before, however often it asks", async () => {
    for (let time = 0; time < 5; time += 1) expect((await download({})).statusCode).toBe(401);
  });
});

test("the paces of the product let through what an office does in a morning", async () => {
  const usual = await openTestApp([samplePlan()], { kind: "production" });
  usual.clock.set("2022-10-12T01:00:00.000Z");
  const office = await usual.as("office");
  const url = "/api/plans/sample-2022/papers/industry/2022-06/workbook";
  const statuses = new Map<number, number>();
  for (let time = 0; time < 601; time += 1) {
    const { statusCode } = await usual.app.inject({ url, headers: office });
    statuses.set(statusCode, (statuses.get(statusCode) ?? 0) + 1);
  }
  expect([...statuses]).toEqual([
    [200, 600],
    [429, 1],
  ]);
  await usual.dispose();
});

test("every route that answers with a file, or is sent one, has its pace, and no other", async () => {
  const pace = { atOnce: 1e9, seconds: 1 };
  const office = await openOffice(false, "everything", { export: pace, upload: pace });
  const carrying: string[] = [];
  const waiting: string[] = [];
  for (const [number, route] of allRoutes.entries()) {
    const { method, url, headers, payload } = goodRequest(office, route, number);
    const ask = () => office.opened.app.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) });
    const sent = operations.find((each) => each.route === route)?.operation.requestBody?.content;
    // Nobody has anything left; nothing was made ready before.
    pace.atOnce = 0;
    if ((await ask()).statusCode === 429) waiting.push(route);
    pace.atOnce = 1e9;
    // Time fills up what is left.
    office.opened.clock.set(new Date(Date.parse(office.opened.clock.now()) + 1_000).toISOString());
    const isSent = sent?.["application/octet-stream"] !== undefined;
    // Of the briefing that this ledger has issued nothing was wrong.
    const isNone = route.endsWith("/errata/document");
    if (isSent || isNone || (await ask()).headers["content-disposition"] !== undefined) carrying.push(route);
  }
  expect(waiting).toEqual(carrying);
  expect(waiting.length).toBeGreaterThan(15);
  await office.dispose();
});
