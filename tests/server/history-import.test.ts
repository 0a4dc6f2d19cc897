/** History brought in by the office over HTTP: the form out, tried, had back marked, made into drafts. Expected values by hand. */
import { findAuditRows } from "@beizeng/db";
import type { HistoryReading, HistoryUnits } from "@beizeng/server/contract/history-import.ts";
import type { Paper, Tasks } from "@beizeng/server/contract/paper.ts";
import { openWorkbook } from "@beizeng/server/imports/open-workbook.ts";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../helpers/app.ts";
import { filledWorkbook } from "../helpers/filled-workbook.ts";
import { reportAndAccept } from "./reports.ts";
import { samplePlan } from "./sample-plan.ts";

let opened: TestApp;
let office: { cookie: string };
let clerk: { cookie: string };
/** 钢铁's three measures are 工信局's to report: new firms, output since January, a plant; of 2022 three quarters have ended. */
beforeEach(async () => {
  opened = await openTestApp([samplePlan()]);
  opened.clock.set("2022-10-12T02:00:00.000Z");
  office = await opened.as("office", [], "王");
  clerk = await opened.as("reporter", ["industry"], "赵");
});
afterEach(() => opened.dispose());

const history = "/api/plans/sample-2022/history";
const address = `${history}/industry/workbook`;
const paperOf = (period: string) => `/api/plans/sample-2022/papers/industry/${period}`;

async function download(range = "from=2022-03&until=2022-09"): Promise<Uint8Array> {
  const response = await opened.app.inject({ url: `${address}?${range}`, headers: office });
  expect([response.statusCode, response.headers["content-type"]]).toEqual([
    200,
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ]);
  return new Uint8Array(response.rawPayload);
}
const sent = (method: "POST" | "PUT", url: string, bytes: Uint8Array, headers = office) =>
  opened.app.inject({
    method,
    url,
    headers: { ...headers, "content-type": "application/octet-stream" },
    payload: Buffer.from(bytes),
  });
async function tried(bytes: Uint8Array): Promise<HistoryReading> {
  const response = await sent("POST", address, bytes);
  expect([response.statusCode, response.body]).toEqual([200, expect.anything()]);
  return response.json();
}
const take = (bytes: Uint8Array, headers = office) => sent("PUT", `${address}/drafts`, bytes, headers);
const saidBy = ({ findings }: HistoryReading) => findings.map(({ at, finding }) => `${at}：${finding.text.zh}`);
const actions = async () => (await findAuditRows(opened.store, 0, 1000)).map(({ action }) => action);

async function cellsOf(bytes: Uint8Array): Promise<Record<string, string>> {
  const read = await openWorkbook(bytes);
  if (!read.ok) throw new Error(read.fault);
  return Object.fromEntries((read.sheets[0]?.cells ?? []).map(({ at, text }) => [at, text]));
}

/** 工信局's first quarter, handed in and accepted. */
const firstQuarter = () =>
  reportAndAccept(opened.store, {
    department: "industry",
    period: "2022-03",
    now: "2022-04-08T02:00:00.000Z",
    lines: [
      { measure: "steel.above-scale-enterprises", entries: "1", exits: "0" },
      { measure: "steel.output", amount: "10.5" },
      { measure: "steel.plant", amount: "0" },
    ],
  });

/** New firms 1, 2, 3 without exits; output 10.5, 24, 36.5. */
const steel = { F6: 1, G6: 2, H6: 3, F7: 0, G7: 0, H7: 0, F9: 10.5, G9: 24, H9: 36.5 };

describe("the form of past periods", () => {
  test("is listed by unit with the periods that have ended, and why some are left alone", async () => {
    await firstQuarter();
    await opened.app.inject({ method: "POST", url: `${paperOf("2022-06")}/unchanged`, headers: clerk });
    const { units } = (await opened.app.inject({ url: history, headers: office })).json<HistoryUnits>();
    expect(units.map(({ department }) => department)).toEqual(["government", "industry", "commerce"]);
    expect(units[1]).toEqual({
      department: "industry",
      name: { zh: "工信局", en: "Industry bureau" },
      periods: [
        { period: "2022-03", skip: "handed-in" },
        { period: "2022-06", skip: "draft" },
        { period: "2022-09", skip: null },
      ],
    });
  });

  test("has a line a figure and a column a period, what is accepted locked", async () => {
    await firstQuarter();
    const cells = await cellsOf(await download());
    expect(cells).toMatchObject({
      A1: "倍增方案 历史数据表",
      A2: "填报单位：工信局　　期间：2022-03 至 2022-09",
      ...{ C5: "考核指标", E5: "填报项", F5: "2022-03", G5: "2022-06", H5: "2022-09" },
      ...{ B6: "钢铁", C6: "规上企业", D6: "户", E6: "新增（累计）", F6: "1" },
      ...{ E7: "退出（累计）", F7: "0", E8: "期末总数", F8: "—" },
      ...{ C9: "产值", E9: "本年累计", F9: "10.5", C10: "达产", E10: "是否完成（1/0）", E11: "完成日期" },
    });
    expect([cells.G6, cells.H9]).toEqual([undefined, undefined]);
  });

  test("says at its top, across all columns, what it is and how it is filled in", async () => {
    const read = await openWorkbook(await download());
    expect(read.ok && read.sheets[0]?.merged).toEqual(
      [1, 2, 3, 4].map((row) => ({ from: { row, column: 0 }, until: { row, column: 7 } })),
    );
  });

  test("is refused for a range without periods, and for who is not of the office", async () => {
    const ask = (range: string, headers: { cookie: string }) =>
      opened.app.inject({ url: `${address}?${range}`, headers });
    expect((await ask("from=2023-03&until=2023-09", office)).json().code).toBe("period-not-open");
    for (const role of ["reporter", "leader", "statistics", "auditor"] as const) {
      const headers = await opened.as(role, ["industry"], `${role} who asks`);
      expect([role, (await ask("from=2022-03&until=2022-09", headers)).json().code]).toEqual([role, "not-your-role"]);
    }
  });
});

describe("trying a history", () => {
  test("says how much each period has, and writes nothing", async () => {
    const before = await actions();
    expect(await tried(filledWorkbook(await download(), steel))).toEqual({
      department: "industry",
      periods: [
        { period: "2022-03", lines: 2, skip: null },
        { period: "2022-06", lines: 2, skip: null },
        { period: "2022-09", lines: 2, skip: null },
      ],
      ...{ dropped: [], lacking: [], findings: [], errors: 0 },
    });
    expect(await actions()).toEqual(before);
  });

  const cases: readonly (readonly [Record<string, string | number>, readonly string[]])[] = [
    [{ F6: 4, G6: 3 }, ["G6：累计不得小于上期 4"]],
    // A figure that is wrong is no ground to judge the next one by.
    [{ F6: 4, G6: 3, H6: 4 }, ["G6：累计不得小于上期 4"]],
    [{ F6: "三", F9: 10.55 }, ["F6：只能填数字", "F9：最多1位小数"]],
    [{ G10: 2 }, ["G10：只能填1（已完成）或0（未完成）"]],
    [{ G10: 1, G11: "2022-02-30" }, ["G11：应为达成的真实日期，如 2025-09-30"]],
    // 31 firms stood at the end of March; more than those cannot have left.
    [{ F6: 1, F7: 32 }, ["F7：退出数不得大于期初加新增 31"]],
    // 6 new firms by 2022-12: 10 is above 9, and asks for a word once.
    [{ F6: 10, G6: 11 }, ["F6：超过目标值的150%，请说明"]],
    [{ F6: "9".repeat(41) }, ["F6：不能超过40字"]],
  ];
  test.each(cases)("checks each period against the ones before it in the file: %j", async (cells, said) => {
    expect(saidBy(await tried(filledWorkbook(await download(), cells)))).toEqual(said);
  });

  test("checks against what is accepted, and leaves alone what the unit has begun or handed in", async () => {
    const form = await download();
    await firstQuarter();
    const reading = await tried(filledWorkbook(form, { ...steel, F6: 9, G6: 0 }));
    expect(reading.periods.map(({ lines, skip }) => [lines, skip])).toEqual([
      [0, "handed-in"],
      [2, null],
      [2, null],
    ]);
    expect(saidBy(reading)).toEqual(["G6：累计不得小于上期 1"]);
  });

  test("is refused, by one sentence, for another unit's form, the form of one period and no form", async () => {
    const said = async (bytes: Uint8Array, url = address) => {
      const response = await sent("POST", url, bytes);
      return [response.statusCode, response.json().message];
    };
    const commerce = `${history}/commerce/workbook`;
    expect(await said(await download(), commerce)).toEqual([
      422,
      "文件未读取：这是另一张历史数据表（倍增方案 历史数据表，填报单位：工信局）；本页选的是倍增方案，填报单位：商务局。",
    ]);
    const other = await opened.app.inject({ url: `${paperOf("2022-09")}/workbook`, headers: office });
    const notOurs = "文件未读取：这是一期的填报表，不是历史数据表，请到该单位这一期的填报页面上传。";
    expect(await said(new Uint8Array(other.rawPayload))).toEqual([422, notOurs]);
    expect((await said(new TextEncoder().encode("a,b")))[0]).toBe(422);
    expect(await said(filledWorkbook(await download(), { G5: "2022-07" }))).toEqual([
      422,
      "文件未读取：表头被改动：G5 应为“2022-06”，现为“2022-07”。请重新下载填写。",
    ]);
    expect(await said(filledWorkbook(await download(), { C9: "产量" }))).toEqual([
      422,
      "文件未读取：C9 应为“产值”，行被改动，请重新下载填写。",
    ]);
    expect(await said(filledWorkbook(await download(), { D9: "万元" }))).toEqual([
      422,
      "文件未读取：D9 应为“亿元”，行被改动，请重新下载填写。",
    ]);
    expect(await said(filledWorkbook(await download(), { A9: "", G9: 24 }))).toEqual([
      422,
      "文件未读取：G9 填了数，但第9行不是本表的行（序号为“”）；请改回原来的序号，或删去这一行再上传。",
    ]);
    expect(await said(filledWorkbook(await download(), { A7: 1 }))).toEqual([
      422,
      "文件未读取：E7 应为“新增（累计）”，行被改动，请重新下载填写。",
    ]);
  });

  test("has the form back with what was typed, marked and said in words, and it can be sent again", async () => {
    const response = await sent("POST", `${address}/corrected`, filledWorkbook(await download(), { ...steel, G6: 0 }));
    const corrected = new Uint8Array(response.rawPayload);
    expect(await cellsOf(corrected)).toMatchObject({ G6: "0", I5: "需改正", I6: "G6：累计不得小于上期 1" });
    expect(saidBy(await tried(filledWorkbook(corrected, { G6: 2 })))).toEqual([]);
  });
});

describe("bringing a history in", () => {
  test("makes a draft of each period with one row of the audit, and no figure", async () => {
    const before = await actions();
    const response = await take(filledWorkbook(await download(), steel));
    expect([response.statusCode, response.json().periods]).toEqual([
      200,
      ["2022-03", "2022-06", "2022-09"].map((period) => ({ period, lines: 2, skip: null })),
    ]);
    expect((await actions()).slice(before.length)).toEqual(["import-history"]);
    const rows = await findAuditRows(opened.store, 0, 1000);
    expect(rows.at(-1)).toMatchObject({ actor: "王", entity: "history:sample-2022/industry", revision: null });
    expect(await opened.runRaw("SELECT count(*) AS n FROM observations")).toEqual([{ n: 0 }]);
    expect(await opened.runRaw("SELECT count(*) AS n FROM submissions")).toEqual([{ n: 0 }]);
  });

  test("is shown to the unit as the office's, which the unit mends and hands in itself", async () => {
    await take(filledWorkbook(await download(), steel));
    const tasks = (await opened.app.inject({ url: "/api/tasks", headers: clerk })).json<Tasks>().tasks;
    expect(tasks.map(({ period, state, filled, imported }) => [period, state, filled, imported?.by])).toEqual([
      ["2022-03", "draft", 2, "王"],
      ["2022-06", "draft", 2, "王"],
      ["2022-09", "draft", 2, "王"],
    ]);
    const paper = (await opened.app.inject({ url: paperOf("2022-03"), headers: clerk })).json<Paper>();
    const rows = paper.subjects.flatMap((subject) => subject.rows);
    expect(rows[0]).toMatchObject({
      typed: { entries: { text: "1", as: "cumulative" }, note: "历史数据，由办公室导入" },
      writtenBy: "王",
      version: 1,
    });
    const seen = rows.map(({ measure, version }) => ({ measure, version }));
    const submit = (headers: { cookie: string }) =>
      opened.app.inject({
        method: "POST",
        url: `${paperOf("2022-03")}/submission`,
        headers: { ...headers, "idempotency-key": "first-quarter" },
        payload: { seen },
      });
    expect((await submit(office)).json().code).toBe("not-your-role");
    expect((await submit(clerk)).json()).toMatchObject({ by: "赵", lines: 2 });
    const lines = await opened.runRaw("SELECT note FROM submission_lines");
    expect(lines).toEqual([{ note: "历史数据，由办公室导入" }, { note: "历史数据，由办公室导入" }]);
  });

  test("never writes over a draft, however often it comes", async () => {
    const bytes = filledWorkbook(await download(), steel);
    await take(bytes);
    const again = await take(bytes);
    expect([again.statusCode, again.json().code]).toEqual([422, "nothing-to-import"]);
    const [first] = await opened.runRaw("SELECT max(version) AS version, count(*) AS n FROM draft_lines");
    expect(first).toEqual({ version: 1, n: 6 });
  });

  test("is refused while a cell is wrong, for a closed month's figures, and for everybody else", async () => {
    const wrong = await take(filledWorkbook(await download(), { ...steel, G6: 0 }));
    expect([wrong.statusCode, wrong.json().message]).toEqual([
      422,
      "表格有1处须改正，没有导入：G6：累计不得小于上期 1。",
    ]);
    const headers = { ...office, "idempotency-key": "close-march" };
    const close = { method: "POST", headers, payload: { reason: "按期结账" } } as const;
    await opened.app.inject({ ...close, url: "/api/plans/sample-2022/months/2022-03/closing" });
    const reading = await tried(filledWorkbook(await download(), { G6: 2 }));
    expect(reading.periods.map(({ skip }) => skip)).toEqual(["closed", null, null]);
    expect((await take(filledWorkbook(await download(), { G6: 2 }), clerk)).json().code).toBe("not-your-role");
    expect(await opened.runRaw("SELECT count(*) AS n FROM drafts")).toEqual([{ n: 0 }]);
  });
});
