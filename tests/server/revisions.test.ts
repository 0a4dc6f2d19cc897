/** Revising a target: what the preview says is what the pages say once it is written. DOMAIN sections 3, 5, 8. */
import { findAuditRows, findLedgerRevision } from "@beizeng/db";
import { roles } from "@beizeng/db/vocabulary";
import type { Departments } from "@beizeng/server/contract/departments.ts";
import type { Plan } from "@beizeng/server/contract/plans.ts";
import type { RevisionPreview, TargetRevisions } from "@beizeng/server/contract/revisions.ts";
import type { Subject } from "@beizeng/server/contract/subject.ts";
import { may } from "@beizeng/server/domain/access.ts";
import { verify } from "@beizeng/server/verify.ts";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { openTestApp, type TestApp } from "../helpers/app.ts";
import { reportSampleYear } from "./reports.ts";
import { samplePlan } from "./sample-plan.ts";

const key = "steel.above-scale-enterprises.new.2022-12";
const plan = "/api/plans/sample-2022";
const address = (target = key) => `${plan}/targets/${target}/revisions`;
const typed = { from: "2022-07", value: "12" };
const said = { ...typed, reason: "省下达任务增加", document: "样发〔2022〕9号" };

let opened: TestApp;
let office: { cookie: string };
beforeEach(async () => {
  opened = await openTestApp([samplePlan()]);
  onTestFinished(() => opened.dispose());
  await reportSampleYear(opened.store);
  opened.clock.set("2022-10-12T02:00:00.000Z");
  office = await opened.as("office");
});

async function ask<T>(url: string): Promise<T> {
  const response = await opened.app.inject({ url, headers: office });
  expect([url, response.statusCode, response.body]).toEqual([url, 200, expect.anything()]);
  return response.json<T>();
}
const preview = (asked: Record<string, string>, target = key) =>
  ask<RevisionPreview>(`${address(target)}/preview?${new URLSearchParams(asked)}`);
const revise = (body: object, idempotencyKey = "revise-once", headers = office) =>
  opened.app.inject({
    method: "POST",
    url: address(),
    headers: { ...headers, "idempotency-key": idempotencyKey },
    payload: body,
  });

/** The way of a target as the page of its subject draws it. */
async function wayOf(subject: string, target: string) {
  const { measures } = await ask<Subject>(`${plan}/subjects/${subject}?month=2022-10`);
  return measures.flatMap(({ targets }) => targets).find((each) => each.target.key === target)?.history;
}

const lightsOf = ({ targets }: RevisionPreview) =>
  targets.map(({ target, relation, months }) => [
    target,
    relation,
    months.flatMap(({ month, before, after }) =>
      before.light === after.light ? [] : [`${month} ${before.light}→${after.light}`],
    ),
  ]);

describe("the preview", () => {
  // 12 by December asks for 6 by June and 9 by September, where 3 and 4 stand: 25 and 41.7 points of 12. The way to 20 by
  // 2025 leads through what was in force in the month of the figure: 9 by September, 25 points of 20. The parts of the
  // headline are 16 of 10, so that its sum has no light.
  test("says which lights of which months would move, worked out by hand", async () => {
    const seen = await preview(typed);
    expect(lightsOf(seen)).toEqual([
      [key, "itself", ["2022-07", "2022-08", "2022-09", "2022-10"].map((month) => `${month} on-schedule→far-behind`)],
      ["headline.above-scale-enterprises.new.2022-12", "whole", ["2022-07 behind→null", "2022-08 behind→null"]],
      [
        "steel.above-scale-enterprises.new.2025-12",
        "way",
        ["2022-09 on-schedule→far-behind", "2022-10 on-schedule→far-behind"],
      ],
    ]);
    const [own] = seen.targets;
    expect([own?.before.zh, own?.after.zh]).toEqual(["新增 ≥6户", "新增 ≥12户"]);
    expect(own?.months.map(({ before, after }) => [before.completion.text, after.completion.text])).toEqual([
      ["—", "—"],
      ["—", "—"],
      ["16.7%", "16.7%"],
      ["16.7%", "16.7%"],
      ["16.7%", "16.7%"],
      ["50.0%", "50.0%"],
      ["50.0%", "25.0%"],
      ["50.0%", "25.0%"],
      ["66.7%", "33.3%"],
      ["66.7%", "33.3%"],
    ]);
    expect(seen.reconciliations.map(({ before, after }) => [before, after].map((sum) => sum.unallocated.text))).toEqual(
      [["0", "−6"]],
    );
  });

  test.each([
    ["a part, from a month on", key, typed],
    ["a part, from the beginning", key, { from: "2021-12", value: "5" }],
    ["a part, from a month to come", key, { from: "2022-12", value: "7" }],
    ["the headline", "headline.above-scale-enterprises.new.2022-12", { from: "2022-03", value: "11" }],
    ["a yearly output", "steel.output.level.2022-12", { from: "2022-05", value: "61.5" }],
    ["a standing rate", "service.resolution-rate.rate.standing", { from: "2022-06", value: "97" }],
  ])("is what the pages say once it is written: %s", async (_, target, asked) => {
    const seen = await preview(asked, target);
    const before = await Promise.all(seen.targets.map((each) => wayOf(each.subject, each.target)));
    expect(seen.targets.map(({ months }) => months.map((month) => month.before))).toEqual(before);
    const untouched = await ask<Plan>(plan);
    const written = await opened.app.inject({
      method: "POST",
      url: address(target),
      headers: { ...office, "idempotency-key": "preview-and-write" },
      payload: { ...asked, reason: "调整" },
    });
    expect(written.statusCode).toBe(200);
    const after = await Promise.all(seen.targets.map((each) => wayOf(each.subject, each.target)));
    expect(seen.targets.map(({ months }) => months.map((month) => month.after))).toEqual(after);
    // What the preview does not name has not moved.
    const named = new Set(seen.targets.map((each) => each.target));
    for (const each of untouched.targets.filter((one) => !named.has(one.key))) {
      const now = (await ask<Plan>(plan)).targets.find((one) => one.key === each.key);
      expect(now).toEqual(each);
    }
    if (asked.from <= "2022-10") {
      const { reconciliations } = await ask<Plan>(plan);
      for (const { after: sum } of seen.reconciliations) expect(reconciliations).toContainEqual(sum);
    }
    expect((await verify(opened.store, "2022-10-12")).differences).toEqual([]);
  });

  test("names the edition of a closed month", async () => {
    const headers = { ...office, "idempotency-key": "closing-of-june" };
    const close = {
      method: "POST",
      url: `${plan}/months/2022-06/closing`,
      headers,
      payload: { reason: "按期" },
    } as const;
    expect((await opened.app.inject(close)).statusCode).toBe(200);
    const [own] = (await preview({ from: "2022-06", value: "12" })).targets;
    expect(own?.months.flatMap(({ month, edition }) => (edition === null ? [] : [[month, edition]]))).toEqual([
      ["2022-06", 1],
    ]);
    const edition = `${plan}/months/2022-06/editions/1`;
    const whole = await ask<{ isWhole: boolean; assessments: unknown[] }>(edition);
    expect((await revise({ ...said, from: "2022-06" })).statusCode).toBe(200);
    expect(await ask(edition)).toEqual(whole);
    expect(whole.isWhole).toBe(true);
  });

  test("refuses what the write refuses, in the same sentence", async () => {
    const wrong = [
      [{ from: "2022-07", value: "十二" }, "figure-refused"],
      [{ from: "2022-07", value: "6.5" }, "figure-refused"],
      [{ from: "2022-07", value: "6" }, "nothing-revised"],
      [{ from: "2022-07", value: "7", stretch: "8" }, "figure-refused"],
      [{ from: "2023-01", value: "7" }, "month-out-of-range"],
      [{ from: "七月", value: "7" }, "month-out-of-range"],
    ] as const;
    for (const [asked, code] of wrong) {
      const url = `${address()}/preview?${new URLSearchParams({ ...asked })}`;
      const tried = await opened.app.inject({ url, headers: office });
      const written = await revise({ ...asked, reason: "调整" });
      expect([tried.statusCode, tried.json().code]).toEqual([422, code]);
      expect([written.statusCode, written.json().message]).toEqual([422, tried.json().message]);
    }
    const milestone = await opened.app.inject({
      url: `${address("steel.plant.done.2022-12")}/preview?from=2022-07&value=0`,
      headers: office,
    });
    expect([milestone.statusCode, milestone.json().code]).toEqual([422, "figure-refused"]);
  });
});

describe("a revision", () => {
  test("is told wherever the target is shown, from its month on", async () => {
    expect((await revise(said)).json()).toEqual({
      target: key,
      from: "2022-07",
      revision: await findLedgerRevision(opened.store),
      isRepeated: false,
    });
    const told = { from: "2022-07", former: { zh: "新增 ≥6户" }, text: { zh: "新增 ≥12户" }, document: said.document };
    const { targets } = await ask<Plan>(plan);
    expect(targets.find((each) => each.key === key)?.adjustments).toMatchObject([told]);
    const adjustmentIn = async (month: string) => {
      const asked = await ask<Departments>(`${plan}/departments?month=${month}&horizon=2022-12`);
      return asked.assessments.find(({ target }) => target === key)?.adjustment;
    };
    expect(await adjustmentIn("2022-06")).toBeNull();
    expect(await adjustmentIn("2022-07")).toMatchObject(told);
    const listed = await ask<TargetRevisions>(address());
    expect(listed.revisions.map(({ from, text, by, reason }) => [from, text.zh, by, reason])).toEqual([
      ["2021-12", "新增 ≥6户", null, null],
      ["2022-07", "新增 ≥12户", "a-office", said.reason],
    ]);
    expect([listed.first, listed.last, listed.decimals]).toEqual(["2021-12", "2022-12", 0]);
  });

  test("of a month that was revised before takes its place, and both stay readable", async () => {
    await revise({ ...said, from: "2021-12", value: "5" });
    await revise({ ...said, from: "2021-12", value: "8" }, "the-second");
    const { targets } = await ask<Plan>(plan);
    const steel = targets.find((each) => each.key === key);
    expect(steel?.text.zh).toBe("新增 ≥8户");
    expect(steel?.adjustments.map(({ former, text }) => [former.zh, text.zh])).toEqual([["新增 ≥6户", "新增 ≥8户"]]);
    expect((await ask<TargetRevisions>(address())).revisions.map(({ text }) => text.zh)).toEqual([
      "新增 ≥6户",
      "新增 ≥5户",
      "新增 ≥8户",
    ]);
  });

  test("is made once under one key, and another under it is refused", async () => {
    const first = (await revise(said)).json();
    const revision = await findLedgerRevision(opened.store);
    expect((await revise(said)).json()).toEqual({ ...first, isRepeated: true });
    const other = await revise({ ...said, value: "13" });
    expect([other.statusCode, other.json().code]).toEqual([422, "key-used-otherwise"]);
    expect(await findLedgerRevision(opened.store)).toBe(revision);
  });

  test("leaves one row of the audit that says before and after", async () => {
    const rows = await findAuditRows(opened.store, 0, 1000);
    await revise(said);
    const fresh = (await findAuditRows(opened.store, 0, 1000)).slice(rows.length);
    expect(fresh.map(({ action, actor, entity }) => [action, actor, entity])).toEqual([
      ["revise-target", "a-office", `target:sample-2022/${key}`],
    ]);
    expect(JSON.parse(fresh[0]?.payload ?? "")).toMatchObject({
      value: { digits: 12, decimals: 0 },
      before: { value: { digits: 6, decimals: 0 } },
    });
  });

  test("changes the ETag of figures", async () => {
    const url = `${plan}/progress?month=2022-09&horizon=2022-12`;
    const { etag } = (await opened.app.inject({ url })).headers;
    await revise(said);
    const again = await opened.app.inject({ url, headers: { "if-none-match": String(etag) } });
    expect([again.statusCode, again.headers.etag === etag]).toEqual([200, false]);
  });

  test("is open to each role only as the powers say", async () => {
    for (const role of roles.filter((each) => each !== "system")) {
      const headers = await opened.as(role, ["industry"]);
      const isAllowed = may(role, "revise-plans");
      const tried = await opened.app.inject({ url: `${address()}/preview?from=2022-07&value=12`, headers });
      const written = await revise(said, "by-a-role", headers);
      const listed = await opened.app.inject({ url: address(), headers });
      expect([role, tried.statusCode, written.statusCode, listed.statusCode]).toEqual([
        role,
        ...[isAllowed, isAllowed, may(role, "read-figures")].map((isOpen) => (isOpen ? 200 : 403)),
      ]);
    }
  });
});
