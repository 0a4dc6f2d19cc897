/** 季考评: a rule that the office sets puts figures on the units' papers, and what is accepted of them is scored. DOMAIN section 8. */

import { acceptSubmission } from "@beizeng/server/actions/accept-submission.ts";
import { closeMonth } from "@beizeng/server/actions/close-month.ts";
import { submitReport } from "@beizeng/server/actions/submit-report.ts";
import type { Appraisal } from "@beizeng/server/contract/appraisal.ts";
import type { Paper } from "@beizeng/server/contract/paper.ts";
import { replayAudit } from "@beizeng/server/replay-audit.ts";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { openTestApp, type TestApp } from "../helpers/app.ts";
import { openedPackage } from "../helpers/office/opened-package.ts";
import { allNamed, childNamed, type XmlElement } from "../helpers/office/xml-tree.ts";
import { reportAndAccept, reporter, reviewer } from "./reports.ts";
import { samplePlan } from "./sample-plan.ts";

const plan = "/api/plans/sample-2022";
const units = ["industry", "commerce"];
const rule = {
  ...{ from: "2022-07", subject: "service", units },
  indicators: [
    { indicator: "output", method: "against-best", fullMarks: "60" },
    {
      newIndicator: { name: { zh: "新建项目" }, unit: { zh: "个" }, decimals: 0, isIndivisible: true },
      ...{ method: "by-rank", fullMarks: "40", stepMarks: "12.5" },
    },
  ],
};
const projects = "sample-2022-indicator-1";

let opened: TestApp;
let office: { cookie: string };
let keys = 0;
beforeEach(async () => {
  opened = await openTestApp([samplePlan()]);
  onTestFinished(() => opened.dispose());
  opened.clock.set("2022-10-12T02:00:00.000Z");
  office = await opened.as("office");
});

async function ask<T>(url: string, headers = office): Promise<T> {
  const response = await opened.app.inject({ url: `${plan}${url}`, headers });
  expect([url, response.statusCode, response.body]).toEqual([url, 200, expect.anything()]);
  return response.json<T>();
}
const post = (path: string, payload: object, headers = office) =>
  opened.app.inject({
    method: "POST",
    url: `${plan}/${path}`,
    headers: { ...headers, "idempotency-key": `appraisal-key-${++keys}` },
    payload,
  });
const set = (payload: object = rule) => post("appraisal-rules", { ...payload, reason: "年度考评办法" });

test("without a rule nothing is scored, and it is said plainly", async () => {
  const seen = await ask<Appraisal>("/appraisal?quarter=2022-09");
  expect(seen).toMatchObject({ rule: null, rows: [], rules: [] });
  expect(seen.sentence.zh).toBe(
    "2022年第三季度没有考评办法：方案没有规定权重和计分方法，工作专班也没有设定，不计分、不排名。",
  );
});

test("a rule puts its figures on the papers of its units, and before its month there is none", async () => {
  expect((await set()).json()).toMatchObject({ entity: "appraisal-rule:2022-07", isRepeated: false });
  const paper = await ask<Paper>("/papers/industry/2022-09");
  const measures = paper.subjects.flatMap(({ rows }) => rows).map(({ measure }) => measure);
  expect(measures).toContain("service.output.industry");
  expect(measures).toContain(`service.${projects}.industry`);
  expect(measures.filter((key) => key.endsWith(".commerce"))).toEqual([]);
  expect(
    (await ask<Paper>("/papers/industry/2022-06")).subjects.flatMap(({ rows }) => rows).map(({ measure }) => measure),
  ).not.toContain("service.output.industry");
  expect((await ask<Appraisal>("/appraisal?quarter=2022-06")).rule).toBeNull();
  const seen = await ask<Appraisal>("/appraisal?quarter=2022-09");
  expect(seen.rule).toMatchObject({ from: "2022-07", reason: "年度考评办法", units, isInForce: true });
  expect(seen.rule?.indicators.map(({ fullMarks, weight }) => [fullMarks.text, weight.text])).toEqual([
    ["60", "60%"],
    ["40", "40%"],
  ]);
  expect(seen.rows.map(({ rank, total, reported }) => [rank, total.text, reported])).toEqual([
    [null, "—", 0],
    [null, "—", 0],
  ]);
  expect(seen.rows[0]?.scores[0]?.value).toEqual({ value: null, text: { zh: "未报", en: expect.any(String) } });
  const { differences } = await replayAudit(opened.store);
  expect(differences).toEqual([]);
});

test("what is accepted is scored: points, ranks, weights; what waits for review is not", async () => {
  await set();
  const lines = (unit: string, output: string, built: string) => [
    { measure: `service.output.${unit}`, amount: output },
    { measure: `service.${projects}.${unit}`, amount: built },
  ];
  const [period, now] = ["2022-09", "2022-10-12T03:00:00.000Z"];
  const industry = { department: "industry", period, now, lines: lines("industry", "8.0", "3") };
  await submitReport(opened.store, { actor: reporter("industry"), plan: "sample-2022", ...industry });
  expect((await ask<Appraisal>("/appraisal?quarter=2022-09")).rows.map(({ reported }) => reported)).toEqual([0, 0]);
  const commerce = { department: "commerce", period, now, lines: lines("commerce", "2.0", "3") };
  await reportAndAccept(opened.store, commerce);
  const half = await ask<Appraisal>("/appraisal?quarter=2022-09");
  // The only figure is the best one; the ranking is provisional.
  expect(half.rows.map(({ unit, rank, total }) => [unit.key, rank, total.text])).toEqual([
    ["commerce", 1, "100"],
    ["industry", null, "—"],
  ]);
  expect(half.sentence.zh).toBe(
    "2022年第三季度考评2个单位，1个报齐，1个未报齐；商务局第1名，得100分；未报齐的不计总分、不排名，其余单位的位次为暂定。",
  );
  const [waiting] = await opened.runRaw(
    "SELECT max(id) AS id FROM submissions WHERE department_id = (SELECT id FROM departments WHERE key = 'industry')",
  );
  await acceptSubmission(opened.store, {
    actor: reviewer,
    now: "2022-10-12T04:00:00.000Z",
    submission: Number(waiting?.id),
  });
  const whole = await ask<Appraisal>("/appraisal?quarter=2022-09");
  // Output 8 is the best: 60, and 60 × 2/8 = 15. Three projects each: both are first with 40.
  expect(
    whole.rows.map(({ unit, rank, total, scores }) => [
      unit.key,
      rank,
      total.text,
      scores.map(({ points, rank: place }) => [points.text, place]),
    ]),
  ).toEqual([
    [
      "industry",
      1,
      "100",
      [
        ["60", 1],
        ["40", 1],
      ],
    ],
    [
      "commerce",
      2,
      "55",
      [
        ["15", 2],
        ["40", 1],
      ],
    ],
  ]);
  // By another rule the same figures: 8/10 of 60 and 2/10 of 60; ranks as before. Nothing is written.
  const [output, built] = [
    { indicator: "output", method: "against-base", fullMarks: "60", base: "10" },
    { indicator: projects, method: "by-rank", fullMarks: "40", stepMarks: "12.5" },
  ];
  const trial = { ...rule, indicators: [output, built], from: "2022-07", quarter: "2022-09" };
  const tried = await opened.app.inject({
    method: "POST",
    url: `${plan}/appraisal-rules/preview`,
    headers: office,
    payload: trial,
  });
  expect(tried.json<Appraisal>().rows.map(({ total }) => total.text)).toEqual(["88", "52"]);
  expect((await ask<Appraisal>("/appraisal?quarter=2022-09")).rules).toHaveLength(1);
  // Set from October, it does not reach September.
  expect((await set({ ...rule, indicators: [output, built], from: "2022-10" })).statusCode).toBe(200);
  const after = await ask<Appraisal>("/appraisal?quarter=2022-09");
  expect(after.rows).toEqual(whole.rows);
  expect(after.rules.map(({ from, isInForce }) => [from, isInForce])).toEqual([
    ["2022-10", false],
    ["2022-07", true],
  ]);
  // As known the day before, there was no rule.
  expect((await ask<Appraisal>("/appraisal?quarter=2022-09&asKnownOn=2022-10-11")).rule).toBeNull();
});

const [first] = rule.indicators;
test.each([
  ["full marks of nothing", { indicators: [{ ...first, fullMarks: "0" }] }, "indicators.0.fullMarks"],
  ["three decimals", { indicators: [{ ...first, fullMarks: "1.005" }] }, "indicators.0.fullMarks"],
  ["a base of nothing", { indicators: [{ ...first, method: "against-base", base: "0" }] }, "indicators.0.base"],
  [
    "a cap below the whole",
    { indicators: [{ ...first, method: "against-base", base: "1", capPercent: 99 }] },
    "indicators.0.capPercent",
  ],
  [
    "a step above full marks",
    { indicators: [{ ...first, method: "by-rank", stepMarks: "61" }] },
    "indicators.0.stepMarks",
  ],
  ["an indicator twice", { indicators: [first, first] }, "indicators.1.indicator"],
  ["one unit", { units: ["industry"] }, "units"],
  ["a month before the plan", { from: "2021-01" }, "from"],
  ["no such subject", { subject: "nothing" }, "subject"],
])("%s is refused by its field, tried or set", async (_, change, field) => {
  for (const told of [
    await set({ ...rule, ...change }),
    await post("appraisal-rules/preview", { ...rule, ...change, quarter: "2022-09" }),
  ]) {
    expect([told.statusCode, told.json().field]).toEqual([
      expect.toSatisfy((code) => code === 422 || code === 404),
      field,
    ]);
  }
  expect((await replayAudit(opened.store)).additions).toBe(0);
});

test("a closed month is refused, tried or set: its quarter stands as it was appraised", async () => {
  const closing = { actor: reviewer, plan: "sample-2022", month: "2022-06", reason: "按已报结账" };
  expect(await closeMonth(opened.store, { ...closing, now: "2022-10-12T02:00:00.000Z" })).toMatchObject({ ok: true });
  const closed = { ...rule, from: "2022-06" };
  for (const told of [await set(closed), await post("appraisal-rules/preview", { ...closed, quarter: "2022-06" })])
    expect([told.statusCode, told.json().field]).toEqual([422, "from"]);
  expect((await post("appraisal-rules/preview", { ...rule, quarter: "2022-06" })).statusCode).toBe(200);
});

test("sheet, slide and annex of an edition show the points, and a total that is reckoned from them", async () => {
  await set();
  const [period, now] = ["2022-09", "2022-10-12T03:00:00.000Z"];
  const own = (unit: string, output: string, built: string) => [
    { measure: `service.output.${unit}`, amount: output },
    { measure: `service.${projects}.${unit}`, amount: built },
  ];
  await reportAndAccept(opened.store, { department: "industry", period, now, lines: own("industry", "8.0", "2") });
  await reportAndAccept(opened.store, { department: "commerce", period, now, lines: own("commerce", "2.0", "3") });
  const closing = { actor: reviewer, plan: "sample-2022", month: period, reason: "按已报结账" };
  expect(await closeMonth(opened.store, { ...closing, now: "2022-10-12T05:00:00.000Z" })).toMatchObject({ ok: true });
  const sections = [{ kind: "next", heading: "下步工作", text: "" }];
  const skeleton = { method: "PUT", payload: { seen: 0, sections, annexes: ["appraisal"] } } as const;
  const headers = { ...office, "idempotency-key": "appraisal-skeleton" };
  expect((await opened.app.inject({ ...skeleton, url: `${plan}/briefing-skeleton`, headers })).statusCode).toBe(200);
  const treesOf = async (file: string) => {
    const url = `${plan}/briefing/files/${file}?month=${period}&horizon=2022-12&edition=1`;
    return openedPackage((await opened.app.inject({ url, headers: office })).rawPayload).trees;
  };
  const texts = (root: XmlElement, name: string) => allNamed(root, name).map(({ text }) => text);
  // 8 is the best output: 60 and 60 × 2/8 = 15. Three projects are first with 40, two second with 40 − 12.5 = 27.5.
  const rows = [
    ["1", "工信局", "87.5", "60", "27.5"],
    ["2", "商务局", "55", "15", "40"],
  ];
  const written = [...(await treesOf("document"))].find(([name]) => name === "word/document.xml")?.[1];
  const annex = written === undefined ? [] : allNamed(written, "w:tbl");
  expect(
    annex.map((each) =>
      allNamed(each, "w:tr").map((row) => allNamed(row, "w:tc").flatMap((cell) => texts(cell, "w:t").join(""))),
    ),
  ).toEqual([[["位次", "单位", "总分（100）", "产值（60）", "新建项目（40）"], ...rows]]);
  const slides = [...(await treesOf("slides"))].filter(([name]) => /slides\/slide\d+\.xml$/.test(name));
  const tables = slides.flatMap(([, slide]) =>
    allNamed(slide, "a:tbl").map((each) =>
      allNamed(each, "a:tr").map((row) => allNamed(row, "a:tc").map((cell) => texts(cell, "a:t").join(""))),
    ),
  );
  expect(tables.filter(([heading]) => heading?.includes("总分（100）")).map(([, ...shown]) => shown)).toEqual([rows]);
  const sheets = await treesOf("tables");
  const workbook = sheets.get("xl/workbook.xml");
  const at =
    workbook === undefined
      ? -1
      : allNamed(workbook, "sheet").findIndex(({ attributes }) => attributes.get("name") === "季考评");
  const sheet = sheets.get(`xl/worksheets/sheet${at + 1}.xml`);
  const cells = (sheet === undefined ? [] : allNamed(sheet, "row").slice(-2)).map((row) =>
    allNamed(row, "c").map((cell) => childNamed(cell, "v")?.text ?? texts(cell, "t").join("")),
  );
  expect(cells).toEqual([
    ["1", "工信局", "87.5", "8", "60", "1", "2", "27.5", "2"],
    ["2", "商务局", "55", "2", "15", "2", "3", "40", "1"],
  ]);
  expect(sheet === undefined ? [] : texts(sheet, "f")).toEqual(["ROUND(E5+H5,1)", "ROUND(E6+H6,0)"]);
});

test("a month that ends no quarter is refused, and only the office sets rules", async () => {
  const response = await opened.app.inject({ url: `${plan}/appraisal?quarter=2022-08`, headers: office });
  expect([response.statusCode, response.json().code]).toEqual([422, "month-out-of-range"]);
  for (const role of ["reporter", "leader", "statistics"] as const) {
    const headers = await opened.as(role, ["industry"]);
    expect((await post("appraisal-rules", { ...rule, reason: "x" }, headers)).statusCode).toBe(403);
  }
});
