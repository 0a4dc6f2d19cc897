import { findAuditChain, findAuditRows, findLedgerRevision, findMonthMoves, type Store } from "@beizeng/db";
import { acceptSubmission } from "@beizeng/server/actions/accept-submission.ts";
import type { Actor } from "@beizeng/server/actions/actor.ts";
import { askReopening } from "@beizeng/server/actions/ask-reopening.ts";
import { closeMonth } from "@beizeng/server/actions/close-month.ts";
import { correctObservation } from "@beizeng/server/actions/correct-observation.ts";
import { type GrantExtension, grantExtension } from "@beizeng/server/actions/grant-extension.ts";
import { reopenMonth } from "@beizeng/server/actions/reopen-month.ts";
import { returnSubmission } from "@beizeng/server/actions/return-submission.ts";
import { submitReport } from "@beizeng/server/actions/submit-report.ts";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { openTestLedger } from "../helpers/app.ts";
import { signIn } from "../helpers/signed-in.ts";
import { reporter, reportSampleYear, reviewer } from "./reports.ts";
import { samplePlan } from "./sample-plan.ts";

const plan = "sample-2022";
const now = "2022-10-11T02:00:00.000Z";
const other: Actor = { ...reviewer, id: "second" };
const step = { actor: reviewer, now, plan, month: "2022-06", reason: null };
let store: Store;
beforeEach(async () => {
  const opened = await openTestLedger([samplePlan()]);
  store = opened.store;
  onTestFinished(opened.dispose);
  await reportSampleYear(store);
});

/** An account of the office beside the actor of the tests. */
const hasSecond = () => signIn(store, { key: other.id, role: "office", departments: [], now });
const correct = (period: string, entries: string, at = now) =>
  correctObservation(store, {
    ...{ actor: reporter("commerce"), now: at, plan, department: "commerce", period, reason: "重复计入" },
    lines: [{ measure: "food.above-scale-enterprises", entries, exits: "0" }],
  });
const codeOf = (answer: { ok: boolean; reason?: { code: string } }) => answer.reason?.code ?? null;

describe("closing", () => {
  test("makes an edition: its number, its hash, one revision and one row of the audit", async () => {
    const before = await findLedgerRevision(store);
    const closed = await closeMonth(store, step);
    expect(closed).toMatchObject({ ok: true, value: { month: "2022-06", edition: 1, revision: before + 1 } });
    const hash = closed.ok ? closed.value.hash : null;
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    const rows = await findAuditRows(store, 0, 1000);
    expect(rows.at(-1)).toMatchObject({ action: "close-month", entity: "month:sample-2022/2022-06" });
    expect(JSON.parse(rows.at(-1)?.payload ?? "")).toMatchObject({ edition: 1, hash, undone: [] });
    expect(await findAuditChain(store)).toMatchObject({ isWhole: true });
    expect(codeOf(await closeMonth(store, step))).toBe("month-not-from-this-state");
  });

  test("asks for a word where something is undone, and says what", async () => {
    const september = { ...step, month: "2022-09" };
    expect(await closeMonth(store, september)).toMatchObject({
      ok: false,
      reason: { code: "month-undone", field: "reason", allowed: { zh: "未报1份", en: "1 not handed in" } },
    });
    expect(await closeMonth(store, { ...september, reason: "商务局逾期未报" })).toMatchObject({ ok: true });
    const moves = await findMonthMoves(store, 1);
    expect(moves.map(({ month, edition, reason }) => [month, edition, reason])).toEqual([
      ["2022-09", 1, "商务局逾期未报"],
    ]);
  });

  test("the hash is of the figures: another figure, another hash; the same, the same", async () => {
    const hashes: (string | null)[] = [];
    const close = async () => {
      const closed = await closeMonth(store, step);
      hashes.push(closed.ok ? closed.value.hash : null);
      await askReopening(store, { ...step, reason: "再核" });
      expect(await reopenMonth(store, { ...step, isGranted: true })).toMatchObject({ ok: true });
    };
    await close();
    // A later month's figure is not in it.
    const september = await submitReport(store, {
      ...{ actor: reporter("commerce"), now, plan, department: "commerce", period: "2022-09" },
      lines: [{ measure: "food.above-scale-enterprises", entries: "2", exits: "0" }],
    });
    if (!september.ok) throw new Error(september.reason.code);
    await acceptSubmission(store, { actor: reviewer, now, submission: september.value.submission });
    await close();
    const correction = await correct("2022-06", "2");
    if (!correction.ok) throw new Error(correction.reason.code);
    await acceptSubmission(store, { actor: reviewer, now, submission: correction.value.submission });
    await close();
    expect(hashes[0]).toMatch(/^[0-9a-f]{64}$/);
    expect(hashes[1]).toBe(hashes[0]);
    expect(hashes[2]).not.toBe(hashes[0]);
    expect(
      (await findMonthMoves(store, 1)).filter(({ move }) => move === "close").map(({ edition }) => edition),
    ).toEqual([1, 2, 3]);
  });

  test.each<[string, Partial<typeof step>, string]>([
    ["a plan that is not there", { plan: "nowhere" }, "unknown-plan"],
    ["a month that is no quarter's end", { month: "2022-05" }, "period-not-open"],
    ["a quarter that has not ended", { month: "2022-12" }, "period-not-open"],
    ["what a reporter wants", { actor: reporter("commerce") }, "not-your-role"],
    ["what a leader wants", { actor: { ...reviewer, role: "leader" } }, "not-your-role"],
  ])("refuses %s", async (_, change, code) => {
    const before = await findLedgerRevision(store);
    expect(codeOf(await closeMonth(store, { ...step, ...change }))).toBe(code);
    expect(await findLedgerRevision(store)).toBe(before);
  });
});

describe("a closed month", () => {
  test("takes no report, no decision and no correction, and names its edition; other months do", async () => {
    const waiting = await correct("2022-06", "2");
    if (!waiting.ok) throw new Error(waiting.reason.code);
    const { submission } = waiting.value;
    expect(await closeMonth(store, { ...step, reason: "按期结账" })).toMatchObject({ ok: true });
    const closed = { ok: false, reason: { code: "month-closed", value: "2022-06", allowed: "1" } };
    expect(await acceptSubmission(store, { actor: reviewer, now, submission })).toMatchObject(closed);
    expect(await returnSubmission(store, { actor: reviewer, now, submission, reason: "再核" })).toMatchObject(closed);
    const industry = { actor: reporter("industry"), now, plan, department: "industry", period: "2022-06" };
    const plant = [{ measure: "steel.plant", amount: "1", doneOn: "2022-06-20" }];
    expect(await correctObservation(store, { ...industry, lines: plant, reason: "漏报" })).toMatchObject(closed);
    expect(await correct("2022-03", "1")).toMatchObject({ ok: true });
  });

  test("is reopened by a second person, and then takes them again", async () => {
    await hasSecond();
    await closeMonth(store, step);
    expect(codeOf(await reopenMonth(store, { ...step, isGranted: true }))).toBe("month-not-from-this-state");
    expect(codeOf(await askReopening(store, step))).toBe("reason-missing");
    expect(await askReopening(store, { ...step, reason: "食品数据有误" })).toMatchObject({ ok: true });
    expect(codeOf(await correct("2022-06", "2"))).toBe("month-closed");
    expect(codeOf(await reopenMonth(store, { ...step, isGranted: true }))).toBe("second-person-needed");
    expect(await reopenMonth(store, { ...step, actor: other, isGranted: true })).toMatchObject({
      ok: true,
      value: { edition: 1, hash: null },
    });
    expect(await correct("2022-06", "2")).toMatchObject({ ok: true });
  });

  test("may be kept closed, with a reason", async () => {
    await hasSecond();
    await closeMonth(store, step);
    await askReopening(store, { ...step, reason: "食品数据有误" });
    const keep = { ...step, actor: other, isGranted: false };
    expect(codeOf(await reopenMonth(store, keep))).toBe("reason-missing");
    expect(await reopenMonth(store, { ...keep, reason: "下期更正即可" })).toMatchObject({ ok: true });
    expect(codeOf(await correct("2022-06", "2"))).toBe("month-closed");
  });

  test("of rival closings exactly one wins", async () => {
    const rivals = Array.from({ length: 8 }, (_, n) =>
      closeMonth(store, { ...step, actor: { ...reviewer, id: `reviewer-${n}` } }),
    );
    const codes = (await Promise.all(rivals)).map(codeOf);
    expect(codes.filter((code) => code === null)).toHaveLength(1);
    expect(codes.filter((code) => code === "month-not-from-this-state")).toHaveLength(7);
  });
});

describe("a later due day", () => {
  const given: GrantExtension = {
    ...{ actor: reviewer, now, plan, period: "2022-09", department: "commerce", dueOn: "2022-10-20" },
    reason: "系统对接",
  };
  test.each<[string, Partial<GrantExtension>, string | null]>([
    ["for a unit", {}, null],
    ["for all", { department: null }, null],
    ["by a reporter", { actor: reporter("commerce") }, "not-your-role"],
    ["of no period", { period: "2022-08" }, "period-not-open"],
    ["for a unit that reports nothing", { department: "weather" }, "unknown-department"],
    ["without a reason", { reason: " " }, "reason-missing"],
    ["that is no later", { dueOn: "2022-10-10" }, "due-day-refused"],
    ["that the calendar has not", { dueOn: "2022-10-32" }, "due-day-refused"],
    ["in a plan that is not there", { plan: "nowhere" }, "unknown-plan"],
  ])("%s", async (_, change, code) => {
    expect(codeOf(await grantExtension(store, { ...given, ...change }))).toBe(code);
  });
});
