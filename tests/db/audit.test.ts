import {
  findAuditAnchor,
  findAuditChain,
  findAuditRows,
  findKeptObservations,
  findKeptTargetValues,
  findLatestAuditRows,
  findSoughtAuditRows,
  insertAuditRow,
  inTransaction,
} from "@beizeng/db";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { auditHash } from "../../db/src/queries/audit-rows.ts";
import { engines, type StoreSource, storeSource, type TestStore } from "../helpers/store.ts";
import { accept, loadSample, observe } from "./sample.ts";

describe.each(engines)("the audit on %s", (engine) => {
  let source: StoreSource;
  let opened: TestStore;
  let planId: number;
  beforeAll(async () => {
    source = await storeSource(engine);
  });
  beforeEach(async () => {
    opened = await source.open();
    return () => opened.dispose();
  });
  afterAll(() => source.stop());

  const said: readonly (readonly [string, string, string, string])[] = [
    ["2022-02-01T00:00:00.000Z", "li", "sign-in", "account:li"],
    ["2022-02-02T00:00:00.000Z", "li", "submit-report", "submission:1"],
    ["2022-02-03T00:00:00.000Z", "wang", "accept-submission", "submission:1"],
    ["2022-02-03T08:00:00.000Z", "li", "refused", "POST /api/months/50%_a!b"],
    ["2022-02-04T00:00:00.000Z", "wang", "revise-target", "target:Sample/x"],
  ];
  async function speak() {
    for (const [at, actor, action, entity] of said) {
      const row = { revision: null, at, actor, actorRole: "office", action, entity, payload: {} } as const;
      await inTransaction(opened.store, (transaction) => insertAuditRow(transaction, row));
    }
  }

  const questions: [string, object, number[]][] = [
    ["everything, the newest first", {}, [5, 4, 3, 2, 1]],
    ["of one account", { actor: "wang" }, [5, 3]],
    ["of an account as it is written alone", { actor: "wan" }, []],
    ["of one action", { action: "sign-in" }, [1]],
    ["about a thing, by a part of it", { entity: "submission" }, [3, 2]],
    ["in letters of either case", { entity: "SAMPLE/X" }, [5]],
    ["with letters that patterns use, taken as they are", { entity: "50%_a!" }, [4]],
    ["and no pattern of the asker's", { entity: "s%n" }, []],
    ["from an instant on, included", { from: "2022-02-03T00:00:00.000Z" }, [5, 4, 3]],
    ["until an instant, included", { until: "2022-02-02T00:00:00.000Z" }, [2, 1]],
    ["refused tries alone", { isRefused: true }, [4]],
    ["all at once", { actor: "wang", entity: "submission", until: "2022-02-03T23:00:00.000Z" }, [3]],
  ];
  test.each(questions)("is asked for %s", async (_, question, rows) => {
    await speak();
    const ids = (found: readonly { id: number }[]) => found.map(({ id }) => id);
    expect(ids(await findLatestAuditRows(opened.store, { ...question, limit: 9 }))).toEqual(rows);
    const ascending = await findSoughtAuditRows(opened.store, { ...question, after: 0, limit: 9 });
    expect(ids(ascending)).toEqual(rows.toReversed());
  });

  test("comes in pieces, downwards and upwards", async () => {
    await speak();
    const below = await findLatestAuditRows(opened.store, { before: 4, limit: 2 });
    expect(below.map(({ id, entity }) => [id, entity])).toEqual([
      [3, "submission:1"],
      [2, "submission:1"],
    ]);
    const after = await findSoughtAuditRows(opened.store, { actor: "li", after: 1, limit: 1 });
    expect(after.map(({ id }) => id)).toEqual([2]);
  });

  test("has an anchor: rows, hash and instant of the last; of an empty chain the hash that the first row follows", async () => {
    expect(await findAuditAnchor(opened.store)).toEqual({ rows: 0, hash: "0".repeat(64), at: null });
    await speak();
    const [, , , , last] = await findAuditRows(opened.store, 0, 9);
    expect(await findAuditAnchor(opened.store)).toEqual({ rows: 5, hash: last?.hash, at: "2022-02-04T00:00:00.000Z" });
  });

  test("is held against an anchor: the same, an earlier one, one of more rows, one of other rows", async () => {
    await speak();
    const rows = await findAuditRows(opened.store, 0, 9);
    const against = (of: number, hash = rows[of - 1]?.hash ?? "") =>
      findAuditChain(opened.store, { rows: of, hash }).then((chain) =>
        chain.isWhole ? "whole" : [chain.fault, chain.brokenAt],
      );
    expect(await against(5)).toBe("whole");
    expect(await against(2)).toBe("whole");
    expect(await against(7, "a".repeat(64))).toEqual(["missing", 6]);
    expect(await against(3, "a".repeat(64))).toEqual(["other", 3]);
  });

  test("is broken by a row that follows from nothing, though its own hash is right", async () => {
    const link = { revision: null, at: "2022-02-01T00:00:00.000Z", actor: "li", actorRole: "office" } as const;
    const row = (id: number, previousHash: string) => {
      const unsealed = { ...link, id, previousHash, action: "x", entity: "x", payload: "{}" };
      return { ...unsealed, hash: auditHash(unsealed) };
    };
    const first = row(1, "0".repeat(64));
    const chainOf = (...rows: readonly object[]) => {
      // A reader of these rows alone; that they are rows of the audit is how they are made.
      const pieces = [rows, []];
      return findAuditChain({ all: async <Row>() => (pieces.shift() ?? []) as Row[] });
    };
    const whole = row(2, first.hash);
    expect(await chainOf(first, whole)).toEqual({ isWhole: true, rows: 2, hash: whole.hash, at: link.at });
    expect(await chainOf(first, row(3, first.hash))).toEqual({ isWhole: false, fault: "broken", brokenAt: 3 });
    expect(await chainOf(first, row(2, "a".repeat(64)))).toEqual({ isWhole: false, fault: "broken", brokenAt: 2 });
    expect(await chainOf(first, { ...whole, actor: "wang" })).toEqual({ isWhole: false, fault: "broken", brokenAt: 2 });
  });

  test("a refused try beside an accepted write is no row of its revision", async () => {
    const refused = { revision: null, at: "2022-02-01T00:00:00.000Z", actor: "li", actorRole: "office" } as const;
    await accept(opened, (transaction) =>
      insertAuditRow(transaction, { ...refused, action: "refused", entity: "x", payload: {} }),
    );
    expect((await findAuditRows(opened.store, 0, 9)).map(({ revision }) => revision)).toEqual([null, 1]);
  });

  test("a row put before the first is seen", async () => {
    await speak();
    const hashes = `'${"0".repeat(64)}', '${"b".repeat(64)}'`;
    await opened.runRaw(
      `INSERT INTO audit_rows (id, revision, at, actor, actor_role, action, entity, payload, previous_hash, hash)
       VALUES (0, NULL, '2022-01-01T00:00:00.000Z', 'li', 'office', 'x', 'x', '{}', ${hashes})`,
    );
    expect(await findAuditChain(opened.store)).toEqual({ isWhole: false, fault: "broken", brokenAt: 0 });
  });

  test("what is kept of a plan's figures and targets is answered whole", async () => {
    planId = await loadSample(opened);
    const measure = "headline.above-scale-enterprises";
    const [target] = await findKeptTargetValues(opened.store, planId);
    expect(target).toMatchObject({ from: "2021-12", reason: null, revision: 1, actor: "system", stretchDigits: null });
    expect(await findKeptObservations(opened.store, planId)).toEqual([]);
    await observe(opened, { measureId: 1, month: "2022-03", entries: 5, note: "旁注" });
    await observe(opened, { measureId: 1, month: "2022-03", entries: 4, corrects: 1, reason: "重复" });
    expect(await findKeptObservations(opened.store, planId)).toEqual([
      expect.objectContaining({ measure, month: "2022-03", number: 1, entries: 5, note: "旁注", revision: 2 }),
      expect.objectContaining({ measure, month: "2022-03", number: 2, entries: 4, reason: "重复", revision: 3 }),
    ]);
  });
});
