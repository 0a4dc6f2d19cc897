import { findAuditChain, findAuditRows, findLedgerRevision, findSubmission, type Store } from "@beizeng/db";
import { acceptSubmission } from "@beizeng/server/actions/accept-submission.ts";
import type { Actor } from "@beizeng/server/actions/actor.ts";
import type { ReportLine } from "@beizeng/server/actions/report-lines.ts";
import { returnSubmission } from "@beizeng/server/actions/return-submission.ts";
import { type SubmitReport, submitReport } from "@beizeng/server/actions/submit-report.ts";
import { problemOf } from "@beizeng/server/problems.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { openTestLedger } from "../helpers/app.ts";
import { reportAndAccept, reporter, reviewer } from "./reports.ts";
import { samplePlan } from "./sample-plan.ts";

let store: Store;
async function open(): Promise<() => Promise<void>> {
  const opened = await openTestLedger([samplePlan()]);
  store = opened.store;
  return opened.dispose;
}

/** A ledger of its own for each test of a group. */
const eachOpens = () =>
  beforeEach(async () => {
    onTestFinished(await open());
  });

const now = "2022-04-08T02:00:00.000Z";
const later = "2022-04-09T02:00:00.000Z";
const food: ReportLine[] = [{ measure: "food.above-scale-enterprises", entries: "1", exits: "0" }];
const paper = { actor: reporter("commerce"), now, plan: "sample-2022", department: "commerce", period: "2022-03" };

async function submitted(): Promise<number> {
  const answer = await submitReport(store, { ...paper, lines: food });
  if (!answer.ok) throw new Error(answer.reason.code);
  return answer.value.submission;
}

describe("the way of a report", () => {
  eachOpens();
  test("submitted, returned with a reason, handed in again, accepted: a revision and an audit row each", async () => {
    const submission = await submitted();
    expect(await returnSubmission(store, { actor: reviewer, now, submission, reason: "与台账不符" })).toEqual({
      ok: true,
      value: { submission, revision: 3 },
    });
    const again = await submitReport(store, {
      ...paper,
      now: later,
      lines: [{ ...food[0], measure: "food.above-scale-enterprises", entries: "2" }],
    });
    expect(again).toMatchObject({ ok: true, value: { submission, number: 1, round: 2, revision: 4 } });
    const accepted = await acceptSubmission(store, { actor: reviewer, now: later, submission });
    expect(accepted).toEqual({ ok: true, value: { submission, revision: 5, observations: 1 } });
    const recorded = await findSubmission(store, submission);
    expect(
      recorded?.moves.map(({ move, fromState, toState, actor, reason }) => [move, fromState, toState, actor, reason]),
    ).toEqual([
      ["submit", "open", "submitted", "reporter-commerce", null],
      ["return", "submitted", "returned", "reviewer", "与台账不符"],
      ["submit", "returned", "submitted", "reporter-commerce", null],
      ["accept", "submitted", "accepted", "reviewer", null],
    ]);
    const rows = await findAuditRows(store, 0, 100);
    expect(rows.map(({ revision, action, entity }) => [revision, action, entity])).toEqual([
      [1, "load-plans", "plan:sample-2022"],
      [2, "submit-report", `submission:${submission}`],
      [3, "return-submission", `submission:${submission}`],
      [4, "submit-report", `submission:${submission}`],
      [5, "accept-submission", `submission:${submission}`],
    ]);
    expect(JSON.parse(rows[4]?.payload ?? "")).toMatchObject({
      plan: "sample-2022",
      period: "2022-03",
      observations: [{ entries: 2, exits: 0 }],
    });
    expect(await findAuditChain(store)).toMatchObject({ isWhole: true, rows: 5 });
  });
});

describe("what is refused writes nothing", () => {
  // One ledger for all: that nothing is written is what each test asserts.
  let dispose: () => Promise<void>;
  beforeAll(async () => {
    dispose = await open();
  });
  afterAll(() => dispose());
  const head: Actor = { ...reporter("commerce"), role: "head" };
  test.each<[string, Partial<SubmitReport>, string]>([
    ["an unknown plan", { plan: "nowhere" }, "unknown-plan"],
    ["an unknown department", { department: "weather" }, "unknown-department"],
    ["another department", { actor: reporter("industry") }, "not-your-department"],
    ["a reviewer who writes", { actor: reviewer }, "not-your-role"],
    ["a leader who writes", { actor: { ...head, role: "leader" } }, "not-your-role"],
    ["an administrator who writes", { actor: { ...head, role: "admin" } }, "not-your-role"],
    ["a department on the bureau's basis", { basis: "statistics" }, "not-your-role"],
    ["the bureau on the department's basis", { actor: { ...head, role: "statistics" } }, "not-your-role"],
    ["a month that is no quarter's end", { period: "2022-02" }, "period-not-open"],
    ["a period before the first", { period: "2021-09" }, "period-not-open"],
    ["a period that has not ended", { period: "2022-06" }, "period-not-open"],
    ["no month at all", { period: "März" }, "period-not-open"],
    ["no lines", { lines: [] }, "nothing-reported"],
    ["a blank line", { lines: [{ measure: "food.above-scale-enterprises", entries: " " }] }, "nothing-reported"],
    ["an unknown measure", { lines: [{ measure: "food.tea", entries: "1" }] }, "unknown-measure"],
    [
      "a measure that another unit reports",
      { lines: [{ measure: "steel.above-scale-enterprises", entries: "1" }] },
      "unknown-measure",
    ],
    ["a measure twice", { lines: [...food, ...food] }, "measure-twice"],
    ["text in a number", { lines: [{ measure: "food.above-scale-enterprises", entries: "三" }] }, "figure-refused"],
    ["a half firm", { lines: [{ measure: "food.above-scale-enterprises", entries: "1.5" }] }, "figure-refused"],
    ["a negative count", { lines: [{ measure: "food.above-scale-enterprises", entries: "-1" }] }, "figure-refused"],
    [
      "a figure that the nature has not",
      { lines: [{ measure: "food.above-scale-enterprises", amount: "1" }] },
      "figure-refused",
    ],
    [
      "a day for what is no milestone",
      { lines: [{ measure: "food.above-scale-enterprises", entries: "1", doneOn: "2022-03-01" }] },
      "figure-refused",
    ],
    [
      "无变化 without a figure before",
      { lines: [{ measure: "food.above-scale-enterprises", isUnchanged: true }] },
      "nothing-to-repeat",
    ],
    // 7 of 4 is above 150 %.
    [
      "a figure far above the target without a word",
      { lines: [{ measure: "food.above-scale-enterprises", entries: "7" }] },
      "reason-needed",
    ],
  ])("%s", async (_, change, code) => {
    const answer = await submitReport(store, { ...paper, lines: food, ...change });
    expect(answer).toMatchObject({ ok: false, reason: { code } });
    expect(await findLedgerRevision(store)).toBe(1);
    if (answer.ok) return;
    for (const language of ["zh", "en"] as const)
      expect(problemOf(answer.reason, language).message).not.toMatch(/[{}]|undefined/);
  });
});

describe("what is taken or refused by what stands", () => {
  eachOpens();

  test("a figure far above the target with a word is taken", async () => {
    const lines = [{ measure: "food.above-scale-enterprises", entries: "7", reason: "园区集中投产" }];
    expect(await submitReport(store, { ...paper, lines })).toMatchObject({ ok: true });
  });

  test("a second report of a period, before and after it is accepted", async () => {
    const submission = await submitted();
    const again = { ...paper, now: later, lines: food };
    expect(await submitReport(store, again)).toMatchObject({
      ok: false,
      reason: { code: "not-from-this-state", allowed: { zh: "已提交", en: "submitted" } },
    });
    await acceptSubmission(store, { actor: reviewer, now: later, submission });
    expect(await submitReport(store, again)).toMatchObject({
      ok: false,
      reason: { code: "not-from-this-state", allowed: { zh: "已审核", en: "accepted" } },
    });
    expect(await findLedgerRevision(store)).toBe(3);
  });

  test("a cumulative figure that falls below the accepted one", async () => {
    await reportAndAccept(store, { department: "commerce", period: "2022-03", now, lines: food });
    const lines = [{ measure: "food.above-scale-enterprises", entries: "0" }];
    const answer = await submitReport(store, { ...paper, period: "2022-06", now: "2022-07-08T02:00:00.000Z", lines });
    expect(answer).toMatchObject({
      ok: false,
      reason: { code: "figure-refused", field: "lines.food.above-scale-enterprises.entries", value: "0" },
    });
  });
});

describe("review", () => {
  eachOpens();
  test.each<[string, Actor, string]>([
    ["the reporter", reporter("commerce"), "not-your-role"],
    ["a leader", { ...reviewer, role: "leader" }, "not-your-role"],
    ["the bureau", { ...reviewer, role: "statistics" }, "not-your-role"],
    ["an administrator", { ...reviewer, role: "admin" }, "not-your-role"],
    ["the one who submitted, now in the office", { ...reviewer, id: "reporter-commerce" }, "your-own-submission"],
  ])("%s may neither accept nor return", async (_, actor, code) => {
    const submission = await submitted();
    expect(await acceptSubmission(store, { actor, now: later, submission })).toMatchObject({
      ok: false,
      reason: { code },
    });
    const returned = await returnSubmission(store, { actor, now: later, submission, reason: "再核" });
    expect(returned).toMatchObject({ ok: false, reason: { code } });
    expect(await findLedgerRevision(store)).toBe(2);
  });

  test("nothing is sent back without a reason, twice, or when it is not there", async () => {
    const submission = await submitted();
    const back = (reason: string, id = submission) =>
      returnSubmission(store, { actor: reviewer, now: later, submission: id, reason });
    expect(await back(" ")).toMatchObject({ ok: false, reason: { code: "reason-missing", field: "reason" } });
    expect(await back("数不对", 99)).toMatchObject({ ok: false, reason: { code: "unknown-submission", value: "99" } });
    expect(await back("数不对")).toMatchObject({ ok: true });
    expect(await back("数不对")).toMatchObject({
      ok: false,
      reason: { code: "already-decided", value: "reviewer", allowed: { zh: "2022-04-09 10:00 退回" } },
    });
    const accepted = await acceptSubmission(store, { actor: reviewer, now: later, submission });
    expect(accepted).toMatchObject({ ok: false, reason: { code: "already-decided", value: "reviewer" } });
  });

  test("of rival reviews exactly one wins", async () => {
    const submission = await submitted();
    const rivals = Array.from({ length: 5 }, (_, n) =>
      acceptSubmission(store, { actor: { ...reviewer, id: `reviewer-${n}` }, now: later, submission }),
    );
    const answers = await Promise.all(rivals);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await findLedgerRevision(store)).toBe(3);
  });
});

describe("无变化 and the bureau's figures", () => {
  eachOpens();
  test("无变化 repeats the last accepted figures", async () => {
    await reportAndAccept(store, { department: "commerce", period: "2022-03", now, lines: food });
    const lines = [{ measure: "food.above-scale-enterprises", isUnchanged: true }];
    await reportAndAccept(store, { department: "commerce", period: "2022-06", now: "2022-07-08T02:00:00.000Z", lines });
    const rows = await findAuditRows(store, 0, 100);
    expect(JSON.parse(rows.at(-1)?.payload ?? "").observations).toMatchObject([
      { month: "2022-06", entries: 1, exits: 0 },
    ]);
  });

  test("统计核定 stands beside the department's figure, neither overwrites the other", async () => {
    await reportAndAccept(store, { department: "commerce", period: "2022-03", now, lines: food });
    const bureau: Actor = { id: "bureau", role: "statistics", departments: [] };
    const line = { measure: "food.above-scale-enterprises", entries: "0", exits: "0" };
    const confirming = { ...paper, actor: bureau, now: later, basis: "statistics" as const };
    // A figure that differs from the department's asks for a word.
    expect(await submitReport(store, { ...confirming, lines: [line] })).toMatchObject({
      ok: false,
      reason: { code: "reason-needed" },
    });
    const confirmed = await submitReport(store, { ...confirming, lines: [{ ...line, reason: "未达标准" }] });
    if (!confirmed.ok) throw new Error(confirmed.reason.code);
    const { submission } = confirmed.value;
    expect(await findSubmission(store, submission)).toMatchObject({ kind: "confirmation", number: 2 });
    expect(await acceptSubmission(store, { actor: reviewer, now: later, submission })).toMatchObject({ ok: true });
  });
});
