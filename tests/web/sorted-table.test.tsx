// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it, test } from "vitest";
import { FigureTable } from "../../web/src/components/figure-table.tsx";
import { sortedRows } from "../../web/src/lib/sorted-rows.ts";

afterEach(cleanup);

test.each([
  ["numbers by what they are, not by how they read", [9, 100, -3], "ascending", [-3, 9, 100]],
  ["the other way about", [9, 100, -3], "descending", [100, 9, -3]],
  ["what is not there last", [null, 2, null, 1], "ascending", [1, 2, null, null]],
  ["what is not there last the other way about too", [null, 2, null, 1], "descending", [2, 1, null, null]],
  ["months by time", ["2023-01", "2022-12", "2022-02"], "ascending", ["2022-02", "2022-12", "2023-01"]],
] as const)("sorts %s", (_, values, direction, expected) => {
  expect(sortedRows<number | string | null>(values, (value) => value, direction)).toEqual(expected);
});

test("equals keep the order in which they came, in both directions", () => {
  const rows = [
    { name: "甲", gap: 1 },
    { name: "乙", gap: 2 },
    { name: "丙", gap: 1 },
  ];
  const named = (direction: "ascending" | "descending") =>
    sortedRows(rows, ({ gap }) => gap, direction).map(({ name }) => name);
  expect(named("ascending")).toEqual(["甲", "丙", "乙"]);
  expect(named("descending")).toEqual(["乙", "甲", "丙"]);
});

describe("a table whose headings sort", () => {
  const rows = [
    { name: "钢铁", gap: 2 },
    { name: "食品", gap: 30 },
    { name: "文旅", gap: null },
  ];
  const draw = () =>
    render(
      <FigureTable
        caption="各链"
        rows={rows}
        keyOf={({ name }) => name}
        columns={[
          { key: "name", heading: "产业链", cell: ({ name }) => name },
          { key: "gap", heading: "差距", isFigure: true, cell: ({ gap }) => gap ?? "—", value: ({ gap }) => gap },
        ]}
      />,
    );
  const names = () => screen.getAllByRole("rowheader").map((cell) => cell.textContent);
  const heading = () => screen.getByRole("columnheader", { name: "差距" });

  it("sorts figures the largest first, then the smallest, then as they were given", () => {
    draw();
    const press = () => fireEvent.click(screen.getByRole("button", { name: "差距" }));
    expect([names(), heading().getAttribute("aria-sort")]).toEqual([["钢铁", "食品", "文旅"], "none"]);
    press();
    expect([names(), heading().getAttribute("aria-sort")]).toEqual([["食品", "钢铁", "文旅"], "descending"]);
    press();
    expect([names(), heading().getAttribute("aria-sort")]).toEqual([["钢铁", "食品", "文旅"], "ascending"]);
    press();
    expect([names(), heading().getAttribute("aria-sort")]).toEqual([["钢铁", "食品", "文旅"], "none"]);
  });

  it("has a button only where there is something to sort by", () => {
    draw();
    expect(screen.getAllByRole("button")).toHaveLength(1);
    expect(screen.getByRole("columnheader", { name: "产业链" }).hasAttribute("aria-sort")).toBe(false);
  });
});
