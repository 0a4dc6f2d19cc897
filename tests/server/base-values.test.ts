import { findLedgerRevision, findSubmission, type Store } from "@beizeng/db";
import { acceptSubmission } from "@beizeng/server/actions/accept-submission.ts";
import { correctObservation } from "@beizeng/server/actions/correct-observation.ts";
import { type SubmitReport, submitReport } from "@beizeng/server/actions/submit-report.ts";
import type { Plan } from "@beizeng/server/contract/plans.ts";
import type { Progress } from "@beizeng/server/contract/progress.ts";
import type { Reporting } from "@beizeng/server/contract/reporting.ts";
import type { Subject } from "@beizeng/server/contract/subject.ts";
import { problemOf } from "@beizeng/server/problems.ts";
import { verify } from "@beizeng/server/verify.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { openTestApp, type TestApp } from "../helpers/app.ts";
import { planWithGrowth } from "./growth-plan.ts";
import { reportAndAccept, reporter, reviewer } from "./reports.ts";

let opened: TestApp;
let store: Store;
async function open(): Promise<() => Promise<void>> {
  opened = await openTestApp([planWithGrowth()], { today: () => "2023-02-01" });
  store = opened.store;
  return opened.dispose;
}

const firms = "growing.above-scale-enterprises";
const output = "growing.output";
const now = "2022-02-14T02:00:00.000Z";
const paper = { actor: reporter("industry"), now, plan: "sample-2022", department: "industry", period: "2021-12" };
const base = { ...paper, lines: [{ measure: firms, stock: "1000" }] };
const reportBase = () => reportAndAccept(store, { department: "industry", period: "2021-12", now, lines: base.lines });
const reportJune = (stock: string) =>
  reportAndAccept(store, {
    department: "industry",
    period: "2022-06",
    now: "2022-07-08T02:00:00.000Z",
    lines: [{ measure: firms, stock }],
  });

async function ask<Answer>(path: string): Promise<Answer> {
  const response = await opened.app.inject(`/api/plans/sample-2022${path === "" ? "" : `/${path}`}`);
  expect(response.statusCode, response.body).toBe(200);
  return response.json<Answer>();
}

async function growthIn(month: string, known = "") {
  const { headline } = await ask<Progress>(`progress?month=${month}&horizon=2022-12${known}`);
  const found = headline.flatMap(({ assessments }) => assessments).find(({ measure }) => measure === firms);
  return [found?.achieved.text, found?.expected.text, found?.light];
}

describe("a base value", () => {
  beforeEach(async () => {
    onTestFinished(await open());
  });

  test("makes a growth known, to the month of its review", async () => {
    await reportJune("1110");
    expect(await growthIn("2022-06")).toEqual(["—", "10.0", null]);
    // What is known in June is judged when the base comes, late: 1110 of 1000.
    const late = { ...base, now: "2022-08-02T02:00:00.000Z" };
    const submitted = await submitReport(store, late);
    if (!submitted.ok) throw new Error(submitted.reason.code);
    expect(await growthIn("2022-06")).toEqual(["—", "10.0", null]);
    const { submission } = submitted.value;
    await acceptSubmission(store, { actor: reviewer, now: "2022-08-03T02:00:00.000Z", submission });
    expect(await growthIn("2022-06")).toEqual(["11.0", "10.0", "on-schedule"]);
    expect(await growthIn("2022-06", "&asKnownOn=2022-08-02")).toEqual(["—", "10.0", null]);
    expect((await verify(store, "2022-10-12")).differences).toEqual([]);
  });

  test("stands as the start of its growth in the plan, with its own unit; before it is reported there is none", async () => {
    const startOf = async (measure: string) => {
      const { targets } = await ask<Plan>("");
      const found = targets.find((target) => target.measure === measure);
      return [found?.opening.text, found?.base?.figure.text, found?.base?.unit.zh, found?.unit.zh];
    };
    expect(await startOf(firms)).toEqual(["—", "—", "户", "%"]);
    await reportBase();
    expect(await startOf(firms)).toEqual(["—", "1,000", "户", "%"]);
    // What is no growth is counted in its own unit from what the plan states.
    expect(await startOf("steel.output")).toEqual(["40.0", undefined, undefined, "亿元"]);
  });

  test("is neither a report of a period nor something achieved", async () => {
    await reportBase();
    expect(await growthIn("2022-02")).toEqual(["—", "3.3", null]);
    expect(await growthIn("2022-03")).toEqual(["—", "5.0", "unreported"]);
    const { units } = await ask<Reporting>("reporting?month=2022-09");
    const cells = units.find(({ department }) => department === "industry")?.cells ?? [];
    expect(cells.map(({ period, punctuality }) => [period, punctuality])).toEqual([
      ["2022-03", "missing"],
      ["2022-06", "missing"],
      ["2022-09", "missing"],
    ]);
  });

  test("keeps who, when and on which basis, and stands in its measure's list", async () => {
    const submission = await reportBase();
    expect(await findSubmission(store, submission)).toMatchObject({ kind: "report", period: "2021-12", number: 1 });
    const { measures } = await ask<Subject>("subjects/growing?month=2022-03");
    expect(measures[0]?.values).toMatchObject([
      { month: "2021-12", basis: "department", stock: { text: "1,000" }, reporter: "reporter-industry" },
    ]);
  });

  test("is carried on by entries and exits", async () => {
    await reportBase();
    const lines = [{ measure: firms, entries: "130", exits: "20" }];
    await reportAndAccept(store, { department: "industry", period: "2022-06", now: "2022-07-08T02:00:00.000Z", lines });
    expect(await growthIn("2022-06")).toEqual(["11.0", "10.0", "on-schedule"]);
  });

  test("of a flow is its whole year", async () => {
    await reportAndAccept(store, {
      department: "industry",
      period: "2021-12",
      now,
      lines: [{ measure: output, amount: "200" }],
    });
    const year = { department: "industry", period: "2022-12", now: "2023-01-09T02:00:00.000Z" };
    await reportAndAccept(store, { ...year, lines: [{ measure: output, amount: "224" }] });
    const { headline } = await ask<Progress>("progress?month=2022-12&horizon=2025-12");
    const found = headline.flatMap(({ assessments }) => assessments).find(({ measure }) => measure === output);
    // 224 of 200; no more is asked before 2025.
    expect(found).toMatchObject({ achieved: { text: "12.0" }, light: "not-due" });
  });

  test("is corrected like any other figure", async () => {
    await reportBase();
    await reportJune("1110");
    const corrected = await correctObservation(store, {
      ...{ ...paper, now: "2022-08-02T02:00:00.000Z", reason: "注销户未剔除" },
      lines: [{ measure: firms, stock: "925" }],
    });
    if (!corrected.ok) throw new Error(corrected.reason.code);
    const { submission } = corrected.value;
    await acceptSubmission(store, { actor: reviewer, now: "2022-08-03T02:00:00.000Z", submission });
    // 1110 of 925
    expect(await growthIn("2022-06")).toEqual(["20.0", "10.0", "on-schedule"]);
    expect((await verify(store, "2022-10-12")).differences).toEqual([]);
  });

  test("that was not known with the others is added by a correction, no second report", async () => {
    await reportBase();
    const later = { ...paper, now: "2022-05-09T02:00:00.000Z", lines: [{ measure: output, amount: "200" }] };
    expect(await submitReport(store, later)).toMatchObject({ ok: false, reason: { code: "not-from-this-state" } });
    expect(await correctObservation(store, { ...later, reason: " " })).toMatchObject({
      ok: false,
      reason: { code: "reason-missing" },
    });
    const added = await correctObservation(store, { ...later, reason: "补报" });
    if (!added.ok) throw new Error(added.reason.code);
    const { submission } = added.value;
    expect(await acceptSubmission(store, { actor: reviewer, now: later.now, submission })).toMatchObject({ ok: true });
    const { measures } = await ask<Subject>("subjects/growing?month=2022-06");
    expect(measures.flatMap(({ values }) => values)).toMatchObject([
      { stock: { text: "1,000" }, correctionReason: null },
      { amount: { text: "200.0" }, correctionReason: null, isSuperseded: false },
    ]);
  });

  test("of the statistics bureau stands beside the department's", async () => {
    await reportBase();
    const bureau = { ...reporter("industry"), id: "bureau", role: "statistics" as const };
    const lines = [{ measure: firms, stock: "980", reason: "已注销20户" }];
    const confirmed = await submitReport(store, { ...paper, actor: bureau, lines, basis: "statistics" });
    expect(confirmed).toMatchObject({ ok: true });
  });

  test("is repeated by 无变化 where it is a stock, not where a new year is counted from January", async () => {
    const lines = [...base.lines, { measure: output, amount: "200" }];
    await reportAndAccept(store, { department: "industry", period: "2021-12", now, lines });
    const march = { ...paper, period: "2022-03", now: "2022-04-08T02:00:00.000Z" };
    expect(await submitReport(store, { ...march, lines: [{ measure: output, isUnchanged: true }] })).toMatchObject({
      ok: false,
      reason: { code: "nothing-to-repeat", value: output },
    });
    expect(await submitReport(store, { ...march, lines: [{ measure: firms, isUnchanged: true }] })).toMatchObject({
      ok: true,
    });
  });
});

describe("a base value that is refused writes nothing", () => {
  let dispose: () => Promise<void>;
  beforeAll(async () => {
    dispose = await open();
  });
  afterAll(() => dispose());

  test.each<[string, Partial<SubmitReport>, string]>([
    [
      "of a measure whose targets count from 0",
      { lines: [{ measure: "steel.above-scale-enterprises", stock: "30" }] },
      "base-refused",
    ],
    ["of a milestone", { lines: [{ measure: "steel.plant", amount: "0" }] }, "base-refused"],
    ["that the plan states", { lines: [{ measure: "steel.output", amount: "40" }] }, "base-refused"],
    [
      "of a month that another measure counts from",
      { period: "2020-12", lines: [{ measure: firms, stock: "900" }] },
      "base-refused",
    ],
    ["of a month that nothing counts from", { period: "2021-11" }, "period-not-open"],
    [
      "of a unit that does not report the measure",
      { department: "commerce", actor: reporter("commerce") },
      "unknown-measure",
    ],
    ["by another department's reporter", { actor: reporter("commerce") }, "not-your-department"],
    ["by a reviewer", { actor: reviewer }, "not-your-role"],
    ["in words", { lines: [{ measure: firms, stock: "一千" }] }, "figure-refused"],
    ["of half a firm", { lines: [{ measure: firms, stock: "1000.5" }] }, "figure-refused"],
    ["below 0", { lines: [{ measure: firms, stock: "-1" }] }, "figure-refused"],
    ["as entries", { lines: [{ measure: firms, entries: "1000" }] }, "figure-refused"],
    ["as an amount where it is a stock", { lines: [{ measure: firms, amount: "1000" }] }, "figure-refused"],
    ["that is blank", { lines: [{ measure: firms, stock: " " }] }, "nothing-reported"],
    ["as 无变化", { lines: [{ measure: firms, isUnchanged: true }] }, "nothing-to-repeat"],
    ["before its month is over", { now: "2021-12-20T02:00:00.000Z" }, "period-not-open"],
  ])("%s", async (_, change, code) => {
    const answer = await submitReport(store, { ...base, ...change });
    expect(answer).toMatchObject({ ok: false, reason: { code } });
    expect(await findLedgerRevision(store)).toBe(1);
    if (answer.ok) return;
    for (const language of ["zh", "en"] as const)
      expect(problemOf(answer.reason, language).message).not.toMatch(/[{}]|undefined/);
  });

  test("the refusals say why, and which months there are", async () => {
    const saying = async (change: Partial<SubmitReport>) => {
      const answer = await submitReport(store, { ...base, ...change });
      return answer.ok ? null : problemOf(answer.reason, "zh").message;
    };
    expect(await saying({ lines: [{ measure: "steel.output", amount: "40" }] })).toBe(
      "steel.output 不填 2021-12 基期值：方案已载明或可推得基期值 40.0亿元。",
    );
    expect(await saying({ lines: [{ measure: "steel.plant", amount: "0" }] })).toBe(
      "steel.plant 不填 2021-12 基期值：没有目标以该月的数为基期。",
    );
    expect(await saying({ period: "2021-11" })).toBe(
      "2021-11 不是可填报的期：应为 2022-03 起、2022-02 前结束的季度末月，或基期 2020-12, 2021-12。",
    );
  });

  test("but the base before the one that the plan states is taken", async () => {
    const lines = [{ measure: "steel.output", amount: "35" }];
    expect(await submitReport(store, { ...paper, period: "2020-12", lines })).toMatchObject({ ok: true });
  });
});
