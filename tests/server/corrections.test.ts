import { findLedgerRevision, type Store } from "@beizeng/db";
import { acceptSubmission } from "@beizeng/server/actions/accept-submission.ts";
import { type CorrectObservation, correctObservation } from "@beizeng/server/actions/correct-observation.ts";
import { type ReviseTarget, reviseTarget } from "@beizeng/server/actions/revise-target.ts";
import { submitReport } from "@beizeng/server/actions/submit-report.ts";
import type { Progress } from "@beizeng/server/contract/progress.ts";
import type { Subject } from "@beizeng/server/contract/subject.ts";
import { verify } from "@beizeng/server/verify.ts";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { openTestApp, type TestApp } from "../helpers/app.ts";
import { reporter, reportSampleYear, reviewer } from "./reports.ts";
import { samplePlan } from "./sample-plan.ts";

let opened: TestApp;
let store: Store;
async function open(): Promise<() => Promise<void>> {
  opened = await openTestApp([samplePlan()]);
  store = opened.store;
  await reportSampleYear(store);
  return opened.dispose;
}

const correction: CorrectObservation = {
  actor: reporter("industry"),
  now: "2022-10-10T02:00:00.000Z",
  plan: "sample-2022",
  department: "industry",
  period: "2022-06",
  lines: [{ measure: "steel.above-scale-enterprises", entries: "2", exits: "0" }],
  reason: "一户重复统计",
};

async function ask<Answer>(path: string): Promise<Answer> {
  const response = await opened.app.inject(`/api/plans/sample-2022/${path}`);
  expect(response.statusCode).toBe(200);
  return response.json<Answer>();
}

async function steelIn(month: string, known = "") {
  const { chains } = await ask<Progress>(`progress?month=${month}&horizon=2022-12${known}`);
  const [firms] = chains[0]?.assessments ?? [];
  return [firms?.achieved.text, firms?.isCorrected];
}

describe("a correction", () => {
  test("stands only when it is accepted; the old value stays readable, and the past as it was known", async () => {
    onTestFinished(await open());
    const answer = await correctObservation(store, correction);
    if (!answer.ok) throw new Error(answer.reason.code);
    expect(await steelIn("2022-06")).toEqual(["3", false]);
    const now = "2022-10-11T02:00:00.000Z";
    const { submission } = answer.value;
    expect(await acceptSubmission(store, { actor: reviewer, now, submission })).toMatchObject({ ok: true });
    expect(await steelIn("2022-06")).toEqual(["2", true]);
    expect(await steelIn("2022-09")).toEqual(["4", false]);
    expect(await steelIn("2022-06", "&asKnownOn=2022-10-10")).toEqual(["3", false]);
    expect(await steelIn("2022-06", "&asKnownOn=2022-10-11")).toEqual(["2", true]);
    const { measures } = await ask<Subject>("subjects/steel?month=2022-06");
    expect(
      measures[0]?.values.map(({ month, entries, isSuperseded, correctionReason }) => [
        month,
        entries.text,
        isSuperseded,
        correctionReason,
      ]),
    ).toEqual([
      ["2022-06", "2", false, "一户重复统计"],
      ["2022-06", "3", true, null],
      ["2022-03", "1", false, null],
    ]);
    expect((await verify(store, "2022-10-12")).differences).toEqual([]);
  });
});

describe("what the bureau confirms once more", () => {
  const confirm = (amount: string, reason?: string) =>
    submitReport(store, {
      actor: { id: "bureau", role: "statistics", departments: [] },
      ...{ now: "2022-10-11T02:00:00.000Z", plan: "sample-2022", department: "government", period: "2022-06" },
      ...{ basis: "statistics", lines: [{ measure: "service.resolution-rate", amount, ...(reason && { reason }) }] },
      ...(reason && { reason }),
    });
  const accept = async (answer: Awaited<ReturnType<typeof confirm>>, isUnseen = false) => {
    if (!answer.ok) throw new Error(answer.reason.code);
    const now = "2022-10-11T03:00:00.000Z";
    return acceptSubmission(store, { actor: reviewer, now, submission: answer.value.submission, isUnseen });
  };

  test("takes the place of a figure that counts: only with a reason, looked at by itself, the old value beside it", async () => {
    onTestFinished(await open());
    expect(await accept(await confirm("96.5"), true)).toMatchObject({ ok: true });
    expect(await confirm("95.5")).toMatchObject({ ok: false, reason: { code: "reason-missing" } });
    const again = await confirm("95.5", "年报核减");
    expect(await accept(again, true)).toMatchObject({ ok: false, reason: { code: "marked" } });
    expect(await accept(again)).toMatchObject({ ok: true });
    const { measures } = await ask<Subject>("subjects/service?month=2022-06&basis=statistics");
    const told = measures[0]?.values.map(({ amount, isSuperseded, correctionReason }) => [
      amount.text,
      isSuperseded,
      correctionReason,
    ]);
    expect(told).toEqual([
      ["95.5", false, "年报核减"],
      ["96.5", true, null],
    ]);
  });
});

describe("a correction that is refused", () => {
  // One ledger for all: that nothing is written is what each test asserts.
  let dispose: () => Promise<void>;
  beforeAll(async () => {
    dispose = await open();
  });
  afterAll(() => dispose());

  test.each<[string, Partial<CorrectObservation>, string]>([
    ["without a reason", { reason: " " }, "reason-missing"],
    [
      "by 无变化, which would put the period before in its place",
      { lines: [{ measure: "steel.above-scale-enterprises", isUnchanged: true }] },
      "repeated-correction",
    ],
    ["by another department", { actor: reporter("commerce") }, "not-your-department"],
    ["by a reviewer", { actor: reviewer }, "not-your-role"],
    [
      "of a period that nobody reported",
      {
        department: "commerce",
        actor: reporter("commerce"),
        period: "2022-09",
        lines: [{ measure: "food.above-scale-enterprises", entries: "1" }],
      },
      "nothing-to-correct",
    ],
    [
      "above the next period's figure",
      { lines: [{ measure: "steel.above-scale-enterprises", entries: "5" }] },
      "figure-refused",
    ],
    [
      "below the former period's figure",
      { lines: [{ measure: "steel.above-scale-enterprises", entries: "0" }] },
      "figure-refused",
    ],
  ])("is refused %s", async (_, change, code) => {
    const before = await findLedgerRevision(store);
    expect(await correctObservation(store, { ...correction, ...change })).toMatchObject({
      ok: false,
      reason: { code },
    });
    expect(await findLedgerRevision(store)).toBe(before);
  });
});

describe("as known on a day", () => {
  test("what was accepted by its end in China, no more", async () => {
    onTestFinished(await open());
    // The June reports were accepted on 8 July at ten in the morning, China time.
    expect(await steelIn("2022-06", "&asKnownOn=2022-07-07")).toEqual(["1", false]);
    expect(await steelIn("2022-06", "&asKnownOn=2022-07-08")).toEqual(["3", false]);
    const { chains, quotation } = await ask<Progress>("progress?month=2022-06&horizon=2022-12&asKnownOn=2022-07-07");
    expect(quotation.asKnownOn).toBe("2022-07-07");
    expect(chains[0]?.assessments[0]?.light).toBe("unreported");
  });
});

const revision: ReviseTarget = {
  actor: reviewer,
  now: "2022-10-10T02:00:00.000Z",
  plan: "sample-2022",
  target: "steel.above-scale-enterprises.new.2022-12",
  from: "2022-07",
  value: "8",
  reason: "年中调整",
  document: "样发〔2022〕9号",
};

describe("a target set anew", () => {
  const targetIn = async (month: string, known = "") => {
    const { chains, reconciliations } = await ask<Progress>(`progress?month=${month}&horizon=2022-12${known}`);
    const [firms] = chains[0]?.assessments ?? [];
    const [headline] = reconciliations;
    return [firms?.targetValue.text, firms?.expected.text, headline?.allocated.text, headline?.unallocated.text];
  };

  test("judges the months from then on, not those before, and not what was known before", async () => {
    onTestFinished(await open());
    expect(await reviseTarget(store, revision)).toMatchObject({ ok: true });
    // 6 × 6/12; 8 × 9/12; the headline stays at 10, so that two are too many.
    expect(await targetIn("2022-06")).toEqual(["6", "3", "10", "0"]);
    expect(await targetIn("2022-09")).toEqual(["8", "6", "12", "−2"]);
    expect(await targetIn("2022-09", "&asKnownOn=2022-10-09")).toEqual(["6", "4.5", "10", "0"]);
    const { measures } = await ask<Subject>("subjects/steel?month=2022-09");
    expect(measures[0]?.targets[0]?.target).toMatchObject({ adjustments: [{ from: "2022-07" }], value: { text: "8" } });
    expect((await verify(store, "2022-10-12")).differences).toEqual([]);
  });
});

describe("a target set anew and refused", () => {
  // One ledger for all: that nothing is written is what each test asserts.
  let dispose: () => Promise<void>;
  beforeAll(async () => {
    dispose = await open();
  });
  afterAll(() => dispose());

  test.each<[string, Partial<ReviseTarget>, string]>([
    ["by a reporter", { actor: reporter("industry") }, "not-your-role"],
    ["by a leader", { actor: { ...reviewer, role: "leader" } }, "not-your-role"],
    ["of an unknown plan", { plan: "nowhere" }, "unknown-plan"],
    ["that is not there", { target: "steel.tea.new.2022-12" }, "unknown-target"],
    ["without a reason", { reason: "" }, "reason-missing"],
    ["from after its deadline", { from: "2023-01" }, "month-out-of-range"],
    ["from before its origin", { from: "2021-11" }, "month-out-of-range"],
    ["to a half firm", { value: "7.5" }, "figure-refused"],
    ["to nothing", { value: "" }, "figure-refused"],
    ["with an upper end that is no range's", { stretch: "9" }, "figure-refused"],
  ])("is refused %s", async (_, change, code) => {
    const before = await findLedgerRevision(store);
    expect(await reviseTarget(store, { ...revision, ...change })).toMatchObject({ ok: false, reason: { code } });
    expect(await findLedgerRevision(store)).toBe(before);
  });
});
