import {
  findEvidenceOfLines,
  findExtensions,
  findKeptReturnedLines,
  findLastMove,
  findMonthMoves,
  findMovesAfter,
  findMovesOfMonth,
  findObservations,
  findPlanBook,
  findReturnedLines,
  findSubmissionLines,
  findSubmissionsInState,
  findSubmissionsOfCell,
  insertExtension,
  insertMonthMove,
  insertReturnedLine,
  insertSubmission,
  insertSubmissionLine,
  insertSubmissionMove,
} from "@beizeng/db";
import type { SubmissionMove, SubmissionState } from "@beizeng/db/vocabulary";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { engines, type StoreSource, storeSource, type TestStore } from "../helpers/store.ts";
import { accept, loadSample, observe } from "./sample.ts";

describe.each(engines)("reviews and months on %s", (engine) => {
  let source: StoreSource;
  let opened: TestStore;
  let planId: number;
  let measures: number[];
  let departments: number[];
  beforeAll(async () => {
    source = await storeSource(engine);
  });
  beforeEach(async () => {
    opened = await source.open();
    planId = await loadSample(opened);
    const book = await findPlanBook(opened.store, "sample-2022");
    measures = book?.measures.map(({ id }) => id) ?? [];
    departments = book?.departments.map(({ id }) => id) ?? [];
    return () => opened.dispose();
  });
  afterAll(() => source.stop());

  const at = (list: readonly number[], place: number): number => list[place] ?? Number.NaN;

  function begin(department: number, period: string): Promise<number> {
    return accept(opened, (transaction) =>
      insertSubmission(transaction, {
        ...{ planId, departmentId: at(departments, department), period, kind: "report", correctsId: null, number: 1 },
        createdAt: opened.clock.now(),
      }),
    );
  }

  function step(
    submissionId: number,
    move: SubmissionMove,
    fromState: SubmissionState,
    toState: SubmissionState,
  ): Promise<number> {
    const said = { actor: "wang", actorRole: "office", reason: move === "return" ? "再核" : null } as const;
    return accept(opened, (transaction, revision) =>
      insertSubmissionMove(transaction, {
        ...{ submissionId, move, fromState, toState, ...said, at: opened.clock.now(), revision },
      }),
    );
  }

  test("submissions are found by where their last move led", async () => {
    const [first, second, third] = [await begin(0, "2022-03"), await begin(1, "2022-03"), await begin(0, "2022-06")];
    await step(first, "submit", "open", "submitted");
    await step(third, "submit", "open", "submitted");
    await step(second, "submit", "open", "submitted");
    await step(second, "return", "submitted", "returned");
    expect(await findSubmissionsInState(opened.store, "submitted")).toEqual([first, third]);
    expect(await findSubmissionsInState(opened.store, "returned")).toEqual([second]);
    await step(second, "submit", "returned", "submitted");
    await step(first, "accept", "submitted", "accepted");
    expect(await findSubmissionsInState(opened.store, "submitted")).toEqual([second, third]);
  });

  test("moves are found after one of a number, with where they led", async () => {
    expect([await findLastMove(opened.store), await findMovesAfter(opened.store, 0)]).toEqual([0, []]);
    const submission = await begin(0, "2022-03");
    const submitted = await step(submission, "submit", "open", "submitted");
    expect(await findLastMove(opened.store)).toBe(submitted);
    const returned = await step(submission, "return", "submitted", "returned");
    expect(await findMovesAfter(opened.store, submitted)).toEqual([
      { id: returned, submissionId: submission, toState: "returned" },
    ]);
    expect(await findMovesAfter(opened.store, 0)).toHaveLength(2);
    expect(await findMovesAfter(opened.store, returned)).toEqual([]);
  });

  test("what is to be mended in a line stays with its return, and lines are found by the figure's month", async () => {
    const submission = await begin(0, "2022-03");
    const typed = { entries: 1, exits: null, stock: null, amount: null, doneOn: null, isUnchanged: false };
    await accept(opened, (transaction, revision) =>
      insertSubmissionLine(transaction, {
        ...{ submissionId: submission, round: 1, measureId: at(measures, 1), basis: "department", ...typed },
        ...{ note: null, reason: null, revision },
      }),
    );
    await step(submission, "submit", "open", "submitted");
    const moveId = await step(submission, "return", "submitted", "returned");
    const line = { moveId, measureId: at(measures, 1), reason: "与台账不符" };
    await accept(opened, (transaction) => insertReturnedLine(transaction, line));
    expect(await findReturnedLines(opened.store, submission)).toEqual([line]);
    expect(await findKeptReturnedLines(opened.store, planId)).toEqual([
      { submissionId: submission, measure: expect.any(String), revision: expect.any(Number), reason: line.reason },
    ]);
    expect(await findKeptReturnedLines(opened.store, planId + 1)).toEqual([]);
    await expect(accept(opened, (transaction) => insertReturnedLine(transaction, line))).rejects.toMatchObject({
      code: "constraint-violated",
    });
    expect(await findSubmissionsOfCell(opened.store, { measureId: at(measures, 1), month: "2022-03" })).toEqual([
      submission,
    ]);
    expect(await findSubmissionsOfCell(opened.store, { measureId: at(measures, 1), month: "2022-06" })).toEqual([]);
    expect(await findEvidenceOfLines(opened.store, submission)).toEqual([]);
    expect(await findSubmissionLines(opened.store, submission)).toHaveLength(1);
  });

  test("moves of months and later due days are kept in the order in which they were made", async () => {
    const [now, hash] = [opened.clock.now(), "a".repeat(64)];
    const who = { actor: "wang", actorRole: "office", at: now } as const;
    const closing = { planId, month: "2022-03", move: "close", edition: 1, hash, ...who, reason: null } as const;
    await accept(opened, (transaction, revision) => insertMonthMove(transaction, { ...closing, revision }));
    await accept(opened, (transaction, revision) =>
      insertMonthMove(transaction, { ...closing, move: "ask-reopening", hash: null, reason: "漏报", revision }),
    );
    await accept(opened, (transaction, revision) =>
      insertMonthMove(transaction, { ...closing, month: "2022-06", revision }),
    );
    const moves = await findMonthMoves(opened.store, planId);
    expect(moves.map(({ month, move }) => [month, move])).toEqual([
      ["2022-03", "close"],
      ["2022-03", "ask-reopening"],
      ["2022-06", "close"],
    ]);
    expect(await findMovesOfMonth(opened.store, planId, "2022-03")).toEqual(moves.slice(0, 2));
    for (const departmentId of [null, at(departments, 0)]) {
      await accept(opened, (transaction, revision) =>
        insertExtension(transaction, {
          ...{ planId, departmentId, period: "2022-03", dueOn: "2022-04-20", reason: "疫情", actor: "wang" },
          ...{ at: now, revision },
        }),
      );
    }
    const book = await findPlanBook(opened.store, "sample-2022");
    expect((await findExtensions(opened.store, planId)).map(({ department, dueOn }) => [department, dueOn])).toEqual([
      [null, "2022-04-20"],
      [book?.departments[0]?.key, "2022-04-20"],
    ]);
  });

  test.each([
    ["without a hash", { hash: null }],
    ["that asks to be reopened without a reason", { move: "ask-reopening", hash: null } as const],
    ["of no number", { edition: 0 }],
  ])("a move of a month %s breaks a constraint", async (_, change) => {
    const who = { actor: "wang", actorRole: "office", at: opened.clock.now(), reason: null } as const;
    const move = { planId, month: "2022-03", move: "close", edition: 1, hash: "a".repeat(64), ...who } as const;
    await expect(
      accept(opened, (transaction, revision) => insertMonthMove(transaction, { ...move, ...change, revision })),
    ).rejects.toMatchObject({ code: "constraint-violated" });
  });

  test("what stood at a revision of the ledger is found again, with the value that a correction took the place of", async () => {
    const cell = { measureId: at(measures, 1), month: "2022-03" };
    await observe(opened, { ...cell, entries: 11 });
    await observe(opened, { ...cell, entries: 10, corrects: 1, reason: "误报" });
    await observe(opened, { ...cell, entries: 9, corrects: 2, reason: "误报" });
    const standing = async (asOfRevision: number) => {
      const found = await findObservations(opened.store, { planId, basis: "department", asOfRevision });
      return found.get(cell.measureId)?.map(({ entries, former }) => [entries, former?.entries ?? null]);
    };
    expect([await standing(1), await standing(2), await standing(3), await standing(4)]).toEqual([
      undefined,
      [[11, null]],
      [[10, 11]],
      [[9, 10]],
    ]);
    expect((await findPlanBook(opened.store, "sample-2022", undefined, 0))?.targets[0]?.revisions).toEqual([]);
  });
});
