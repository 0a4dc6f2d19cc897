/** 季考评: a rule that the office sets puts figures on the units' papers, and what is accepted of them is scored. DOMAIN section 8. */

import { acceptSubmission } from "@beizeng/server/actions/accept-submission.ts";
import { submitReport } from "@beizeng/server/actions/submit-report.ts";
import type { Appraisal } from "@beizeng/server/contract/appraisal.ts";
import type { Paper } from "@beizeng/server/contract/paper.ts";
import { replayAudit } from "@beizeng/server/replay-audit.ts";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { openTestApp, type TestApp } from "../helpers/app.ts";
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

test("a month that ends no quarter is refused, and only the office sets rules", async () => {
  const response = await opened.app.inject({ url: `${plan}/appraisal?quarter=2022-08`, headers: office });
  expect([response.statusCode, response.json().code]).toEqual([422, "month-out-of-range"]);
  for (const role of ["reporter", "leader", "statistics"] as const) {
    const headers = await opened.as(role, ["industry"]);
    expect((await post("appraisal-rules", { ...rule, reason: "x" }, headers)).statusCode).toBe(403);
  }
});
