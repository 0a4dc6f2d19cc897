import { readFileSync } from "node:fs";
import { findAccount, findAuditRows, inTransaction, updateAccount } from "@beizeng/db";
import { correctObservation } from "@beizeng/server/actions/correct-observation.ts";
import type { ReportLine } from "@beizeng/server/actions/report-lines.ts";
import { submitReport } from "@beizeng/server/actions/submit-report.ts";
import type { Life } from "@beizeng/server/contract/life.ts";
import type { ReviewItem, Submission } from "@beizeng/server/contract/reviews.ts";
import type { Subject } from "@beizeng/server/contract/subject.ts";
import { routeAccess } from "@beizeng/server/domain/access.ts";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { openTestApp, type TestApp } from "../helpers/app.ts";
import { reporter, reportSampleYear } from "./reports.ts";
import { samplePlan } from "./sample-plan.ts";

let opened: TestApp;
let office: { cookie: string };
const handedInAt = "2022-10-12T02:00:00.000Z";
const plan = "sample-2022";
beforeEach(async () => {
  opened = await openTestApp([samplePlan()], { kind: "production" });
  onTestFinished(opened.dispose);
  await reportSampleYear(opened.store);
  opened.clock.set("2022-10-12T06:00:00.000Z");
  office = await opened.as("office", [], "审核员甲");
});

/** 商务局 hands in September, two days late; 4 firms meet the target. */
async function food(entries: string, rest: Partial<ReportLine> = {}, at = handedInAt): Promise<string> {
  const answer = await submitReport(opened.store, {
    ...{ actor: reporter("commerce"), now: at, plan, department: "commerce", period: "2022-09" },
    lines: [{ measure: "food.above-scale-enterprises", entries, exits: "0", ...rest }],
  });
  if (!answer.ok) throw new Error(answer.reason.code);
  return String(answer.value.submission);
}

/** 工信局 corrects the firms of June from 3 to 2. */
async function correction(): Promise<string> {
  const answer = await correctObservation(opened.store, {
    ...{
      actor: reporter("industry"),
      now: "2022-10-12T01:00:00.000Z",
      plan,
      department: "industry",
      period: "2022-06",
    },
    lines: [{ measure: "steel.above-scale-enterprises", entries: "2", exits: "0" }],
    reason: "一户重复计入",
  });
  if (!answer.ok) throw new Error(answer.reason.code);
  return String(answer.value.submission);
}

const ask = async <Body>(url: string, headers: Record<string, string> = office): Promise<Body> => {
  const response = await opened.app.inject({ url, headers });
  expect([url, response.statusCode]).toEqual([url, 200]);
  return response.json();
};
let keys = 0;
const post = (url: string, payload: object, headers: Record<string, string> = office, key = `a-new-key-${keys++}`) =>
  opened.app.inject({ method: "POST", url, payload, headers: { ...headers, "idempotency-key": key } });
const queue = async () => (await ask<{ items: ReviewItem[] }>("/api/reviews")).items;
const seen = handedInAt;

describe("the queue", () => {
  test("says what is unusual, the unusual first, then by due day", async () => {
    const plain = await submitReport(opened.store, {
      ...{ actor: reporter("government"), now: "2022-10-11T02:00:00.000Z", plan, department: "government" },
      ...{ period: "2022-09", basis: "department" },
      lines: [{ measure: "service.resolution-rate", amount: "97.2" }],
    });
    // September of 市政府 is accepted already.
    expect(plain).toMatchObject({ ok: false });
    const corrected = await correction();
    // 7 of 4 is above 150 %.
    const marked = await food("7", { reason: "园区集中投产" });
    const items = await queue();
    expect(items.map(({ submission }) => submission)).toEqual([marked, corrected]);
    expect(items[0]).toMatchObject({
      ...{ departmentName: { zh: "商务局" }, period: "2022-09", kind: "report", round: 1, lines: 1 },
      ...{ submittedBy: "reporter-commerce", submittedAt: handedInAt, dueOn: "2022-10-10", isLate: true },
      ...{ jumps: 0, isCorrection: false, isClosed: false, isPlain: false },
    });
    expect(items[0]?.findings).toMatchObject([
      { measure: "food.above-scale-enterprises", name: { zh: "食品 · 规上企业" }, finding: { code: "above-target" } },
    ]);
    expect(items[1]).toMatchObject({ dueOn: null, isLate: false, isCorrection: true, isPlain: false, findings: [] });
  });

  test("loses what was decided, and has what is handed in again", async () => {
    const id = await food("2");
    expect((await queue()).map(({ submission, isPlain }) => [submission, isPlain])).toEqual([[id, true]]);
    await post(`/api/submissions/${id}/return`, { seen, reason: "再核" });
    expect(await queue()).toEqual([]);
    const again = "2022-10-12T06:10:00.000Z";
    opened.clock.set("2022-10-12T06:20:00.000Z");
    office = await opened.as("office", [], "审核员甲");
    await food("3", {}, again);
    expect((await queue()).map(({ submission, round }) => [submission, round])).toEqual([[id, 2]]);
    expect((await post(`/api/submissions/${id}/acceptance`, { seen: again })).statusCode).toBe(200);
    expect(await queue()).toEqual([]);
  });
});

describe("a submission", () => {
  test("stands beside what was accepted, with its targets before and after by the server's arithmetic", async () => {
    const id = await food("4", { note: "含新入库2户", reason: "园区集中投产" });
    const shown = await ask<Submission>(`/api/submissions/${id}`);
    expect(shown).toMatchObject({
      ...{ state: "submitted", department: "commerce", kind: "report", isLate: true, monthState: "open" },
      ...{ hindrance: null, submittedBy: "reporter-commerce", submittedAt: handedInAt },
    });
    const [line] = shown.lines;
    expect(line).toMatchObject({ lastMonth: "2022-06", note: "含新入库2户", reason: "园区集中投产", evidence: [] });
    expect(line?.quantities).toMatchObject([
      {
        field: "entries",
        last: { text: "1" },
        standing: { text: "—" },
        submitted: { text: "4" },
        change: { text: "3" },
      },
      { field: "exits", last: { text: "0" }, submitted: { text: "0" }, change: { text: "0" } },
    ]);
    // Accepted: 4 of 4 new firms. Before, the last value is June's 1 of 4 and September is not reported.
    expect(line?.targets).toMatchObject([
      {
        target: "food.above-scale-enterprises.new.2022-12",
        before: { light: "unreported", completion: { text: "25.0%" } },
        after: { light: "met", completion: { text: "100.0%" } },
      },
    ]);
    // The headline is Σ of its parts: 4 + 1 before, 4 + 4 after, of 10.
    expect(shown.headlines).toMatchObject([
      { before: { completion: { text: "50.0%" } }, after: { completion: { text: "80.0%" } } },
    ]);
  });

  test("a correction stands beside what it takes the place of", async () => {
    const id = await correction();
    const shown = await ask<Submission>(`/api/submissions/${id}`);
    expect(shown).toMatchObject({ kind: "correction", reason: "一户重复计入" });
    expect(shown.lines[0]?.quantities[0]).toMatchObject({
      ...{ last: { text: "1" }, standing: { text: "3" }, submitted: { text: "2" }, change: { text: "−1" } },
    });
  });

  test("is read by who reviews, leads or audits, by the bureau and by its own unit; for others it is not there", async () => {
    const id = await food("2");
    const readers = [
      ["office", [], 200],
      ["leader", [], 200],
      ["auditor", [], 200],
      ["statistics", [], 200],
      ["reporter", ["commerce"], 200],
      ["head", ["commerce"], 200],
      ["reporter", ["industry"], 404],
      ["head", [], 404],
      ["admin", [], 404],
      ["security", [], 404],
    ] as const;
    for (const [role, departments, status] of readers) {
      const headers = await opened.as(role, departments, `${role} ${departments}`);
      const response = await opened.app.inject({ url: `/api/submissions/${id}`, headers });
      expect([role, departments, response.statusCode]).toEqual([role, departments, status]);
      if (status === 404) expect(response.json().code).toBe("unknown-submission");
      else expect(response.json().hindrance).toBe(role === "office" ? null : "not-your-role");
    }
  });
});

describe("decisions", () => {
  test("a return keeps its reason for the whole and for each line", async () => {
    const id = await food("2");
    const lines = [{ measure: "food.above-scale-enterprises", reason: "缺入库证明" }];
    const back = await post(`/api/submissions/${id}/return`, { seen, reason: "请补充", lines });
    expect([back.statusCode, back.json().state]).toEqual([200, "returned"]);
    const shown = await ask<Submission>(`/api/submissions/${id}`);
    expect(shown.steps.at(-1)).toMatchObject({
      ...{ move: "return", by: "审核员甲", reason: "请补充" },
      lines: [{ measure: "food.above-scale-enterprises", name: { zh: "规上企业" }, reason: "缺入库证明" }],
    });
    expect(shown.lines[0]?.returned).toBe("缺入库证明");
  });

  test.each([
    ["a line that was not handed in", [{ measure: "steel.output", reason: "x" }], "unknown-measure"],
    ["a line twice", Array(2).fill({ measure: "food.above-scale-enterprises", reason: "x" }), "measure-twice"],
    ["a line with a blank reason", [{ measure: "food.above-scale-enterprises", reason: " " }], "reason-missing"],
  ])("a return of %s is refused and writes nothing", async (_, lines, code) => {
    const id = await food("2");
    const back = await post(`/api/submissions/${id}/return`, { seen, reason: "请补充", lines });
    expect(back.json().code).toBe(code);
    expect((await ask<Submission>(`/api/submissions/${id}`)).state).toBe("submitted");
  });

  test("of rival decisions exactly one wins, and the others are told who decided what", async () => {
    const id = await food("2");
    const rivals = await Promise.all(
      Array.from({ length: 8 }, async (_, n) => {
        const headers = await opened.as("office", [], `审核员${n}`);
        return n % 2 === 0
          ? post(`/api/submissions/${id}/acceptance`, { seen }, headers)
          : post(`/api/submissions/${id}/return`, { seen, reason: "再核" }, headers);
      }),
    );
    expect(rivals.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1);
    const winner = (await ask<Submission>(`/api/submissions/${id}`)).steps.at(-1);
    const word = winner?.move === "accept" ? "审核通过" : "退回";
    for (const lost of rivals.filter(({ statusCode }) => statusCode !== 200)) {
      expect([lost.statusCode, lost.json().code]).toEqual([409, "already-decided"]);
      expect(lost.json().message).toBe(`这份填报表已由${winner?.by}于2022-10-12 14:00 ${word}。您的决定没有执行。`);
    }
  });

  test("what was handed in again is not decided unseen", async () => {
    const id = await food("2");
    await post(`/api/submissions/${id}/return`, { seen, reason: "再核" });
    opened.clock.set("2022-10-12T06:20:00.000Z");
    office = await opened.as("office", [], "审核员甲");
    await food("3", {}, "2022-10-12T06:10:00.000Z");
    const late = await post(`/api/submissions/${id}/acceptance`, { seen });
    expect([late.statusCode, late.json().code]).toEqual([409, "changed-since-seen"]);
    expect((await post(`/api/submissions/${id}/acceptance`, { seen: "2022-10-12T06:10:00.000Z" })).statusCode).toBe(
      200,
    );
  });

  test("nobody reviews their own", async () => {
    const id = await food("2");
    const own = await opened.as("office", [], "reporter-commerce");
    const response = await post(`/api/submissions/${id}/acceptance`, { seen }, own);
    expect([response.statusCode, response.json().code]).toEqual([403, "your-own-submission"]);
    const shown = await ask<Submission>(`/api/submissions/${id}`, own);
    expect([shown.hindrance, shown.state]).toEqual(["your-own-submission", "submitted"]);
  });

  test("what is decided cannot be decided again, and the page is told so", async () => {
    const id = await food("2");
    await post(`/api/submissions/${id}/acceptance`, { seen });
    expect((await ask<Submission>(`/api/submissions/${id}`)).hindrance).toBe("not-from-this-state");
  });

  test("together are accepted those that nothing marks; of the others it is said why not", async () => {
    const [corrected, plain] = [await correction(), await food("2")];
    const answer = await post("/api/reviews/acceptances", {
      submissions: [
        { submission: corrected, seen: "2022-10-12T01:00:00.000Z" },
        { submission: "999", seen },
        { submission: plain, seen },
      ],
    });
    expect(answer.json()).toMatchObject({
      accepted: [plain],
      refused: [
        { submission: corrected, code: "marked", message: { zh: "这份填报表有提示或属于更正，请逐份审核。" } },
        { submission: "999", code: "unknown-submission" },
      ],
    });
    expect((await queue()).map(({ submission }) => submission)).toEqual([corrected]);
  });

  test("what a check marks is not accepted together with others", async () => {
    const id = await food("7", { reason: "园区集中投产" });
    const answer = await post("/api/reviews/acceptances", { submissions: [{ submission: id, seen }] });
    expect(answer.json()).toMatchObject({ accepted: [], refused: [{ code: "marked" }] });
  });
});

describe("a submission that was accepted", () => {
  test("stays beside what stood when it was decided on, with what it changed", async () => {
    const id = await correction();
    const shown = async () => {
      const { lines } = await ask<Submission>(`/api/submissions/${id}`);
      const [line] = lines;
      return {
        entries: line?.quantities.find(({ field }) => field === "entries"),
        targets: line?.targets.map(({ before, after }) => [before.achieved.zh, after.achieved.zh]),
      };
    };
    const before = await shown();
    // 3 firms stood in June, one was counted twice.
    expect(before.entries).toMatchObject({ standing: { text: "3" }, submitted: { text: "2" }, change: { text: "−1" } });
    expect(before.targets?.[0]).toEqual(["3", "2"]);
    await post(`/api/submissions/${id}/acceptance`, { seen: "2022-10-12T01:00:00.000Z" });
    expect(await shown()).toEqual(before);
  });
});

describe("a decision under a key", () => {
  const rows = async () => (await findAuditRows(opened.store, 0, 10_000)).length;

  test.each([
    ["an acceptance", "acceptance", { seen }, "accepted"],
    ["a return", "return", { seen, reason: "再核" }, "returned"],
  ])("%s is made once, and a double click or a second try is answered alike", async (_, route, body, state) => {
    const id = await food("2");
    const before = await rows();
    const url = `/api/submissions/${id}/${route}`;
    const clicks = await Promise.all([1, 2, 3].map(() => post(url, body, office, "the-same-key")));
    const later = await post(url, body, office, "the-same-key");
    const answers = [...clicks, later].map((each) => [each.statusCode, each.json()]);
    expect(answers[0]).toEqual([200, { submission: id, state, revision: expect.any(Number) }]);
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(await rows()).toBe(before + 1);
  });

  test("another decision under it is refused, and so is one without a key", async () => {
    const id = await food("2");
    await post(`/api/submissions/${id}/return`, { seen, reason: "再核" }, office, "the-same-key");
    const other = await post(`/api/submissions/${id}/acceptance`, { seen }, office, "the-same-key");
    expect([other.statusCode, other.json().code]).toEqual([422, "key-used-otherwise"]);
    const url = `/api/submissions/${id}/acceptance`;
    const keyless = await opened.app.inject({ method: "POST", url, payload: { seen }, headers: office });
    expect(keyless.statusCode).toBe(400);
  });

  test("of another person is another decision", async () => {
    const id = await food("2");
    await post(`/api/submissions/${id}/acceptance`, { seen }, office, "the-same-key");
    const second = await opened.as("office", [], "审核员乙");
    const rival = await post(`/api/submissions/${id}/acceptance`, { seen }, second, "the-same-key");
    expect([rival.statusCode, rival.json().code]).toEqual([409, "already-decided"]);
  });

  test("of several, those that were accepted stay so when it is asked again", async () => {
    const [corrected, plain] = [await correction(), await food("2")];
    const submissions = [
      { submission: plain, seen },
      { submission: corrected, seen: "2022-10-12T01:00:00.000Z" },
    ];
    const before = await rows();
    const url = "/api/reviews/acceptances";
    const [first, second] = await Promise.all([1, 2].map(() => post(url, { submissions }, office, "the-same-key")));
    expect(first?.json()).toMatchObject({ accepted: [plain], refused: [{ submission: corrected, code: "marked" }] });
    expect(second?.json()).toEqual(first?.json());
    // One acceptance, and the refusal of the other each time that it is tried.
    expect(await rows()).toBe(before + 3);
  });
});

describe("people are shown by name", () => {
  const named = async (key: string, name: string) => {
    await inTransaction(opened.store, async (transaction) => {
      const account = await findAccount(transaction, key);
      if (account === null) throw new Error(`there is no account ${key}`);
      await updateAccount(transaction, account.id, account.version, { ...account, name });
    });
  };

  test("in the queue, beside the submission, in the life of its figure and on the page of the chain", async () => {
    await opened.as("reporter", ["commerce"], "reporter-commerce");
    await named("reporter-commerce", "张秀英");
    await named("审核员甲", "李建国");
    const id = await food("2");
    expect((await queue())[0]?.submittedBy).toBe("张秀英");
    await post(`/api/submissions/${id}/acceptance`, { seen });
    const { steps } = await ask<Submission>(`/api/submissions/${id}`);
    expect(steps.map(({ by }) => by)).toEqual(["张秀英", "李建国"]);
    const life = await ask<Life>(`/api/plans/${plan}/measures/food.above-scale-enterprises/life?month=2022-09`);
    expect(life.events.map(({ event, by }) => [event, by])).toEqual([
      ["entered", "张秀英"],
      ["accepted", "李建国"],
    ]);
    expect(life.mayReadPapers).toBe(true);
    const { measures } = await ask<Subject>(`/api/plans/${plan}/subjects/food?month=2022-09`);
    expect(measures[0]?.values[0]?.reporter).toBe("张秀英");
  });
});

describe("no field in which a reviewer could type a figure", () => {
  type Schema = { readonly [name: string]: unknown };
  const document = JSON.parse(readFileSync(new URL("../../server/openapi.json", import.meta.url), "utf8"));
  const writes = Object.entries(routeAccess).filter(
    ([route, access]) => access === "review-submissions" && !route.startsWith("GET"),
  );
  const fieldsOf = (schema: Schema, name = ""): string[] => {
    if (typeof schema.$ref === "string") {
      return fieldsOf(document.components.schemas[schema.$ref.split("/").at(-1) ?? ""], name);
    }
    const properties = Object.entries((schema.properties ?? {}) as Record<string, Schema>);
    const items = schema.items as Schema | undefined;
    if (items !== undefined) return fieldsOf(items, name);
    if (properties.length === 0) return [`${name}: ${schema.type}`];
    return properties.flatMap(([field, each]) => fieldsOf(each, name === "" ? field : `${name}.${field}`));
  };

  test("what the routes of review take is words alone", () => {
    const bodies = writes.map(([route]) => {
      const [method = "", path = ""] = route.split(" ");
      const { requestBody } = document.paths[path.replaceAll(/:(\w+)/g, "{$1}")][method.toLowerCase()];
      return [route, fieldsOf(requestBody.content["application/json"].schema)];
    });
    expect(Object.fromEntries(bodies)).toEqual({
      "POST /api/reviews/acceptances": ["submissions.submission: string", "submissions.seen: string"],
      "POST /api/submissions/:submission/acceptance": ["seen: string"],
      "POST /api/submissions/:submission/return": [
        "seen: string",
        "reason: string",
        "lines.measure: string",
        "lines.reason: string",
      ],
    });
  });

  test.each(["lines", "entries", "amount", "value"])("a body with %s beside is refused", async (field) => {
    const id = await food("2");
    const response = await post(`/api/submissions/${id}/acceptance`, { seen, [field]: 5 });
    expect(response.statusCode).toBe(400);
  });
});
