/** Another rule of lights or entry calendar: what the preview says is what the pages say once it is set. DOMAIN sections 3, 4, 8. */
import { findAuditRows } from "@beizeng/db";
import { type Light, roles } from "@beizeng/db/vocabulary";
import type { PlanDocument } from "@beizeng/seeds/plan-types.ts";
import type { Judging, JudgingPreview } from "@beizeng/server/contract/judging.ts";
import type { LightMap } from "@beizeng/server/contract/lights.ts";
import type { EditionFigures } from "@beizeng/server/contract/months.ts";
import type { PlanEdits } from "@beizeng/server/contract/plan-edits.ts";
import type { Progress } from "@beizeng/server/contract/progress.ts";
import { may } from "@beizeng/server/domain/access.ts";
import { lightWord } from "@beizeng/server/domain/words.ts";
import { replayAudit } from "@beizeng/server/replay-audit.ts";
import { verify } from "@beizeng/server/verify.ts";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { openTestApp, type TestApp } from "../helpers/app.ts";
import { readCsv } from "../helpers/read-csv.ts";
import { reportSampleYear } from "./reports.ts";
import { samplePlan } from "./sample-plan.ts";

const plan = "/api/plans/sample-2022";
const [headline, food] = ["headline.above-scale-enterprises.new.2022-12", "food.above-scale-enterprises.new.2022-12"];
const reason = "省考核口径收紧";

/** The sample with its firms entering in batches, by the house table unless the document gives its own. */
function batchPlan(entryCalendar?: number[]): PlanDocument {
  const sample = samplePlan();
  const subjects = sample.subjects.map((subject) => ({
    ...subject,
    measures: subject.measures.map((measure) => ({
      ...measure,
      targets: measure.targets.map((target) =>
        target.curve === "linear" ? { ...target, curve: "batch" as const } : target,
      ),
    })),
  }));
  return { ...sample, subjects, ...(entryCalendar && { entryCalendar }) };
}

let opened: TestApp;
let office: { cookie: string };
async function open(document: PlanDocument): Promise<void> {
  opened = await openTestApp([document]);
  onTestFinished(() => opened.dispose());
  await reportSampleYear(opened.store);
  opened.clock.set("2022-10-12T02:00:00.000Z");
  office = await opened.as("office");
}

async function ask<T>(url: string): Promise<T> {
  const response = await opened.app.inject({ url: `${plan}${url}`, headers: office });
  expect([url, response.statusCode, response.body]).toEqual([url, 200, expect.anything()]);
  return response.json<T>();
}
let keys = 0;
const post = (path: string, payload: object, headers = office, key = `judging-key-${++keys}`) =>
  opened.app.inject({
    method: "POST",
    url: `${plan}/${path}`,
    headers: { ...headers, "idempotency-key": key },
    payload,
  });
async function preview(path: string, asked: object): Promise<JudgingPreview> {
  const { "idempotency-key": _, ...headers } = { ...office, "idempotency-key": "" };
  const response = await opened.app.inject({ method: "POST", url: `${plan}/${path}/preview`, headers, payload: asked });
  expect([response.statusCode, response.body]).toEqual([200, expect.anything()]);
  return response.json<JudgingPreview>();
}
async function set(path: string, asked: object): Promise<void> {
  const { statusCode, body } = await post(path, { ...asked, reason });
  expect([statusCode, body]).toEqual([200, expect.anything()]);
}

const horizons = ["2022-12", "2025-12", "standing"];
async function mapsNow() {
  const maps = await Promise.all(horizons.map((horizon) => ask<LightMap>(`/lights?horizon=${horizon}`)));
  return maps.map(({ horizon, rows }) => ({
    horizon,
    lights: rows.filter(({ target }) => target === null).map(({ lights }) => lights),
  }));
}
const side = ({ maps }: JudgingPreview, which: "before" | "after") =>
  maps.map(({ horizon, rows }) => ({ horizon, lights: rows.map((row) => row[which]) }));
const movesOf = ({ moves }: JudgingPreview) =>
  moves.map(({ target, spans }) => [
    target,
    ...spans.map(({ from, to, before, after }) => `${from}—${to} ${before}→${after}`),
  ]);
async function lightIn(month: string, target: string, asked = ""): Promise<string | null | undefined> {
  const { headline: goals, chains } = await ask<Progress>(`/progress?horizon=2022-12&month=${month}${asked}`);
  return [...goals, ...chains].flatMap(({ assessments }) => assessments).find((each) => each.target === target)?.light;
}

describe("a rule of lights", () => {
  beforeEach(() => open(samplePlan()));
  const points = { from: "2022-01", mode: "points", tolerancePercent: 25, isInclusive: true } as const;

  // 食品 lacks 1 of 4 in March and in June: 25 points. The headline lacks 1.5 of 10 in March and 1 in June; of what is due
  // (2.5 and 5) that is 60 % and 20 %. Of 4 food firms 1 and 2 are due: 100 % and 50 %. From September on 食品 is unreported.
  test.each([
    [points, [[food, "2022-03—2022-08 far-behind→behind"]], [6, 0, 6]],
    [{ ...points, isInclusive: false }, [], [0, 0, 0]],
    [{ ...points, tolerancePercent: 10 }, [[headline, "2022-03—2022-05 behind→far-behind"]], [3, 3, 0]],
    [
      { ...points, tolerancePercent: 10, isInclusive: false },
      [[headline, "2022-03—2022-08 behind→far-behind"]],
      [6, 6, 0],
    ],
    [
      { ...points, tolerancePercent: 10, from: "2022-05" },
      [[headline, "2022-05—2022-05 behind→far-behind"]],
      [1, 1, 0],
    ],
    [{ ...points, mode: "ratio", tolerancePercent: 20 }, [[headline, "2022-03—2022-05 behind→far-behind"]], [3, 3, 0]],
    [{ ...points, from: "2022-11" }, [], [0, 0, 0]],
  ] as const)(
    "%o moves what was worked out by hand, and the pages say the same once it is set",
    async (rule, moves, counts) => {
      const seen = await preview("light-rules", rule);
      expect(movesOf(seen)).toEqual(moves);
      expect([seen.lights, seen.worse, seen.better, seen.closed]).toEqual([...counts, null]);
      expect(side(seen, "before")).toEqual(await mapsNow());
      await set("light-rules", rule);
      expect(side(seen, "after")).toEqual(await mapsNow());
      // The rows of headlines that are kept beside the ledger were written anew.
      const verified = await verify(opened.store, "2022-10-12");
      expect(verified.differences).toEqual([]);
      expect(verified.rows).toBeGreaterThan(0);
      expect(await replayAudit(opened.store)).toMatchObject({ additions: 2, differences: [] });
    },
  );

  test("tells in a sentence what would change", async () => {
    expect((await preview("light-rules", points)).sentence).toEqual({
      zh: "2022年1月至2022年10月，1项目标的6个月度亮灯改变：严重滞后变为滞后6个。",
      en: "From 2022-01 to 2022-10 6 monthly lights of 1 target would change: 6 from far behind to behind.",
    });
  });

  test("is known from when it was set, and moves no edition that was made before", async () => {
    const close = (month: string) => post(`months/${month}/closing`, { reason: "按期" });
    expect((await close("2022-06")).statusCode).toBe(200);
    const first = await ask<EditionFigures>("/months/2022-06/editions/1");
    const rule = { ...points, tolerancePercent: 10, isInclusive: false, from: "2022-06" };
    const refused = await post("light-rules", { ...rule, reason });
    expect([refused.statusCode, refused.json()]).toEqual([
      422,
      {
        code: "addition-refused",
        field: "from",
        message: "起计月份：2022年6月已结账，不能自2022年6月起执行；确需如此，请先申请重新打开2022年6月。",
      },
    ]);
    // It may be tried nevertheless, and is told the same.
    const tried = await preview("light-rules", rule);
    expect(movesOf(tried)).toEqual([[headline, "2022-06—2022-08 behind→far-behind"]]);
    expect(refused.json().message).toContain(tried.closed?.zh);
    const second = await opened.as("office", [], "b-office");
    expect((await post("months/2022-06/reopening", { reason: "规则调整" })).statusCode).toBe(200);
    const granted = await post("months/2022-06/reopening/decision", { decision: "grant", reason: "同意" }, second);
    expect(granted.statusCode).toBe(200);
    await set("light-rules", rule);

    expect(await lightIn("2022-03", headline)).toBe("behind");
    expect(await lightIn("2022-06", headline)).toBe("far-behind");
    expect(await lightIn("2022-06", headline, "&asKnownOn=2022-10-11")).toBe("behind");
    const lightOf = ({ assessments }: EditionFigures) => assessments.find(({ target }) => target === headline)?.light;
    const still = await ask<EditionFigures>("/months/2022-06/editions/1");
    expect([still.isWhole, lightOf(still), still.assessments]).toEqual([true, "behind", first.assessments]);
    expect((await close("2022-06")).statusCode).toBe(200);
    const next = await ask<EditionFigures>("/months/2022-06/editions/2");
    expect([next.isWhole, lightOf(next), next.edition.hash === first.edition.hash]).toEqual([
      true,
      "far-behind",
      false,
    ]);
    expect((await verify(opened.store, "2022-10-12")).differences).toEqual([]);
  });

  test("is shown with those before it, the latest first, with who set it and why", async () => {
    expect((await ask<Judging>("/judging")).rules).toMatchObject([
      { of: "house", from: null, isInForce: true, mode: "points", tolerancePercent: 20, by: null },
    ]);
    const said = { ...points, from: "2022-07", reason, document: "样发〔2022〕9号" };
    expect((await post("light-rules", said)).json()).toMatchObject({ entity: "light-rule:2022-07" });
    await set("light-rules", { ...points, from: "2022-11", tolerancePercent: 5 });
    const { rules, firstOpen, month } = await ask<Judging>("/judging");
    expect(
      rules.map(({ of, from, tolerancePercent, isInForce, by }) => [of, from, tolerancePercent, isInForce, by]),
    ).toEqual([
      ["office", "2022-11", 5, false, "a-office"],
      ["office", "2022-07", 25, true, "a-office"],
      ["house", null, 20, false, null],
    ]);
    expect(rules[1]).toMatchObject({
      reason,
      document: said.document,
      text: { zh: expect.stringContaining("25个百分点") },
    });
    expect([firstOpen, month]).toEqual(["2021-12", "2022-10"]);
    const { edits } = await ask<PlanEdits>("/edits");
    expect(edits.map(({ kind, what, from }) => [kind, what.zh, from])).toEqual([
      ["add-light-rule", "亮灯规则", "2022-11"],
      ["add-light-rule", "亮灯规则", "2022-07"],
    ]);
  });

  test("of a month that has one takes its place", async () => {
    await set("light-rules", points);
    expect(await lightIn("2022-06", food)).toBe("behind");
    await set("light-rules", { ...points, tolerancePercent: 24 });
    expect(await lightIn("2022-06", food)).toBe("far-behind");
    expect((await ask<Judging>("/judging")).rules.map(({ isInForce }) => isInForce)).toEqual([true, false, false]);
  });

  test("leaves one row of the audit, is set once under one key, and is refused in words", async () => {
    const rows = (await findAuditRows(opened.store, 0, 1000)).length;
    const first = await post("light-rules", { ...points, reason }, office, "the-same-key");
    expect((await post("light-rules", { ...points, reason }, office, "the-same-key")).json()).toEqual({
      ...first.json(),
      isRepeated: true,
    });
    const fresh = (await findAuditRows(opened.store, 0, 1000)).slice(rows);
    expect(fresh.map(({ action, actor, entity }) => [action, actor, entity])).toEqual([
      ["add-light-rule", "a-office", "plan:sample-2022"],
    ]);
    expect(JSON.parse(fresh[0]?.payload ?? "")).toMatchObject({
      mode: "points",
      tolerancePercent: 25,
      from: "2022-01",
      reason,
    });
    const wrong = [
      [{ tolerancePercent: 101 }, "addition-refused", /容许差距：应为0—100的整数/],
      [{ tolerancePercent: 2.5 }, "addition-refused", /容许差距/],
      [{ from: "2020-01" }, "addition-refused", /起计月份：.*2021-12/],
      [{ from: "soon" }, "addition-refused", /起计月份/],
      [{ from: "2022-06" }, "judged-so-already", /自 2022-06 起本来就这样执行/],
      [{ tolerancePercent: 30, reason: " " }, "reason-missing", /原因/],
    ] as const;
    for (const [change, code, message] of wrong) {
      const told = await post("light-rules", { ...points, reason, ...change });
      expect([change, told.statusCode, told.json()]).toMatchObject([
        change,
        422,
        { code, message: expect.stringMatching(message) },
      ]);
    }
  });

  test("is open to each role only as the powers say", async () => {
    for (const role of roles.filter((each) => each !== "system")) {
      const headers = await opened.as(role, ["industry"]);
      const tried = await post("light-rules/preview", points, headers);
      const written = await post("light-rules", { ...points, reason }, headers, "by-a-role");
      const listed = await opened.app.inject({ url: `${plan}/judging`, headers });
      const asked = new URLSearchParams({ ...Object(points), horizon: "2022-12", format: "xlsx" });
      const taken = await opened.app.inject({ url: `${plan}/light-rules/preview/table?${asked}`, headers });
      const isAllowed = may(role, "revise-plans");
      expect([role, tried.statusCode, taken.statusCode, written.statusCode, listed.statusCode]).toEqual([
        role,
        ...[isAllowed, isAllowed, isAllowed, may(role, "read-figures")].map((isOpen) => (isOpen ? 200 : 403)),
      ]);
    }
  });
});

describe("an entry calendar", () => {
  // Of a year 60 % by June and 75 % by September, where the house table asks for 30 and 45.
  const monthlyPercent = [5, 10, 25, 30, 40, 60, 65, 70, 75, 85, 95, 100];

  // By June 2.4 of 4 food firms and 6 of the headline's 10 are due: 1 and 4 stand, 35 and 20 points behind; of 6 steel firms
  // 3.6, where 3 stand: under one firm.
  test("moves what was worked out by hand, and the pages say the same once it is set", async () => {
    await open(batchPlan());
    const seen = await preview("entry-calendars", { from: "2022-06", monthlyPercent });
    expect(movesOf(seen)).toEqual([
      [headline, "2022-06—2022-08 on-schedule→behind"],
      [food, "2022-06—2022-08 on-schedule→far-behind"],
    ]);
    expect(side(seen, "before")).toEqual(await mapsNow());
    await set("entry-calendars", { from: "2022-06", monthlyPercent });
    expect(side(seen, "after")).toEqual(await mapsNow());
    expect(await lightIn("2022-06", food, "&asKnownOn=2022-10-11")).toBe("on-schedule");
    expect((await verify(opened.store, "2022-10-12")).differences).toEqual([]);
    expect(await replayAudit(opened.store)).toMatchObject({ additions: 2, differences: [] });
    const { calendars, batchTargets, batchYears } = await ask<Judging>("/judging");
    expect(calendars.map(({ of, from, isInForce }) => [of, from, isInForce])).toEqual([
      ["office", "2022-06", true],
      ["house", null, false],
    ]);
    expect([batchTargets, batchYears]).toEqual([5, [2022, 2023, 2024, 2025]]);
  });

  // In July and August June's figures stand, which were due by June's calendar; by September 4.5 steel firms are, of which 4 are there.
  test("leaves a figure that is carried forward to the calendar of its own month", async () => {
    await open(batchPlan());
    const seen = await preview("entry-calendars", { from: "2022-07", monthlyPercent });
    expect([movesOf(seen), seen.sentence.zh]).toEqual([[], "2022年7月至2022年10月没有亮灯改变。"]);
  });

  test("is taken away as the map that is seen, now and then by row, how many months differ at the end", async () => {
    await open(batchPlan());
    const seen = await preview("entry-calendars", { from: "2022-06", monthlyPercent });
    const percents = monthlyPercent.map((percent) => `monthlyPercent=${percent}`).join("&");
    const asked = `/entry-calendars/preview/table?from=2022-06&${percents}&horizon=2022-12`;
    const taken = await opened.app.inject({ url: `${plan}${asked}&format=csv`, headers: office });
    expect(taken.statusCode).toBe(200);
    const [heading, ...rest] = readCsv(taken.body);
    expect(rest.map(([first]) => first)).toContain(seen.sentence.zh);
    const map = seen.maps.find(({ horizon }) => horizon === "2022-12");
    const wordOf = (light: Light | null) => (light === null ? "—" : lightWord(light, "department").zh);
    const rows = rest.slice(0, 6);
    expect(rows).toEqual(
      map?.rows.flatMap(({ subject, before, after }) => [
        [subject.name.zh, "现行", ...before.map(wordOf), ""],
        [subject.name.zh, "试算", ...after.map(wordOf), String(before.filter((was, at) => was !== after[at]).length)],
      ]),
    );
    // June to August of the headline and of food differ, nothing of steel.
    expect(rows.map((row) => row.at(-1))).toEqual(["", "3", "", "0", "", "3"]);
    expect(heading).toEqual(["事项", "判定", ...(map?.months.slice(0, 10) ?? []), "变化月数"]);
    const weighed = await opened.app.inject({ url: `${plan}${asked}&yearWeight=2031:2&format=csv`, headers: office });
    expect([weighed.statusCode, weighed.json().message]).toEqual([422, expect.stringMatching(/2031年/)]);
    const elsewhere = asked.replace("horizon=2022-12", "horizon=2024-12");
    const none = await opened.app.inject({ url: `${plan}${elsewhere}&format=xlsx`, headers: office });
    expect([none.statusCode, none.json().code]).toEqual([404, "unknown-horizon"]);
  });

  test("takes the place of the document's own from its month on", async () => {
    await open(batchPlan(monthlyPercent));
    expect(await lightIn("2022-06", food)).toBe("far-behind");
    const house = [0, 10, 15, 20, 25, 30, 35, 40, 45, 50, 75, 100];
    await set("entry-calendars", { from: "2022-06", monthlyPercent: house });
    expect(await lightIn("2022-06", food)).toBe("on-schedule");
    // March: 25 % of the headline's 10 are 2.5, of which 1 is there.
    expect(await lightIn("2022-03", headline)).toBe("behind");
    expect((await ask<Judging>("/judging")).calendars.map(({ of }) => of)).toEqual(["office", "document", "house"]);
  });

  test("weighs years, and is refused in words", async () => {
    await open(batchPlan());
    const weighed = { from: "2022-02", monthlyPercent, yearWeights: { 2023: 2, 2024: 1 } };
    expect((await post("entry-calendars", { ...weighed, reason })).statusCode).toBe(200);
    const [latest] = (await ask<Judging>("/judging")).calendars;
    expect([latest?.yearWeights, latest?.monthlyPercent]).toEqual([[{ year: 2023, weight: 2 }], monthlyPercent]);
    const wrong = [
      [{ monthlyPercent: monthlyPercent.slice(1) }, "addition-refused", /累计入库进度：应为12个/],
      [{ monthlyPercent: [50, ...monthlyPercent.slice(1)] }, "addition-refused", /1月为50%，2月为10%/],
      [{ monthlyPercent: [...monthlyPercent.slice(0, 11), 99] }, "addition-refused", /12月应为100%/],
      [{ yearWeights: { 2031: 2 } }, "addition-refused", /年度权重：.*2031年/],
    ] as const;
    for (const [change, code, message] of wrong) {
      const told = await post("entry-calendars", { ...weighed, reason, ...change });
      expect([change, told.statusCode, told.json()]).toMatchObject([
        change,
        422,
        { code, message: expect.stringMatching(message) },
      ]);
      const tried = await opened.app.inject({
        ...{ method: "POST", url: `${plan}/entry-calendars/preview`, headers: office },
        payload: { ...weighed, ...change },
      });
      expect([tried.statusCode, tried.json().message]).toEqual([422, told.json().message]);
    }
    // What holds already may be tried, and moves nothing; there is nothing to set.
    for (const from of ["2022-02", "2022-05"]) {
      expect((await preview("entry-calendars", { ...weighed, from })).lights).toBe(0);
      const told = await post("entry-calendars", { ...weighed, from, reason });
      expect([told.statusCode, told.json()]).toMatchObject([422, { code: "judged-so-already" }]);
    }
  });
});
