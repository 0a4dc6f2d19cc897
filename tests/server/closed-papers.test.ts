/** A closed period as its units and its office meet it: papers, tasks, reminders, steps asked for twice, editions verified. */
import { findAuditRows } from "@beizeng/db";
import type { Paper, Tasks } from "@beizeng/server/contract/paper.ts";
import type { Reminders } from "@beizeng/server/contract/reporting.ts";
import { verify } from "@beizeng/server/verify.ts";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { openTestApp, type TestApp } from "../helpers/app.ts";
import { reportSampleYear } from "./reports.ts";
import { samplePlan } from "./sample-plan.ts";

const p = "/api/plans/sample-2022";
let opened: TestApp;
let office: { cookie: string };
let clerk: { cookie: string };
beforeEach(async () => {
  opened = await openTestApp([samplePlan()]);
  onTestFinished(opened.dispose);
  await reportSampleYear(opened.store);
  opened.clock.set("2022-10-12T02:00:00.000Z");
  office = await opened.as("office", [], "甲");
  clerk = await opened.as("reporter", ["commerce"], "赵");
});

const post = (url: string, payload: object, key: string) =>
  opened.app.inject({
    ...{ method: "POST", url: `${p}/${url}`, payload },
    headers: { ...office, "idempotency-key": key },
  });
async function ask<T>(url: string, headers: { cookie: string }): Promise<T> {
  const response = await opened.app.inject({ url, headers });
  expect([url, response.statusCode]).toEqual([url, 200]);
  return response.json<T>();
}
const close = (month: string) => post(`months/${month}/closing`, { reason: "按期结账" }, `close-${month}`);

describe("a step of a month under one key", () => {
  test("is taken once, and answers the same again", async () => {
    const first = await post("months/2022-06/closing", {}, "same-key");
    const again = await post("months/2022-06/closing", {}, "same-key");
    expect([first.statusCode, again.json()]).toEqual([200, first.json()]);
    const rows = await findAuditRows(opened.store, 0, 1000);
    expect(rows.filter(({ action }) => action === "close-month")).toHaveLength(1);
    const other = await post("months/2022-03/closing", {}, "same-key");
    expect([other.statusCode, other.json().code]).toEqual([422, "key-used-otherwise"]);
  });

  test("so is a later due day; a refusal is not kept", async () => {
    const grant = (reason: string) =>
      post("extensions", { period: "2022-09", dueOn: "2022-10-20", reason }, "grant-key");
    expect((await grant(" ")).json().code).toBe("reason-missing");
    const [first, again] = [await grant("汛期"), await grant("汛期")];
    expect([first.statusCode, again.json()]).toEqual([200, first.json()]);
    expect(await opened.runRaw("SELECT count(*) AS n FROM extensions")).toEqual([{ n: 1 }]);
  });

  test("without a key is refused", async () => {
    const url = `${p}/months/2022-06/closing`;
    const response = await opened.app.inject({ method: "POST", url, payload: {}, headers: office });
    expect(response.statusCode).toBe(400);
  });
});

describe("a paper of a closed period", () => {
  const paper = `${p}/papers/commerce/2022-06`;
  const correction = `${paper}?kind=correction`;
  const save = () =>
    opened.app.inject({
      method: "PUT",
      url: `${paper}/lines/food.above-scale-enterprises?kind=correction`,
      payload: { typed: { entries: { text: "2", as: "cumulative" } }, version: 0 },
      headers: clerk,
    });

  test("is not written on, and names the edition; what was typed before is kept until it is reopened", async () => {
    expect((await save()).statusCode).toBe(200);
    await close("2022-06");
    expect(await ask<Paper>(correction, clerk)).toMatchObject({ canWrite: false, closedEdition: 1, filled: 1 });
    const refused = await save();
    expect([refused.statusCode, refused.json().code]).toEqual([409, "month-closed"]);
    await post("months/2022-06/reopening", { reason: "商务局更正" }, "ask-reopening");
    await post("months/2022-06/reopening/decision", { decision: "grant" }, "grant-own-as-nobody-else-may");
    expect(await ask<Paper>(correction, clerk)).toMatchObject({ canWrite: true, closedEdition: null, filled: 1 });
  });
});

describe("the tasks of a unit", () => {
  test("list its accepted reports, newest first, with the edition of a closed period", async () => {
    await close("2022-03");
    const { accepted } = await ask<Tasks>("/api/tasks", clerk);
    expect(accepted.map(({ period, closedEdition, corrections }) => [period, closedEdition, corrections])).toEqual([
      ["2022-06", null, 0],
      ["2022-03", 1, 0],
    ]);
    const bureau = await opened.as("statistics", ["commerce"], "统计");
    expect((await ask<Tasks>("/api/tasks", bureau)).accepted).toEqual([]);
  });

  test("ask no more for what was never handed in once the period is closed", async () => {
    const periods = async () => (await ask<Tasks>("/api/tasks", clerk)).tasks.map(({ period }) => period);
    expect(await periods()).toEqual(["2022-09"]);
    await close("2022-09");
    expect(await periods()).toEqual([]);
  });
});

describe("reminders", () => {
  const remind = (query = "") => ask<Reminders>(`${p}/reminders${query}`, office);

  test("are about the newest period of which something is missing, by today's clock", async () => {
    const reminders = await remind();
    expect(reminders).toMatchObject({ today: "2022-10-12", period: "2022-09", dueOn: "2022-10-10" });
    expect(reminders.periods).toEqual([
      { period: "2022-09", units: 1 },
      { period: "2022-06", units: 0 },
      { period: "2022-03", units: 0 },
    ]);
    expect(reminders.group?.zh).toBe(
      "【催报】《倍增方案》2022年三季度数据截止10月10日，已逾期2天。\n未报1个单位：商务局（1项）。\n请以上单位登录倍增台账，在“我的填报”中填写并提交；没有变化的可点“无变化”。",
    );
    expect(reminders.units).toMatchObject([
      { department: "commerce", state: "open", measures: 1, dueOn: "2022-10-10", isExtended: false },
    ]);
    expect(await remind("?period=2022-06")).toMatchObject({ period: "2022-06", group: null, units: [] });
  });

  test("follow a later due day, and pass over what is closed", async () => {
    await post(
      "extensions",
      { period: "2022-09", department: "commerce", dueOn: "2022-10-20", reason: "汛期" },
      "later-day",
    );
    expect((await remind()).units).toMatchObject([{ dueOn: "2022-10-20", isExtended: true }]);
    expect((await remind()).units[0]?.text.zh).toContain("已延期至10月20日，还有8天");
    await close("2022-09");
    expect(await remind()).toMatchObject({ period: "2022-06", units: [] });
    const response = await opened.app.inject({ url: `${p}/reminders?period=2022-09`, headers: office });
    expect([response.statusCode, response.json().code]).toEqual([422, "period-not-open"]);
  });

  test("are the office's", async () => {
    expect((await opened.app.inject({ url: `${p}/reminders`, headers: clerk })).statusCode).toBe(403);
  });
});

test("verify makes the hash of every edition anew and names the one that differs", async () => {
  await close("2022-03");
  await close("2022-06");
  expect(await verify(opened.store, "2022-10-12")).toMatchObject({ editions: 2, differences: [] });
  await opened.runRaw("DROP TRIGGER observations_no_update");
  await opened.runRaw("UPDATE observations SET entries = 4 WHERE month = '2022-06' AND entries = 3");
  const { differences } = await verify(opened.store, "2022-10-12");
  expect(differences.filter((line) => line.includes("edition"))).toEqual([
    expect.stringMatching(/^sample-2022 2022-06 edition 1: [0-9a-f]{64} ≠ [0-9a-f]{64}$/),
  ]);
});
