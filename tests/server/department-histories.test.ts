import type { DepartmentHistories } from "@beizeng/server/contract/department-histories.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../helpers/app.ts";
import { reportSampleYear } from "./reports.ts";
import { samplePlan } from "./sample-plan.ts";

// 工信局 leads 钢铁, which 商务局 answers for too; 商务局 alone has 食品. Of 钢铁's 6 new firms 1, 3 and 4 are there by the quarters,
// the plant is not done, the output cannot be formed: composites (1/6 + 0)/2, (3/6 + 0)/2, (4/6 + 0)/2.
let opened: TestApp;
beforeAll(async () => {
  opened = await openTestApp([samplePlan()]);
  await reportSampleYear(opened.store);
});
afterAll(() => opened.dispose());

const get = (query: string) =>
  opened.app.inject(`/api/plans/sample-2022/department-histories?horizon=2022-12&${query}`);
async function ask(query: string): Promise<DepartmentHistories> {
  const response = await get(query);
  expect(response.statusCode).toBe(200);
  return response.json<DepartmentHistories>();
}

test("a unit month by month: between reports the last one stands", async () => {
  const { units } = await ask("month=2022-09&department=industry");
  expect(units[0]?.months.map(({ month, composite }) => [month, composite.text])).toEqual([
    ["2022-03", "8.3%"],
    ["2022-04", "8.3%"],
    ["2022-05", "8.3%"],
    ["2022-06", "25.0%"],
    ["2022-07", "25.0%"],
    ["2022-08", "25.0%"],
    ["2022-09", "33.3%"],
  ]);
  expect(units[0]?.months[0]).toMatchObject({ counted: 2, reported: 3, targets: 3 });
  expect(units[0]?.sentence.zh).toBe(
    "工信局单独负责0个事项、共同负责1个；综合完成率由2022年3月的8.3%到2022年9月的33.3%；3期都按时填报。",
  );
});

test("what it answers for, alone and with whom, in the three attributions", async () => {
  const [commerce] = (await ask("month=2022-09&department=commerce")).units;
  expect(
    commerce?.subjects.map(({ subject, role, targets, light, others, hasLead }) => [
      ...[subject.key, role, targets, light, hasLead],
      others.map(({ department, role: theirs }) => `${department} ${theirs}`).join(),
    ]),
  ).toEqual([
    ["steel", "responsible", 3, "on-schedule", true, "industry lead"],
    ["food", "responsible", 1, "unreported", false, ""],
  ]);
  expect([commerce?.alone, commerce?.joint]).toEqual([1, 1]);
  expect(
    commerce?.standings.map(({ attribution, composite, reported, targets }) => [
      ...[attribution, composite.text, reported, targets],
    ]),
  ).toEqual([
    ["full", "33.3%", 3, 4],
    ["shared", "33.3%", 3, 4],
    ["lead", "—", 0, 0],
  ]);
});

test("how it has reported, a period each; what is alone and has no figure of the horizon is named all the same", async () => {
  const { units } = await ask("month=2022-09&department=commerce&department=government");
  const [commerce, government] = units;
  expect(commerce?.periods.map(({ period, punctuality, submittedOn }) => [period, punctuality, submittedOn])).toEqual([
    ["2022-03", "on-time", "2022-04-08"],
    ["2022-06", "on-time", "2022-07-08"],
    ["2022-09", "missing", null],
  ]);
  expect(commerce?.punctuality).toEqual({ onTime: 2, late: 0, missing: 1 });
  expect(government?.subjects.map(({ subject, targets, others }) => [subject.key, targets, others])).toEqual([
    ["headline", 1, []],
    ["service", 0, []],
  ]);
});

test("units side by side, each once, in the order asked for and at most four", async () => {
  const { units, sentence, attribution } = await ask(
    "month=2022-06&attribution=shared&department=industry&department=commerce&department=industry",
  );
  expect(attribution).toBe("shared");
  expect(units.map(({ department }) => department.key)).toEqual(["industry", "commerce"]);
  // 钢铁 counts for half: ((3/6 + 0)/2 + 1/4) / (1/2 + 1/2 + 1) = (0.25 + 0.25)/2 against 0.25.
  expect(sentence.zh).toBe("2022年6月2个单位的综合完成率同为25.0%；都没有缺报。");
  const many = await get(`month=2022-06${"&department=industry".repeat(5)}`);
  expect([many.statusCode, (await get("month=2022-06")).statusCode]).toEqual([400, 400]);
  const unknown = await get("month=2022-06&department=fisheries");
  expect([unknown.statusCode, unknown.json().code]).toEqual([404, "unknown-department"]);
});

test("before the first period there is no month, and nothing to say of a composite", async () => {
  const { units } = await ask("month=2022-02&department=industry");
  expect([units[0]?.months, units[0]?.periods]).toEqual([[], []]);
  expect(units[0]?.sentence.zh).toBe("工信局单独负责0个事项、共同负责1个；综合完成率还没有数；没有填报任务。");
});
