import type { Comparator, Direction, Reading } from "@beizeng/db/vocabulary";
import { completionOf, completionText, hasReached, isTargetMet, leadsTo } from "@beizeng/server/domain/completion.ts";
import { compare, type Fraction, fractionOf, ofScaled, one, sign, toScaled } from "@beizeng/server/domain/fraction.ts";
import { assert, bigInt, property, tuple } from "fast-check";
import { describe, expect, it } from "vitest";
import { exactly } from "../helpers/judging.ts";

const of = (value: number | null) => (value === null ? null : ofScaled(Math.round(value * 10), 1));
const at = (value: number) => ofScaled(Math.round(value * 10), 1);

describe("met", () => {
  const rows: readonly (readonly [Comparator, Direction, number, number, boolean])[] = [
    [">=", "rising", 1.9, 2, false],
    [">=", "rising", 2, 2, true],
    [">", "rising", 6.8, 6.8, false],
    [">", "rising", 6.9, 6.8, true],
    ["<=", "falling", 60, 60, true],
    ["<=", "falling", 60.1, 60, false],
    ["<", "falling", 60, 60, false],
    ["<", "falling", 59.9, 60, true],
    ["=", "rising", 3, 2, true],
    ["=", "rising", 2, 2, true],
    ["=", "rising", 1, 2, false],
    ["=", "falling", 1, 2, true],
    ["=", "falling", 2, 2, true],
    ["=", "falling", 3, 2, false],
    ["range", "rising", 3, 3, true],
    ["range", "rising", 2, 3, false],
    ["range", "falling", 2, 3, true],
  ];
  it.each(rows)("%s, %s: %d against %d is %s", (comparator, direction, achieved, value, met) => {
    expect(isTargetMet(comparator, direction, at(achieved), at(value))).toBe(met);
  });

  it("knows which way a direction leads", () => {
    expect([
      leadsTo("rising", at(1), at(2)),
      leadsTo("rising", at(2), at(2)),
      leadsTo("falling", at(2), at(1)),
    ]).toEqual([true, false, true]);
    expect([hasReached("rising", at(2), at(2)), hasReached("falling", at(3), at(2))]).toEqual([true, false]);
  });
});

describe("completion", () => {
  type Row = readonly [string, Reading, Direction, number | null, number | null, number, string | null, string];
  const rows: readonly Row[] = [
    ["1 of 2 firms", "new", "rising", 0, 1, 2, "1/2", "increment"],
    ["a share that falls from 70 to 60 and stands at 65", "level", "falling", 70, 65, 60, "1/2", "increment"],
    ["the same below its start", "level", "falling", 70, 72, 60, "-1/5", "increment"],
    ["588 to 733, standing at 698", "total", "rising", 588, 698, 733, "22/29", "increment"],
    ["below the start", "net", "rising", 0, -3, 120, "-1/40", "increment"],
    ["exceeded", "new", "rising", 0, 3, 2, "3/2", "increment"],
    ["no value", "new", "rising", 0, null, 2, null, "increment"],
    ["start at the target", "level", "rising", 60, 61, 60, null, "met-only"],
    ["start beyond the target, which is a floor", "level", "rising", 70, 65, 60, null, "met-only"],
    ["start below a ceiling", "level", "falling", 50, 55, 60, null, "met-only"],
    ["unknown start, rising (按总量)", "total", "rising", null, 750, 1000, "3/4", "whole"],
    ["unknown start, rising, no value", "level", "rising", null, null, 1000, null, "whole"],
    ["unknown start, falling", "level", "falling", null, 65, 60, null, "met-only"],
    ["unknown start, target 0", "level", "rising", null, 65, 0, null, "met-only"],
    ["a rate, rising", "rate", "rising", null, 48, 96, "1/2", "increment"],
    ["a rate, falling", "rate", "falling", null, 48, 30, null, "met-only"],
    ["an annual growth, rising", "annual-growth", "rising", null, 6, 8, "3/4", "increment"],
    ["an annual growth, falling", "annual-growth", "falling", null, 6, 8, null, "met-only"],
    ["a rate that may fall by at most 5", "rate", "rising", null, -4, -5, null, "met-only"],
    ["a milestone not reached", "done", "rising", 0, 0, 1, "0", "increment"],
    ["a milestone reached", "done", "rising", 0, 1, 1, "1", "increment"],
    ["a gain that goes down", "gain", "falling", 0, -5, -10, "1/2", "increment"],
  ];
  it.each(rows)("%s", (_, reading, direction, start, achieved, value, completion, basis) => {
    const answer = completionOf(reading, direction, of(start), of(achieved), at(value));
    expect([exactly(answer.completion), answer.basis]).toEqual([completion, basis]);
  });

  it("grows with what is achieved, in either direction", () => {
    const figures = tuple(bigInt(-1000n, 1000n), bigInt(-1000n, 1000n), bigInt(-1000n, 1000n), bigInt(1n, 1000n));
    assert(
      property(figures, ([start, value, achieved, more]) => {
        const direction = value > start ? "rising" : "falling";
        const step = direction === "rising" ? more : -more;
        const completion = (figure: bigint) =>
          completionOf("level", direction, fractionOf(start, 1n), fractionOf(figure, 1n), fractionOf(value, 1n))
            .completion;
        const [before, after] = [completion(achieved), completion(achieved + step)];
        if (before === null || after === null) {
          expect(start).toBe(value);
        } else {
          expect(compare(before, after)).toBe(-1);
        }
      }),
    );
  });
});

describe("the text of a completion", () => {
  const rows: readonly (readonly [string, Fraction | null, string])[] = [
    ["none", null, "—"],
    ["nothing", fractionOf(0n, 7n), "0.0%"],
    ["a half", fractionOf(1n, 2n), "50.0%"],
    ["11 of 15", fractionOf(11n, 15n), "73.3%"],
    ["all", fractionOf(6n, 6n), "100.0%"],
    ["1,999 of 2,000", fractionOf(1999n, 2000n), "99.9%"],
    ["9,994 of 10,000", fractionOf(9994n, 10000n), "99.9%"],
    ["1 of 3,000", fractionOf(1n, 3000n), "0.1%"],
    ["below the start by next to nothing", fractionOf(-1n, 3000n), "−0.1%"],
    ["below the start", fractionOf(-1n, 4n), "−25.0%"],
    ["half-up", fractionOf(1n, 16n), "6.3%"],
    ["half-up below the start", fractionOf(-1n, 16n), "−6.3%"],
    ["exceeded by next to nothing", fractionOf(2001n, 2000n), "100.1%"],
    ["exceeded by less", fractionOf(20001n, 20000n), "100.0%"],
    ["fourfold", fractionOf(4n, 1n), "400.0%"],
  ];
  it.each(rows)("of %s", (_, completion, text) => {
    expect(completionText(completion)).toBe(text);
  });

  it("never lies", () => {
    assert(
      property(bigInt(-3000n, 30000n), bigInt(1n, 20000n), (top, bottom) => {
        const completion = fractionOf(top, bottom);
        const text = completionText(completion);
        expect(text === "100.0%").toBe(compare(completion, one) >= 0 && toScaled(completion, 3) === 1000n);
        expect(text === "0.0%").toBe(sign(completion) === 0);
        expect(text.startsWith("−")).toBe(sign(completion) < 0);
        expect(text).not.toBe("−0.0%");
      }),
    );
  });
});
