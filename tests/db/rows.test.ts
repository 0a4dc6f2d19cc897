/** Answers taken apart: what a statement promises of its rows is held, and pairs of columns are whole or nothing. */
import { describe, expect, test } from "vitest";
import { decimalOf } from "../../db/src/queries/plan-content.ts";
import { countedRows, firstRow, groupedBy, insertedId, onlyRow, wholeOf } from "../../db/src/rows.ts";
import { textOf } from "../../db/src/texts.ts";

const answer = async <Row>(...rows: readonly Row[]) => rows;

describe("a statement of one row", () => {
  test("is answered by it", async () => {
    expect(await onlyRow(answer({ key: "a" }))).toEqual({ key: "a" });
    expect(await insertedId(answer({ id: 7 }))).toBe(7);
    expect(await countedRows(answer({ count: 0 }))).toBe(0);
  });

  test.each([
    [0, []],
    [2, [{ id: 1 }, { id: 2 }]],
  ])("that answers %i is a fault of ours", async (found, rows) => {
    await expect(onlyRow(answer(...rows))).rejects.toThrow(`a statement of one row answered ${found}`);
    await expect(insertedId(answer(...rows))).rejects.toThrow(/one row/);
  });
});

test("the first row is the first, and null where there is none", async () => {
  expect(await firstRow(answer("a", "b"))).toBe("a");
  expect(await firstRow(answer())).toBeNull();
});

test("rows by a key keep their order, and a key that none has has none", () => {
  const ofUnit = groupedBy(["a1", "b1", "a2"], (row) => row[0]);
  expect([ofUnit("a"), ofUnit("b"), ofUnit("c")]).toEqual([["a1", "a2"], ["b1"], []]);
});

test("columns that are stored together are whole, or nothing where one is null", () => {
  expect(wholeOf({ month: "2022-06", amount: 0 })).toEqual({ month: "2022-06", amount: 0 });
  expect(wholeOf({ month: null, amount: 0 })).toBeNull();
  expect(wholeOf({ month: "2022-06", amount: null })).toBeNull();
  expect(wholeOf({ month: null, amount: null })).toBeNull();
});

test("a text is of both languages or none, and a decimal of both numbers", () => {
  expect([textOf("户", "firms"), textOf("户", null), textOf(null, "firms"), textOf(null, null)]).toEqual([
    ...[{ zh: "户", en: "firms" }, null, null, null],
  ]);
  const zero = { digits: 0, decimals: 0 };
  expect([decimalOf(0, 0), decimalOf(0, null), decimalOf(null, 0), decimalOf(null, null)]).toEqual([
    ...[zero, null, null, null],
  ]);
});
