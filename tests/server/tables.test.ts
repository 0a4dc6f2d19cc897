/** The tables of the charts as files: the same figures as the answers that the charts are drawn from. */
import type { Departments } from "@beizeng/server/contract/departments.ts";
import type { Outlook } from "@beizeng/server/contract/outlook.ts";
import type { Progress } from "@beizeng/server/contract/progress.ts";
import type { Reporting } from "@beizeng/server/contract/reporting.ts";
import type { Shortfalls } from "@beizeng/server/contract/shortfalls.ts";
import type { Subject } from "@beizeng/server/contract/subject.ts";
import { tableKeys } from "@beizeng/server/contract/tables.ts";
import { readSheets } from "@beizeng/server/imports/read-sheets.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../helpers/app.ts";
import { readCsv } from "../helpers/read-csv.ts";
import { reportSampleYear } from "./reports.ts";
import { samplePlan } from "./sample-plan.ts";

let opened: TestApp;
beforeAll(async () => {
  opened = await openTestApp([samplePlan()]);
  await reportSampleYear(opened.store);
});
afterAll(() => opened.dispose());

const question = "month=2022-06&horizon=2022-12";
const get = (path: string) => opened.app.inject(`/api/plans/sample-2022/${path}`);
const answer = async <A>(path: string): Promise<A> => (await get(`${path}?${question}`)).json<A>();
const rowsOf = async (table: string, more = "") => {
  const { body } = await get(`tables/${table}?${question}&format=csv${more}`);
  const rows = readCsv(body);
  const end = rows.findIndex((row) => row.length === 1 && row[0] === "");
  return rows.slice(1, end);
};
/** A figure as a table writes it: without the marks of thousands, the sign of percent and zeros at the end. */
const plain = ({ text }: { readonly text: string }) => {
  const bare = text.replaceAll(",", "").replace("−", "-").replace("%", "");
  return /^[+-]?[\d.]+$/.test(bare) ? String(Number(bare)) : bare;
};

test("the ranking has the figures of the answer", async () => {
  const { groups } = await answer<Shortfalls>("shortfalls");
  const expected = groups.flatMap(({ rows }) =>
    rows.map(({ shortfall, share, cumulative, since }) => [shortfall, share, cumulative].map(plain).concat(since)),
  );
  expect(expected.length).toBeGreaterThan(0);
  expect((await rowsOf("shortfalls")).map((row) => row.slice(4, 8))).toEqual(expected);
});

test("the chains and the headline have the figures of the answer, of one indicator where one is asked for", async () => {
  const progress = await answer<Progress>("progress");
  for (const kind of ["chains", "headline"] as const) {
    const judged = progress[kind].flatMap(({ assessments }) => assessments);
    const expected = judged.map((each) => [each.expected, each.gap, each.remaining, each.completion].map(plain));
    expect(expected.length).toBeGreaterThan(0);
    expect((await rowsOf(kind)).map((row) => row.slice(5, 9))).toEqual(expected);
  }
  const one = await rowsOf("chains", "&indicator=above-scale-enterprises.new");
  expect(one.map(([chain, indicator]) => [chain, indicator])).toEqual([
    ["钢铁", "新增规上企业"],
    ["食品", "新增规上企业"],
  ]);
});

test("the outlook has the figures of the answer, and a dash where nothing is projected", async () => {
  const { prospects } = await answer<Outlook>("outlook");
  expect(prospects.length).toBeGreaterThan(0);
  expect((await rowsOf("outlook")).map((row) => row[7])).toEqual(
    prospects.map(({ forecast }) => (forecast === null ? "—" : plain(forecast.probability))),
  );
});

test("the units stand by rank with their reporting record, and their lights by subject", async () => {
  const { departments, subjects } = await answer<Departments>("departments");
  const rows = await rowsOf("departments");
  expect(rows.map((row) => [row[0], row[1], row[2]])).toEqual(
    departments.map(({ department, rank, composite }) => [
      ...[department.name.zh, rank === null ? expect.any(String) : String(rank), plain(composite)],
    ]),
  );
  expect(rows.map((row) => row.slice(-3).map(Number))).toEqual(
    departments.map(({ punctuality: { onTime, late, missing } }) => [onTime, late, missing]),
  );
  const { body } = await get(`tables/department-subjects?${question}&format=csv`);
  const [headings = []] = readCsv(body);
  const cells = await rowsOf("department-subjects");
  expect(headings.slice(1).every((name) => subjects.some(({ name: { zh } }) => zh === name))).toBe(true);
  // The industry bureau leads steel, which had 3 of the 3 firms due in June.
  expect(cells.find(([name]) => name === "工信局")?.[headings.indexOf("钢铁")]).toBe("达序时（牵头）");
});

test("the record of reports has a column for each period and a word in each", async () => {
  const { periods, units } = (await get("reporting?month=2022-06")).json<Reporting>();
  const { body } = await get(`tables/reporting?${question}&format=csv`);
  const [headings] = readCsv(body);
  const rows = await rowsOf("reporting");
  expect(headings).toEqual(["填报单位", "指标数", ...periods]);
  expect(rows.map(([name, measures]) => [name, Number(measures)])).toEqual(
    units.map(({ name, measures }) => [name.zh, measures]),
  );
  expect(new Set(rows.flatMap((row) => row.slice(2)))).toEqual(new Set(["按时"]));
});

test("the lights have a column for each month up to the running one", async () => {
  const { body } = await get(`tables/lights?${question}&format=csv`);
  const [headings, ...rows] = readCsv(body);
  expect(headings?.slice(0, 2)).toEqual(["事项", "2022-01"]);
  const steel = rows.find(([name]) => name === "钢铁");
  // 1 of 6 in March is behind the 1.5 that were due by half a firm only; 3 of 6 in June is abreast.
  expect(steel?.[headings?.indexOf("2022-06") ?? 0]).toBe("达序时");
});

/** What some tables are asked for besides month and horizon. */
const more: Partial<Record<(typeof tableKeys)[number], string>> = {
  history: "&subject=steel",
  steps: "&subject=steel",
  comparison: "&subject=steel",
  "department-histories": "&department=industry&department=commerce",
};

test("what a chain has gone through, a row a month, of one measure where it is asked for", async () => {
  const { measures } = (await get("subjects/steel?month=2022-06")).json<Subject>();
  const [near] = measures[0]?.targets ?? [];
  const rows = await rowsOf("history", "&subject=steel&measure=steel.above-scale-enterprises.new");
  const own = rows.filter(([, , target]) => target === near?.target.text.zh);
  expect(own.map((row) => [row[3], ...row.slice(4, 7)])).toEqual(
    near?.history
      .toReversed()
      .map(({ month, ...point }) => [month, ...[point.achieved, point.expected, point.completion].map(plain)]),
  );
  // Two targets of six months each; with the output and the plant four.
  expect([rows.length, (await rowsOf("history", "&subject=steel")).length]).toEqual([12, 24]);
  expect(own.find(([, , , month]) => month === "2022-06")?.slice(7)).toEqual(["达序时", "工信局", "2022-07-08"]);
});

test("what the quarters brought, and how a chain stands beside the others", async () => {
  const steps = await rowsOf("steps", "&subject=headline");
  expect(steps.map((row) => row.slice(2, 9))).toEqual([
    ["2022年一季度", "钢铁", "工信局", "1", "1", "2.5", "1"],
    ["2022年一季度", "食品", "商务局", "0", "1", "2.5", "1"],
    ["2022年二季度", "钢铁", "工信局", "2", "3", "2.5", "4"],
    ["2022年二季度", "食品", "商务局", "1", "3", "2.5", "4"],
  ]);
  const compared = await rowsOf("comparison", "&subject=steel&indicator=above-scale-enterprises.new");
  expect(compared.map((row) => [row[0], row[6], row.at(-1)])).toEqual([
    ["食品", "1", "1"],
    ["钢铁", "0", "2"],
  ]);
  const refused = await get(`tables/steps?${question}&format=csv&subject=tea`);
  expect(refused.statusCode).toBe(404);
});

test.each(tableKeys)("%s is had in both forms and languages, each with a name of its own", async (table) => {
  for (const lang of ["zh", "en"]) {
    const csv = await get(`tables/${table}?${question}&format=csv&lang=${lang}${more[table] ?? ""}`);
    expect([csv.statusCode, csv.headers["content-type"]]).toEqual([200, "text/csv; charset=utf-8"]);
    expect(csv.headers["content-disposition"]).toMatch(
      new RegExp(`^attachment; filename="sample-2022-${table}-2022-06.csv"; filename\\*=UTF-8''[%\\w.-]+\\.csv$`),
    );
    const workbook = await get(`tables/${table}?${question}&format=xlsx&lang=${lang}${more[table] ?? ""}`);
    expect(workbook.headers["content-type"]).toContain("spreadsheetml");
    const [sheet] = readSheets(new Uint8Array(workbook.rawPayload));
    expect(sheet?.cells.length).toBeGreaterThan(5);
  }
});

test("a file that is asked for again is the same with the same name, and is not sent to whoever has it", async () => {
  const url = `tables/chains?${question}&format=xlsx&lang=en`;
  const [first, second] = [await get(url), await get(url)];
  expect(second.rawPayload.equals(first.rawPayload)).toBe(true);
  expect(second.headers["content-disposition"]).toBe(first.headers["content-disposition"]);
  const headers = { "if-none-match": String(first.headers.etag) };
  const known = await opened.app.inject({ url: `/api/plans/sample-2022/${url}`, headers });
  expect(known.statusCode).toBe(304);
});

test.each([
  ["a table that is not there", `tables/secrets?${question}&format=csv`, 400],
  ["a form that is not there", `tables/chains?${question}&format=pdf`, 400],
  ["a horizon that the plan has not", "tables/chains?month=2022-06&horizon=2030-12&format=csv", 404],
])("refuses %s", async (_, path, status) => {
  const response = await get(path);
  expect([response.statusCode, typeof response.json<{ message: string }>().message]).toEqual([status, "string"]);
});
