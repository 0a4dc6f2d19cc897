import { findPlanCounts, type PlanContent } from "@beizeng/db";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { engines, type StoreSource, storeSource, type TestStore } from "../helpers/store.ts";
import { loadSample, samplePlan } from "./sample.ts";

/** A plan of the headline alone, which names no units: its issuer is another plan's. */
function headlineAlone(): PlanContent {
  const { subjects, measures, targets, ...plan } = samplePlan("later-2023");
  const [headline] = targets;
  if (headline === undefined) throw new Error("the sample has no target");
  const own = { ...headline, horizon: "2025-12", deadline: "2025-12", origin: "2022-12", madeOf: null };
  return {
    ...{ ...plan, departments: [], subjects: subjects.slice(0, 1).map((each) => ({ ...each, assignments: [] })) },
    measures: measures.slice(0, 1),
    targets: [
      { ...own, key: `${own.measure}.new.2025-12` },
      { ...own, horizon: "2022-12", deadline: "2022-12", origin: "2021-06", key: `${own.measure}.new.2022-12` },
      { ...own, horizon: "standing", deadline: null, key: `${own.measure}.new.standing` },
    ],
  };
}

describe.each(engines)("the sizes of plans on %s", (engine) => {
  let source: StoreSource;
  let opened: TestStore;
  beforeAll(async () => {
    source = await storeSource(engine);
  });
  beforeEach(async () => {
    opened = await source.open();
    return () => opened.dispose();
  });
  afterAll(() => source.stop());

  test("are counted plan by plan", async () => {
    expect(await findPlanCounts(opened.store)).toEqual(new Map());
    const first = await loadSample(opened);
    const second = await loadSample(opened, headlineAlone());
    const sample = {
      horizons: [
        { horizon: "2022-12", targets: 2 },
        { horizon: "2025-12", targets: 1 },
        { horizon: "standing", targets: 1 },
      ],
      ...{ firstMonth: "2021-12", chains: 1, departments: 3 },
    };
    const alone = {
      horizons: [
        { horizon: "2022-12", targets: 1 },
        { horizon: "2025-12", targets: 1 },
        { horizon: "standing", targets: 1 },
      ],
      ...{ firstMonth: "2021-06", chains: 0, departments: 0 },
    };
    expect([...(await findPlanCounts(opened.store))]).toEqual([
      [first, sample],
      [second, alone],
    ]);
  });

  test("begin with the earliest origin, whichever horizon has it", async () => {
    const { targets, ...plan } = samplePlan();
    const id = await loadSample(opened, {
      ...plan,
      targets: targets.map((target) => ({ ...target, origin: target.horizon === "standing" ? "2020-12" : "2021-12" })),
    });
    expect((await findPlanCounts(opened.store)).get(id)?.firstMonth).toBe("2020-12");
  });
});
