/** What the office adds to a plan is kept beside the document's own, and known from when it was entered. */
import {
  findEditedPlans,
  findEnteredRevisions,
  findIndicators,
  findPlanBook,
  findPlanEdits,
  findPlanVersion,
  insertAddedAlias,
  insertAddedAssignment,
  insertAddedMeasure,
  insertAddedSubject,
  insertAddedUnit,
  insertEntryCalendar,
  insertLightRule,
  insertPlanEdit,
  insertTargetRevision,
} from "@beizeng/db";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { engines, type StoreSource, storeSource, type TestStore } from "../helpers/store.ts";
import { accept, loadSample } from "./sample.ts";

const plan = "sample-2022";
const unit = {
  id: "added",
  name: { zh: "数据局", en: "Data bureau" },
  kind: "bureau",
  jurisdiction: "140581",
  aliases: ["市数据局"],
  members: [],
  membersAreComplete: true,
} as const;

describe.each(engines)("additions to a plan on %s", (engine) => {
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

  const said = { reason: "机构改革", document: "样办发〔2022〕3号", actor: "wang" } as const;

  test("of rules and calendars stand after the document's own, and are known from when they were entered", async () => {
    const before = await findPlanBook(opened.store, plan);
    const at = opened.clock.now();
    const monthlyPercent = [0, 5, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100];
    const rule = { from: "2022-07", mode: "ratio", tolerancePercent: 10, isInclusive: false } as const;
    const entered = await accept(opened, async (transaction, revision) => {
      const edit = { planId, from: "2022-07", knownAt: at, revision, ...said };
      const ofRule = await insertPlanEdit(transaction, {
        ...edit,
        kind: "add-light-rule",
        entity: "light-rule:2022-07",
      });
      await insertLightRule(transaction, { planId, editId: ofRule }, rule);
      const ofCalendar = await insertPlanEdit(transaction, { ...edit, kind: "add-entry-calendar", entity: "x" });
      const calendar = { from: "2022-07", monthlyPercent, yearWeights: { 2023: 2 } };
      await insertEntryCalendar(transaction, { planId, editId: ofCalendar }, calendar);
      return revision;
    });
    const known = { ...said, knownAt: at, revision: entered };
    const after = await findPlanBook(opened.store, plan);
    const [first, ...later] = before?.lightRules ?? [];
    expect(after?.lightRules).toEqual([first, { ...rule, entered: known }, ...later]);
    const calendar = { from: "2022-07", monthlyPercent, yearWeights: { 2023: 2 }, entered: known };
    expect(after?.entryCalendars).toEqual([...(before?.entryCalendars ?? []), calendar]);
    const earlier = new Date(Date.parse(at) - 1).toISOString();
    for (const then of [
      await findPlanBook(opened.store, plan, earlier),
      await findPlanBook(opened.store, plan, undefined, entered - 1),
    ]) {
      expect([then?.lightRules, then?.entryCalendars]).toEqual([before?.lightRules, before?.entryCalendars]);
    }
  });

  test("stand beside the document's own, and are known from when they were entered", async () => {
    const before = await findPlanBook(opened.store, plan);
    const subject = before?.subjects[0];
    if (before === null || subject === undefined) throw new Error("the sample has no subject");
    expect(await findEditedPlans(opened.store)).toEqual(new Set());
    const version = await findPlanVersion(opened.store, plan);
    const at = opened.clock.now();
    const entered = await accept(opened, async (transaction, revision) => {
      const edit = {
        planId,
        kind: "add-unit",
        entity: "unit:added",
        from: null,
        knownAt: at,
        revision,
        ...said,
      } as const;
      const editId = await insertPlanEdit(transaction, edit);
      const { aliases, members, ...own } = unit;
      await insertAddedUnit(transaction, {
        planId,
        editId,
        unit: { ...own, aliases: [...aliases], members: [...members] },
      });
      return revision;
    });
    const added = (await findPlanBook(opened.store, plan))?.departments.at(-1);
    expect(added).toMatchObject({ key: "added", name: unit.name, aliases: ["市数据局"], members: [] });
    await accept(opened, async (transaction, revision) => {
      const edit = {
        planId,
        kind: "assign-unit",
        entity: "x",
        from: "2022-07",
        knownAt: at,
        revision,
        ...said,
      } as const;
      const editId = await insertPlanEdit(transaction, edit);
      const row = { subjectId: subject.id, departmentId: added?.id ?? 0, role: "lead", editId } as const;
      await insertAddedAssignment(transaction, row);
      await insertAddedAlias(transaction, { planId, editId, departmentId: added?.id ?? 0, alias: "大数据局" });
    });
    const after = await findPlanBook(opened.store, plan);
    expect(after?.subjects[0]?.assignments).toEqual([
      ...subject.assignments,
      { department: "added", role: "lead", isReporting: false, isImplied: false, from: "2022-07" },
    ]);
    expect(subject.assignments.map(({ from }) => from)).toEqual(subject.assignments.map(() => null));
    expect(after?.departments.at(-1)?.aliases).toEqual(["市数据局", "大数据局"]);
    const then = await findPlanBook(opened.store, plan, undefined, entered);
    expect(then?.subjects).toEqual(before.subjects);
    expect((await findPlanEdits(opened.store, planId)).map(({ kind, from }) => [kind, from])).toEqual([
      ["add-unit", null],
      ["assign-unit", "2022-07"],
    ]);
    expect(await findPlanVersion(opened.store, plan)).not.toBe(version);
    expect(await findEditedPlans(opened.store)).toEqual(new Set([plan]));
  });

  test("subjects and measures that are added stand after the document's own, each known from its entry", async () => {
    const before = await findPlanBook(opened.store, plan);
    const [department] = before?.departments ?? [];
    const [indicator] = await findIndicators(opened.store);
    const whole = before?.targets[0];
    if (before === null || !department || !indicator || !whole) throw new Error("the sample is not there");
    const at = opened.clock.now();
    const note = (entity: string, kind: "add-subject" | "add-measure", from: string) => ({
      ...{ planId, kind, entity, from, knownAt: at },
      ...said,
    });
    const subject = {
      ...{ id: "tea", kind: "chain" as const, name: { zh: "茶叶", en: "Tea" }, clause: "一" },
      ...{ park: { zh: "茶园", en: "Tea park" }, leadEnterprise: null, directions: [] },
      assignments: [{ department: department.key, role: "lead" as const, isImplied: false }],
      reporting: department.key,
    };
    const revision = await accept(opened, async (transaction, of) => {
      const editId = await insertPlanEdit(transaction, {
        ...note("subject:tea", "add-subject", "2022-07"),
        revision: of,
      });
      await insertAddedSubject(transaction, { planId, editId, subject });
      return of;
    });
    const tea = (await findPlanBook(opened.store, plan))?.subjects.at(-1);
    const { id: _, ...stored } = tea ?? { id: 0 };
    const addition = { from: "2022-07", reason: said.reason, document: said.document };
    expect(stored).toEqual({
      ...{ key: "tea", kind: "chain", name: subject.name, clause: "一", park: subject.park, leadEnterprise: null },
      ...{ directions: [], addition },
      assignments: [{ department: department.key, role: "lead", isReporting: true, isImplied: false, from: "2022-07" }],
    });
    const { id: __, key, ...definition } = indicator;
    const measure = { key: `tea.${key}`, subject: "tea", indicator: key, nature: "tally" as const };
    const target = {
      ...{ key: `tea.${key}.cumulative.2022-12`, measure: measure.key, reading: "cumulative" as const },
      ...{ horizon: "2022-12", comparator: ">=" as const, value: { digits: 5, decimals: 0 }, stretch: null },
      ...{ direction: "rising" as const, origin: "2021-12", deadline: "2022-12", isYearly: false },
      ...{ hardness: "committed" as const, clause: "一", curve: "linear" as const, table: [] },
      ...{ ambiguous: { zh: "存疑", en: "unclear" }, implied: null, madeOf: null },
    };
    const alone = { ...target, key: `tea.${key}.cumulative.2025-12`, horizon: "2025-12", deadline: "2025-12" };
    await accept(opened, async (transaction, of) => {
      const edit = { ...note(`measure:${measure.key}`, "add-measure", "2022-08"), revision: of };
      const editId = await insertPlanEdit(transaction, edit);
      await insertAddedMeasure(transaction, {
        ...{ planId, editId, subjectId: tea?.id ?? 0, reportingDepartmentId: department.id },
        indicator: { id: key, ...definition },
        measure: { ...measure, scope: null, opening: null, reporting: department.key },
        targets: [
          { target, partOf: whole.id },
          { target: alone, partOf: null },
        ],
        entry: { document: said.document, revision: of, actor: said.actor, knownAt: at },
      });
    });
    const after = await findPlanBook(opened.store, plan);
    expect(after?.measures.slice(0, -1)).toEqual(before.measures);
    expect(after?.measures.at(-1)).toMatchObject({
      ...{ key: measure.key, subject: "tea", nature: "tally", reporting: department.key, indicator: { key } },
      addition: { ...addition, from: "2022-08" },
    });
    expect(after?.targets.slice(-2).map((each) => each.key)).toEqual([target.key, alone.key]);
    // The document's own whole has the part that it had, and then the one that came.
    expect(after?.targets[0]?.madeOf?.parts).toEqual([...(whole.madeOf?.parts ?? []), target.key]);
    expect(after?.targets.at(-2)).toMatchObject({
      ...{ key: target.key, measure: measure.key, origin: "2021-12", deadline: "2022-12", ambiguous: target.ambiguous },
      revisions: [{ from: "2021-12", value: target.value, stretch: null, document: said.document, knownAt: at }],
    });
    // What was known before each entry is without it.
    const then = await findPlanBook(opened.store, plan, undefined, revision);
    expect([then?.subjects.at(-1)?.key, then?.measures, then?.targets]).toEqual([
      "tea",
      before.measures,
      before.targets,
    ]);
    const first = await findPlanBook(opened.store, plan, undefined, revision - 1);
    expect(first).toEqual(before);
    const byDay = await findPlanBook(opened.store, plan, "2022-01-01T00:00:00.000Z");
    expect([byDay?.subjects, byDay?.measures]).toEqual([before.subjects, before.measures]);
    expect((await findIndicators(opened.store)).map((each) => each.key)).toContain(key);
  });

  test("a value of a target stays readable when another of its month takes its place", async () => {
    const [target] = (await findPlanBook(opened.store, plan))?.targets ?? [];
    if (target === undefined) throw new Error("the sample has no target");
    const [own] = target.revisions;
    for (const digits of [7, 8]) {
      await accept(opened, async (transaction, revision) => {
        const value = { value: { digits, decimals: 0 }, stretch: null, knownAt: opened.clock.now() };
        await insertTargetRevision(transaction, { targetId: target.id, from: "2022-06", ...value, revision, ...said });
      });
    }
    const [now] = (await findPlanBook(opened.store, plan))?.targets ?? [];
    expect(now?.revisions.map(({ from, value, replaced }) => [from, value.digits, replaced.length])).toEqual([
      [own?.from, own?.value.digits, 0],
      ["2022-06", 8, 1],
    ]);
    await accept(opened, async (transaction, revision) => {
      const value = { value: { digits: 9, decimals: 0 }, stretch: null, knownAt: opened.clock.now() };
      await insertTargetRevision(transaction, { targetId: target.id, from: "2022-03", ...value, revision, ...said });
    });
    // One that is entered later may hold from earlier on.
    const [earlier] = (await findPlanBook(opened.store, plan))?.targets ?? [];
    expect(earlier?.revisions.map(({ from, value }) => [from, value.digits])).toEqual([
      [own?.from, own?.value.digits],
      ["2022-03", 9],
      ["2022-06", 8],
    ]);
    const entered = await findEnteredRevisions(opened.store, target.id);
    expect(entered.map(({ value, actor }) => [value.digits, actor])).toEqual([
      [own?.value.digits, "system"],
      [7, "wang"],
      [8, "wang"],
      [9, "wang"],
    ]);
    expect(await findEditedPlans(opened.store)).toEqual(new Set([plan]));
  });
});
