/** 批示: who leaves one, who answers, what stands of it; and what is new since somebody was here last. */

import { findAccount } from "@beizeng/db";
import { beginSession } from "@beizeng/server/actions/begin-session.ts";
import type { News } from "@beizeng/server/contract/news.ts";
import type { Notes } from "@beizeng/server/contract/notes.ts";
import { replayAudit } from "@beizeng/server/replay-audit.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../helpers/app.ts";
import { reportSampleYear } from "./reports.ts";
import { samplePlan } from "./sample-plan.ts";

type Headers = Awaited<ReturnType<TestApp["as"]>>;
let opened: TestApp;
let leader: Headers;
let other: Headers;
let clerk: Headers;
let stranger: Headers;
let office: Headers;
beforeAll(async () => {
  opened = await openTestApp([samplePlan(), samplePlan("other-2022", "140501")]);
  await reportSampleYear(opened.store);
  opened.clock.set("2022-10-12T02:00:00.000Z");
  leader = await opened.as("leader", [], "liu");
  other = await opened.as("leader", [], "ma");
  // 商务局 answers for 食品, 工信局 for 钢铁.
  clerk = await opened.as("reporter", ["commerce"], "zhao");
  stranger = await opened.as("reporter", ["other-2022-commerce"], "sun");
  office = await opened.as("office", [], "qian");
});
afterAll(() => opened.dispose());

const plan = "/api/plans/sample-2022";
let keys = 0;
const send = (headers: Partial<Headers>, url: string, payload: object, key = `note-key-${++keys}`) =>
  opened.app.inject({ method: "POST", url, headers: { ...headers, "idempotency-key": key }, payload });
const write = (headers: Partial<Headers>, payload: object, key?: string) =>
  send(headers, `${plan}/notes`, payload, key);
const step = (headers: Headers, note: number, payload: object, key?: string) =>
  send(headers, `${plan}/notes/${note}/steps`, payload, key);
const notes = async (month: string, headers?: Headers, more = "") =>
  (await opened.app.inject({ url: `${plan}/notes?month=${month}${more}`, headers: headers ?? {} })).json<Notes>();
const refusal = (response: { statusCode: number; json: () => { code: string } }) => [
  response.statusCode,
  response.json().code,
];
const count = async (table: string) => Number((await opened.runRaw(`SELECT count(*) AS n FROM ${table}`))[0]?.n);

describe("a note", () => {
  test("stays with its month, is read at that month and later, and tells whoever asks what they may do", async () => {
    const { note } = (await write(leader, { month: "2022-06", subject: "food", text: " 请商务局说明原因 " })).json();
    expect((await notes("2022-05")).notes).toEqual([]);
    const [seen] = (await notes("2022-09")).notes;
    expect(seen).toMatchObject({
      id: note,
      month: "2022-06",
      text: "请商务局说明原因",
      state: "open",
      byOffice: false,
    });
    expect([seen?.subject?.key, seen?.target, seen?.may]).toEqual(["food", null, []]);
    const may = async (headers: Headers) => (await notes("2022-09", headers)).notes[0]?.may;
    expect(await Promise.all([leader, other, clerk, stranger, office].map(may))).toEqual([
      ["settle", "withdraw"],
      ["settle"],
      ["answer"],
      [],
      [],
    ]);
    expect((await notes("2022-09", undefined, "&subject=steel")).notes).toEqual([]);
  });

  test("is answered by the unit, settled by a leader, and then no longer moved", async () => {
    const target = "food.above-scale-enterprises.new.2022-12";
    const { note } = (await write(leader, { month: "2022-09", target, text: "差1户" })).json();
    expect((await step(clerk, note, { step: "answer", text: "两户在办" })).json()).toEqual({ note, state: "answered" });
    expect(refusal(await step(leader, note, { step: "withdraw" }))).toEqual([409, "note-not-from-this-state"]);
    expect((await step(other, note, { step: "settle", text: "已落实" })).json()).toEqual({ note, state: "settled" });
    expect(refusal(await step(clerk, note, { step: "answer", text: "再补一句" }))).toEqual([
      409,
      "note-not-from-this-state",
    ]);
    const seen = (await notes("2022-09")).notes.find(({ id }) => id === note);
    expect(seen?.target).toEqual({ key: target, name: { zh: "新增规上企业", en: expect.any(String) } });
    expect(seen?.steps.map(({ step: taken, unit, text }) => [taken, unit?.zh, text])).toEqual([
      ["answer", "商务局", "两户在办"],
      ["settle", undefined, "已落实"],
    ]);
  });

  test("that is taken back tells nothing any more, and stays in the audit", async () => {
    const { note } = (await write(leader, { month: "2022-09", text: "写错了地方" })).json();
    expect(refusal(await step(other, note, { step: "withdraw" }))).toEqual([403, "not-your-note"]);
    await step(leader, note, { step: "withdraw" });
    expect((await notes("2022-09")).notes.find(({ id }) => id === note)).toMatchObject({
      text: null,
      state: "withdrawn",
      may: [],
    });
    expect(JSON.stringify((await notes("2022-09")).notes)).not.toContain("写错了地方");
    expect(await opened.runRaw(`SELECT text FROM notes WHERE id = ${note}`)).toEqual([{ text: "写错了地方" }]);
  });

  test("is written once whatever is pressed, and taken as text whatever it says", async () => {
    const before = await count("notes");
    const text = "<script>alert(1)</script>\n=1+1";
    const sent = { month: "2022-09", text };
    const [one, two] = [await write(leader, sent, "pressed-twice"), await write(leader, sent, "pressed-twice")];
    expect(one.json().note).toBe(two.json().note);
    expect(await count("notes")).toBe(before + 1);
    // Under the same key nothing else is written, and a colleague's key is their own.
    expect(refusal(await write(leader, { ...sent, text: "另一条" }, "pressed-twice"))).toEqual([
      422,
      "key-used-otherwise",
    ]);
    expect((await write(other, sent, "pressed-twice")).json().note).not.toBe(one.json().note);
    expect((await notes("2022-09")).notes[0]?.text).toBe(text);
  });

  test.each([
    ["a visitor", null, { month: "2022-09", text: "一" }, 401, "sign-in-needed"],
    ["a clerk", "clerk", { month: "2022-09", text: "一" }, 403, "not-your-role"],
    ["blank", "leader", { month: "2022-09", text: " \n\t " }, 422, "text-missing"],
    ["too long", "leader", { month: "2022-09", text: "长".repeat(5000) }, 400, "malformed-parameter"],
    ["a month to come", "leader", { month: "2023-01", text: "一" }, 422, "month-out-of-range"],
    ["a subject of none", "leader", { month: "2022-09", subject: "tea", text: "一" }, 404, "unknown-subject"],
    [
      "another subject's target",
      "leader",
      { month: "2022-09", subject: "steel", target: "food.above-scale-enterprises.new.2022-12", text: "一" },
      ...([404, "unknown-subject"] as const),
    ],
    ["a target of none", "leader", { month: "2022-09", target: "tea", text: "一" }, 404, "unknown-target"],
  ] as const)("is refused of %s", async (_, who, body, status, code) => {
    const before = await count("notes");
    const headers = who === null ? {} : who === "clerk" ? clerk : leader;
    expect(refusal(await write(headers, body))).toEqual([status, code]);
    expect(await count("notes")).toBe(before);
  });

  test("is not reached by another plan's address, nor answered by another place's unit", async () => {
    const { note } = (await write(leader, { month: "2022-09", subject: "food", text: "请说明" })).json();
    const elsewhere = await send(stranger, `/api/plans/other-2022/notes/${note}/steps`, { step: "answer", text: "好" });
    expect(refusal(elsewhere)).toEqual([404, "unknown-note"]);
    expect(refusal(await step(stranger, note, { step: "answer", text: "好" }))).toEqual([403, "not-your-note"]);
    expect(refusal(await step(office, note, { step: "settle" }))).toEqual([403, "not-your-note"]);
    expect(refusal(await step(clerk, note, { step: "answer", text: "  " }))).toEqual([422, "text-missing"]);
  });

  test("is built again from the audit with all that became of it, and a change of the table shows", async () => {
    const replayed = await replayAudit(opened.store);
    expect([replayed.notes, replayed.differences]).toEqual([(await count("notes")) + (await count("note_steps")), []]);
    expect(replayed.notes).toBeGreaterThan(5);
    await opened.runRaw("DROP TRIGGER notes_no_update");
    await opened.runRaw("UPDATE notes SET text = '改过' WHERE id = 1");
    expect((await replayAudit(opened.store)).differences).toEqual([expect.stringContaining("note:1 write")]);
    await opened.runRaw("UPDATE notes SET text = '请商务局说明原因' WHERE id = 1");
    await opened.runRaw(
      "CREATE TRIGGER notes_no_update BEFORE UPDATE ON notes BEGIN SELECT RAISE(ABORT, 'append-only: notes'); END",
    );
    await expect(opened.runRaw("UPDATE notes SET text = 'x'")).rejects.toThrow("append-only");
  });
});

describe("what is new", () => {
  const news = async (headers?: Headers) =>
    (await opened.app.inject({ url: "/api/news", headers: headers ?? {} })).json<News>();
  const visit = async (account: string, at: string) => {
    const begun = { account, tokenHash: account.padEnd(64, String(++keys)), now: at, at, hasSecondFactor: false };
    expect(await beginSession(opened.store, begun)).toMatchObject({ ok: true });
  };

  test("tells who comes for the first time the latest, of units and never of who typed", async () => {
    const { since, entries } = await news(leader);
    expect(since).toBeNull();
    expect(entries.some(({ sentence }) => sentence.zh === "工信局 2022-09 数据已审核，3 项")).toBe(true);
    expect(entries[0]?.id).toBeGreaterThan(entries.at(-1)?.id ?? 0);
    expect(JSON.stringify(entries)).not.toMatch(/reporter-|zhao|写错了地方/);
  });

  test("tells who came before what happened since that visit, and nobody else's", async () => {
    await visit("ma", "2022-10-12T03:00:00.000Z");
    const { note } = (await write(leader, { month: "2022-09", subject: "food", text: "第二次来之前" })).json();
    await step(clerk, note, { step: "answer", text: "在办" });
    await visit("ma", "2022-10-13T03:00:00.000Z");
    const { since, entries, isShortened } = await news(other);
    expect([since, isShortened]).toEqual(["2022-10-12T03:00:00.000Z", false]);
    expect(entries.map(({ kind, sentence, quote, subject }) => [kind, sentence.zh, quote, subject])).toEqual([
      ["answer", "商务局回复批示：食品（2022-09）", "在办", "food"],
      ["note", expect.stringMatching(/批示：食品（2022-09）$/), "第二次来之前", "food"],
    ]);
    // A visit is kept of each account, no more than the last two of them.
    expect(await count("visits")).toBe(1);
    expect((await findAccount(opened.store, "ma"))?.key).toBe("ma");
  });
});
