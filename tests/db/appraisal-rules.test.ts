/** Rules of appraisal are kept as they were set: whole, in their order, each known from its entry. */
import { type BookAppraisalRule, findIndicators, findPlanBook, insertAppraisalRule, insertPlanEdit } from "@beizeng/db";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { findAppraisalRules } from "../../db/src/queries/appraisal-rules.ts";
import { engines, type StoreSource, storeSource, type TestStore } from "../helpers/store.ts";
import { accept, loadSample, samplePlan } from "./sample.ts";

const always = { asKnownOn: "9999-12-31T23:59:59.999Z", asOfRevision: Number.MAX_SAFE_INTEGER };
const said = { reason: "季考评", document: "样督发〔2022〕1号", actor: "wang" } as const;
type Rule = Pick<BookAppraisalRule, "from" | "indicators" | "units">;

const byFigures: Rule = {
  from: "2022-04",
  // Not in the order of the plan: a rule has its own.
  indicators: [
    {
      ...({ indicator: "output", method: "against-base", fullMarks: 6000 } as const),
      ...{ base: { digits: 125, decimals: 1 }, capPercent: 120, stepMarks: null },
    },
    {
      ...({ indicator: "above-scale-enterprises", method: "by-rank", fullMarks: 4000 } as const),
      ...{ base: null, capPercent: null, stepMarks: 500 },
    },
  ],
  units: ["sample-zone", "sample-bureau"],
};
const byBest: Rule = {
  from: "2022-01",
  indicators: [
    {
      ...({ indicator: "output", method: "against-best", fullMarks: 10_000 } as const),
      ...{ base: null, capPercent: null, stepMarks: null },
    },
  ],
  units: ["sample-bureau"],
};

describe.each(engines)("rules of appraisal on %s", (engine) => {
  let source: StoreSource;
  let opened: TestStore;
  let planId: number;
  beforeAll(async () => {
    source = await storeSource(engine);
  });
  beforeEach(async () => {
    opened = await source.open();
    planId = await loadSample(opened);
    return () => opened.dispose();
  });
  afterAll(() => source.stop());

  /** Sets a rule for the sample's chain, or another subject, and answers the ledger's revision. */
  const set = async (rule: Rule, of = planId, plan = "sample-2022"): Promise<number> => {
    const subjectId = (await findPlanBook(opened.store, plan))?.subjects[1]?.id ?? Number.NaN;
    return accept(opened, async (transaction, revision) => {
      const kind = "add-appraisal-rule" as const;
      const entered = { planId: of, kind, entity: `appraisal-rule:${rule.from}`, from: rule.from, revision };
      const editId = await insertPlanEdit(transaction, { ...entered, ...said, knownAt: opened.clock.now() });
      await insertAppraisalRule(transaction, { planId: of, subjectId, editId }, rule);
      return revision;
    });
  };

  test("a plan has none until one is set, and then as it was set", async () => {
    expect(await findAppraisalRules(opened.store, { planId, ...always })).toEqual([]);
    const revision = await set(byFigures);
    expect(await findAppraisalRules(opened.store, { planId, ...always })).toEqual([
      { ...byFigures, subject: "energy", ...said, knownAt: opened.clock.now(), revision },
    ]);
  });

  test("come by the month from which they hold, the later entered after the earlier of its month", async () => {
    const first = await set(byFigures);
    opened.clock.set("2022-05-01T01:00:00.000Z");
    const second = await set(byBest);
    opened.clock.set("2022-06-01T01:00:00.000Z");
    const third = await set({ ...byFigures, units: ["sample-zone"] });
    const found = async (known: Partial<typeof always> = {}) => {
      const rules = await findAppraisalRules(opened.store, { planId, ...always, ...known });
      return rules.map(({ revision, indicators, units }) => [revision, indicators.length, units.length]);
    };
    expect(await found()).toEqual([
      [second, 1, 1],
      [first, 2, 2],
      [third, 2, 1],
    ]);
    expect(await found({ asOfRevision: second })).toEqual([
      [second, 1, 1],
      [first, 2, 2],
    ]);
    expect(await found({ asKnownOn: "2022-04-30T23:59:59.999Z" })).toEqual([[first, 2, 2]]);
  });

  test("another plan's are its own", async () => {
    const other = await loadSample(opened, samplePlan("other-2023"));
    await set(byFigures);
    await set(byBest, other, "other-2023");
    const units = async (id: number) =>
      (await findAppraisalRules(opened.store, { planId: id, ...always })).map((rule) => rule.units);
    expect([await units(planId), await units(other)]).toEqual([[byFigures.units], [byBest.units]]);
  });

  test("what they name must be the plan's", async () => {
    expect((await findIndicators(opened.store)).map(({ key }) => key)).not.toContain("nothing");
    const nowhere = byFigures.indicators.map((each) => ({ ...each, indicator: "nothing" }));
    await expect(set({ ...byFigures, indicators: nowhere })).rejects.toThrow("nothing is not defined");
    await expect(set({ ...byFigures, units: ["nobody"] })).rejects.toThrow("nobody is not defined");
    expect(await findAppraisalRules(opened.store, { planId, ...always })).toEqual([]);
  });
});
