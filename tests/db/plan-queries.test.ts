import {
  findIncentives,
  findLedgerRevision,
  findPlan,
  findPlanBook,
  findPlanId,
  findPlanKey,
  findPlans,
  findPlanVersion,
  findWorkspace,
  insertWorkspace,
  inTransaction,
} from "@beizeng/db";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { engines, type StoreSource, storeSource, type TestStore } from "../helpers/store.ts";
import { loadSample, samplePlan } from "./sample.ts";

const text = (zh: string) => ({ zh, en: `${zh} in English` });

describe.each(engines)("plans on %s", (engine) => {
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

  test("an empty store has none", async () => {
    expect(await findPlans(opened.store)).toEqual([]);
    expect(await findPlanBook(opened.store, "sample-2022")).toBeNull();
    expect(await findPlanId(opened.store, "sample-2022")).toBeNull();
    expect(await findPlanVersion(opened.store, "sample-2022")).toBeNull();
    expect(await findWorkspace(opened.store)).toBeNull();
  });

  test("the facts of a plan come back", async () => {
    const id = await loadSample(opened);
    expect(await findPlanId(opened.store, "sample-2022")).toBe(id);
    expect([await findPlanKey(opened.store, id), await findPlanKey(opened.store, id + 1)]).toEqual([
      "sample-2022",
      null,
    ]);
    const [first] = await findPlans(opened.store);
    expect(await findPlan(opened.store, "sample-2022")).toEqual(first);
    expect(await findPlan(opened.store, "other-2023")).toBeNull();
    expect(await findPlans(opened.store)).toEqual([
      {
        id,
        key: "sample-2022",
        title: text("倍增方案"),
        documentNumber: "样发〔2022〕1号",
        issuer: { key: "sample-bureau", name: text("sample-bureau") },
        jurisdiction: {
          code: "140581",
          name: text("140581"),
          kind: "county",
          parent: { code: "140500", name: text("140500") },
        },
        marketEntityWord: "市场主体",
        issuedOn: "2022-04-01",
        publishedOn: null,
        effectiveFrom: "2022-04-01",
        expiresOn: null,
        calendar: { frequency: "quarter", firstPeriod: "2022-03", dueDay: 10, reason: text("按季调度") },
        contentHash: "f".repeat(64),
      },
    ]);
    expect(await findIncentives(opened.store, id)).toEqual([{ key: "first-entry", payload: { id: "first-entry" } }]);
  });

  test("a plan that says less has nothing where another has something", async () => {
    const { calendar, ...sample } = samplePlan();
    const nation = { ...sample, jurisdiction: "100000", calendar: { ...calendar, reason: null } };
    const parts = sample.targets.map((target) =>
      target.madeOf === null ? target : { ...target, madeOf: { ...target.madeOf, note: null } },
    );
    await loadSample(opened, { ...nation, entryCalendar: null, lightRules: [], incentives: [], targets: parts });
    const [plan] = await findPlans(opened.store);
    expect(plan?.calendar.reason).toBeNull();
    expect(plan?.jurisdiction).toEqual({ code: "100000", name: text("100000"), kind: "nation", parent: null });
    const book = await findPlanBook(opened.store, "sample-2022");
    expect([book?.lightRules, book?.entryCalendars]).toEqual([[], []]);
    expect(book?.targets[0]?.madeOf).toEqual({ note: null, parts: ["energy.above-scale-enterprises.new.2022-12"] });
    expect(await findIncentives(opened.store, plan?.id ?? 0)).toEqual([]);
  });

  test("the book holds subjects, measures and units in the order of the document", async () => {
    await loadSample(opened);
    const book = await findPlanBook(opened.store, "sample-2022");
    expect(book?.departments.map(({ key, aliases, members }) => ({ key, aliases, members }))).toEqual([
      { key: "sample-group", aliases: [], members: [{ department: "sample-zone", from: "2022-01", to: null }] },
      { key: "sample-bureau", aliases: ["市工信局", "工信局"], members: [] },
      { key: "sample-zone", aliases: [], members: [] },
    ]);
    expect(book?.subjects.map((subject) => subject.key)).toEqual(["headline", "energy"]);
    expect(book?.subjects[1]).toMatchObject({
      kind: "chain",
      park: text("能源园区"),
      leadEnterprise: text("甲公司、乙公司"),
      directions: [text("煤层气"), text("光伏")],
      assignments: [
        { department: "sample-zone", role: "lead", isReporting: true, isImplied: false },
        { department: "sample-bureau", role: "responsible", isReporting: false, isImplied: false },
      ],
    });
    expect(book?.subjects[0]).toMatchObject({ park: null, leadEnterprise: null, directions: [] });
    expect(book?.subjects[0]?.assignments[0]).toMatchObject({ isImplied: true, isReporting: true });
    expect(book?.measures.map(({ key, scope, opening, reporting }) => ({ key, scope, opening, reporting }))).toEqual([
      {
        key: "headline.above-scale-enterprises",
        scope: null,
        opening: { month: "2021-12", amount: 588, implied: null },
        reporting: "sample-bureau",
      },
      { key: "energy.above-scale-enterprises", scope: null, opening: null, reporting: "sample-zone" },
      {
        key: "energy.output.coal-bed-gas",
        scope: { kind: "product", key: "coal-bed-gas", name: text("煤层气") },
        // 12.5 亿元 with the indicator's two decimals.
        opening: { month: "2021-12", amount: 1250, implied: text("由增幅推得") },
        reporting: "sample-bureau",
      },
    ]);
    expect(book?.measures[2]?.indicator).toEqual({
      key: "output",
      name: text("output"),
      unit: text("亿元"),
      decimals: 2,
      isIndivisible: false,
      definition: text("全年产值"),
    });
  });

  test("the book holds targets with their values, parts, rules and calendar", async () => {
    await loadSample(opened);
    const book = await findPlanBook(opened.store, "sample-2022");
    const [headline, energy, output, growth] = book?.targets ?? [];
    expect(headline?.madeOf).toEqual({ note: text("口径不同"), parts: ["energy.above-scale-enterprises.new.2022-12"] });
    expect(energy).toMatchObject({
      measure: "energy.above-scale-enterprises",
      comparator: "range",
      curve: "custom",
      curvePoints: [{ month: "2022-06", percent: 12.5 }],
      madeOf: null,
      revisions: [
        {
          from: "2021-12",
          value: { digits: 3, decimals: 0 },
          stretch: { digits: 5, decimals: 0 },
          reason: null,
          document: "样发〔2022〕1号",
          knownAt: "2022-03-31T16:00:00.000Z",
          replaced: [],
        },
      ],
    });
    expect(output).toMatchObject({
      hardness: "aspirational",
      ambiguous: text("未写明年份"),
      implied: text("由总数推得"),
      curvePoints: null,
    });
    expect(output?.revisions[0]).toMatchObject({ value: { digits: 4050, decimals: 2 }, stretch: null });
    expect(growth).toMatchObject({ deadline: null, horizon: "standing", comparator: ">", isYearly: false });
    expect(book?.lightRules).toEqual([
      { from: "2022-01", mode: "points", tolerancePercent: 20, isInclusive: true, entered: null },
      { from: "2023-01", mode: "ratio", tolerancePercent: 15, isInclusive: false, entered: null },
    ]);
    const monthlyPercent = [0, 10, 15, 20, 25, 30, 35, 40, 45, 50, 75, 100];
    expect(book?.entryCalendars).toEqual([{ from: null, monthlyPercent, yearWeights: null, entered: null }]);
  });

  test("before a plan was issued its targets have no value", async () => {
    await loadSample(opened);
    const before = await findPlanBook(opened.store, "sample-2022", "2022-03-31T15:59:59.999Z");
    expect(before?.targets.map((target) => target.revisions)).toEqual([[], [], [], []]);
    const from = await findPlanBook(opened.store, "sample-2022", "2022-03-31T16:00:00.000Z");
    expect(from?.targets.map((target) => target.revisions.length)).toEqual([1, 1, 1, 1]);
  });

  test("a second plan shares places, units and indicators", async () => {
    await loadSample(opened);
    await loadSample(opened, samplePlan("other-2023"));
    const [first, second] = await Promise.all(
      ["sample-2022", "other-2023"].map((key) => findPlanBook(opened.store, key)),
    );
    expect(second?.departments.map((department) => department.id)).toEqual(
      first?.departments.map((department) => department.id),
    );
    expect(second?.measures[0]?.id).not.toBe(first?.measures[0]?.id);
    expect((await findPlans(opened.store)).map((plan) => plan.key)).toEqual(["sample-2022", "other-2023"]);
  });

  const other = samplePlan("other-2023");
  const differing: [string, Partial<typeof other>][] = [
    ["140581", { jurisdictions: other.jurisdictions.map((place) => ({ ...place, name: text("另名") })) }],
    ["sample-group", { departments: other.departments.map((department) => ({ ...department, members: [] })) }],
    ["above-scale-enterprises", { indicators: other.indicators.map((one) => ({ ...one, unit: text("家") })) }],
  ];
  test.each(differing)("a second plan that says something else of %s is refused whole", async (key, change) => {
    await loadSample(opened);
    await expect(loadSample(opened, { ...other, ...change })).rejects.toMatchObject({
      code: "definition-differs",
      message: expect.stringContaining(key),
    });
    expect((await findPlans(opened.store)).map((plan) => plan.key)).toEqual(["sample-2022"]);
    expect(await findLedgerRevision(opened.store)).toBe(1);
  });

  const broken: [string, () => typeof other, RegExp][] = [
    [
      "a target of no measure",
      () => ({ ...other, targets: other.targets.map((target) => ({ ...target, measure: "nowhere" })) }),
      /nowhere is not defined/,
    ],
    [
      "an opening with more decimals than its indicator",
      () => ({
        ...other,
        measures: other.measures.map((measure) => ({
          ...measure,
          opening: { month: "2021-12", value: { digits: 5883, decimals: 3 }, implied: null },
        })),
      }),
      /more than 0 decimals/,
    ],
  ];
  test.each(broken)("%s leaves nothing behind", async (_, content, message) => {
    await expect(loadSample(opened, content())).rejects.toThrow(message);
    expect(await findPlans(opened.store)).toEqual([]);
    for (const table of ["jurisdictions", "departments", "indicators", "ledger_revisions", "audit_rows"]) {
      expect(await opened.runRaw(`SELECT * FROM ${table}`)).toEqual([]);
    }
  });

  test("there is one workspace", async () => {
    const createdAt = opened.clock.now();
    const workspace = { kind: "demonstration", name: "演示", createdAt, today: "2025-10-12" } as const;
    await inTransaction(opened.store, (transaction) => insertWorkspace(transaction, workspace));
    expect(await findWorkspace(opened.store)).toEqual(workspace);
    const second = inTransaction(opened.store, (transaction) =>
      insertWorkspace(transaction, { ...workspace, kind: "production" }),
    );
    await expect(second).rejects.toMatchObject({ code: "constraint-violated" });
  });
});
