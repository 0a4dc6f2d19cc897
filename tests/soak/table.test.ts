/** The table of full sizes in the README is what results.json holds, and a lesser run does not hide a larger one. */
import { describe, expect, it } from "vitest";
import { readReadme, readRows, type SoakRow, withRow, withTable } from "./results.ts";

const row = (change: Partial<SoakRow>): SoakRow => ({
  ...{ promise: "R3", what: "kills", size: 10, full: 10_000, unit: "kills", seed: 7, isGood: true },
  ...{ found: "nothing", seconds: 1, day: "2026-11-23", machine: "here" },
  ...change,
});

describe("the table of full sizes", () => {
  it("is written from the results", () => {
    expect(withTable(readReadme(), readRows())).toBe(readReadme());
  });

  it("keeps the largest run that passed, and every failure", () => {
    const large = row({ size: 10_000 });
    expect(withRow([large], row({ size: 10 }))).toEqual([large]);
    const failed = row({ isGood: false, found: "lost" });
    expect(withRow([large], failed)).toEqual([failed]);
    expect(withRow([failed], large)).toEqual([large]);
    expect(withRow([large], row({ promise: "R10" })).map(({ promise }) => promise)).toEqual(["R3", "R10"]);
  });
});
