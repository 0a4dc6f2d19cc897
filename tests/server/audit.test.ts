/** The audit as the auditor asks for it. */
import { findAuditChain, findAuditRows } from "@beizeng/db";
import { acceptSubmission } from "@beizeng/server/actions/accept-submission.ts";
import { correctObservation } from "@beizeng/server/actions/correct-observation.ts";
import { reviseTarget } from "@beizeng/server/actions/revise-target.ts";
import type { AuditPage } from "@beizeng/server/contract/audit.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { auditHash } from "../../db/src/queries/audit-rows.ts";
import { openTestApp, type TestApp } from "../helpers/app.ts";
import { readCsv } from "../helpers/read-csv.ts";
import { reportAndAccept, reporter, reviewer } from "./reports.ts";
import { samplePlan } from "./sample-plan.ts";

let opened: TestApp;
let headers: { cookie: string };
beforeAll(async () => {
  opened = await openTestApp([samplePlan()]);
  const { store } = opened;
  const output = (amount: string) => [{ measure: "steel.output", amount }];
  const paper = { department: "industry", period: "2022-03" };
  await reportAndAccept(store, { ...paper, now: "2022-04-08T02:00:00.000Z", lines: output("10.5") });
  const correction = await correctObservation(store, {
    ...{ ...paper, plan: "sample-2022", actor: reporter("industry"), now: "2022-05-08T02:00:00.000Z" },
    lines: output("9.5"),
    reason: "=重复计入",
  });
  if (!correction.ok) throw new Error(JSON.stringify(correction.reason));
  const accepting = { actor: reviewer, now: "2022-05-09T16:00:00.000Z", submission: correction.value.submission };
  expect(await acceptSubmission(store, accepting)).toMatchObject({ ok: true });
  const revision = await reviseTarget(store, {
    ...{ actor: reviewer, now: "2022-06-01T02:00:00.000Z", plan: "sample-2022", from: "2022-06", value: "45.5" },
    ...{ target: "steel.output.level.2022-12", reason: "受疫情影响", document: "样发〔2022〕9号" },
  });
  expect(revision).toMatchObject({ ok: true });
  // Somebody known who tries what is not there.
  const leader = await opened.as("leader");
  const tried = { method: "POST", url: "/api/session/demonstration", payload: { account: "nobody" } } as const;
  expect((await opened.app.inject({ ...tried, headers: leader })).statusCode).toBe(404);
  headers = await opened.as("auditor");
});
afterAll(() => opened.dispose());

const ask = async (query = ""): Promise<AuditPage> =>
  (await opened.app.inject({ url: `/api/audit${query}`, headers })).json();
const numbers = async (query: string) => (await ask(query)).rows.map(({ row }) => row);

describe("GET /api/audit", () => {
  test("answers the newest first, with names in both languages", async () => {
    const { rows, total, next } = await ask();
    expect([total, next]).toEqual([7, null]);
    expect(rows.map(({ row, actionName }) => [row, actionName.zh])).toEqual([
      [7, "被拒绝"],
      [6, "调整目标值"],
      [5, "审核通过"],
      [4, "提交更正"],
      [3, "审核通过"],
      [2, "提交填报表"],
      [1, "导入方案"],
    ]);
    expect(rows[0]).toMatchObject({
      isRefused: true,
      role: "leader",
      revision: null,
      entity: "POST /api/session/demonstration",
    });
  });

  test.each([
    ["?actor=reviewer", [6, 5, 3]],
    ["?action=accept-submission", [5, 3]],
    ["?entity=target:", [6]],
    ["?isRefused=true", [7]],
    ["?isRefused=false", [7, 6, 5, 4, 3, 2, 1]],
    // Ten in the morning in China of the 8th; midnight between the 9th and the 10th is the 10th.
    ["?since=2022-04-08&until=2022-05-08", [4, 3, 2]],
    ["?since=2022-05-09&until=2022-05-09", []],
    ["?since=2022-05-10&until=2022-05-10", [5]],
    ["?before=3", [2, 1]],
  ])("%s", async (query, rows) => {
    expect(await numbers(query)).toEqual(rows);
  });

  test.each([
    ["?since=2022-02-30", 422, "day-out-of-range"],
    ["?until=yesterday", 400, "malformed-parameter"],
    ["?before=0", 400, "malformed-parameter"],
    ["?who=li", 400, "unknown-parameter"],
  ])("%s is refused", async (query, status, code) => {
    const response = await opened.app.inject({ url: `/api/audit${query}`, headers });
    expect([response.statusCode, response.json().code]).toEqual([status, code]);
  });

  const partsOf = async (row: number, name: string | null) => {
    const found = (await ask()).rows.find((each) => each.row === row);
    const part = found?.parts.find((each) => (each.name?.zh ?? null) === name);
    return part?.facts.map(({ name, before, value }) => [name.zh, before?.zh ?? null, value.zh]);
  };

  test("says a figure with the decimals and unit of its indicator, what it took the place of, and why", async () => {
    expect(await partsOf(5, "钢铁 · 产值")).toEqual([
      ["口径", null, "部门填报"],
      ["月份", null, "2022-03"],
      ["第几次取值", null, "2"],
      ["数值", "10.5亿元", "9.5亿元"],
      ["更正", null, "是"],
      ["填报人", null, "reporter-industry"],
      ["填报时间", null, "2022-05-08 10:00"],
      ["原因", null, "=重复计入"],
    ]);
  });

  test("says a target's old and new value", async () => {
    expect(await partsOf(6, null)).toEqual([
      ["方案", null, "市140581"],
      ["目标", null, "钢铁 · 产值（2022-12）"],
      ["自何月起", null, "2022-06"],
      ["目标值", "50", "45.5"],
      ["原因", null, "受疫情影响"],
      ["依据文件", null, "样发〔2022〕9号"],
    ]);
  });

  test("says a refusal in its own sentence", async () => {
    expect(await partsOf(7, null)).toEqual([
      ["拒绝理由", null, "没有账号 …。"],
      ["答复状态码", null, "404"],
    ]);
  });

  test("names every measure's part by its subject", async () => {
    const [, , , , , submitted] = (await ask()).rows;
    expect(submitted?.parts.map(({ name }) => name?.en ?? null)).toEqual([null, "Steel · Output"]);
  });
});

describe("GET /api/audit/export", () => {
  const take = (query = "", language = "zh-CN") =>
    opened.app.inject({ url: `/api/audit/export${query}`, headers: { ...headers, "accept-language": language } });

  test("gives every row, oldest first, so that the chain can be followed from the file alone", async () => {
    const response = await take();
    expect(response.headers["content-type"]).toBe("text/csv; charset=utf-8");
    expect(response.headers["content-disposition"]).toBe("attachment; filename*=UTF-8''audit-2022-10-12.csv");
    expect(response.body.startsWith("\uFEFF行号,")).toBe(true);
    const [heading, ...rows] = readCsv(response.body);
    expect(heading).toHaveLength(11);
    const kept = await findAuditRows(opened.store, 0, 100);
    expect(rows.slice(0, -2).map(([id]) => id)).toEqual(kept.map(({ id }) => String(id)));
    let previousHash = "0".repeat(64);
    for (const [
      id,
      at = "",
      actor = "",
      actorRole = "",
      ,
      action = "",
      entity = "",
      revision,
      payload = "",
      before,
      hash,
    ] of rows.slice(0, -2)) {
      const said = { at, actor, actorRole: actorRole as "office", action, entity, payload };
      const number = revision === "" ? null : Number(revision);
      expect(before).toBe(previousHash);
      expect(auditHash({ id: Number(id), revision: number, ...said, previousHash })).toBe(hash);
      previousHash = hash ?? "";
    }
    expect(rows.slice(-2)).toEqual([
      ["首行", "1", kept[0]?.hash],
      ["末行", "7", kept[6]?.hash],
    ]);
    expect(await findAuditChain(opened.store, { rows: 7, hash: previousHash })).toMatchObject({ isWhole: true });
  });

  test("narrows as the page does and says the first and last hash of the range", async () => {
    const [, ...rows] = readCsv((await take("?action=accept-submission", "en")).body);
    expect(rows.map(([first]) => first)).toEqual(["3", "5", "First row", "Last row"]);
    expect(rows[0]?.[4]).toBe("Accept a submission");
    expect(rows.at(-1)?.[2]).toBe(rows[1]?.[10]);
  });

  test("says so when there is nothing", async () => {
    expect(readCsv((await take("?actor=nobody")).body).slice(1)).toEqual([["没有符合条件的记录"]]);
  });
});

test("GET /api/audit/anchor answers what pins the chain", async () => {
  const [last] = (await ask()).rows;
  expect((await opened.app.inject({ url: "/api/audit/anchor", headers })).json()).toEqual({
    rows: 7,
    hash: last?.hash,
    at: last?.at,
    today: "2022-10-12",
    text: `7:${last?.hash}`,
    command: `npm run audit:verify -- --anchor=7:${last?.hash}`,
  });
});

test("a long audit comes page by page, each row once", async () => {
  const long = await openTestApp([samplePlan()]);
  const auditor = await long.as("auditor");
  const leader = await long.as("leader");
  const tried = { method: "POST", url: "/api/session/demonstration", payload: { account: "nobody" } } as const;
  for (let times = 0; times < 120; times += 1) await long.app.inject({ ...tried, headers: leader });
  const seen: number[] = [];
  let before = "";
  for (let pages = 1; pages <= 3; pages += 1) {
    const page: AuditPage = (await long.app.inject({ url: `/api/audit${before}`, headers: auditor })).json();
    seen.push(...page.rows.map(({ row }) => row));
    before = `?before=${page.next}`;
    expect(page.next).toBe(pages === 3 ? null : 121 - 50 * pages + 1);
  }
  expect(seen).toEqual(Array.from({ length: 121 }, (_, place) => 121 - place));
  await long.dispose();
});
