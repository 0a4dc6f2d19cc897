import {
  findHeadlineKinds,
  findHeadlineLights,
  findHeadlineRow,
  findHeadlineRows,
  findHeadlineRowsJoined,
  findHeadlineRowsOfTarget,
  findHeadlineTargets,
  findLastPlanId,
  findPlanBook,
  type HeadlineRow,
  inTransaction,
  updateHeadlineRow,
} from "@beizeng/db";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { engines, type StoreSource, storeSource, type TestStore } from "../helpers/store.ts";
import { loadSample, samplePlan } from "./sample.ts";

describe.each(engines)("derived rows of headlines on %s", (engine) => {
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

  const asked = { indicator: "above-scale-enterprises", reading: "new", horizon: "2022-12" } as const;

  test("the headline targets of all plans that a question is about", async () => {
    expect(await findLastPlanId(opened.store)).toBe(0);
    await loadSample(opened);
    await loadSample(opened, samplePlan("other-2023"));
    const ofAll = { ...asked, firstPlan: 1, lastPlan: await findLastPlanId(opened.store) };
    const found = await findHeadlineTargets(opened.store, ofAll);
    const key = "headline.above-scale-enterprises.new.2022-12";
    expect(found.map(({ plan, key, origin }) => [plan, key, origin])).toEqual([
      ["sample-2022", key, "2021-12"],
      ["other-2023", key, "2021-12"],
    ]);
    expect(found.map(({ scope }) => scope)).toEqual([null, null]);
    expect(found[0]?.unit).toEqual({ zh: "户", en: "户 in English" });
    const name = { zh: "above-scale-enterprises", en: "above-scale-enterprises in English" };
    expect(await findHeadlineKinds(opened.store)).toEqual([
      { ...asked, plans: 2, firstOrigin: "2021-12", name, unit: { zh: "户", en: "户 in English" }, definition: null },
    ]);
    // The chain's target on the same indicator is no headline; the output has no headline at all.
    expect(await findHeadlineTargets(opened.store, { ...ofAll, indicator: "output" })).toEqual([]);
    // Of a portion of the plans, theirs alone.
    const second = await findHeadlineTargets(opened.store, { ...ofAll, firstPlan: ofAll.lastPlan });
    expect(second).toEqual(found.slice(1));
  });

  test("the rows of a month are joined as they are kept, ascending by target, to the letter", async () => {
    await loadSample(opened);
    await loadSample(opened, samplePlan("other-2023"));
    const [plan, other] = [
      await findPlanBook(opened.store, "sample-2022"),
      await findPlanBook(opened.store, "other-2023"),
    ];
    const ids = [other?.targets[0]?.id ?? Number.NaN, plan?.targets[0]?.id ?? Number.NaN];
    const kept = { ...asked, basis: "department", month: "2022-09" } as const;
    const rows = ['{"place":"吕梁\\n市"}', '{"place":"高平市"}'];
    for (const [place, targetId] of ids.entries())
      await inTransaction(opened.store, (transaction) =>
        updateHeadlineRow(transaction, { ...kept, targetId, row: rows[place] ?? "" }),
      );
    const joined = await findHeadlineRowsJoined(opened.store, kept);
    expect(joined.count).toBe(2);
    expect(joined.rows.toString()).toBe(`${rows[1]},${rows[0]}`);
  });

  test("the lights of a month, null where a row has none", async () => {
    await loadSample(opened);
    await loadSample(opened, samplePlan("other-2023"));
    const ids: number[] = [];
    for (const plan of ["sample-2022", "other-2023"])
      ids.push((await findPlanBook(opened.store, plan))?.targets[0]?.id ?? Number.NaN);
    const kept = { ...asked, basis: "department", month: "2022-09" } as const;
    const rows = ['{"light":"far-behind","place":"light"}', '{"light":null,"isCorrected":true}'];
    for (const [place, targetId] of ids.entries())
      await inTransaction(opened.store, (transaction) =>
        updateHeadlineRow(transaction, { ...kept, targetId, row: rows[place] ?? "" }),
      );
    expect([...(await findHeadlineLights(opened.store, kept))].toSorted()).toEqual([
      [ids[0], { light: "far-behind", isCorrected: false }],
      [ids[1], { light: null, isCorrected: true }],
    ]);
    expect((await findHeadlineLights(opened.store, { ...kept, month: "2022-08" })).size).toBe(0);
  });

  test("a row takes the place of the former one of its month", async () => {
    await loadSample(opened);
    const targetId = (await findPlanBook(opened.store, "sample-2022"))?.targets[0]?.id ?? Number.NaN;
    const write = (month: string, row: string, basis: HeadlineRow["basis"] = "department") =>
      inTransaction(opened.store, (transaction) =>
        updateHeadlineRow(transaction, { ...asked, basis, month, targetId, row }),
      );
    await write("2022-09", '{"achieved":10}');
    await write("2022-06", '{"achieved":7}');
    await write("2022-09", '{"achieved":11}');
    await write("2022-09", '{"achieved":9}', "statistics");
    const september = { ...asked, basis: "department", month: "2022-09" } as const;
    expect(await findHeadlineRows(opened.store, september)).toEqual([{ targetId, row: '{"achieved":11}' }]);
    const joined = await findHeadlineRowsJoined(opened.store, september);
    expect([joined.count, joined.rows.toString()]).toEqual([1, '{"achieved":11}']);
    const none = await findHeadlineRowsJoined(opened.store, { ...september, month: "2022-08" });
    expect([none.count, none.rows.length]).toEqual([0, 0]);
    expect(await findHeadlineRowsOfTarget(opened.store, { ...asked, basis: "department", targetId })).toEqual([
      { month: "2022-06", row: '{"achieved":7}' },
      { month: "2022-09", row: '{"achieved":11}' },
    ]);
    expect(await findHeadlineRow(opened.store, { ...september, targetId })).toBe('{"achieved":11}');
    expect(await findHeadlineRow(opened.store, { ...september, month: "2022-08", targetId })).toBeNull();
    await expect(write("2022-10", "not JSON")).rejects.toMatchObject({ code: "constraint-violated" });
  });
});
