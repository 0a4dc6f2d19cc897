import type { Plan, PlanList } from "@beizeng/server/contract/plans.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../helpers/app.ts";
import { samplePlan } from "./sample-plan.ts";

let opened: TestApp;
beforeAll(async () => {
  opened = await openTestApp([samplePlan(), samplePlan("other-2022", "140501")]);
});
afterAll(() => opened.dispose());

test("the list of plans, with the months that can be asked for", async () => {
  const { workspace, plans } = (await opened.app.inject("/api/plans")).json<PlanList>();
  expect(workspace).toEqual({ kind: "demonstration", today: "2022-10-12" });
  expect(plans.map(({ key }) => key)).toEqual(["sample-2022", "other-2022"]);
  expect(plans[0]).toMatchObject({
    documentNumber: "样发〔2022〕1号",
    issuer: { zh: "市政府" },
    frequency: "quarter",
    firstPeriod: "2022-03",
    firstMonth: "2021-12",
    lastMonth: "2022-10",
    // The 10th of October has passed.
    latestPeriod: "2022-09",
    horizons: [
      { horizon: "2022-12", targets: 5 },
      { horizon: "2025-12", targets: 1 },
      { horizon: "standing", targets: 1 },
    ],
    counts: { chains: 2, targets: 7, departments: 3 },
  });
});

test.each([
  ["2022-10-10", "2022-06"],
  ["2022-10-11", "2022-09"],
  ["2022-04-11", "2022-03"],
  // Before the first due day the first period is what a page opens with.
  ["2022-02-01", "2022-03"],
])("on %s the latest period due is %s", async (today, period) => {
  const early = await openTestApp([samplePlan()], { today: () => today });
  try {
    const { plans } = (await early.app.inject("/api/plans")).json<PlanList>();
    expect(plans[0]?.latestPeriod).toBe(period);
  } finally {
    await early.dispose();
  }
});

test("a plan says everything that its document says", async () => {
  const plan = (await opened.app.inject("/api/plans/sample-2022")).json<Plan>();
  expect(plan.isDemonstration).toBe(true);
  expect(
    plan.subjects.map(({ key, units }) => [
      key,
      units.map(({ department, role, isReporting }) => [department, role, isReporting]),
    ]),
  ).toEqual([
    ["headline", [["government", "responsible", true]]],
    [
      "steel",
      [
        ["industry", "lead", true],
        ["commerce", "responsible", false],
      ],
    ],
    ["food", [["commerce", "responsible", true]]],
    ["service", [["government", "responsible", true]]],
  ]);
  expect(plan.measures).toHaveLength(6);
  expect(plan.targets.map(({ text }) => text.zh)).toEqual([
    "新增 ≥10户",
    "新增 ≥6户",
    "新增 ≥20户",
    "≥50亿元",
    "完成",
    "新增 ≥4户",
    "≥96%",
  ]);
  expect(plan.targets[1]).toMatchObject({
    opening: { text: "30" },
    clause: "二（一）",
    adjustments: [],
    hardness: "committed",
  });
  expect(plan.departments.map(({ key, subjects, targets }) => [key, subjects, targets])).toEqual([
    ["government", 2, 2],
    ["industry", 1, 4],
    ["commerce", 2, 5],
  ]);
  expect(plan.reconciliations.map(({ allocated, unallocated }) => [allocated.text, unallocated.text])).toEqual([
    ["10", "0"],
  ]);
});

test("the list says of a plan what the plan says of itself", async () => {
  const { plans } = (await opened.app.inject("/api/plans")).json<PlanList>();
  for (const { key, ...said } of plans) {
    const { plan } = (await opened.app.inject(`/api/plans/${key}`)).json<Plan>();
    expect(plan).toEqual({ key, ...said });
  }
});

test("health says build, revision and that the data are a demonstration", async () => {
  expect((await opened.app.inject("/api/health")).json()).toEqual({
    status: "ok",
    build: "test",
    revision: 1,
    isDemonstration: true,
  });
});
