import {
  findAuditChain,
  findAuditRows,
  findLedgerRevision,
  findLedgerRevisions,
  findObservations,
  findPlanBook,
  findRecordedValues,
  findStandingValue,
  findSubmission,
  findSubmissionLines,
  findSubmissions,
  insertAuditRow,
  insertSubmission,
  insertSubmissionLine,
  insertSubmissionMove,
  insertTargetRevision,
  inTransaction,
  type NewObservation,
  type NewRow,
  nextRevision,
} from "@beizeng/db";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { engines, type StoreSource, storeSource, type TestStore } from "../helpers/store.ts";
import { accept, loadSample, observe } from "./sample.ts";

describe.each(engines)("the ledger on %s", (engine) => {
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
    measures = book?.measures.map((measure) => measure.id) ?? [];
    departments = book?.departments.map((department) => department.id) ?? [];
    return () => opened.dispose();
  });
  afterAll(() => source.stop());

  const measure = (position: number): number => measures[position] ?? Number.NaN;

  describe("observations", () => {
    test("stand by measure, months ascending whatever the order of acceptance", async () => {
      await observe(opened, { measureId: measure(0), month: "2022-06", entries: 12, exits: 3 });
      await observe(opened, { measureId: measure(0), month: "2022-03", entries: 5, stock: 590 });
      await observe(opened, { measureId: measure(2), month: "2022-06", amount: -4_050_000_000_001 });
      const found = await findObservations(opened.store, { planId, basis: "department" });
      expect([...found.keys()].sort()).toEqual([measure(0), measure(2)]);
      const first = { number: 1, amount: null, isCorrected: false, former: null };
      expect(found.get(measure(0))).toEqual([
        { ...first, month: "2022-03", entries: 5, exits: null, stock: 590 },
        { ...first, month: "2022-06", entries: 12, exits: 3, stock: null },
      ]);
      expect(found.get(measure(2))?.[0]?.amount).toBe(-4_050_000_000_001);
    });

    test("stand alike in whatever order an engine answers them", async () => {
      const rows = [
        { measureId: 1, month: "2022-03", number: 1, entries: 5 },
        { measureId: 1, month: "2022-06", number: 1, entries: 12 },
        { measureId: 1, month: "2022-06", number: 2, entries: 11 },
        { measureId: 1, month: "2022-06", number: 3, entries: 10 },
        { measureId: 1, month: "2022-09", number: 1, entries: 14 },
      ].map((row) => ({ ...row, exits: null, stock: null, amount: null }));
      const answering = async (order: readonly number[]) => {
        // The rows are of the statement's shape; that it is this one statement is what the question asks.
        const all = async <Row>() => order.map((place) => rows[place]) as Row[];
        return (await findObservations({ all }, { planId, basis: "department" })).get(1);
      };
      const ascending = await answering([0, 1, 2, 3, 4]);
      expect(ascending?.map(({ month, number, entries, former }) => [month, number, entries, former?.entries])).toEqual(
        [
          ["2022-03", 1, 5, undefined],
          ["2022-06", 3, 10, 11],
          ["2022-09", 1, 14, undefined],
        ],
      );
      for (const order of [
        [4, 3, 2, 1, 0],
        [3, 1, 2, 0, 4],
        [1, 3, 2, 4, 0],
        [2, 4, 0, 3, 1],
        [2, 1, 3, 4, 0],
      ]) {
        expect(await answering(order)).toEqual(ascending);
      }
    });

    test("zero is a value and a month after `until` is left out", async () => {
      await observe(opened, { measureId: measure(1), month: "2022-03", entries: 0 });
      await observe(opened, { measureId: measure(1), month: "2022-06", entries: 1 });
      const found = await findObservations(opened.store, { planId, basis: "department", until: "2022-05" });
      expect(found.get(measure(1))?.map(({ month, entries }) => [month, entries])).toEqual([["2022-03", 0]]);
    });

    test("the two bases stand side by side", async () => {
      await observe(opened, { measureId: measure(1), month: "2022-03", entries: 4 });
      await observe(opened, { measureId: measure(1), month: "2022-03", entries: 2, basis: "statistics" });
      for (const [basis, entries] of [
        ["department", 4],
        ["statistics", 2],
      ] as const) {
        const found = await findObservations(opened.store, { planId, basis });
        expect(found.get(measure(1))?.map((value) => value.entries)).toEqual([entries]);
      }
    });

    test("a correction stands from its acceptance on, and the old value stays readable", async () => {
      opened.clock.set("2022-10-08T02:00:00.000Z");
      await observe(opened, { measureId: measure(1), month: "2022-09", entries: 11 });
      await observe(opened, { measureId: measure(1), month: "2022-06", entries: 7 });
      opened.clock.set("2022-10-20T02:00:00.000Z");
      const correction = { measureId: measure(1), month: "2022-09", reason: "重复计入" };
      await observe(opened, { ...correction, entries: 10, corrects: 1 });
      opened.clock.set("2022-11-01T02:00:00.000Z");
      await observe(opened, { ...correction, entries: 9, corrects: 2 });

      const standing = async (asKnownOn?: string) => {
        const known = asKnownOn === undefined ? {} : { asKnownOn };
        const found = await findObservations(opened.store, { planId, basis: "department", ...known });
        return found.get(measure(1))?.map(({ month, entries, isCorrected }) => [month, entries, isCorrected]);
      };
      const june = ["2022-06", 7, false];
      expect(await standing()).toEqual([june, ["2022-09", 9, true]]);
      expect(await standing("2022-10-31T00:00:00.000Z")).toEqual([june, ["2022-09", 10, true]]);
      // The instant of acceptance itself already knows.
      expect(await standing("2022-10-20T02:00:00.000Z")).toEqual([june, ["2022-09", 10, true]]);
      expect(await standing("2022-10-20T01:59:59.999Z")).toEqual([june, ["2022-09", 11, false]]);
      expect(await standing("2022-10-08T01:59:59.999Z")).toBeUndefined();

      const recorded = await findRecordedValues(opened.store, { measureId: measure(1), basis: "department" });
      expect(
        recorded.map(({ number, month, entries, isSuperseded }) => [number, month, entries, isSuperseded]),
      ).toEqual([
        [1, "2022-06", 7, false],
        [1, "2022-09", 11, true],
        [2, "2022-09", 10, true],
        [3, "2022-09", 9, false],
      ]);
      expect(recorded[2]).toMatchObject({
        reportedBy: "li",
        acceptedBy: "wang",
        reason: "重复计入",
        number: 2,
        knownAt: "2022-10-20T02:00:00.000Z",
        revision: 4,
      });
      const before = await findRecordedValues(opened.store, {
        measureId: measure(1),
        basis: "department",
        asKnownOn: "2022-10-21T00:00:00.000Z",
      });
      expect(before.map((value) => value.isSuperseded)).toEqual([false, true, false]);
    });

    test("one cell is found by itself", async () => {
      const cell = { measureId: measure(1), basis: "department", month: "2022-09" } as const;
      expect(await findStandingValue(opened.store, cell)).toBeNull();
      await observe(opened, { ...cell, entries: 11 });
      const first = { month: "2022-09", number: 1, entries: 11, exits: null, stock: null, amount: null };
      expect(await findStandingValue(opened.store, cell)).toEqual({ ...first, isCorrected: false, former: null });
      await observe(opened, { ...cell, entries: 10, corrects: 1, reason: "误报" });
      const { month: _, number: __, ...former } = first;
      expect(await findStandingValue(opened.store, cell)).toEqual({
        ...{ ...first, entries: 10, number: 2, isCorrected: true, former },
      });
      expect(await findStandingValue(opened.store, { ...cell, basis: "statistics" })).toBeNull();
    });

    test("a month begins once, and a correction must point at what stands", async () => {
      await observe(opened, { measureId: measure(1), month: "2022-09", entries: 11 });
      const again = { measureId: measure(1), month: "2022-09", entries: 12, reason: "误报" };
      const refusal = {
        code: "correction-mismatch",
        message: expect.stringMatching(new RegExp(`: measure ${measure(1)}, 2022-0[69], department\\.$`)),
      };
      await expect(observe(opened, again)).rejects.toMatchObject(refusal);
      await expect(observe(opened, { ...again, month: "2022-06", corrects: 1 })).rejects.toMatchObject(refusal);
      await observe(opened, { ...again, corrects: 1 });
      await expect(observe(opened, { ...again, corrects: 1 })).rejects.toMatchObject(refusal);
    });

    const broken: [string, Partial<NewObservation>][] = [
      ["says nothing", {}],
      ["has no month", { month: "2022", entries: 1 }],
      ["has an instant without milliseconds", { entries: 1, knownAt: "2022-10-08T02:00:00Z" }],
      ["is of no measure", { measureId: 999_999, entries: 1 }],
      ["is beyond what is exact", { entries: Number.MAX_SAFE_INTEGER + 1 }],
    ];
    test.each(broken)("an observation that %s breaks a constraint", async (_, change) => {
      const values = { measureId: measure(1), month: "2022-09", ...change };
      await expect(observe(opened, values)).rejects.toMatchObject({ code: "constraint-violated" });
      expect(await findLedgerRevision(opened.store)).toBe(1);
    });
  });

  describe("target revisions", () => {
    test("a new value holds from its month on and is known from its instant on", async () => {
      const revised = (asKnownOn?: string) =>
        findPlanBook(opened.store, "sample-2022", asKnownOn).then((book) => book?.targets[0]?.revisions);
      const original = await revised();
      const targetId = (await findPlanBook(opened.store, "sample-2022"))?.targets[0]?.id ?? Number.NaN;
      const said = {
        stretch: null,
        reason: "上级调整",
        document: "样发〔2022〕9号",
        knownAt: "2022-08-01T00:00:00.000Z",
      };
      const change = (digits: number, from: string, knownAt = said.knownAt) =>
        accept(opened, (transaction, revision) =>
          insertTargetRevision(transaction, {
            ...{ ...said, targetId, from, value: { digits, decimals: 0 }, knownAt, revision, actor: "wang" },
          }),
        );
      await change(120, "2022-07");
      expect(await revised()).toEqual([
        ...(original ?? []),
        { ...said, from: "2022-07", value: { digits: 120, decimals: 0 }, replaced: [] },
      ]);
      expect(await revised("2022-07-31T23:59:59.999Z")).toEqual(original);
      // A second change from the same month takes the place of the first.
      await change(110, "2022-07", "2022-09-01T00:00:00.000Z");
      expect((await revised())?.map(({ from, value }) => [from, value.digits])).toEqual([
        ["2021-12", 145],
        ["2022-07", 110],
      ]);
      const replaced = { value: { digits: 120, decimals: 0 }, stretch: null };
      expect((await revised())?.at(-1)?.replaced).toEqual([replaced]);
      expect((await revised("2022-08-31T00:00:00.000Z"))?.map(({ value }) => value.digits)).toEqual([145, 120]);
    });
  });

  describe("submissions", () => {
    const move = (submissionId: number, values: Partial<NewRow<"submissionMoves">>): NewRow<"submissionMoves"> => ({
      submissionId,
      move: "submit",
      fromState: "draft",
      toState: "submitted",
      actor: "li",
      actorRole: "reporter",
      at: opened.clock.now(),
      reason: null,
      revision: 2,
      ...values,
    });
    const report = (values: Partial<NewRow<"submissions">> = {}): NewRow<"submissions"> => ({
      planId,
      departmentId: departments[1] ?? Number.NaN,
      period: "2022-09",
      kind: "report",
      correctsId: null,
      number: 1,
      createdAt: opened.clock.now(),
      ...values,
    });

    test("come with their moves as far as known", async () => {
      opened.clock.set("2022-10-09T02:00:00.000Z");
      const id = await accept(opened, async (transaction, revision) => {
        const submissionId = await insertSubmission(transaction, report());
        await insertSubmissionMove(transaction, move(submissionId, { revision }));
        return submissionId;
      });
      opened.clock.set("2022-10-12T02:00:00.000Z");
      const review = { actor: "wang", actorRole: "office", reason: "单位有误", fromState: "submitted" } as const;
      await accept(opened, (transaction, revision) =>
        insertSubmissionMove(transaction, move(id, { ...review, move: "return", toState: "returned", revision })),
      );
      const question = { planId, from: "2022-07", until: "2022-09" };
      const found = await findSubmissions(opened.store, question);
      expect(found).toMatchObject([{ id, department: "sample-bureau", period: "2022-09", kind: "report", number: 1 }]);
      expect(found[0]?.moves.map(({ move, toState, revision }) => [move, toState, revision])).toEqual([
        ["submit", "submitted", 2],
        ["return", "returned", 3],
      ]);
      expect(await findSubmission(opened.store, id)).toEqual(found[0]);
      const known = await findSubmissions(opened.store, { ...question, asKnownOn: "2022-10-10T00:00:00.000Z" });
      expect(known[0]?.moves.map((step) => step.toState)).toEqual(["submitted"]);
      expect(await findSubmissions(opened.store, { ...question, asKnownOn: "2022-10-08T00:00:00.000Z" })).toEqual([]);
      expect(await findSubmissions(opened.store, { ...question, until: "2022-08" })).toEqual([]);
      expect(await findSubmission(opened.store, id + 1)).toBeNull();
    });

    test("keep every line that was typed", async () => {
      const line = {
        ...({ round: 1, measureId: measure(1), basis: "department", exits: null, stock: null, amount: null } as const),
        ...{ doneOn: null, isUnchanged: false, note: "新建投产", reason: null, revision: 2 },
      };
      const id = await accept(opened, async (transaction) => {
        const submissionId = await insertSubmission(transaction, report());
        await insertSubmissionLine(transaction, { ...line, submissionId, entries: 2 });
        await insertSubmissionLine(transaction, { ...line, submissionId, entries: 3, isUnchanged: true });
        return submissionId;
      });
      const lines = await findSubmissionLines(opened.store, id);
      expect(lines.map(({ entries, isUnchanged, note }) => [entries, isUnchanged, note])).toEqual([
        [2, false, "新建投产"],
        [3, true, "新建投产"],
      ]);
    });

    const broken: [string, Partial<NewRow<"submissions">>][] = [
      ["a second report of the period", { number: 2 }],
      ["a correction of nothing", { number: 2, kind: "correction" }],
      ["a report that corrects", { number: 2, period: "2022-06", correctsId: 1 }],
      ["a number used before", { period: "2022-09", kind: "correction", correctsId: 1 }],
    ];
    test.each(broken)("%s breaks a constraint", async (_, change) => {
      await accept(opened, (transaction) => insertSubmission(transaction, report()));
      const second = accept(opened, (transaction) => insertSubmission(transaction, report(change)));
      await expect(second).rejects.toMatchObject({ code: "constraint-violated" });
    });

    test("a return without a reason breaks a constraint", async () => {
      const id = await accept(opened, (transaction) => insertSubmission(transaction, report()));
      const silent = accept(opened, (transaction) => insertSubmissionMove(transaction, move(id, { move: "return" })));
      await expect(silent).rejects.toMatchObject({ code: "constraint-violated" });
    });
  });

  describe("revisions and audit", () => {
    test("each accepted write raises the revision by one", async () => {
      expect(await findLedgerRevision(opened.store)).toBe(1);
      opened.clock.set("2022-10-09T02:00:00.000Z");
      await accept(opened, async () => undefined, "submit-report");
      expect(await findLedgerRevision(opened.store)).toBe(2);
      expect(await findLedgerRevisions(opened.store, 1)).toEqual([
        { revision: 2, at: "2022-10-09T02:00:00.000Z", action: "submit-report" },
      ]);
    });

    test("a second revision in one write is refused", async () => {
      const twice = accept(opened, (transaction) => nextRevision(transaction, "again", opened.clock.now()));
      await expect(twice).rejects.toMatchObject({ code: "revision-raised-twice" });
      expect(await findLedgerRevision(opened.store)).toBe(1);
    });

    test("a revision without its audit row, or with two, is refused", async () => {
      const at = opened.clock.now();
      const none = inTransaction(opened.store, (transaction) => nextRevision(transaction, "silent", at));
      await expect(none).rejects.toMatchObject({ code: "revision-without-audit" });
      const two = accept(opened, (transaction, revision) =>
        insertAuditRow(transaction, {
          ...{ revision, at, actor: "li", actorRole: "reporter" as const, action: "again", entity: "x", payload: 1 },
        }),
      );
      await expect(two).rejects.toMatchObject({ name: "StoreProblem" });
      expect(await findLedgerRevision(opened.store)).toBe(1);
      expect(await findAuditRows(opened.store, 0, 10)).toHaveLength(1);
    });

    test("a refused try leaves an audit row and no revision", async () => {
      const at = opened.clock.now();
      const refused = { revision: null, actor: "li", actorRole: "reporter", action: "accept", entity: "x" } as const;
      const payload = { reason: "自审" };
      await inTransaction(opened.store, (transaction) => insertAuditRow(transaction, { ...refused, at, payload }));
      expect(await findLedgerRevision(opened.store)).toBe(1);
      expect((await findAuditRows(opened.store, 1, 10)).map((row) => [row.revision, row.payload])).toEqual([
        [null, '{"reason":"自审"}'],
      ]);
    });

    test("the chain replays, and its anchor names the last row", async () => {
      for (const action of ["a", "b", "c"]) await accept(opened, async () => undefined, action);
      const rows = await findAuditRows(opened.store, 0, 10);
      expect(rows.map((row) => row.id)).toEqual([1, 2, 3, 4]);
      expect(rows[0]?.previousHash).toBe("0".repeat(64));
      expect(rows.slice(1).map((row) => row.previousHash)).toEqual(rows.slice(0, 3).map((row) => row.hash));
      expect(await findAuditChain(opened.store)).toEqual({
        isWhole: true,
        rows: 4,
        hash: rows[3]?.hash,
        at: opened.clock.now(),
      });
    });

    const tampering: [string, string[], number][] = [
      ["a changed actor", ["UPDATE audit_rows SET actor = 'zhao' WHERE id = 2"], 2],
      ["a changed payload", ["UPDATE audit_rows SET payload = '{}' WHERE id = 3"], 3],
      ["a deleted row", ["DELETE FROM audit_rows WHERE id = 2"], 3],
      ["a changed hash", [`UPDATE audit_rows SET hash = '${"a".repeat(64)}' WHERE id = 2`], 2],
      [
        "two rows exchanged",
        [
          "UPDATE audit_rows SET id = 99 WHERE id = 2",
          "UPDATE audit_rows SET id = 2 WHERE id = 3",
          "UPDATE audit_rows SET id = 3 WHERE id = 99",
        ],
        2,
      ],
    ];
    test.each(tampering)("%s breaks the chain", async (_, changes, brokenAt) => {
      for (const action of ["a", "b", "c"]) await accept(opened, async () => undefined, action);
      const dropped =
        engine === "sqlite" ? ["audit_rows_no_update", "audit_rows_no_delete"] : ["audit_rows_append_only"];
      for (const trigger of dropped) {
        await opened.runRaw(`DROP TRIGGER ${trigger}${engine === "sqlite" ? "" : " ON audit_rows"}`);
      }
      for (const change of changes) await opened.runRaw(change);
      expect(await findAuditChain(opened.store)).toEqual({ isWhole: false, fault: "broken", brokenAt });
    });
  });

  describe("what only grows", () => {
    const tables = [
      "ledger_revisions",
      "audit_rows",
      "submissions",
      "submission_moves",
      "submission_lines",
      "target_revisions",
      "observations",
    ];
    test.each(tables)("%s refuses change and deletion", async (table) => {
      const at = opened.clock.now();
      const submission = await accept(opened, async (transaction, revision) => {
        const department = departments[1] ?? Number.NaN;
        const submissionId = await insertSubmission(transaction, {
          ...({ planId, departmentId: department, period: "2022-09", kind: "report", correctsId: null } as const),
          ...{ number: 1, createdAt: at },
        });
        await insertSubmissionMove(transaction, {
          ...({ submissionId, move: "submit", fromState: "draft", toState: "submitted", actor: "li" } as const),
          ...({ actorRole: "reporter", at, reason: null, revision } as const),
        });
        await insertSubmissionLine(transaction, {
          ...({ submissionId, round: 1, measureId: measure(1), basis: "department", entries: 1, exits: null } as const),
          ...{ stock: null, amount: null, doneOn: null, isUnchanged: false, note: null, reason: null, revision },
        });
        return submissionId;
      });
      await observe(opened, { measureId: measure(1), month: "2022-09", entries: 1, submissionId: submission });
      const before = await opened.runRaw(`SELECT * FROM ${table}`);
      expect(before).not.toEqual([]);
      const column = Object.keys(before[0] ?? {})[1];
      const refusal = new RegExp(`append-only: ${table}`);
      await expect(opened.runRaw(`UPDATE ${table} SET ${column} = ${column}`)).rejects.toThrow(refusal);
      await expect(opened.runRaw(`DELETE FROM ${table}`)).rejects.toThrow(refusal);
      expect(await opened.runRaw(`SELECT * FROM ${table}`)).toEqual(before);
    });
  });
});
