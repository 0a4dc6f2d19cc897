import { expandPlan } from "@beizeng/seeds/expand-plan.ts";
import { loadPlans } from "@beizeng/seeds/load-plan.ts";
import { plansFolder, readPlanDocuments } from "@beizeng/seeds/plan-document.ts";
import { buildApp } from "@beizeng/server/app.ts";
import type { Departments } from "@beizeng/server/contract/departments.ts";
import type { Progress } from "@beizeng/server/contract/progress.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  chainsByHand,
  departmentsByHand,
  growthByHand,
  headlineByHand,
  reportByHand,
  zoneSumsByHand,
} from "../helpers/gaoping-by-hand.ts";
import { openTestStore, type TestStore } from "../helpers/store.ts";

const plan = "gaoping-2022";

let opened: TestStore;
let app: Awaited<ReturnType<typeof buildApp>>;

beforeAll(async () => {
  opened = await openTestStore();
  const { store, clock } = opened;
  await loadPlans(store, readPlanDocuments(plansFolder).map(expandPlan), clock.now());
  await reportByHand(store, clock);
  app = await buildApp({
    store,
    build: "test",
    kind: "demonstration",
    now: opened.clock.now,
    today: () => "2023-02-01",
    webRoot: null,
    isLogged: false,
  });
});

afterAll(async () => {
  await app.close();
  await opened.dispose();
});

async function ask<T>(path: string): Promise<T> {
  const answer = await app.inject(`/api/plans/${plan}/${path}`);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<T>();
}

const progressAt = (month: string) => ask<Progress>(`progress?month=${month}&horizon=2022-12`);

describe("高平 2022, by hand", () => {
  test.each(Object.keys(chainsByHand))("every chain in %s", async (month) => {
    const { chains } = await progressAt(month);
    const seen = Object.fromEntries(
      chains.map(({ subject, assessments }) => {
        const standOf = (indicator: string) => {
          const found = assessments.find((assessment) => assessment.indicator === indicator);
          return found === undefined ? null : [found.completion.text, found.light];
        };
        return [subject.key, [standOf("above-scale-enterprises"), standOf("small-and-medium-enterprises")]];
      }),
    );
    expect(seen).toEqual(chainsByHand[month]);
  });

  test.each(Object.entries(headlineByHand))("the headline is the sum of its parts in %s", async (month, rows) => {
    const { headline } = await progressAt(month);
    const all = headline.flatMap(({ assessments }) => assessments);
    const seen = Object.fromEntries(
      Object.keys(rows).map((key) => {
        const found = all.find(({ target }) => target === `headline.${key}.2022-12`);
        return [
          key,
          [
            found?.achieved.text,
            found?.completion.text,
            found?.light,
            found?.rollUp?.partsReported,
            found?.rollUp?.parts,
            found?.expected.value,
          ],
        ];
      }),
    );
    expect(seen).toEqual(rows);
  });

  test.each(Object.entries(growthByHand))("the growth of 市场主体 over its base in %s", async (month, row) => {
    const { headline } = await progressAt(month);
    const all = headline.flatMap(({ assessments }) => assessments);
    const found = all.find(({ target }) => target === "headline.market-entities.growth.2022-12");
    expect([found?.achieved.text, found?.completion.text, found?.light, found?.expected.value]).toEqual(row);
  });

  test("between quarters the value of September stands, judged by September's schedule", async () => {
    const { chains } = await progressAt("2022-11");
    const small = chains.find(({ subject }) => subject.key === "new-energy-vehicle-parts")?.assessments[0];
    // November would ask for 5 × 11/12 = 4.58 and light behind; the value is September's.
    expect(small).toMatchObject({ judgedMonth: "2022-09", light: "on-schedule", isCarriedForward: true });
    expect(small?.expected.value).toBe(3.75);
  });

  test.each(Object.entries(departmentsByHand))("departments in September, view %s", async (attribution, rows) => {
    const { departments } = await ask<Departments>(
      `departments?month=2022-09&horizon=2022-12&attribution=${attribution}`,
    );
    const seen = Object.fromEntries(
      Object.keys(rows).map((key) => {
        const found = departments.find(({ department }) => department.key === key);
        return [key, [found?.composite.text, found?.rank, found?.reported, found?.targets]];
      }),
    );
    expect(seen).toEqual(rows);
  });

  test("the zone's sums in September", async () => {
    const { departments } = await ask<Departments>("departments?month=2022-09&horizon=2022-12&attribution=full");
    const zone = departments.find(({ department }) => department.key === "gaoping-development-zone");
    expect(
      zone?.sums.map(({ indicator, achieved, target, completion }) => [
        indicator,
        achieved.text,
        target.text,
        completion.text,
      ]),
    ).toEqual(zoneSumsByHand.full);
  });

  test("no lead is named in the text, and the lead view says so", async () => {
    const { withoutLead, departments } = await ask<Departments>(
      "departments?month=2022-09&horizon=2022-12&attribution=lead",
    );
    expect(withoutLead).toHaveLength(10 + 1);
    expect(departments.every(({ targets }) => targets === 0)).toBe(true);
  });
});
