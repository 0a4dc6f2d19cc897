/** Notes with what became of them, visits, and the rows of the audit that are news. */
import {
  findDeeds,
  findNotes,
  findPlanBook,
  findVisits,
  insertAccount,
  insertAuditRow,
  insertNote,
  insertNoteStep,
  inTransaction,
  updateVisits,
} from "@beizeng/db";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { engines, type StoreSource, storeSource, type TestStore } from "../helpers/store.ts";
import { loadSample } from "./sample.ts";

const at = "2022-10-12T01:00:00.000Z";
const who = { actor: "liu", actorRole: "leader", at } as const;

describe.each(engines)("notes on %s", (engine) => {
  let source: StoreSource;
  let opened: TestStore;
  beforeAll(async () => {
    source = await storeSource(engine);
  });
  beforeEach(async () => {
    opened = await source.open();
    return () => opened.dispose();
  });
  afterAll(() => source.stop());

  test("come up to a month, in order, each with its steps, and are never changed", async () => {
    const { store } = opened;
    const planId = await loadSample(opened);
    const book = await findPlanBook(store, "sample-2022");
    const [target] = book?.targets ?? [];
    const subjectId = book?.subjects[0]?.id ?? Number.NaN;
    const departmentId = book?.departments[0]?.id ?? Number.NaN;
    const about = { planId, subjectId, targetId: target?.id ?? Number.NaN };
    await inTransaction(store, async (transaction) => {
      const one = await insertNote(transaction, { ...about, ...who, month: "2022-06", text: "一" });
      await insertNote(transaction, { ...who, planId, subjectId: null, targetId: null, month: "2022-09", text: "二" });
      await insertNoteStep(transaction, { noteId: one, step: "answer", departmentId, text: "在办", ...who });
      await insertNoteStep(transaction, { noteId: one, step: "settle", departmentId: null, text: null, ...who });
    });
    const shown = (await findNotes(store, planId, "2022-09")).map(({ month, subject, target: of, text, steps }) => [
      ...[month, subject, of, text],
      steps.map(({ step, department }) => [step, department]),
    ]);
    expect(shown).toEqual([
      [
        ...["2022-06", book?.subjects[0]?.key, target?.key, "一"],
        [
          ["answer", book?.departments[0]?.key],
          ["settle", null],
        ],
      ],
      ["2022-09", null, null, "二", []],
    ]);
    expect((await findNotes(store, planId, "2022-08")).map(({ text }) => text)).toEqual(["一"]);
    const writing = (step: "answer" | "settle", unit: number | null) =>
      inTransaction(store, (transaction) =>
        insertNoteStep(transaction, { noteId: 1, step, departmentId: unit, text: "x", ...who }),
      );
    await expect(writing("answer", null)).rejects.toMatchObject({ code: "constraint-violated" });
    await expect(writing("settle", departmentId)).rejects.toMatchObject({ code: "constraint-violated" });
  });

  test("a visit begins where the audit stands, and the one before it is all that is kept besides", async () => {
    const { store } = opened;
    const accountId = await inTransaction(store, (transaction) =>
      insertAccount(transaction, {
        ...{ key: "liu", name: "刘", role: "leader", passwordHash: null, passwordChangedAt: null },
        ...{ mustChangePassword: false, secondFactorSecret: null, secondFactorCounter: null },
        ...{ singleSignOnSubject: null, createdAt: at, disabledAt: null, version: 1 },
      }),
    );
    expect(await findVisits(store, accountId)).toBeNull();
    const say = (action: string) =>
      inTransaction(store, (transaction) =>
        insertAuditRow(transaction, { revision: null, ...who, action, entity: "note:1", payload: {} }).then(() => {}),
      );
    const visit = (begunAt: string) =>
      inTransaction(store, (transaction) => updateVisits(transaction, { accountId, begunAt }));
    await visit("2022-10-10T01:00:00.000Z");
    const before = (await findVisits(store, accountId))?.auditRow ?? Number.NaN;
    await say("write-note");
    await visit("2022-10-11T01:00:00.000Z");
    expect(await findVisits(store, accountId)).toEqual({
      ...{ begunAt: "2022-10-11T01:00:00.000Z", auditRow: before + 1 },
      ...{ previousAt: "2022-10-10T01:00:00.000Z", previousRow: before },
    });
    await say("note");
    await say("settle-note");
    const actions = ["write-note", "settle-note"];
    const deeds = async (after: number, limit: number) =>
      (await findDeeds(store, { after, actions, limit })).map(({ action }) => action);
    expect(await deeds(before, 10)).toEqual(["settle-note", "write-note"]);
    expect(await deeds(before + 1, 10)).toEqual(["settle-note"]);
    expect(await deeds(0, 1)).toEqual(["settle-note"]);
  });
});
