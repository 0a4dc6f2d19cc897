import type { PlanDocument } from "@beizeng/seeds/plan-types.ts";
import type { Departments } from "@beizeng/server/contract/departments.ts";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { openTestApp, type TestApp } from "../helpers/app.ts";
import { reportAndAccept, reportSampleYear } from "./reports.ts";
import { samplePlan } from "./sample-plan.ts";

let opened: TestApp;
beforeAll(async () => {
  opened = await openTestApp([samplePlan()]);
  await reportSampleYear(opened.store);
});
afterAll(() => opened.dispose());

const ask = async (query: string): Promise<Departments> => {
  const response = await opened.app.inject(`/api/plans/sample-2022/departments?horizon=2022-12&${query}`);
  expect(response.statusCode).toBe(200);
  return response.json<Departments>();
};

const shown = ({ departments }: Departments) =>
  departments.map(({ department, rank, composite, reported, targets, sums }) => [
    department.key,
    rank,
    composite.text,
    `${reported}/${targets}`,
    ...sums.map(({ achieved, target, completion }) => `${achieved.text}/${target.text}=${completion.text}`),
  ]);

test("full: every unit answers in full, and has a rank only when everything due is in", async () => {
  const answer = await ask("month=2022-09");
  expect(shown(answer)).toEqual([
    // The headline alone: it has no report of its own, and one of its two parts has none.
    ["government", null, "—", "0/1", "5/10=50.0%"],
    // New firms 2/3, the plant 0; output is reported and cannot be formed yet, which nobody owes.
    ["industry", 1, "33.3%", "3/3", "4/6=66.7%"],
    ["commerce", null, "33.3%", "3/4", "5/10=50.0%"],
  ]);
  expect(answer.departments[2]?.punctuality).toEqual({ onTime: 2, late: 0, missing: 1 });
  expect(answer.departments[1]?.punctuality).toEqual({ onTime: 3, late: 0, missing: 0 });
  expect(answer.departments[2]?.cells).toEqual([
    { subject: "steel", role: "responsible", light: "on-schedule", targets: 3 },
    { subject: "food", role: "responsible", light: "unreported", targets: 1 },
  ]);
  expect(answer.assessments.map(({ target }) => target)).toHaveLength(5);
});

test("shared: a joint target counts by its share", async () => {
  const [, , commerce] = shown(await ask("month=2022-09&attribution=shared"));
  // 4 × 1/2 + 1 of 6 × 1/2 + 4; (2/3 × 1/2 + 0 × 1/2) / 1.
  expect(commerce).toEqual(["commerce", null, "33.3%", "3/4", "3.0/7.0=42.9%"]);
});

test("lead: only what a unit leads, and the subjects that nobody leads are named", async () => {
  const answer = await ask("month=2022-09&attribution=lead");
  expect(answer.departments.map(({ department }) => department.key)).toEqual(["industry"]);
  expect(answer.withoutLead.map(({ key }) => key)).toEqual(["headline", "food"]);
});

test("a rank where everything due is in", async () => {
  const march = await ask("month=2022-03");
  // The headline has all its parts: 1 of 10; (1/6 + 0) / 2; (1/6 + 0 + 0) / 3.
  expect(shown(march).map(([key, rank, composite]) => [key, rank, composite])).toEqual([
    ["government", 1, "10.0%"],
    ["industry", 2, "8.3%"],
    ["commerce", 3, "5.6%"],
  ]);
});

/** The sample plan with a group of three townships, of which two report a measure each; the third has left by August. */
function planWithGroup(): PlanDocument {
  const plan = samplePlan();
  const name = (zh: string) => ({ zh, en: zh });
  const township = (id: string, zh: string) => ({
    ...{ id, name: name(zh), kind: "government" as const, jurisdiction: "140581" },
  });
  plan.departments.push(township("east", "东镇"), township("west", "西镇"), township("north", "北镇"), {
    ...{ id: "townships", name: name("各镇"), kind: "group", jurisdiction: "140581" },
    members: [{ department: "east" }, { department: "west" }, { department: "north", to: "2022-07" }],
  });
  const target = (value: number) => ({
    ...{ reading: "new" as const, comparator: ">=" as const, value, deadline: "2022-12" },
    ...{ hardness: "committed" as const, clause: "四", curve: "linear" as const },
  });
  plan.subjects.push({
    ...{ id: "towns", kind: "task", name: name("镇域"), clause: "四" },
    assignments: [{ department: "townships", role: "responsible" }],
    measures: [{ indicator: "above-scale-enterprises", nature: "population", each: "townships", targets: [target(4)] }],
  });
  return plan;
}

test("a group is one unit and, where its members report, by member", async () => {
  const own = await openTestApp([planWithGroup()]);
  onTestFinished(() => own.dispose());
  const report = (department: string, entries: string) =>
    reportAndAccept(own.store, {
      ...{ department, period: "2022-06", now: "2022-07-08T02:00:00.000Z" },
      lines: [{ measure: `towns.above-scale-enterprises.${department}`, entries, exits: "0" }],
    });
  await report("east", "4");
  await report("west", "1");
  const groupIn = async (month: string) => {
    const answer = await own.app.inject(`/api/plans/sample-2022/departments?horizon=2022-12&month=${month}`);
    return answer.json<Departments>().departments.find(({ department }) => department.key === "townships");
  };
  const group = await groupIn("2022-06");
  // 4 of 4, 1 of 4, and 北镇 without a report: two of three, (1 + 1/4) / 2.
  expect([group?.composite.text, `${group?.reported}/${group?.targets}`]).toEqual(["62.5%", "2/3"]);
  expect(
    group?.byMember.map(({ department, composite, reported, targets, lights }) => [
      department.key,
      composite.text,
      `${reported}/${targets}`,
      Object.entries(lights).flatMap(([light, count]) => (count > 0 ? [light] : [])),
    ]),
  ).toEqual([
    ["east", "100.0%", "1/1", ["met"]],
    // One of the two that are due: a gap of one whole unit, 25 points of 4.
    ["west", "25.0%", "1/1", ["far-behind"]],
    ["north", "—", "0/1", ["unreported"]],
  ]);
  expect((await groupIn("2022-08"))?.byMember.map(({ department }) => department.key)).toEqual(["east", "west"]);
  const others = await ask("month=2022-06");
  expect(others.departments.every(({ byMember }) => byMember.length === 0)).toBe(true);
});
