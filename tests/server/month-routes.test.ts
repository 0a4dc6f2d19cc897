import { acceptSubmission } from "@beizeng/server/actions/accept-submission.ts";
import { correctObservation } from "@beizeng/server/actions/correct-observation.ts";
import type { Life } from "@beizeng/server/contract/life.ts";
import type { EditionFigures, Months } from "@beizeng/server/contract/months.ts";
import type { Progress } from "@beizeng/server/contract/progress.ts";
import type { Reporting } from "@beizeng/server/contract/reporting.ts";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { openTestApp, type TestApp } from "../helpers/app.ts";
import { reporter, reportSampleYear, reviewer } from "./reports.ts";
import { samplePlan } from "./sample-plan.ts";

let opened: TestApp;
let [first, second]: { cookie: string }[] = [];
const p = "/api/plans/sample-2022";
const instant = "2022-10-12T02:00:00.000Z";
beforeEach(async () => {
  opened = await openTestApp([samplePlan()], { kind: "production" });
  onTestFinished(opened.dispose);
  await reportSampleYear(opened.store);
  opened.clock.set(instant);
  first = await opened.as("office", [], "甲");
  second = await opened.as("office", [], "乙");
});

const post = (url: string, payload: object, headers = first, key: string = crypto.randomUUID()) =>
  opened.app.inject({
    ...{ method: "POST", url: `${p}/${url}`, payload },
    headers: { ...headers, "idempotency-key": key },
  });
const ask = async <Body>(url: string, headers = first): Promise<Body> => {
  const response = await opened.app.inject({ url: `${p}/${url}`, ...(headers && { headers }) });
  expect([url, response.statusCode]).toEqual([url, 200]);
  return response.json();
};
const months = async (headers = first) => (await ask<Months>("months", headers)).months;

/** 工信局 corrects the firms of June from 3 to `entries`, and it is accepted. */
async function correctJune(entries: string): Promise<void> {
  const answer = await correctObservation(opened.store, {
    ...{ actor: reporter("industry"), now: instant, plan: "sample-2022", department: "industry", period: "2022-06" },
    lines: [{ measure: "steel.above-scale-enterprises", entries, exits: "0" }],
    reason: "一户重复计入",
  });
  if (!answer.ok) throw new Error(answer.reason.code);
  const { submission } = answer.value;
  expect(await acceptSubmission(opened.store, { actor: reviewer, now: instant, submission })).toMatchObject({
    ok: true,
  });
}

describe("the months of a plan", () => {
  test("say who has reported, what is undone, and until when", async () => {
    const all = await months();
    expect(all.map(({ month, isEnded }) => [month, isEnded])).toEqual([
      ["2022-12", false],
      ["2022-09", true],
      ["2022-06", true],
      ["2022-03", true],
    ]);
    expect(all[1]).toMatchObject({ state: "open", dueOn: "2022-10-10", units: 3, submitted: 2, accepted: 2 });
    expect(all[1]?.undone).toMatchObject([{ department: "commerce", state: "open", punctuality: "missing" }]);
    expect(all[2]).toMatchObject({ units: 3, accepted: 3, undone: [], editions: [] });
  });

  test("close into an edition, are asked to reopen and reopened by a second person", async () => {
    const closed = await post("months/2022-06/closing", {});
    expect(closed.json()).toMatchObject({ month: "2022-06", state: "closed", edition: 1 });
    expect((await post("months/2022-06/closing", {})).json().message).toBe("2022-06 现为“已结账”，不能做这一步。");
    const waiting = await post("months/2022-06/reopening", { reason: "钢铁有误" });
    expect(waiting.json()).toMatchObject({ state: "reopening-asked", edition: 1, hash: null });
    expect((await months())[2]?.reopening).toMatchObject({ askedBy: "甲", reason: "钢铁有误", isOwn: true });
    expect((await months(second))[2]?.reopening).toMatchObject({ isOwn: false });
    const own = await post("months/2022-06/reopening/decision", { decision: "grant" });
    expect([own.statusCode, own.json().code]).toEqual([403, "second-person-needed"]);
    const granted = await post("months/2022-06/reopening/decision", { decision: "grant" }, second);
    expect(granted.json()).toMatchObject({ state: "open", edition: 1 });
    expect((await post("months/2022-06/closing", {}, second)).json()).toMatchObject({ edition: 2 });
    expect((await months())[2]?.editions.map(({ edition, closedBy }) => [edition, closedBy])).toEqual([
      [2, "乙"],
      [1, "甲"],
    ]);
    // The first edition says why it is no longer the last word; the second stands.
    const [now, then] = (await months())[2]?.editions ?? [];
    expect([now?.reopened, then?.reopened]).toMatchObject([null, { askedBy: "甲", grantedBy: "乙" }]);
  });

  test("with something undone are closed only with a word", async () => {
    const without = await post("months/2022-09/closing", {});
    expect([without.statusCode, without.json().message]).toEqual([
      422,
      "2022-09 还有未办结的填报：未报1份。确需结账，请写明原因。",
    ]);
    expect((await post("months/2022-09/closing", { reason: "已催报两次" })).statusCode).toBe(200);
    expect((await months())[1]?.editions[0]).toMatchObject({ reason: "已催报两次" });
  });
});

describe("an edition", () => {
  test("stays as it was: a correction after a reopening shows old and new value, and the edition its own", async () => {
    await post("months/2022-06/closing", {});
    await post("months/2022-06/reopening", { reason: "钢铁有误" });
    await post("months/2022-06/reopening/decision", { decision: "grant" }, second);
    await correctJune("2");
    const edition = await ask<EditionFigures>("months/2022-06/editions/1");
    expect(edition).toMatchObject({ month: "2022-06", edition: { edition: 1, closedBy: "甲" }, isWhole: true });
    expect(edition.edition.reopened).toMatchObject({ askedBy: "甲", reason: "钢铁有误", grantedBy: "乙" });
    const target = "steel.above-scale-enterprises.new.2022-12";
    const then = edition.assessments.find((each) => each.target === target);
    expect(then).toMatchObject({
      achieved: { text: "3" },
      isCorrected: false,
      correctedFrom: null,
      light: "on-schedule",
    });
    expect(edition.corrections).toMatchObject([
      {
        measure: "steel.above-scale-enterprises",
        month: "2022-06",
        field: "entries",
        former: { text: "3" },
        now: { text: "2" },
      },
    ]);
    // Everywhere else the new value stands, with the old one beside it: 2 of 3 due, a whole firm short of 6.
    const now = (await ask<Progress>("progress?month=2022-06&horizon=2022-12")).chains[0]?.assessments[0];
    expect(now).toMatchObject({
      achieved: { text: "2" },
      isCorrected: true,
      correctedFrom: { text: "3" },
      light: "behind",
    });
  });

  test("is quoted by number; one that is not there is refused with those that are", async () => {
    await post("months/2022-06/closing", {});
    const said = async (edition: string) => {
      const url = `${p}/months/${edition}`;
      const response = await opened.app.inject({ url, ...(first && { headers: first }) });
      return [response.statusCode, response.json().message];
    };
    expect(await said("2022-06/editions/2")).toEqual([404, "没有数据版本 2：现有 1。"]);
    expect(await said("2022-09/editions/1")).toEqual([404, "没有数据版本 1：该月尚未结账。"]);
  });

  test("that somebody wrote over does not agree with its hash", async () => {
    await post("months/2022-06/closing", {});
    await opened.runRaw("DROP TRIGGER observations_no_update");
    await opened.runRaw("UPDATE observations SET entries = 4 WHERE month = '2022-06' AND entries = 3");
    expect((await ask<EditionFigures>("months/2022-06/editions/1")).isWhole).toBe(false);
  });
});

describe("a later due day", () => {
  const september = async () => {
    const { units } = await ask<Reporting>("reporting?month=2022-10");
    return Object.fromEntries(
      units.map(({ department, cells }) => {
        const cell = cells.find(({ period }) => period === "2022-09");
        return [department, [cell?.punctuality, cell?.dueOn, cell?.extension]];
      }),
    );
  };

  test("moves what is late and missing, for one unit and for all; the last one counts", async () => {
    const late = ["missing", "2022-10-10", null];
    expect((await september()).commerce).toEqual(late);
    const grant = (given: object) => post("extensions", { period: "2022-09", reason: "系统对接", ...given });
    expect((await grant({ department: "commerce", dueOn: "2022-10-20" })).json()).toEqual({
      period: "2022-09",
      dueOn: "2022-10-20",
    });
    expect(await september()).toMatchObject({
      commerce: ["not-yet-due", "2022-10-20", "系统对接"],
      industry: ["on-time", "2022-10-10", null],
    });
    await grant({ dueOn: "2022-10-11", reason: "节假日顺延" });
    expect(await september()).toMatchObject({
      commerce: ["missing", "2022-10-11", "节假日顺延"],
      industry: ["on-time", "2022-10-11", "节假日顺延"],
    });
    expect((await months())[1]?.extensions).toMatchObject([
      { department: "commerce", dueOn: "2022-10-20", grantedBy: "甲" },
      { department: null, dueOn: "2022-10-11", reason: "节假日顺延" },
    ]);
  });
});

describe("the life of a figure", () => {
  const life = (headers = first) =>
    ask<Life>("measures/steel.above-scale-enterprises/life?month=2022-06", headers).then(({ events }) => events);

  test("tells who entered it, who accepted it, and what it was before a correction", async () => {
    await correctJune("2");
    expect(await life()).toMatchObject([
      { event: "entered", by: "reporter-industry", kind: "report", round: 1, value: { entries: { text: "3" } } },
      { event: "accepted", by: "reviewer", value: { entries: { text: "3" } }, former: null },
      { event: "entered", kind: "correction", reason: "一户重复计入", value: { entries: { text: "2" } } },
      { event: "corrected", value: { entries: { text: "2" } }, former: { entries: { text: "3" } } },
    ]);
  });

  test("tells a return to its readers, and what was never accepted to them alone", async () => {
    const correction = await correctObservation(opened.store, {
      ...{ actor: reporter("industry"), now: instant, plan: "sample-2022", department: "industry", period: "2022-06" },
      lines: [{ measure: "steel.above-scale-enterprises", entries: "2", exits: "0" }],
      reason: "一户重复计入",
    });
    if (!correction.ok) throw new Error(correction.reason.code);
    const back = await opened.app.inject({
      ...{ method: "POST", url: `/api/submissions/${correction.value.submission}/return` },
      payload: {
        ...{ seen: instant, reason: "请附证明" },
        lines: [{ measure: "steel.above-scale-enterprises", reason: "哪一户？" }],
      },
      headers: { ...first, "idempotency-key": "the-only-return" },
    });
    expect(back.statusCode).toBe(200);
    expect((await life()).at(-1)).toMatchObject({ event: "returned", reason: "请附证明", word: "哪一户？", by: "甲" });
    const stranger = await opened.as("reporter", ["commerce"], "商务局填报员");
    expect((await life(stranger)).map(({ event }) => event)).toEqual(["entered", "accepted"]);
    const own = await opened.as("reporter", ["industry"], "工信局填报员");
    expect(await life(own)).toHaveLength(4);
  });

  test("of a measure that is not there is refused", async () => {
    const url = `${p}/measures/steel.tea/life?month=2022-06`;
    const response = await opened.app.inject({ url, ...(first && { headers: first }) });
    expect([response.statusCode, response.json().code]).toEqual([404, "measure-not-here"]);
  });
});
