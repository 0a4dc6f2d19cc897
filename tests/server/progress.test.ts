import type { Assessment } from "@beizeng/server/contract/assessment.ts";
import type { Progress } from "@beizeng/server/contract/progress.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../helpers/app.ts";
import { reportSampleYear } from "./reports.ts";
import { samplePlan } from "./sample-plan.ts";

let opened: TestApp;
beforeAll(async () => {
  opened = await openTestApp([samplePlan()]);
  await reportSampleYear(opened.store);
});
afterAll(() => opened.dispose());

const ask = async (query: string): Promise<Progress> => {
  const response = await opened.app.inject(`/api/plans/sample-2022/progress?${query}`);
  expect(response.statusCode).toBe(200);
  return response.json<Progress>();
};

const assessmentsOf = ({ headline, chains, tasks }: Progress): Assessment[] =>
  [...headline, ...chains, ...tasks].flatMap(({ assessments }) => assessments);

const shown = (assessment: Assessment) => [
  assessment.target,
  assessment.targetText.zh,
  assessment.achieved.text,
  assessment.expected.text,
  assessment.completion.text,
  assessment.gap.text,
  assessment.light,
  assessment.cause,
  assessment.judgedMonth,
];

describe("September 2022, targets of the year's end", () => {
  test("every figure as worked out by hand", async () => {
    const answer = await ask("month=2022-09&horizon=2022-12");
    expect(assessmentsOf(answer).map(shown)).toEqual([
      // 4 of 钢铁 and 1 of 食品, which is from June: 10 × 6/12 was due then; no light while 食品 has not reported.
      [
        "headline.above-scale-enterprises.new.2022-12",
        "新增 ≥10户",
        "5",
        "5",
        "50.0%",
        "—",
        null,
        "parts-missing",
        "2022-06",
      ],
      // 6 × 9/12 = 4.5: half a firm short is no gap in September.
      [
        "steel.above-scale-enterprises.new.2022-12",
        "新增 ≥6户",
        "4",
        "4.5",
        "66.7%",
        "0.5",
        "on-schedule",
        "under-one-unit",
        "2022-09",
      ],
      // The last twelve months need September 2021, which nobody reported: 40 + 10 × 9/12 is due.
      ["steel.output.level.2022-12", "≥50亿元", "—", "47.5", "—", "—", null, "not-formed", null],
      ["steel.plant.done.2022-12", "完成", "0", "—", "0.0%", "—", "not-due", "waits-for-deadline", "2022-09"],
      [
        "food.above-scale-enterprises.new.2022-12",
        "新增 ≥4户",
        "1",
        "2",
        "25.0%",
        "1",
        "unreported",
        "no-report",
        "2022-06",
      ],
    ]);
    expect(answer.lights).toEqual({
      met: 0,
      "on-schedule": 1,
      behind: 0,
      "far-behind": 0,
      missed: 0,
      unreported: 1,
      "not-due": 1,
      none: 2,
    });
    expect(answer.behind).toEqual([]);
    expect(answer.unreported).toEqual([
      {
        target: "food.above-scale-enterprises.new.2022-12",
        reportingUnit: { zh: "商务局", en: "Commerce bureau" },
        lastMonth: "2022-06",
      },
    ]);
    expect(answer.quotation).toEqual({
      month: "2022-09",
      basis: "department",
      asKnownOn: null,
      // One load of the plan, then 8 reports of two steps each.
      revision: 17,
      latestPeriod: "2022-09",
      isDemonstration: true,
    });
    expect(answer.summary.zh).toBe("2条产业链：1条达序时，1条未报。");
  });

  test("what the headline is made of", async () => {
    const { reconciliations, headline } = await ask("month=2022-09&horizon=2022-12");
    expect(headline[0]?.assessments[0]?.rollUp).toMatchObject({
      partsReported: 1,
      parts: 2,
      allocated: { text: "10" },
      unallocated: { text: "0" },
    });
    expect(reconciliations).toEqual([
      {
        target: "headline.above-scale-enterprises.new.2022-12",
        subject: "headline",
        name: { zh: "新增规上企业", en: "Above-scale enterprises, new" },
        horizon: "2022-12",
        unit: { zh: "户", en: "firms" },
        targetValue: { value: 10, text: "10" },
        allocated: { value: 10, text: "10" },
        unallocated: { value: 0, text: "0" },
        parts: [
          { subject: "steel", name: { zh: "钢铁", en: "Steel" }, value: { value: 6, text: "6" } },
          { subject: "food", name: { zh: "食品", en: "Food" }, value: { value: 4, text: "4" } },
        ],
        note: null,
      },
    ]);
  });
});

test("June 2022: both chains reported, 食品 one whole firm behind", async () => {
  const answer = await ask("month=2022-06&horizon=2022-12");
  const [headline, steel, , , food] = assessmentsOf(answer);
  // 3 + 1 of 10 with 5 due: ten points are within twenty.
  expect(headline && shown(headline).slice(2)).toEqual([
    "4",
    "5",
    "40.0%",
    "1",
    "behind",
    "within-tolerance",
    "2022-06",
  ]);
  expect(steel && shown(steel).slice(2)).toEqual(["3", "3", "50.0%", "0", "on-schedule", "no-gap", "2022-06"]);
  // 1 of 4 with 2 due: 25 points.
  expect(food && shown(food).slice(2)).toEqual(["1", "2", "25.0%", "1", "far-behind", "beyond-tolerance", "2022-06"]);
  expect(answer.behind).toEqual([
    "food.above-scale-enterprises.new.2022-12",
    "headline.above-scale-enterprises.new.2022-12",
  ]);
  expect(answer.summary.zh).toBe("2条产业链：1条达序时，1条严重滞后，差距最大的是食品（新增规上企业差1户）。");
});

test("a chain without a target at the horizon is there and empty; the longer way goes through the nearer target", async () => {
  const { chains, headline } = await ask("month=2022-06&horizon=2025-12");
  expect(headline).toEqual([]);
  expect(chains.map(({ subject, assessments }) => [subject.key, assessments.length])).toEqual([
    ["steel", 1],
    ["food", 0],
  ]);
  const [steel] = chains.flatMap(({ assessments }) => assessments);
  // 6 by the end of 2022 stands on the way: 6 × 6/12 is due in June.
  expect(steel && shown(steel)[3]).toBe("3");
});

test("a standing promise is judged by the month", async () => {
  const { tasks } = await ask("month=2022-09&horizon=standing");
  const [rate] = tasks.flatMap(({ assessments }) => assessments);
  // 97.2 / 96 = 101.25 %.
  expect(rate && shown(rate).slice(2, 7)).toEqual(["97.2", "—", "101.3%", "−1.2", "on-schedule"]);
  const march = await ask("month=2022-03&horizon=standing");
  const [before] = march.tasks.flatMap(({ assessments }) => assessments);
  // One short of 96 is 1.04 %.
  expect(before && shown(before).slice(2, 7)).toEqual(["95.0", "—", "99.0%", "1.0", "behind"]);
});

test("before the first period nothing has a light, and there is no latest period", async () => {
  const answer = await ask("month=2022-02&horizon=2022-12");
  expect(answer.lights.none).toBe(5);
  expect(answer.quotation.latestPeriod).toBeNull();
  expect(answer.summary.zh).toBe("2条产业链：尚无可亮灯的目标。");
});

test("on the statistics basis nothing is confirmed, which is not 未报", async () => {
  const answer = await ask("month=2022-09&horizon=2022-12&basis=statistics");
  expect(answer.lights.unreported).toBe(4);
  expect(assessmentsOf(answer).map(({ achievedText }) => achievedText.zh)).toEqual([
    "—",
    "未核定",
    "未核定",
    "未核定",
    "未核定",
  ]);
  expect(answer.summary.zh).toBe("2条产业链：2条未核定。");
});
