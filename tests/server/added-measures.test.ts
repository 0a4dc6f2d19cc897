/** Measures that the office adds to a loaded plan, worked out by hand: from their month on, and nothing before. DOMAIN sections 2 to 8. */
import { findAuditRows } from "@beizeng/db";
import { expandPlan } from "@beizeng/seeds/expand-plan.ts";
import { loadPlans } from "@beizeng/seeds/load-plan.ts";
import type { Departments } from "@beizeng/server/contract/departments.ts";
import type { Paper } from "@beizeng/server/contract/paper.ts";
import type { MeasurePreview, PlanEdits } from "@beizeng/server/contract/plan-edits.ts";
import type { Plan } from "@beizeng/server/contract/plans.ts";
import type { Progress } from "@beizeng/server/contract/progress.ts";
import type { Subject, Trend } from "@beizeng/server/contract/subject.ts";
import { replayAudit } from "@beizeng/server/replay-audit.ts";
import { verify } from "@beizeng/server/verify.ts";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { submitReport } from "../../server/src/actions/submit-report.ts";
import { openTestApp, type TestApp } from "../helpers/app.ts";
import { reportAndAccept, reporter, reportSampleYear } from "./reports.ts";
import { samplePlan } from "./sample-plan.ts";

const plan = "/api/plans/sample-2022";
const grounds = { reason: "任务增加", document: "样办发〔2022〕6号" };
const meetings = {
  newIndicator: {
    name: { zh: "对接活动", en: "Meetings" },
    unit: { zh: "场", en: "meetings" },
    decimals: 0,
    isIndivisible: true,
  },
  nature: "tally",
  from: "2022-08",
  targets: [
    {
      ...{ reading: "cumulative", comparator: ">=", value: "20", deadline: "2022-12" },
      ...{ hardness: "committed", clause: "一（二）", ambiguous: "未写明是否含线上" },
    },
  ],
  ...grounds,
};
const key = "food.sample-2022-indicator-1";
const target = `${key}.cumulative.2022-12`;
const [withParts, firms] = ["headline.above-scale-enterprises.new.2022-12", "above-scale-enterprises"];
const teaFirms = {
  ...{ indicator: firms, nature: "population", from: "2022-08", ...grounds },
  targets: [
    {
      ...{ reading: "new", comparator: ">=", value: "2", deadline: "2022-12", partOf: withParts },
      ...{ hardness: "committed", clause: "一" },
    },
  ],
};
const tea = {
  ...{ kind: "chain", id: "tea", name: { zh: "茶叶" }, from: "2022-08", ...grounds },
  units: [{ unit: "industry", role: "lead" }],
};

let opened: TestApp;
let office: { cookie: string };
beforeEach(async () => {
  opened = await openTestApp([samplePlan()]);
  onTestFinished(() => opened.dispose());
  await reportSampleYear(opened.store);
  opened.clock.set("2022-10-12T02:00:00.000Z");
  office = await opened.as("office");
});

async function ask<T>(url: string, headers: object = {}): Promise<T> {
  const response = await opened.app.inject({
    url: url.startsWith("/api") ? url : `${plan}${url}`,
    headers: { ...headers },
  });
  expect([url, response.statusCode, response.body]).toEqual([url, 200, expect.anything()]);
  return response.json<T>();
}
let keys = 0;
const post = (url: string, body: object, idempotencyKey = `measure-key-${++keys}`) => {
  const headers = { ...office, "idempotency-key": idempotencyKey };
  return opened.app.inject({ method: "POST", url: `${plan}${url}`, headers, payload: body });
};
const add = (body: object, subject = "food", idempotencyKey?: string) =>
  post(`/subjects/${subject}/measures`, body, idempotencyKey);
const progressIn = (month: string, more = "") => ask<Progress>(`/progress?horizon=2022-12&month=${month}${more}`);
const unitsIn = (month: string) => ask<Departments>(`/departments?horizon=2022-12&month=${month}`);
const headlineIn = (month: string) =>
  ask<{ revision: number; rows: { parts: number | null }[] }>(
    `/api/headlines?indicator=${firms}&reading=new&horizon=2022-12&month=${month}`,
  );
const figures = { plan: null, quotation: null, revision: null };
const isWhole = async () => {
  expect((await verify(opened.store, "2022-10-12")).differences).toEqual([]);
  expect((await replayAudit(opened.store)).differences).toEqual([]);
};

describe("a measure that is added", () => {
  test("counts from its month, is asked of its unit from then on, and is judged by what is reported", async () => {
    const close = await post("/months/2022-06/closing", { reason: "按期" });
    expect(close.statusCode).toBe(200);
    const edition = await ask<object>("/months/2022-06/editions/1");
    const before = [await progressIn("2022-06"), await progressIn("2022-07"), await unitsIn("2022-07")];
    const known = await progressIn("2022-09", "&asKnownOn=2022-10-11");
    expect((await add(meetings)).json()).toMatchObject({ entity: `measure:${key}`, isRepeated: false });
    const after = [await progressIn("2022-06"), await progressIn("2022-07"), await unitsIn("2022-07")];
    expect(after.map((each) => ({ ...each, ...figures }))).toEqual(before.map((each) => ({ ...each, ...figures })));
    const same = await progressIn("2022-09", "&asKnownOn=2022-10-11");
    expect({ ...same, ...figures }).toEqual({ ...known, ...figures });
    expect({ ...(await ask<object>("/months/2022-06/editions/1")), plan: null }).toEqual({ ...edition, plan: null });

    const judgedIn = async (month: string) => {
      const food = (await progressIn(month)).chains.find(({ subject }) => subject.key === "food");
      return food?.assessments.find((each) => each.target === target);
    };
    expect(await judgedIn("2022-07")).toBeUndefined();
    // Quarters: nobody was asked before the end of September.
    expect(await judgedIn("2022-08")).toMatchObject({ light: null, cause: "before-first-period" });
    expect(await judgedIn("2022-09")).toMatchObject({ light: "unreported", achieved: { text: "—" } });

    const clerk = await opened.as("reporter", ["commerce"]);
    const lines = async (period: string) =>
      (await ask<Paper>(`/papers/commerce/${period}?kind=report`, clerk)).subjects.flatMap(({ rows }) =>
        rows.map(({ measure }) => measure),
      );
    expect(await lines("2022-09")).toEqual(["food.above-scale-enterprises", key]);
    expect(await lines("2022-06")).toEqual(["food.above-scale-enterprises"]);

    const report = { department: "commerce", period: "2022-09", lines: [{ measure: key, amount: "12" }] };
    await reportAndAccept(opened.store, { ...report, now: "2022-10-12T03:00:00.000Z" });
    // 20 by December, nine months of twelve gone: 15 were due.
    expect(await judgedIn("2022-09")).toMatchObject({
      achieved: { text: "12" },
      expected: { text: "15" },
      completion: { text: "60.0%" },
    });
    const { series } = await ask<Trend>(`/trend?horizon=2022-12&from=2022-01&to=2022-09&subject=food`);
    const own = series.find((each) => each.target === target);
    expect(own?.points.map(({ month }) => month)).toEqual(["2022-08", "2022-09"]);
    const early = await ask<Trend>(`/trend?horizon=2022-12&from=2022-01&to=2022-07&subject=food`);
    expect(early.series.map((each) => each.target)).not.toContain(target);
    const measuresIn = async (month: string) =>
      (await ask<Subject>(`/subjects/food?month=${month}`)).measures.map((each) => each.key);
    expect([await measuresIn("2022-07"), await measuresIn("2022-09")]).toEqual([
      ["food.above-scale-enterprises"],
      ["food.above-scale-enterprises", key],
    ]);
    await isWhole();
  });

  test("stands on the plan as an addition, with its ground, and stands at the next start", async () => {
    expect((await add(meetings)).statusCode).toBe(200);
    const shown = await ask<Plan>("");
    expect(shown.measures.at(-1)).toMatchObject({
      ...{ key, subject: "food", reportingUnit: "commerce", unit: { zh: "场", en: "meetings" } },
      addition: { from: "2022-08", ...grounds },
    });
    expect(shown.targets.at(-1)).toMatchObject({ key: target });
    const { edits, indicators } = await ask<PlanEdits>("/edits");
    expect(edits.map(({ kind, what, from }) => [kind, what.zh, from])).toEqual([
      ["add-measure", "食品 · 对接活动", "2022-08"],
    ]);
    expect(indicators.at(-1)).toMatchObject({ key: "sample-2022-indicator-1", name: { zh: "对接活动" }, decimals: 0 });
    const again = await loadPlans(opened.store, [expandPlan(samplePlan())], "2022-10-13T00:00:00.000Z");
    expect(again).toEqual({ ok: true, loaded: [], unchanged: ["sample-2022"], edited: [] });
    const changed = { ...samplePlan(), documentNumber: "样发〔2022〕7号" };
    const kept = { keepsEdited: true };
    expect(await loadPlans(opened.store, [expandPlan(changed)], "2022-10-13T00:00:00.000Z", kept)).toMatchObject({
      ...{ ok: true, edited: ["sample-2022"] },
    });
    expect((await ask<Plan>("")).measures.map((each) => each.key)).toContain(key);
  });

  test("counts towards a headline that is made of parts, from its month on", async () => {
    const before = await headlineIn("2022-07");
    expect((await headlineIn("2022-09")).rows.map(({ parts }) => parts)).toEqual([2]);
    expect((await post("/subjects", tea)).statusCode).toBe(200);
    expect((await add(teaFirms, "tea")).statusCode).toBe(200);
    expect({ ...(await headlineIn("2022-07")), ...figures }).toEqual({ ...before, ...figures });
    expect((await headlineIn("2022-09")).rows.map(({ parts }) => parts)).toEqual([3]);
    // 10 = 6 + 4, and two more than that.
    const sums = async (month: string) =>
      (await progressIn(month)).reconciliations.map(({ allocated, unallocated }) => [allocated.text, unallocated.text]);
    expect([await sums("2022-07"), await sums("2022-09")]).toEqual([[["10", "0"]], [["12", "−2"]]]);
    await isWhole();
  });

  test("of a quota of every year has a target a year", async () => {
    const [first] = meetings.targets;
    const { deadline: _, ...quota } = { ...first, yearly: { from: 2022, to: 2023 } };
    expect((await add({ ...meetings, targets: [quota] })).statusCode).toBe(200);
    const { targets } = await ask<Plan>("");
    expect(targets.slice(-2).map((each) => each.key)).toEqual([
      `${key}.cumulative.2022-12`,
      `${key}.cumulative.2023-12`,
    ]);
  });

  test("is not reported for a period before its month", async () => {
    expect((await add({ ...meetings, from: "2022-10" })).statusCode).toBe(200);
    const report = { plan: "sample-2022", department: "commerce", period: "2022-09" };
    const now = "2022-10-12T03:00:00.000Z";
    const lines = [{ measure: key, amount: "12" }];
    const answer = await submitReport(opened.store, { actor: reporter("commerce"), now, ...report, lines });
    expect(answer).toMatchObject({ ok: false, reason: { code: "measure-not-yet", allowed: "2022-10" } });
  });
});

describe("before a measure is added", () => {
  test("one is told which lights it gives and what its units have to report, and nothing is written", async () => {
    const told = await post("/subjects/food/measures/preview", meetings);
    expect([told.statusCode, told.body]).toEqual([200, expect.anything()]);
    const { targets, units } = told.json<MeasurePreview>();
    expect(targets).toEqual([
      {
        ...{
          target,
          subjectName: { zh: "食品", en: "Food" },
          horizon: "2022-12",
          isNew: true,
          name: expect.anything(),
        },
        months: ["2022-09", "2022-10"].map((month) => ({ month, before: null, after: "unreported" })),
      },
    ]);
    expect(units.map(({ department, before, after }) => [department, before.targets, after.targets])).toEqual([
      ["commerce", expect.any(Number), (units[0]?.before.targets ?? 0) + 1],
    ]);
    expect((await ask<PlanEdits>("/edits")).edits).toEqual([]);
    await add(meetings);
    const food = (await progressIn("2022-09")).chains.find(({ subject }) => subject.key === "food");
    expect(food?.assessments.find((each) => each.target === target)?.light).toBe("unreported");
  });

  test("what is wrong is told by its name in both languages, by the preview as by the write", async () => {
    expect((await post("/months/2022-06/closing", { reason: "按期" })).statusCode).toBe(200);
    const [first] = meetings.targets;
    const of = (change: object) => ({ targets: [{ ...first, ...change }] });
    const { deadline: _, ...endless } = { ...first };
    const wrong = [
      [{ indicator: "output" }, "addition-refused", "indicator", /^指标：/, /^indicator: /],
      [{ newIndicator: undefined, indicator: "none" }, "unknown-indicator", "indicator", /none/, /none/],
      [{ newIndicator: undefined, indicator: firms }, "measure-there", "indicator", /食品.*规上企业/, /Food/],
      [
        { newIndicator: { ...meetings.newIndicator, decimals: 1 } },
        "addition-refused",
        "decimals",
        /^小数位数：/,
        /^dec/,
      ],
      [{ newIndicator: { ...meetings.newIndicator, name: { zh: "" } } }, "name-missing", "name", /名称/, /name/],
      [{ from: "2022-06" }, "addition-refused", "from", /^起计月份：2022-06 已结账/, /^first month: /],
      [{ reporting: "government" }, "addition-refused", "reporting", /^填报单位：市政府/, /^reporting unit: /],
      [{ reporting: "nobody" }, "unknown-department", "reporting", /nobody/, /nobody/],
      [{ targets: [] }, "addition-refused", "value", /^目标值：/, /^value: /],
      [of({ value: "1.5" }), "addition-refused", "targets.0.value", /^目标值：只能填整数/, /^value: /],
      [of({ value: "二十" }), "addition-refused", "targets.0.value", /^目标值：/, /^value: /],
      [of({ reading: "net" }), "addition-refused", "targets.0.reading", /^口径：/, /^reading: /],
      [of({ comparator: "range" }), "addition-refused", "targets.0.stretch", /^区间上限：/, /^upper end/],
      [of({ stretch: "30" }), "addition-refused", "targets.0.stretch", /^区间上限：/, /^upper end/],
      [of({ deadline: "2021-12" }), "addition-refused", "targets.0.deadline", /^期限：.*2021-12/, /^deadline: /],
      [of({ deadline: "2022-07" }), "addition-refused", "targets.0.deadline", /^期限：.*2022-08/, /^deadline: /],
      [of({ isStanding: true }), "addition-refused", "targets.0.deadline", /^期限、?：?/, /^deadline: /],
      [{ targets: [endless] }, "addition-refused", "targets.0.deadline", /^期限：/, /^deadline: /],
      [of({ origin: "2022-13" }), "addition-refused", "targets.0.origin", /^起算月份：/, /^origin: /],
      [of({ clause: " " }), "addition-refused", "targets.0.clause", /^条款：/, /^clause: /],
      [of({ partOf: withParts }), "addition-refused", "targets.0.partOf", /^计入的总体目标：/, /^headline/],
      [{ targets: [first, first] }, "addition-refused", "targets.1.deadline", /^期限：/, /^deadline: /],
    ] as const;
    const written = async () =>
      (await findAuditRows(opened.store, 0, 1000)).filter(({ action }) => action !== "refused");
    const rows = (await written()).length;
    for (const [change, code, field, zh, en] of wrong) {
      const body = { ...meetings, ...change };
      const refused = (await add(body)).json();
      expect([change, refused]).toEqual([change, { code, field, message: expect.stringMatching(zh) }]);
      expect((await post("/subjects/food/measures/preview", body)).json()).toEqual(refused);
      const headers = { ...office, "accept-language": "en" };
      const url = `${plan}/subjects/food/measures/preview`;
      const english = await opened.app.inject({ method: "POST", url, headers, payload: body });
      expect(english.json().message).toMatch(en);
    }
    expect((await add(meetings, "nowhere")).json()).toMatchObject({ code: "unknown-subject" });
    expect((await written()).length).toBe(rows);
  });
});

test("a measure is added once under one key, and leaves one row of the audit", async () => {
  const first = await add(meetings, "food", "the-same-key");
  expect((await add(meetings, "food", "the-same-key")).json()).toEqual({ ...first.json(), isRepeated: true });
  expect((await add({ ...meetings, from: "2022-09" }, "food", "the-same-key")).json().code).toBe("key-used-otherwise");
  const rows = (await findAuditRows(opened.store, 0, 1000)).filter(({ action }) => action === "add-measure");
  expect(rows.map(({ entity }) => entity)).toEqual(["plan:sample-2022"]);
});
