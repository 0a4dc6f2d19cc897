/** Papers over HTTP: what is due, autosave, 无变化, rival writers, handing in once, files. Expected values by hand. */
import { findAuditRows, findSubmissionLines } from "@beizeng/db";
import { acceptSubmission } from "@beizeng/server/actions/accept-submission.ts";
import { returnSubmission } from "@beizeng/server/actions/return-submission.ts";
import type { Paper, PaperRow, Receipt, Tasks } from "@beizeng/server/contract/paper.ts";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../helpers/app.ts";
import { reportSampleYear, reviewer } from "./reports.ts";
import { samplePlan } from "./sample-plan.ts";

let opened: TestApp;
let clerk: { cookie: string };
beforeEach(async () => {
  opened = await openTestApp([samplePlan()]);
  await reportSampleYear(opened.store);
  opened.clock.set("2022-10-12T02:00:00.000Z");
  clerk = await opened.as("reporter", ["commerce"], "赵");
});
afterEach(() => opened.dispose());

const foodPaper = "/api/plans/sample-2022/papers/commerce/2022-09";
const food = "food.above-scale-enterprises";
const entered = (text: string, as: "cumulative" | "added" = "cumulative") => ({ entries: { text, as } });

async function ask<T>(url: string, headers = clerk): Promise<T> {
  const response = await opened.app.inject({ url, headers });
  expect([response.statusCode, response.body]).toEqual([200, expect.anything()]);
  return response.json<T>();
}
const save = (typed: object, version: number, { headers = clerk, paper = foodPaper, measure = food } = {}) =>
  opened.app.inject({ method: "PUT", url: `${paper}/lines/${measure}`, headers, payload: { typed, version } });
const submit = (seen: object[], key: string, { headers = clerk, paper = foodPaper, reason = "" } = {}) =>
  opened.app.inject({
    method: "POST",
    url: `${paper.replace(/\?.*/, "")}/submission${paper.replace(/^[^?]*/, "")}`,
    headers: { ...headers, "idempotency-key": key },
    payload: { seen, ...(reason === "" ? {} : { reason }) },
  });
const rowOf = (paper: Paper, measure = food): PaperRow => {
  const row = paper.subjects.flatMap(({ rows }) => rows).find((one) => one.measure === measure);
  if (row === undefined) throw new Error(`no row ${measure}`);
  return row;
};
const auditOf = async (action: string) =>
  (await findAuditRows(opened.store, 0, 1000)).filter((row) => row.action === action);

test("a note that is too long is told by its length, and what was typed before stays", async () => {
  await save({ ...entered("3"), note: "三户" }, 0);
  const long = await save({ ...entered("3"), note: "长".repeat(501) }, 1);
  expect([long.statusCode, long.json().message]).toEqual([400, "参数 typed 的写法不对：应为不超过500字。"]);
  expect(rowOf(await ask<Paper>(foodPaper)).typed.note).toBe("三户");
});

describe("what is due", () => {
  test("the unit's report that is missing, with its day; then what is done", async () => {
    const { today, tasks } = await ask<Tasks>("/api/tasks");
    expect(today).toBe("2022-10-12");
    // Due on 10 October; the quarters before are accepted.
    expect(tasks).toEqual([
      {
        plan: { key: "sample-2022", title: { zh: "倍增方案", en: "Doubling plan" } },
        department: { key: "commerce", name: { zh: "商务局", en: "Commerce bureau" } },
        ...{
          period: "2022-09",
          kind: "report",
          state: "open",
          dueOn: "2022-10-10",
          daysLeft: -2,
          imported: null,
          isLate: true,
        },
        ...{ returned: null, filled: 0, total: 1, submittedAt: null, awaitsHead: false },
      },
    ]);
    const done = await ask<Tasks>("/api/tasks", await opened.as("reporter", ["industry"]));
    expect(done.tasks).toMatchObject([{ period: "2022-09", state: "accepted", isLate: false, filled: 3, total: 3 }]);
  });

  test("what was returned comes first, with the reason; a draft is one", async () => {
    const both = await opened.as("reporter", ["commerce", "industry"], "both");
    await save(entered("1"), 0, { headers: both });
    const steel = "/api/plans/sample-2022/papers/industry/2022-09?kind=correction";
    const correction = "/api/plans/sample-2022/papers/industry/2022-09/lines/steel.output?kind=correction";
    const typed = { amount: { text: "36.0", as: "cumulative" } };
    const saved = await opened.app.inject({
      method: "PUT",
      url: correction,
      headers: both,
      payload: { typed, version: 0 },
    });
    expect(saved.statusCode).toBe(200);
    const seen = [{ measure: "steel.output", version: 1 }];
    const receipt = await submit(seen, "correct-1", { headers: both, paper: steel, reason: "口径有误" });
    expect(receipt.statusCode).toBe(200);
    const now = "2022-10-12T03:00:00.000Z";
    const { submission } = receipt.json<Receipt>();
    await returnSubmission(opened.store, { actor: reviewer, now, submission, reason: "请附依据" });
    const { tasks } = await ask<Tasks>("/api/tasks", both);
    expect(tasks.map(({ department, kind, state, returned }) => [department.key, kind, state, returned])).toEqual([
      ["industry", "correction", "returned", { reason: "请附依据", by: "reviewer", at: now }],
      ["commerce", "report", "draft", null],
      ["industry", "report", "accepted", null],
    ]);
  });
});

describe("a paper", () => {
  test("shows what stood before, what is asked for, and how it would become", async () => {
    const paper = await ask<Paper>(foodPaper);
    expect(paper).toMatchObject({ state: "open", canWrite: true, isLate: true, filled: 0, total: 1, receipt: null });
    expect(paper.subjects.map(({ key }) => key)).toEqual(["food"]);
    const row = rowOf(paper);
    expect(row).toMatchObject({ version: 0, isFilled: false, canRepeat: true, last: { month: "2022-06" } });
    expect(row.history.map(({ month, value }) => [month, value])).toEqual([
      ["2022-03", 0],
      ["2022-06", 1],
    ]);
    expect(row.cells.map(({ field, isNeeded, before }) => [field, isNeeded, before.figure.text, before.month])).toEqual(
      [
        ["entries", true, "1", "2022-06"],
        ["exits", false, "0", "2022-06"],
        ["stock", false, "—", null],
      ],
    );
    // 4 firms in 12 months: 3 are due after nine; one of them is there, 2 behind.
    expect(row.targets).toMatchObject([
      { key: "food.above-scale-enterprises.new.2022-12", expected: { text: "3" }, achieved: { text: "1" } },
    ]);
  });

  test("is read by its own unit and those who review or audit, and nobody is told what others have", async () => {
    const status = async (headers: Record<string, string>, url = foodPaper) =>
      (await opened.app.inject({ url, headers })).statusCode;
    const other = await opened.as("reporter", ["industry"], "other");
    expect(await status(other)).toBe(403);
    expect(await status(other, foodPaper.replace("commerce", "nobody"))).toBe(403);
    expect(await status(await opened.as("leader"))).toBe(403);
    for (const role of ["office", "auditor", "statistics"] as const)
      expect(await status(await opened.as(role))).toBe(200);
    expect(await status({})).toBe(401);
  });

  test("hides what is only typed from who reviews", async () => {
    await save(entered("3"), 0);
    const seen = await ask<Paper>(foodPaper, await opened.as("office"));
    expect([seen.state, seen.canWrite, rowOf(seen).typed]).toEqual(["open", false, { evidence: [] }]);
  });
});

describe("saving a line", () => {
  test("answers the other figure and the judgement on it, whichever is typed", async () => {
    const byCumulative = (await save(entered("3"), 0)).json<PaperRow>();
    expect(byCumulative.cells[0]).toMatchObject({ cumulative: { text: "3" }, added: { text: "2" }, findings: [] });
    // Three of the three that are due.
    expect(byCumulative.targets).toMatchObject([
      { achieved: { text: "3" }, completion: { text: "75.0%" }, light: "on-schedule", isChanged: true },
    ]);
    const byAdded = (await save(entered("2", "added"), 1)).json<PaperRow>();
    expect(byAdded.cells[0]).toMatchObject({ cumulative: { text: "3" }, added: { text: "2" } });
    expect([byAdded.version, byAdded.writtenBy, byAdded.writtenAt]).toEqual([2, "赵", "2022-10-12T02:00:00.000Z"]);
    expect(rowOf(await ask<Paper>(foodPaper)).typed).toEqual({ ...entered("2", "added"), evidence: [] });
  });

  test("keeps what is wrong as it was typed and says so beside the cell", async () => {
    const text = (await save(entered("三户"), 0)).json<PaperRow>();
    expect([text.isWrong, text.cells[0]?.typed?.text, text.cells[0]?.findings]).toEqual([
      true,
      "三户",
      [{ severity: "error", code: "not-a-number", text: { zh: "只能填数字", en: "only a number can stand here" } }],
    ]);
    const fallen = (await save(entered("0"), 1)).json<PaperRow>();
    expect(fallen.cells[0]?.findings).toMatchObject([{ code: "cumulative-falls", text: { zh: "累计不得小于上期 1" } }]);
    // 7 is more than 150 % of 4.
    const far = (await save(entered("7"), 2)).json<PaperRow>();
    expect([far.isWrong, far.wantsWord]).toEqual([false, true]);
    expect((await save({ ...entered("7"), reason: "集中入库" }, 3)).json<PaperRow>().wantsWord).toBe(false);
  });

  test("leaves one row of the audit each, and no revision", async () => {
    const [first] = (await findAuditRows(opened.store, 0, 1000)).slice(-1);
    await save(entered("2"), 0);
    await save(entered("3"), 1);
    const rows = await findAuditRows(opened.store, first?.id ?? 0, 1000);
    expect(rows.map(({ action, revision, actor, entity }) => [action, revision, actor, entity])).toEqual(
      [1, 2].map(() => ["save-draft-line", null, "赵", "draft:sample-2022/commerce/2022-09/report"]),
    );
  });

  test("of two writers the second is told what the first wrote, and nothing is overwritten", async () => {
    const colleague = await opened.as("reporter", ["commerce"], "钱");
    const [one, other] = await Promise.all([save(entered("2"), 0), save(entered("3"), 0, { headers: colleague })]);
    expect([one.statusCode, other.statusCode].sort()).toEqual([200, 409]);
    const [won, lost] = one.statusCode === 200 ? [one, other] : [other, one];
    expect(lost.json()).toMatchObject({
      code: "line-moved-on",
      row: { version: 1, writtenBy: won.json<PaperRow>().writtenBy, typed: won.json<PaperRow>().typed },
    });
    expect(rowOf(await ask<Paper>(foodPaper)).typed).toEqual(won.json<PaperRow>().typed);
  });

  test.each([
    ["another unit's paper", "/api/plans/sample-2022/papers/industry/2022-09", "steel.output", 403],
    ["another unit's measure", foodPaper, "steel.output", 404],
    ["a period that has not ended", foodPaper.replace("09", "12"), food, 422],
    ["an accepted report", foodPaper.replace("2022-09", "2022-06"), food, 409],
  ])("is refused on %s", async (_, paper, measure, status) => {
    expect((await save(entered("1"), 0, { paper, measure })).statusCode).toBe(status);
  });

  test.each(["office", "leader", "statistics", "auditor"] as const)("is refused to %s", async (role) => {
    const headers = await opened.as(role, ["commerce"]);
    expect((await save(entered("1"), 0, { headers })).statusCode).toBe(403);
  });
});

describe("无变化 for all", () => {
  test("fills what is blank and leaves what was typed", async () => {
    const url = `${foodPaper}/unchanged`;
    const paper = (await opened.app.inject({ method: "POST", url, headers: clerk })).json<Paper>();
    expect([paper.filled, rowOf(paper).typed.isUnchanged, rowOf(paper).cells[0]?.cumulative.text]).toEqual([
      1,
      true,
      "1",
    ]);
    await save(entered("2"), 1);
    const again = (await opened.app.inject({ method: "POST", url, headers: clerk })).json<Paper>();
    expect(rowOf(again).typed.entries?.text).toBe("2");
    expect(await auditOf("repeat-blank-lines")).toHaveLength(1);
  });

  test("is nothing that a correction can say: what it leaves blank stands as accepted", async () => {
    const headers = await opened.as("reporter", ["industry"], "kim");
    const paper = "/api/plans/sample-2022/papers/industry/2022-09?kind=correction";
    const url = paper.replace("?", "/unchanged?");
    const filled = (await opened.app.inject({ method: "POST", url, headers })).json<Paper>();
    const row = rowOf(filled, "steel.output");
    expect([filled.filled, row.canRepeat, row.isFilled]).toEqual([0, false, false]);
    const line = paper.replace("?", "/lines/steel.output?");
    const payload = { typed: { isUnchanged: true }, version: 0 };
    const saved = (await opened.app.inject({ method: "PUT", url: line, headers, payload })).json<PaperRow>();
    expect([saved.isWrong, saved.findings.map(({ code }) => code)]).toEqual([true, ["repeated-correction"]]);
  });
});

describe("handing in", () => {
  const key = "a-key-of-ours";

  test("takes the draft as it stands, empties it and gives a receipt with the audit's hash", async () => {
    await save({ ...entered("2", "added"), note: "新增两户" }, 0);
    const response = await submit([{ measure: food, version: 1 }], key);
    const receipt = response.json<Receipt>();
    const [row] = await auditOf("submit-report").then((rows) => rows.slice(-1));
    expect(receipt).toEqual({
      ...{ number: "sample-2022/2022-09/commerce/1-1", round: 1, lines: 1, by: "赵" },
      ...{ at: "2022-10-12T02:00:00.000Z", hash: row?.hash, revision: row?.revision, submission: expect.any(Number) },
    });
    expect(await findSubmissionLines(opened.store, receipt.submission)).toMatchObject([
      { entries: 3, exits: null, note: "新增两户" },
    ]);
    const paper = await ask<Paper>(foodPaper);
    expect([paper.state, paper.canWrite, paper.receipt?.number, paper.receipt?.hash]).toEqual([
      "submitted",
      false,
      receipt.number,
      receipt.hash,
    ]);
    expect(await opened.runRaw("SELECT * FROM drafts")).toEqual([]);
  });

  test("twice under one key is once; the same key for something else is refused", async () => {
    await save(entered("2"), 0);
    const seen = [{ measure: food, version: 1 }];
    const answers = await Promise.all([submit(seen, key), submit(seen, key), submit(seen, key)]);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
    expect(await auditOf("submit-report").then((rows) => rows.filter(({ actor }) => actor === "赵"))).toHaveLength(1);
    const otherwise = await submit([], key);
    expect([otherwise.statusCode, otherwise.json().code]).toEqual([422, "key-used-otherwise"]);
    // Under a new key it is a second submission, for which the state is wrong.
    expect((await submit(seen, "another-key")).statusCode).toBe(409);
  });

  test("a refused try can be mended and sent under the same key", async () => {
    await save(entered("7"), 0);
    const refused = await submit([{ measure: food, version: 1 }], key);
    // By what people call the measure, never by its key: 7 of 4 is above 150 %.
    expect([refused.statusCode, refused.json()]).toMatchObject([
      422,
      { code: "reason-needed", message: "食品规上企业 填“7”：超过目标值的150%，请说明。" },
    ]);
    await save({ ...entered("7"), reason: "集中入库" }, 1);
    expect((await submit([{ measure: food, version: 2 }], key)).statusCode).toBe(200);
  });

  test("is refused where a line was changed after it was seen, where nothing is typed, and without a key", async () => {
    await save(entered("2"), 0);
    await save(entered("3"), 1);
    expect((await submit([{ measure: food, version: 1 }], key)).json()).toMatchObject({ code: "paper-moved-on" });
    await save({}, 2);
    expect((await submit([{ measure: food, version: 3 }], key)).json()).toMatchObject({ code: "nothing-reported" });
    const without = await opened.app.inject({
      method: "POST",
      url: `${foodPaper}/submission`,
      headers: clerk,
      payload: { seen: [] },
    });
    expect(without.statusCode).toBe(400);
  });

  test("what was typed as an addition is never taken for the whole where nothing stood before", async () => {
    const paper = foodPaper.replace("commerce", "industry").replace("2022-09", "2021-12");
    const headers = await opened.as("reporter", ["industry"], "base");
    const measure = "steel.output";
    const saved = await save({ amount: { text: "5", as: "added" } }, 0, { headers, paper, measure });
    expect(saved.statusCode).toBe(404);
  });

  test("after a return begins from the last round, the reason beside it", async () => {
    await save({ ...entered("2"), note: "两户" }, 0);
    const { submission } = (await submit([{ measure: food, version: 1 }], key)).json<Receipt>();
    const now = "2022-10-12T03:00:00.000Z";
    await returnSubmission(opened.store, { actor: reviewer, now, submission, reason: "缺批复" });
    const paper = await ask<Paper>(foodPaper);
    expect([paper.state, paper.canWrite, paper.returned]).toEqual([
      "returned",
      true,
      { reason: "缺批复", by: "reviewer", at: now },
    ]);
    expect(rowOf(paper)).toMatchObject({ version: 0, typed: { ...entered("2"), note: "两户" } });
    await save({ ...entered("3"), note: "附批复" }, 0);
    const again = (await submit([{ measure: food, version: 1 }], "second-round")).json<Receipt>();
    expect([again.submission, again.round, again.number]).toEqual([submission, 2, "sample-2022/2022-09/commerce/1-2"]);
    const accepted = await acceptSubmission(opened.store, {
      actor: reviewer,
      now: "2022-10-12T04:00:00.000Z",
      submission,
    });
    expect(accepted.ok).toBe(true);
  });

  test("a correction needs its reason and something to correct", async () => {
    const paper = foodPaper.replace("2022-09", "2022-06");
    const url = `${paper}/lines/${food}?kind=correction`;
    const payload = { typed: entered("2"), version: 0 };
    expect((await opened.app.inject({ method: "PUT", url, headers: clerk, payload })).statusCode).toBe(200);
    const seen = [{ measure: food, version: 1 }];
    const correction = `${paper}?kind=correction`;
    expect((await submit(seen, "key-of-one", { paper: correction })).json().code).toBe("reason-missing");
    expect((await submit(seen, "key-of-two", { paper: correction, reason: "漏报一户" })).json()).toMatchObject({
      number: "sample-2022/2022-06/commerce/2-1",
    });
    const nothing = await opened.app.inject({ url: `${foodPaper}?kind=correction`, headers: clerk });
    expect([nothing.statusCode, nothing.json().code]).toEqual([422, "nothing-to-correct"]);
  });

  test("统计核定 is the bureau's, on its own basis", async () => {
    const bureau = await opened.as("statistics", ["commerce"], "核定员");
    const url = `${foodPaper}/lines/${food}?kind=confirmation`;
    const payload = { typed: entered("1"), version: 0 };
    const saved = await opened.app.inject({ method: "PUT", url, headers: bureau, payload });
    expect(saved.statusCode).toBe(200);
    const paper = `${foodPaper}?kind=confirmation`;
    const receipt = await submit([{ measure: food, version: 1 }], "confirming", { headers: bureau, paper });
    expect(await findSubmissionLines(opened.store, receipt.json<Receipt>().submission)).toMatchObject([
      { basis: "statistics", entries: 1 },
    ]);
  });
});

describe("a unit with a head (单位负责人)", () => {
  const seen = [{ measure: food, version: 1 }];
  const stateOf = async (headers: { cookie: string }) => {
    const { tasks } = await ask<Tasks>("/api/tasks", headers);
    return tasks.map(({ state, awaitsHead }) => [state, awaitsHead]);
  };

  test("its reporter prepares, and its head signs by handing in", async () => {
    expect(await ask<Paper>(foodPaper)).toMatchObject({ canWrite: true, canSubmit: true, heads: [] });
    const head = await opened.as("head", ["commerce"], "钱");
    expect(await ask<Paper>(foodPaper)).toMatchObject({ canWrite: true, canSubmit: false, heads: ["钱"] });
    expect(await ask<Paper>(foodPaper, head)).toMatchObject({ canWrite: true, canSubmit: true, heads: ["钱"] });
    await save(entered("1"), 0);
    expect([await stateOf(clerk), await stateOf(head)]).toEqual([[["draft", true]], [["draft", true]]]);

    const refused = await submit(seen, "clerk-key-1");
    expect([refused.statusCode, refused.json().code]).toEqual([403, "head-signs"]);
    expect((await auditOf("refused")).map(({ actor }) => actor)).toEqual(["赵"]);

    const signed = await submit(seen, "head-key-1", { headers: head });
    expect(signed.json<Receipt>()).toMatchObject({ by: "钱", lines: 1 });
    expect(await stateOf(clerk)).toEqual([["submitted", false]]);
  });

  test("whose account is put out of use hands in by its reporters again", async () => {
    await opened.as("head", ["commerce"], "钱");
    await save(entered("1"), 0);
    expect((await submit(seen, "clerk-key-1")).statusCode).toBe(403);
    await opened.runRaw("UPDATE accounts SET disabled_at = '2022-10-12T01:00:00.000Z' WHERE key = '钱'");
    expect((await submit(seen, "clerk-key-1")).statusCode).toBe(200);
  });
});

describe("files", () => {
  const pdf = Buffer.from("%PDF-1.7 hello");
  const add = (content: Buffer, name: string, headers = clerk) =>
    opened.app.inject({
      method: "POST",
      url: `${foodPaper}/lines/${food}/evidence?name=${encodeURIComponent(name)}`,
      headers: { ...headers, "content-type": "application/octet-stream" },
      payload: content,
    });

  test("are put to the line, handed in with it, and come back as a download", async () => {
    await save(entered("2"), 0);
    const row = (await add(pdf, "批复.exe")).json<PaperRow>();
    expect([row.version, row.typed.entries?.text]).toEqual([2, "2"]);
    expect(row.evidence).toMatchObject([{ name: "批复.pdf", mediaType: "application/pdf", bytes: 14, addedBy: "赵" }]);
    const { submission } = (await submit([{ measure: food, version: 2 }], "with-a-file")).json<Receipt>();
    const [line] = await findSubmissionLines(opened.store, submission);
    expect(await opened.runRaw("SELECT line_id, evidence_id FROM evidence_of_lines")).toEqual([
      { line_id: line?.id, evidence_id: row.evidence[0]?.id },
    ]);
    const url = `/api/evidence/${row.evidence[0]?.id}`;
    const file = await opened.app.inject({ url, headers: await opened.as("office") });
    expect([file.statusCode, file.body]).toEqual([200, "%PDF-1.7 hello"]);
    expect(file.headers).toMatchObject({
      "content-type": "application/pdf",
      "content-disposition": "attachment; filename*=UTF-8''%E6%89%B9%E5%A4%8D.pdf",
      "x-content-type-options": "nosniff",
    });
    const readers = [
      ["leader", [], 200],
      ["auditor", [], 200],
      ["statistics", [], 200],
      ["reporter", ["industry"], 404],
      ["admin", [], 404],
      ["security", [], 404],
    ] as const;
    for (const [role, departments, status] of readers) {
      const headers = await opened.as(role, departments, `another ${role}`);
      expect([role, (await opened.app.inject({ url, headers })).statusCode]).toEqual([role, status]);
    }
    expect((await opened.app.inject(url)).statusCode).toBe(401);
  });

  test("that only stand in a draft are its writers' affair, until it is handed in", async () => {
    await save(entered("2"), 0);
    const [file] = (await add(pdf, "批复.pdf")).json<PaperRow>().evidence;
    const url = `/api/evidence/${file?.id}`;
    const others = ["office", "leader", "auditor", "statistics"] as const;
    const statuses = () =>
      Promise.all(
        others.map(async (role) => (await opened.app.inject({ url, headers: await opened.as(role) })).statusCode),
      );
    const colleague = await opened.as("reporter", ["commerce"], "钱");
    const status = async (headers: Record<string, string>) => (await opened.app.inject({ url, headers })).statusCode;
    expect([await statuses(), await status(clerk), await status(colleague)]).toEqual([[404, 404, 404, 404], 200, 200]);
    // Taken from its line again it is left to who has added it, who can put it back.
    await save(entered("2"), 2);
    expect([await status(clerk), await status(colleague)]).toEqual([200, 404]);
    const named = { ...entered("2"), evidence: [file?.id] };
    expect((await save(named, 3, { headers: colleague })).json()).toMatchObject({ code: "unknown-evidence" });
    expect((await save(named, 3)).statusCode).toBe(200);
    await submit([{ measure: food, version: 4 }], "with-a-file");
    expect(await statuses()).toEqual([200, 200, 200, 200]);
  });

  test("of the bureau's draft cannot be looked at by naming them in a line of the unit, nor the other way round", async () => {
    const steel = "steel.output";
    const line = `/api/plans/sample-2022/papers/industry/2022-06/lines/${steel}`;
    const bureau = await opened.as("statistics");
    const unit = await opened.as("reporter", ["industry"], "孙");
    const addAs = async (headers: Record<string, string>, kind: string) => {
      const octets = { ...headers, "content-type": "application/octet-stream" };
      const url = `${line}/evidence?kind=${kind}&name=a.pdf`;
      const added = await opened.app.inject({ method: "POST", url, headers: octets, payload: pdf });
      return added.json<PaperRow>().evidence[0]?.id;
    };
    const name = (headers: Record<string, string>, kind: string, id: number | undefined) =>
      opened.app.inject({
        ...{ method: "PUT", url: `${line}?kind=${kind}`, headers },
        payload: { typed: { evidence: [id] }, version: 1 },
      });
    const bureaus = await addAs(bureau, "confirmation");
    const units = await addAs(unit, "correction");
    expect((await name(unit, "correction", bureaus)).json()).toMatchObject({ code: "unknown-evidence" });
    expect((await name(bureau, "confirmation", units)).json()).toMatchObject({ code: "unknown-evidence" });
    expect((await opened.app.inject({ url: `/api/evidence/${bureaus}`, headers: unit })).statusCode).toBe(404);
    expect((await name(unit, "correction", units)).statusCode).toBe(200);
  });

  test("stay with their line after a return, with what is to be mended beside it", async () => {
    await save(entered("2"), 0);
    const [file] = (await add(pdf, "批复.pdf")).json<PaperRow>().evidence;
    const { submission } = (await submit([{ measure: food, version: 2 }], "first-round")).json<Receipt>();
    const now = "2022-10-12T03:00:00.000Z";
    const lines = [{ measure: food, reason: "少一户" }];
    const returned = await returnSubmission(opened.store, {
      actor: reviewer,
      now,
      submission,
      reason: "请核对",
      lines,
    });
    expect(returned.ok).toBe(true);
    const row = rowOf(await ask<Paper>(foodPaper));
    expect([row.returnedReason, row.evidence.map(({ id }) => id)]).toEqual(["少一户", [file?.id]]);
    // Mended with the file left where it is: the second round proves the figure by the same file.
    await save({ ...row.typed, ...entered("3") }, 0);
    await submit([{ measure: food, version: 1 }], "second-round");
    expect(await opened.runRaw("SELECT evidence_id FROM evidence_of_lines ORDER BY line_id")).toEqual(
      [1, 2].map(() => ({ evidence_id: file?.id })),
    );
  });

  test("are refused by what they are, by size, and where they belong to another line", async () => {
    expect((await add(Buffer.from("<script>"), "a.pdf")).json()).toMatchObject({
      code: "evidence-refused",
      message: "“a.pdf”不能作为佐证材料：只收 PDF、PNG、JPG、DOCX、XLSX 文件（不含宏）。",
    });
    const large = Buffer.from(`${pdf}${" ".repeat(5 * 1024 * 1024)}`);
    expect((await add(large, "a.pdf")).json()).toMatchObject({ code: "evidence-refused" });
    expect((await add(pdf, "a.pdf", await opened.as("reporter", ["industry"], "other"))).statusCode).toBe(403);
    expect((await save({ ...entered("2"), evidence: [17] }, 0)).json()).toMatchObject({ code: "unknown-evidence" });
  });
});
