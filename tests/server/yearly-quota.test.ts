import type { Subject } from "@beizeng/server/contract/subject.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../helpers/app.ts";
import { reportAndAccept } from "./reports.ts";
import { samplePlan } from "./sample-plan.ts";

let opened: TestApp;
beforeAll(async () => {
  const plan = samplePlan();
  const food = plan.subjects.find(({ id }) => id === "food");
  if (food === undefined) throw new Error("the sample plan has no food");
  const measure = { indicator: "above-scale-enterprises", nature: "population" as const };
  // 12 new firms a year, entered in batches.
  const quota = { reading: "new" as const, comparator: ">=" as const, value: 12, yearly: { from: 2022, to: 2024 } };
  const rest = { hardness: "committed" as const, clause: "二（二）2", curve: "batch" as const };
  food.measures = [{ ...measure, targets: [{ ...quota, ...rest }] }];
  opened = await openTestApp([plan], { today: () => "2023-10-12" });
  for (const [period, now, entries] of [
    ["2022-12", "2023-01-09T02:00:00.000Z", "15"],
    ["2023-06", "2023-07-09T02:00:00.000Z", "19"],
  ] as const) {
    const lines = [{ measure: "food.above-scale-enterprises", entries, reason: "已核实" }];
    await reportAndAccept(opened.store, { department: "commerce", period, now, lines });
  }
});
afterAll(() => opened.dispose());

async function quotaOf(year: number, month: string) {
  const answer = await opened.app.inject(`/api/plans/sample-2022/subjects/food?month=${month}`);
  expect(answer.statusCode, answer.body).toBe(200);
  const targets = answer.json<Subject>().measures.flatMap((measure) => measure.targets);
  const found = targets.find(({ target }) => target.horizon === `${year}-12`);
  if (found === undefined) throw new Error(`no quota of ${year}`);
  return found;
}

describe("the quota of a later year", () => {
  // Whenever it is looked at: before its year, in it, and after.
  test.each(["2022-06", "2023-06", "2023-10"])(
    "has the schedule of its own year, from 0, looked at in %s",
    async (month) => {
      const { schedule } = await quotaOf(2023, month);
      expect(schedule.map((point) => point.month)).toEqual([
        "2022-12",
        ...["01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12"].map((each) => `2023-${each}`),
      ]);
      // 12 × 0, 0, 10, 15, 20, 25, 30, 35, 40, 45, 50, 75, 100 %
      const due = [0, 0, 1.2, 1.8, 2.4, 3, 3.6, 4.2, 4.8, 5.4, 6, 9, 12];
      expect(schedule.map(({ expected }) => expected.value)).toEqual(due);
    },
  );

  test("counts from the end of the year before", async () => {
    const { assessment, history } = await quotaOf(2023, "2023-06");
    // 19 − 15 of 12, where 3.6 are due.
    expect(assessment).toMatchObject({ achieved: { value: 4 }, expected: { value: 3.6 }, light: "on-schedule" });
    expect(history.map(({ month }) => month)).toEqual(
      ["01", "02", "03", "04", "05", "06"].map((each) => `2023-${each}`),
    );
    expect((await quotaOf(2022, "2023-06")).assessment).toMatchObject({ achieved: { value: 15 }, light: "met" });
  });

  test("has no history before its year, and no value", async () => {
    const { assessment, history } = await quotaOf(2024, "2023-06");
    expect(history).toEqual([]);
    expect(assessment).toMatchObject({ achieved: { value: null }, light: null, cause: "before-first-period" });
  });
});
