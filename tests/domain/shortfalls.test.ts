import { fractionOf, ofNumber } from "@beizeng/server/domain/fraction.ts";
import { rankShortfalls, shortfallOf } from "@beizeng/server/domain/shortfalls.ts";
import { describe, expect, it } from "vitest";
import { exactly } from "../helpers/judging.ts";

describe("what a target lacks", () => {
  const [gap, remaining] = [ofNumber(3), ofNumber(8)];
  it.each([
    ["behind", "3"],
    ["far-behind", "3"],
    // What was missed lacks the target itself, no longer a schedule.
    ["missed", "8"],
    ["on-schedule", null],
    ["met", null],
    ["unreported", null],
    ["not-due", null],
    [null, null],
  ] as const)("%s: %s", (light, lacking) => {
    const answer = shortfallOf({ light, gap, remaining });
    expect(answer === null ? null : exactly(answer)).toBe(lacking);
  });
});

describe("the ranking", () => {
  it("puts the largest first, leaves out what lacks nothing, and sums exactly", () => {
    const { total, ranked } = rankShortfalls([
      { entry: "a", shortfall: fractionOf(1n, 2n) },
      { entry: "b", shortfall: ofNumber(0) },
      { entry: "c", shortfall: ofNumber(2) },
      { entry: "d", shortfall: null },
      { entry: "e", shortfall: fractionOf(1n, 2n) },
      { entry: "f", shortfall: ofNumber(-1) },
    ]);
    // 2 + ½ + ½ = 3: two thirds, then a sixth each.
    expect(exactly(total)).toBe("3");
    expect(ranked.map(({ entry, share, cumulative }) => [entry, exactly(share), exactly(cumulative)])).toEqual([
      ["c", "2/3", "2/3"],
      ["a", "1/6", "5/6"],
      ["e", "1/6", "1"],
    ]);
  });

  it("of nothing is nothing", () => {
    const { total, ranked } = rankShortfalls([{ entry: "a", shortfall: null }]);
    expect([exactly(total), ranked]).toEqual(["0", []]);
  });
});
