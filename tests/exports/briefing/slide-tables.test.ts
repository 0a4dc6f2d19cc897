/** Tables on slides: nothing stands below its slide, and the slides of one table are about as full as each other. */
import { contentFrame, tableSlides } from "@beizeng/server/exports/briefing/slide-tables.ts";
import { expect, test } from "vitest";

const columns = [
  { heading: "事项", share: 1 },
  { heading: "依据", share: 3 },
];
const rowsOn = (texts: readonly string[]) =>
  tableSlides("滞后", "来源", { name: "表", columns, rows: texts.map((text) => ["钢铁", text]) }).map(
    ({ title, shapes }) => {
      const [table] = shapes;
      if (table?.kind !== "table") throw new Error("a slide of a table has a table");
      expect(table.frame.height).toBeLessThanOrEqual(contentFrame.height);
      expect(table.heights?.reduce((sum, height) => sum + height, 0)).toBeCloseTo(table.frame.height, 6);
      return { title, rows: table.rows.length };
    },
  );

test("a table that fits stands on one slide, without a number", () => {
  expect(rowsOn(Array.from({ length: 12 }, () => "差2户"))).toEqual([{ title: "滞后", rows: 12 }]);
  expect(rowsOn([])).toEqual([]);
});

test("one that does not is shared out evenly, in its order", () => {
  // A row of one line is 8.6 mm: the heading and 13 of them are what a slide of 126 mm bears.
  expect(rowsOn(Array.from({ length: 14 }, () => "差2户"))).toEqual([
    { title: "滞后（1/2）", rows: 7 },
    { title: "滞后（2/2）", rows: 7 },
  ]);
});

test("a long text makes its row higher, so that fewer stand on a slide", () => {
  // 308 mm × 3/4 less the cell's edges bears 53 characters of 12 points: 120 of them are three lines.
  const long = "差".repeat(120);
  expect(rowsOn(Array.from({ length: 6 }, () => long)).map(({ rows }) => rows)).toEqual([3, 3]);
});
