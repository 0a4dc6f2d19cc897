/** The form as a workbook over HTTP: having it, trying it, having it back marked, taking it over. Expected values by hand. */
import { findAuditRows } from "@beizeng/db";
import type { Paper } from "@beizeng/server/contract/paper.ts";
import type { WorkbookReading } from "@beizeng/server/contract/workbook.ts";
import { openWorkbook } from "@beizeng/server/imports/open-workbook.ts";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../helpers/app.ts";
import { filledWorkbook } from "../helpers/filled-workbook.ts";
import { reportSampleYear } from "./reports.ts";
import { samplePlan } from "./sample-plan.ts";

let opened: TestApp;
let clerk: { cookie: string };
beforeEach(async () => {
  opened = await openTestApp([samplePlan()]);
  await reportSampleYear(opened.store);
  opened.clock.set("2022-10-12T02:00:00.000Z");
  clerk = await opened.as("reporter", ["commerce"], "赵");
});
afterEach(() => opened.dispose());

const paper = "/api/plans/sample-2022/papers/commerce/2022-09";
const address = `${paper}/workbook`;
const food = "food.above-scale-enterprises";

async function download(url = address, headers = clerk): Promise<Uint8Array> {
  const response = await opened.app.inject({ url, headers });
  expect(response.statusCode).toBe(200);
  return new Uint8Array(response.rawPayload);
}
const sent = (method: "POST" | "PUT", url: string, bytes: Uint8Array, headers = clerk) =>
  opened.app.inject({
    method,
    url,
    headers: { ...headers, "content-type": "application/octet-stream" },
    payload: Buffer.from(bytes),
  });
async function tried(bytes: Uint8Array): Promise<WorkbookReading> {
  const response = await sent("POST", address, bytes);
  expect([response.statusCode, response.body]).toEqual([200, expect.anything()]);
  return response.json();
}
const take = (bytes: Uint8Array, seen: string) => sent("PUT", `${address}/draft?seen=${seen}`, bytes);
const saveLine = (typed: object, version: number) =>
  opened.app.inject({ method: "PUT", url: `${paper}/lines/${food}`, headers: clerk, payload: { typed, version } });
const audited = async () => (await findAuditRows(opened.store, 0, 1000)).map(({ action }) => action);
const saidBy = ({ findings }: WorkbookReading) => findings.map(({ at, finding }) => `${at}：${finding.text.zh}`);

async function cellsOf(bytes: Uint8Array): Promise<Record<string, string>> {
  const read = await openWorkbook(bytes);
  if (!read.ok) throw new Error(read.fault);
  return Object.fromEntries((read.sheets[0]?.cells ?? []).map(({ at, text }) => [at, text]));
}

describe("the form as a workbook", () => {
  test("comes with a Chinese name, what is known and what is typed", async () => {
    await saveLine({ entries: { text: "2", as: "added" }, note: "新入库2户" }, 0);
    const response = await opened.app.inject({ url: address, headers: clerk });
    expect(response.headers).toMatchObject({
      "content-type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "content-disposition": `attachment; filename="form-2022-09.xlsx"; filename*=UTF-8''${encodeURIComponent("填报表_商务局_2022-09.xlsx")}`,
      "cache-control": "private, no-store",
    });
    // Of 4 new firms from 2021-12 to 2022-12, three quarters are due: 3.
    expect(await cellsOf(new Uint8Array(response.rawPayload))).toMatchObject({
      A1: "倍增方案 填报表",
      A2: "填报单位：商务局　　报告期：2022年第三季度　　报送截止：2022-10-10　　计量单位：见“单位”栏",
      ...{ B6: "食品", C6: "规上企业", D6: "户", E6: "新增 ≥4户（2022-12前）", F6: "3" },
      ...{ G6: "新增（累计）", H6: "1（2022-06）", I6: "2", K6: "新入库2户" },
      ...{ G7: "退出（累计）（可不填）", H7: "0（2022-06）", G8: "期末总数（可不填）", H8: "—", I8: "—" },
    });
  });

  test("asks a line for each figure, a milestone's day too", async () => {
    const cells = await cellsOf(
      await download("/api/plans/sample-2022/papers/industry/2022-09/workbook", await opened.as("office")),
    );
    expect(["G6", "G7", "G8", "G9", "G10", "G11"].map((at) => cells[at])).toEqual([
      "新增（累计）",
      "退出（累计）（可不填）",
      "期末总数（可不填）",
      "本年累计",
      "是否完成（1/0）",
      "完成日期",
    ]);
    // Output since January was 24.0 in June.
    expect(cells).toMatchObject({ H9: "24.0（2022-06）", J9: "36.5" });
  });

  test("is nobody's who may not see the paper", async () => {
    const other = await opened.as("reporter", ["industry"]);
    expect((await opened.app.inject({ url: address, headers: other })).statusCode).toBe(403);
    expect((await opened.app.inject({ url: address })).statusCode).toBe(401);
  });
});

describe("无变化 in the draft", () => {
  beforeEach(async () => {
    expect((await opened.app.inject({ method: "POST", url: `${paper}/unchanged`, headers: clerk })).statusCode).toBe(
      200,
    );
  });
  const typedNow = async () => {
    const { subjects } = (await opened.app.inject({ url: paper, headers: clerk })).json<Paper>();
    return subjects[0]?.rows[0]?.typed;
  };

  test("stands in the cells as the figures that it repeats, and taken back it says the same", async () => {
    const form = await download();
    // June had one new firm and no exit; its stock was not given.
    const cells = await cellsOf(form);
    expect(["I6", "J6", "J7", "J8"].map((at) => cells[at] ?? "")).toEqual(["", "1", "0", ""]);
    const reading = await tried(form);
    expect([reading.changed, reading.findings]).toEqual([0, []]);
    expect((await take(form, reading.seen)).statusCode).toBe(200);
    expect(await typedNow()).toEqual({ isUnchanged: true, evidence: [] });
  });

  test("gives way to a figure that was changed, beside which the others stay", async () => {
    const changed = filledWorkbook(await download(), { J6: 2 });
    const reading = await tried(changed);
    expect(reading.changed).toBe(1);
    await take(changed, reading.seen);
    const cumulative = (text: string) => ({ text, as: "cumulative" });
    expect(await typedNow()).toEqual({ entries: cumulative("2"), exits: cumulative("0"), evidence: [] });
  });
});

describe("trying a workbook", () => {
  test("says how much it holds and that nothing is wrong, and writes nothing", async () => {
    const before = await audited();
    const reading = await tried(filledWorkbook(await download(), { J6: 3, J7: 0 }));
    expect(reading).toEqual({
      ...{ lines: 1, total: 1, changed: 1, isStale: false, dropped: [], lacking: [], findings: [] },
      replaces: [],
      seen: expect.stringMatching(/^[0-9a-f]{16}$/),
    });
    expect(await audited()).toEqual(before);
  });

  const cases: readonly (readonly [Record<string, string | number>, readonly string[]])[] = [
    [{ J6: 0 }, ["J6：累计不得小于上期 1"]],
    [{ J6: "三" }, ["J6：只能填数字"]],
    [{ J6: 2.5 }, ["J6：只能填整数"]],
    [{ J6: 3, J7: -1 }, ["J7：不得小于0", "J7：累计不得小于上期 0"]],
    [{ I6: 2 }, []],
    [{ I6: 2, J6: 3 }, []],
    [{ I6: 1, J6: 3 }, ["J6：本期数加上期累计，与所填累计数不一致，请只填一个或改为一致"]],
    [{ J6: "１，０００" }, ["J6：超过目标值的150%，请说明"]],
    [{ J6: "１，０００", L6: "整体搬迁" }, []],
    [{ J6: 3, K6: "长".repeat(501) }, ["K6：不能超过500字"]],
    [{ J6: "9".repeat(41) }, ["J6：不能超过40字"]],
  ];
  test.each(cases)("answers cell by cell what is wrong or odd: %j", async (cells, said) => {
    expect(saidBy(await tried(filledWorkbook(await download(), cells)))).toEqual(said);
  });

  test("names a unit that was changed, for its figures would mean something else", async () => {
    const response = await sent("POST", address, filledWorkbook(await download(), { J6: 3, D6: "百户" }));
    expect([response.statusCode, response.json().message]).toEqual([
      422,
      "文件未读取：D6 应为“户”，行被改动，请重新下载填写。",
    ]);
  });

  test("says what changed since the download: an accepted figure, and a line of the draft", async () => {
    const bytes = filledWorkbook(await download(), { J6: 3 });
    await saveLine({ entries: { text: "2", as: "cumulative" } }, 0);
    expect(saidBy(await tried(bytes))).toEqual(["J6：下载之后草稿的这一行有人改过，存入会替换它"]);
  });

  test("says whose lines of the draft it would replace, and of one's own nothing", async () => {
    const other = await opened.as("reporter", ["commerce"], "钱");
    const typed = { entries: { text: "2", as: "cumulative" } };
    await opened.app.inject({
      method: "PUT",
      url: `${paper}/lines/${food}`,
      headers: other,
      payload: { typed, version: 0 },
    });
    const bytes = filledWorkbook(await download(), { J6: 3 });
    expect((await tried(bytes)).replaces).toEqual([
      { by: "钱", at: "2022-10-12T02:00:00.000Z", names: [{ zh: "规上企业", en: "Above-scale enterprises" }] },
    ]);
    // What is the same replaces nothing, nor does what one wrote oneself.
    expect((await tried(filledWorkbook(await download(), { J6: 2 }))).replaces).toEqual([]);
    await saveLine({ entries: { text: "4", as: "cumulative" } }, 1);
    expect((await tried(bytes)).replaces).toEqual([]);
  });

  test("is refused, by one sentence, for another's paper, another file and no file", async () => {
    const industry = "/api/plans/sample-2022/papers/industry/2022-09/workbook";
    const foreign = await download(industry, await opened.as("office"));
    const said = async (bytes: Uint8Array) => {
      const response = await sent("POST", address, bytes);
      return [response.statusCode, response.json().code, response.json().message];
    };
    expect(await said(foreign)).toEqual([
      422,
      "file-refused",
      "文件未读取：这是另一张表（倍增方案 填报表，填报单位：工信局，报告期：2022年第三季度，填报）；本页是倍增方案，填报单位：商务局，报告期：2022年第三季度，填报。请到那一页上传。",
    ]);
    expect(await said(new TextEncoder().encode("a,b"))).toEqual([
      422,
      "file-refused",
      "文件未读取：不是电子表格，请上传 .xlsx、.xls、.ods 或 .et 文件。",
    ]);
    expect((await said(new Uint8Array(6 * 1024 * 1024)))[2]).toBe("文件未读取：文件超过5MB。");
    expect((await said(new Uint8Array(11 * 1024 * 1024))).slice(0, 2)).toEqual([413, "body-too-large"]);
    const none = await opened.app.inject({ method: "POST", url: address, headers: clerk });
    expect([none.statusCode, none.json().code]).toEqual([400, "file-missing"]);
  });

  test("is for who writes the unit's figures alone", async () => {
    const bytes = filledWorkbook(await download(), { J6: 3 });
    const codes = async (headers: { cookie: string }) => (await sent("POST", address, bytes, headers)).json().code;
    expect(await codes(await opened.as("office"))).toBe("not-your-role");
    expect(await codes(await opened.as("reporter", ["industry"]))).toBe("not-your-department");
  });
});

describe("the corrected workbook", () => {
  test("is the form with what was typed, its cells marked and said in words, and can be sent again", async () => {
    const response = await sent(
      "POST",
      `${address}/corrected`,
      filledWorkbook(await download(), { J6: 0, K6: "说明" }),
    );
    expect(response.statusCode).toBe(200);
    const corrected = new Uint8Array(response.rawPayload);
    expect(await cellsOf(corrected)).toMatchObject({ J6: "0", K6: "说明", M5: "需改正", M6: "J6：累计不得小于上期 1" });
    expect(saidBy(await tried(filledWorkbook(corrected, { J6: 3 })))).toEqual([]);
  });
});

describe("taking a workbook over", () => {
  test("writes its lines into the draft with one row of the audit, and leaves alone what is blank", async () => {
    const bytes = filledWorkbook(await download(), { I6: 2, K6: "新入库2户" });
    const { seen } = await tried(bytes);
    const before = await audited();
    const response = await take(bytes, seen);
    expect(response.statusCode).toBe(200);
    const [row] = response.json<Paper>().subjects.flatMap(({ rows }) => rows);
    expect(row).toMatchObject({ typed: { entries: { text: "2", as: "added" }, note: "新入库2户" }, version: 1 });
    expect(row?.cells[0]?.cumulative.text).toBe("3");
    expect((await audited()).slice(before.length)).toEqual(["take-over-workbook"]);
    const again = await tried(await download());
    expect(again).toMatchObject({ lines: 1, changed: 0, findings: [] });
    const blank = filledWorkbook(await download(), { I6: "", K6: "" });
    expect(await tried(blank)).toMatchObject({ lines: 1, changed: 0 });
  });

  test("writes nothing over a draft that somebody wrote since it was tried", async () => {
    const bytes = filledWorkbook(await download(), { J6: 3 });
    const { seen } = await tried(bytes);
    await saveLine({ entries: { text: "2", as: "cumulative" } }, 0);
    const refused = await take(bytes, seen);
    expect([refused.statusCode, refused.json().code]).toEqual([409, "draft-moved-on"]);
    const [row] = (await opened.app.inject({ url: paper, headers: clerk }))
      .json<Paper>()
      .subjects.flatMap(({ rows }) => rows);
    expect(row?.typed.entries?.text).toBe("2");
  });
});
