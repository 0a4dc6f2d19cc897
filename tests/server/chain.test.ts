import type { Comparison } from "@beizeng/server/contract/comparison.ts";
import type { Steps } from "@beizeng/server/contract/steps.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../helpers/app.ts";
import { reportSampleYear } from "./reports.ts";
import { samplePlan } from "./sample-plan.ts";

// 钢铁 has 1, 3, 4 new firms at the ends of three quarters, 食品 0 and 1 and then no report; output 10.5, 24.0, 36.5 since January.
// 6 firms in a year are 1.5 a quarter, 4 are 1.
let opened: TestApp;
beforeAll(async () => {
  opened = await openTestApp([samplePlan()]);
  await reportSampleYear(opened.store);
});
afterAll(() => opened.dispose());

async function ask<Answer>(path: string): Promise<Answer> {
  const response = await opened.app.inject(`/api/plans/sample-2022/subjects/${path}`);
  expect(response.statusCode).toBe(200);
  return response.json<Answer>();
}

describe("which quarter brought what", () => {
  const told = ({ quarters }: Steps["groups"][number]) =>
    quarters.map(({ quarter, gained, due, running, parts }) => [
      ...[quarter, gained.text, due.text, running.text],
      parts.map(({ state, gained: own }) => (state === "reported" ? own.text : state)).join(" "),
    ]);

  test("of a chain: its firms and its output; a plant is done or not and has no steps", async () => {
    const { groups } = await ask<Steps>("steel/steps?month=2022-09");
    expect(groups.map(({ key }) => key)).toEqual(["above-scale-enterprises.new", "output.level"]);
    const [firms, output] = groups;
    expect(firms && told(firms)).toEqual([
      ["2022-03", "1", "1.5", "1", "1"],
      ["2022-06", "2", "1.5", "3", "2"],
      ["2022-09", "1", "1.5", "4", "1"],
    ]);
    expect(firms?.sentence.zh).toBe("新增规上企业：各季度共4户；2022年二季度最多，2户；最近的2022年三季度1户。");
    expect(firms?.sources).toEqual([
      {
        measure: "steel.above-scale-enterprises",
        name: { zh: "钢铁", en: "Steel" },
        department: "industry",
        departmentName: { zh: "工信局", en: "Industry bureau" },
        gained: { value: 4, text: "4" },
      },
    ]);
    // 24 − 10.5 and 36.5 − 24; what is due of the last twelve months is no quarter's.
    expect(output && told(output)).toEqual([
      ["2022-03", "10.5", "—", "10.5", "10.5"],
      ["2022-06", "13.5", "—", "24.0", "13.5"],
      ["2022-09", "12.5", "—", "36.5", "12.5"],
    ]);
  });

  test("of a headline: what its parts brought, and who has not reported", async () => {
    const { groups } = await ask<Steps>("headline/steps?month=2022-09");
    const [firms] = groups;
    expect(firms && told(firms)).toEqual([
      ["2022-03", "1", "2.5", "1", "1 0"],
      ["2022-06", "3", "2.5", "4", "2 1"],
      ["2022-09", "1", "2.5", "5", "1 unreported"],
    ]);
    expect(firms?.sources.map(({ name, departmentName, gained }) => [name.zh, departmentName.zh, gained.text])).toEqual(
      [
        ["钢铁", "工信局", "4"],
        ["食品", "商务局", "1"],
      ],
    );
    expect(firms?.sentence.zh).toContain("钢铁占其中4户。");
    expect(firms?.quarters[1]?.parts[1]).toMatchObject({
      since: "2022-03",
      standsAt: "2022-06",
      reporter: "reporter-commerce",
      reportedOn: "2022-07-08",
      isCorrected: false,
    });
  });

  test("within a quarter nobody is asked yet; on a day before a report it is not known", async () => {
    const { groups } = await ask<Steps>("food/steps?month=2022-08");
    expect(groups[0]?.quarters.at(-1)).toMatchObject({ quarter: "2022-09", parts: [{ state: "awaited" }] });
    const then = await ask<Steps>("steel/steps?month=2022-06&asKnownOn=2022-06-30");
    expect(then.groups[0]?.quarters.map(({ gained }) => gained.text)).toEqual(["1", "—"]);
  });

  test("a rate and a subject without figures have none; an unknown subject is refused", async () => {
    expect((await ask<Steps>("service/steps?month=2022-09")).groups).toEqual([]);
    const refused = await opened.app.inject("/api/plans/sample-2022/subjects/tea/steps?month=2022-09");
    expect([refused.statusCode, refused.json().code]).toEqual([404, "unknown-subject"]);
  });
});

describe("a chain beside the others", () => {
  const rowsOf = ({ rows }: Comparison["groups"][number]) =>
    rows.map(({ subject, isOwn, place, assessment }) => [subject.key, isOwn, place, assessment.gap.text]);

  test("by indicator and reading, the largest gap first, the own row marked", async () => {
    const { groups, subject } = await ask<Comparison>("steel/comparison?month=2022-06&horizon=2022-12");
    expect(subject.key).toBe("steel");
    expect(groups.map((group) => [group.key, rowsOf(group)])).toEqual([
      [
        "above-scale-enterprises.new",
        [
          ["food", false, 1, "1"],
          ["steel", true, 2, "0"],
        ],
      ],
      ["output.level", [["steel", true, null, "—"]]],
      ["plant.done", [["steel", true, null, "—"]]],
    ]);
    expect(groups.map(({ sentence }) => sentence.zh)).toEqual([
      "新增规上企业：2条产业链中，钢铁没有滞后；差距最大的是食品，差1户。",
      "产值：只有钢铁有这个目标，无可对比。",
      "达产：只有钢铁有这个目标，无可对比。",
    ]);
  });

  test("the same from the other side; never another horizon or kind of subject", async () => {
    const { groups } = await ask<Comparison>("food/comparison?month=2022-06&horizon=2022-12");
    expect(groups.map(({ sentence }) => sentence.zh)).toEqual(["新增规上企业：2条产业链中，食品差距最大，差1户。"]);
    const far = await ask<Comparison>("steel/comparison?month=2022-06&horizon=2025-12");
    expect(far.groups.map(rowsOf)).toEqual([[["steel", true, 1, "0"]]]);
    const headline = await ask<Comparison>("headline/comparison?month=2022-06&horizon=2022-12");
    expect(headline.groups.map(rowsOf)).toEqual([[["headline", true, 1, "1"]]]);
    expect((await ask<Comparison>("food/comparison?month=2022-06&horizon=2025-12")).groups).toEqual([]);
  });
});
