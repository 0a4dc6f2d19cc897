/** No text of a CSV file is ever taken for a formula, and no text or number is lost. TRUST S9. */
import { byteOrderMark, csvLine } from "@beizeng/server/exports/csv.ts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCsv } from "../helpers/read-csv.ts";

describe("a cell", () => {
  test.each([
    ["a formula", "=1+1", "'=1+1"],
    ["a plus", "+1", "'+1"],
    ["a minus in a text", "-1", "'-1"],
    ["an at sign", "@SUM(A1)", "'@SUM(A1)"],
    ["a tab", "\t=1", "'\t=1"],
    ["a carriage return", "\r=1", '"\'\r=1"'],
    ["a null character", "\0=1", "'\0=1"],
    ["a full-width equals sign", "＝1+1", "'＝1+1"],
    ["a full-width plus", "＋1", "'＋1"],
    ["a full-width minus", "－1", "'－1"],
    ["a full-width at sign", "＠x", "'＠x"],
    ["a sign that is not first", "新增=3", "新增=3"],
    ["a negative number, which stays one", -12.5, "-12.5"],
    ["a comma", "甲,乙", '"甲,乙"'],
    ["quotation marks", '他说"好"', '"他说""好"""'],
    ["nothing", null, ""],
  ])("%s", (_, cell, text) => {
    expect(csvLine([cell, 1])).toBe(`${text},1\r\n`);
  });
});

test("1,000 drawn texts and numbers come back as they were, but for the apostrophe before what looks like code", () => {
  const dangerous = fc
    .tuple(fc.constantFrom(..."=+-@\t\r\0＝＋－＠"), fc.string({ unit: "grapheme" }))
    .map((parts) => parts.join(""));
  const cell = fc.oneof(fc.string({ unit: "grapheme" }), dangerous, fc.integer(), fc.double({ noNaN: true }));
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1, maxLength: 6 }), (cells) => {
      const [row] = readCsv(byteOrderMark + csvLine(cells));
      expect(row?.length).toBe(cells.length);
      for (const [place, given] of cells.entries()) {
        const read = row?.[place] ?? "";
        if (typeof given === "number") expect(read).toBe(String(given));
        else {
          expect(read.replace(/^'(?=[=+\-@\t\r\0＝＋－＠])/, "")).toBe(given);
          expect(read).not.toMatch(/^[=+\-@\t\r\0＝＋－＠]/);
        }
      }
    }),
    { numRuns: 1000 },
  );
});
