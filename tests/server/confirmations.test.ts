/** 统计核定: what can be confirmed, 与部门填报一致, a word on each difference, and where the bases differ. Worked out by hand. */
import { acceptSubmission } from "@beizeng/server/actions/accept-submission.ts";
import { correctObservation } from "@beizeng/server/actions/correct-observation.ts";
import type { Confirmations, Differences } from "@beizeng/server/contract/differences.ts";
import type { Paper, PaperRow, Receipt, Tasks } from "@beizeng/server/contract/paper.ts";
import type { Progress } from "@beizeng/server/contract/progress.ts";
import type { ReviewItem } from "@beizeng/server/contract/reviews.ts";
import type { Subject } from "@beizeng/server/contract/subject.ts";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../helpers/app.ts";
import { reporter, reportSampleYear, reviewer } from "./reports.ts";
import { samplePlan } from "./sample-plan.ts";

let opened: TestApp;
let bureau: { cookie: string };
beforeEach(async () => {
  opened = await openTestApp([samplePlan()]);
  await reportSampleYear(opened.store);
  opened.clock.set("2022-10-12T02:00:00.000Z");
  bureau = await opened.as("statistics", [], "统计核定员");
});
afterEach(() => opened.dispose());

const plan = "/api/plans/sample-2022";
const paper = `${plan}/papers/industry/2022-09`;
const steel = "steel.above-scale-enterprises";

async function ask<T>(url: string, headers = bureau): Promise<T> {
  const response = await opened.app.inject({ url, headers });
  expect([response.statusCode, response.body]).toEqual([200, expect.anything()]);
  return response.json<T>();
}
const agree = async () =>
  (
    await opened.app.inject({ method: "POST", url: `${paper}/agreement?kind=confirmation`, headers: bureau })
  ).json<Paper>();
const save = async (measure: string, typed: object, version: number) => {
  const url = `${paper}/lines/${measure}?kind=confirmation`;
  const payload = { typed, version };
  return (await opened.app.inject({ method: "PUT", url, headers: bureau, payload })).json<PaperRow>();
};
const rowsOf = ({ subjects }: Paper) => subjects.flatMap(({ rows }) => rows);
const submit = async (key: string) => {
  const rows = rowsOf(await ask<Paper>(`${paper}?kind=confirmation`));
  return opened.app.inject({
    method: "POST",
    url: `${paper}/submission?kind=confirmation`,
    headers: { ...bureau, "idempotency-key": key },
    payload: { seen: rows.map(({ measure, version }) => ({ measure, version })) },
  });
};
/** 工信局's third quarter confirmed as reported but for one firm less, accepted by the office. */
async function confirmOneLess(): Promise<number> {
  await agree();
  await save(steel, { entries: { text: "3", as: "cumulative" }, reason: "一户未达标准" }, 1);
  const { submission } = (await submit("confirmed-3")).json<Receipt>();
  const accepted = await acceptSubmission(opened.store, { actor: reviewer, now: opened.clock.now(), submission });
  expect(accepted.ok).toBe(true);
  return submission;
}

describe("what can be confirmed", () => {
  test("is each unit's period, with what it reported and what is confirmed of it", async () => {
    const { period, periods, units } = await ask<Confirmations>(`${plan}/confirmations`);
    expect([period, periods.map((each) => [each.period, each.isBase])]).toEqual([
      "2022-09",
      [
        ["2022-09", false],
        ["2022-06", false],
        ["2022-03", false],
      ],
    ]);
    // 市政府 has the headline besides, which it does not report; 商务局 left the third quarter out.
    expect(units.map(({ department, ...counts }) => [department.key, counts])).toEqual([
      ["government", { measures: 2, reported: 1, confirmed: 0, differing: 0, state: "open" }],
      ["industry", { measures: 3, reported: 3, confirmed: 0, differing: 0, state: "open" }],
      ["commerce", { measures: 1, reported: 0, confirmed: 0, differing: 0, state: "open" }],
    ]);
    const june = await ask<Confirmations>(`${plan}/confirmations?period=2022-06`);
    expect(june.units.map(({ reported }) => reported)).toEqual([1, 3, 1]);
  });

  test("is counted anew with each step of a confirmation", async () => {
    const standing = async () => {
      const { units } = await ask<Confirmations>(`${plan}/confirmations?period=2022-09`);
      return units.flatMap(({ department, confirmed, differing, state }) =>
        department.key === "industry" ? [[confirmed, differing, state]] : [],
      )[0];
    };
    await agree();
    expect(await standing()).toEqual([0, 0, "draft"]);
    await save(steel, { entries: { text: "3", as: "cumulative" }, reason: "一户未达标准" }, 1);
    const { submission } = (await submit("counted-3")).json<Receipt>();
    expect(await standing()).toEqual([0, 0, "submitted"]);
    await acceptSubmission(opened.store, { actor: reviewer, now: opened.clock.now(), submission });
    expect(await standing()).toEqual([3, 1, "accepted"]);
  });

  test("is refused for a period that has not ended", async () => {
    const { statusCode, body } = await opened.app.inject({
      url: `${plan}/confirmations?period=2022-12`,
      headers: bureau,
    });
    expect([statusCode, JSON.parse(body).code]).toEqual([422, "period-not-open"]);
  });
});

describe("与部门填报一致", () => {
  test("takes the department's figures into every blank line, with one row of the audit; typed ones stay", async () => {
    const blank = rowsOf(await ask<Paper>(`${paper}?kind=confirmation`));
    expect(blank.find(({ measure }) => measure === steel)?.reported).toEqual({
      text: { zh: "累计新增 4，累计退出 0", en: "entries 4, exits 0" },
      ...{ note: null, by: "reporter-industry", at: "2022-10-09T02:00:01.000Z" },
      typed: { entries: { text: "4", as: "cumulative" }, exits: { text: "0", as: "cumulative" } },
    });
    await save("steel.output", { amount: { text: "36.0", as: "cumulative" } }, 0);
    const agreed = rowsOf(await agree());
    expect(agreed.map(({ measure, typed }) => [measure, typed.entries?.text ?? typed.amount?.text])).toEqual([
      [steel, "4"],
      ["steel.output", "36.0"],
      ["steel.plant", "0"],
    ]);
    expect(agreed.filter(({ wantsWord }) => wantsWord).map(({ measure }) => measure)).toEqual(["steel.output"]);
  });

  test("finds nothing where the department has not reported, and is no way into a report", async () => {
    const url = `${plan}/papers/commerce/2022-09/agreement`;
    const post = (query: string) => opened.app.inject({ method: "POST", url: `${url}${query}`, headers: bureau });
    expect((await post("?kind=confirmation")).json<Paper>().filled).toBe(0);
    expect((await post("")).json().code).toBe("not-your-role");
  });
});

describe("a difference", () => {
  test("asks for a word while it is typed and when it is handed in", async () => {
    const row = await save(steel, { entries: { text: "3", as: "cumulative" } }, 0);
    expect([row.wantsWord, row.isWrong, row.cells[0]?.findings]).toEqual([
      true,
      false,
      [
        {
          ...{ severity: "warning", code: "differs-from-department", field: "entries" },
          text: {
            zh: "部门填报 4，相差 −1，请说明",
            en: "the department reported 4, a difference of −1; please say why",
          },
        },
      ].map(({ field: _, ...finding }) => finding),
    ]);
    const refused = await submit("without-a-word");
    expect([refused.statusCode, refused.json().code]).toEqual([422, "reason-needed"]);
    const said = await save(steel, { entries: { text: "3", as: "cumulative" }, reason: "一户未达标准" }, 1);
    expect(said.wantsWord).toBe(false);
    expect((await submit("with-a-word")).statusCode).toBe(200);
  });

  test("marks the paper for its reviewer, who cannot wave it through unseen", async () => {
    await agree();
    await save(steel, { entries: { text: "3", as: "cumulative" }, reason: "一户未达标准" }, 1);
    await submit("to-review");
    const office = await opened.as("office");
    const { items } = await ask<{ items: ReviewItem[] }>("/api/reviews", office);
    expect(items).toMatchObject([
      { kind: "confirmation", isPlain: false, findings: [{ finding: { code: "differs-from-department" } }] },
    ]);
    const unseen = items.map(({ submission, submittedAt }) => ({ submission, seen: submittedAt }));
    const answer = await opened.app.inject({
      method: "POST",
      url: "/api/reviews/acceptances",
      headers: { ...office, "idempotency-key": "seen-by-nobody" },
      payload: { submissions: unseen },
    });
    expect(answer.json()).toMatchObject({ accepted: [], refused: [{ code: "marked" }] });
  });
});

describe("what the statistics bureau has under way", () => {
  test("is begun, waiting and returned papers of all units, and nothing that no one began", async () => {
    const states = async () =>
      (await ask<Tasks>("/api/tasks")).tasks.map(({ department, state, kind }) => [department.key, state, kind]);
    expect(await states()).toEqual([]);
    await agree();
    expect(await states()).toEqual([["industry", "draft", "confirmation"]]);
    await submit("under-way");
    expect(await states()).toEqual([["industry", "submitted", "confirmation"]]);
  });

  test("is of its own place where the account names units of one", async () => {
    await opened.dispose();
    opened = await openTestApp([samplePlan(), samplePlan("other-2022", "140582")]);
    opened.clock.set("2022-10-12T02:00:00.000Z");
    bureau = await opened.as("statistics", ["commerce"], "本地核定员");
    await save(steel, { entries: { text: "3", as: "cumulative" } }, 0);
    const elsewhere = await opened.as("statistics", ["other-2022-commerce"], "外地核定员");
    expect((await ask<Tasks>("/api/tasks", elsewhere)).tasks).toEqual([]);
    expect((await ask<Tasks>("/api/tasks")).tasks).toHaveLength(1);
  });
});

describe("where the bases differ", () => {
  test("shows both figures, who gave them and why, and the lights that the difference moves", async () => {
    await confirmOneLess();
    const { measures, compared, differences } = await ask<Differences>(`${plan}/differences?month=2022-10`);
    expect([measures, compared]).toEqual([6, 3]);
    expect(differences).toHaveLength(1);
    expect(differences[0]).toMatchObject({
      ...{ measure: steel, subject: "steel", month: "2022-09", reportingUnit: { zh: "工信局" } },
      figures: [
        {
          ...{ field: "entries", reported: { text: "4" }, confirmed: { text: "3" } },
          // One firm of the four that were reported.
          ...{ difference: { value: -1, text: "−1" }, percent: { text: "−25.0%" } },
        },
      ],
      reported: { by: "reporter-industry", acceptedAt: "2022-10-09T02:00:01.000Z", note: null, reason: null },
      confirmed: { by: "统计核定员", acceptedAt: "2022-10-12T02:00:00.000Z", reason: "一户未达标准" },
    });
    // 4.5 of 6 are due after nine months: 4 is under one firm short, 3 is 1.5 short, 25 points of 6 and 7.5 of 20.
    expect(differences[0]?.lights.map(({ horizon, reported, confirmed }) => [horizon, reported, confirmed])).toEqual([
      ["2022-12", "on-schedule", "far-behind"],
      ["2025-12", "on-schedule", "behind"],
    ]);
  });

  test("a corrected figure stands beside what stood before, on the side that corrected it", async () => {
    await confirmOneLess();
    const now = opened.clock.now();
    const corrected = await correctObservation(opened.store, {
      ...{ actor: reporter("industry"), now, plan: "sample-2022", department: "industry", period: "2022-09" },
      lines: [{ measure: steel, entries: "5", exits: "0" }],
      reason: "漏报一户",
    });
    if (!corrected.ok) throw new Error(corrected.reason.code);
    const { submission } = corrected.value;
    expect(await acceptSubmission(opened.store, { actor: reviewer, now, submission })).toMatchObject({ ok: true });
    const { differences } = await ask<Differences>(`${plan}/differences?month=2022-10`);
    expect(differences[0]?.figures[0]).toMatchObject({
      ...{ reported: { text: "5" }, reportedFormer: { text: "4" } },
      ...{ confirmed: { text: "3" }, confirmedFormer: null, difference: { text: "−2" } },
    });
  });

  test("says nothing of what only one basis has, of earlier months, and as known before", async () => {
    const count = async (query: string) => {
      const { compared, differences } = await ask<Differences>(`${plan}/differences?${query}`);
      return [compared, differences.length];
    };
    expect(await count("month=2022-09")).toEqual([0, 0]);
    await confirmOneLess();
    expect(await count("month=2022-09")).toEqual([3, 1]);
    expect(await count("month=2022-08")).toEqual([0, 0]);
    expect(await count("month=2022-09&asKnownOn=2022-10-11")).toEqual([0, 0]);
  });

  test("is read by whoever reads figures, and nobody else", async () => {
    const status = async (headers: Record<string, string>) =>
      (await opened.app.inject({ url: `${plan}/differences?month=2022-09`, headers })).statusCode;
    expect(await status(await opened.as("leader"))).toBe(200);
    expect(await status(await opened.as("admin"))).toBe(403);
  });
});

test("on its own basis a figure is the statistics bureau's, and the department's stands beside it unchanged", async () => {
  await confirmOneLess();
  const steelOn = async (basis: string) => {
    const { chains } = await ask<Progress>(`${plan}/progress?month=2022-09&horizon=2022-12&basis=${basis}`);
    return chains[0]?.assessments[0];
  };
  expect((await steelOn("department"))?.achieved.text).toBe("4");
  const confirmed = await steelOn("statistics");
  expect([confirmed?.achieved.text, confirmed?.light]).toEqual(["3", "far-behind"]);
  const { measures } = await ask<Subject>(`${plan}/subjects/steel?month=2022-09&basis=statistics`);
  expect(measures[0]?.values).toMatchObject([
    { basis: "statistics", entries: { text: "3" }, reportedBy: { zh: "统计部门" }, reporter: "统计核定员" },
  ]);
});
