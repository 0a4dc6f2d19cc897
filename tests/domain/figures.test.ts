import { achievedText, figureText, placesToTell, shortText, targetText } from "@beizeng/server/domain/figures.ts";
import { compare, fractionOf, ofNumber, ofScaled, toScaled, zero } from "@beizeng/server/domain/fraction.ts";
import type { AssessmentInput, Target } from "@beizeng/server/domain/model.ts";
import { assert, integer, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { aCurve, aMeasure, asking, aTarget, decimal, judged, observed } from "../helpers/judging.ts";

describe("a figure", () => {
  const rows: readonly (readonly [number, number, string])[] = [
    [0, 0, "0"],
    [999, 0, "999"],
    [1000, 0, "1,000"],
    [-1234567, 0, "−1,234,567"],
    [1234.5, 2, "1,234.50"],
    [0.05, 1, "0.1"],
    [100000.123, 3, "100,000.123"],
  ];
  it.each(rows)("%d with %d decimals reads %s", (value, decimals, text) => {
    expect(figureText(ofNumber(value), decimals)).toBe(text);
  });

  it("that is not there is a dash", () => {
    expect(figureText(null, 2)).toBe("—");
  });
});

describe("a short figure", () => {
  const rows: readonly (readonly [number, number, string])[] = [
    [1.5, 3, "1.5"],
    [15, 1, "15"],
    [10, 0, "10"],
    [1.25, 1, "1.3"],
    [1500, 2, "1,500"],
  ];
  it.each(rows)("%d with at most %d decimals reads %s", (value, decimals, text) => {
    expect(shortText(ofNumber(value), decimals)).toBe(text);
  });

  it("keeps the nought of what was rounded", () => {
    expect(shortText(fractionOf(2999n, 3000n), 2)).toBe("1.00");
  });
});

describe("two figures that differ", () => {
  const rows: readonly (readonly [number, number, number, number])[] = [
    [19.96, 20, 1, 2],
    [19.94, 20, 1, 1],
    [0.004, 0, 1, 3],
    [20, 20, 1, 1],
    [3, 2, 0, 0],
  ];
  it.each(rows)("%d beside %d with %d decimals takes %d", (value, other, decimals, places) => {
    expect(placesToTell(ofNumber(value), ofNumber(other), decimals)).toBe(places);
  });

  it("never read the same, down to twelve places", () => {
    assert(
      property(integer(), integer({ min: -3, max: 3 }), integer({ min: 0, max: 3 }), (digits, step, decimals) => {
        const [value, other] = [ofScaled(digits, 6), ofScaled(digits + step, 6)];
        const places = placesToTell(value, other, decimals);
        expect(toScaled(value, places) === toScaled(other, places)).toBe(compare(value, other) === 0);
      }),
    );
    expect(placesToTell(ofScaled(1, 14), zero, 0)).toBe(12);
  });
});

describe("an achieved value in a table", () => {
  const entries = (figures: Readonly<Record<string, number>>): Partial<AssessmentInput> => ({
    measure: aMeasure({ observations: observed("entries", figures) }),
  });
  const growth = {
    target: aTarget({ reading: "growth", value: 20 }),
    measure: aMeasure({
      opening: { month: "2021-12", amount: 10000, isImplied: false },
      observations: observed("stock", { "2022-09": 11996 }),
    }),
  } as const;
  const rows: readonly (readonly [string, Partial<AssessmentInput>, string, string])[] = [
    ["zero is a report", entries({ "2022-09": 0 }), "0", "0"],
    ["no report is not", entries({}), "未报", "not reported"],
    ["the last known value stays visible", entries({ "2022-08": 1200 }), "1,200", "1,200"],
    [
      "what cannot be formed is a dash",
      { ...entries({ "2022-09": 3 }), target: aTarget({ reading: "net" }) },
      "—",
      "—",
    ],
    ["19.96 is not 20", growth, "19.96", "19.96"],
  ];
  it.each(rows)("%s", (_, asked, zh, en) => {
    expect(achievedText(judged(asked))).toEqual({ zh, en });
  });

  it("what the statistics bureau has not confirmed is not 未报", () => {
    expect(achievedText(judged(entries({})), "statistics")).toEqual({ zh: "未核定", en: "not confirmed" });
    expect(achievedText(judged(entries({ "2022-09": 0 })), "statistics").zh).toBe("0");
  });
});

describe("a target in a table", () => {
  const rows: readonly (readonly [Partial<Target> & Parameters<typeof aTarget>[0], string, string])[] = [
    [{ comparator: ">=", value: 145 }, "≥145", "≥145"],
    [{ comparator: ">", value: 1000 }, ">1,000", ">1,000"],
    [{ comparator: "<=", direction: "falling", value: decimal(605, 1) }, "≤60.5", "≤60.5"],
    [{ comparator: "<", direction: "falling", value: 3 }, "<3", "<3"],
    [{ comparator: "=", value: 2 }, "2", "2"],
    [{ comparator: "range", value: 3, stretch: 5 }, "3—5", "3–5"],
    [{ reading: "done", comparator: "=", value: 1, curve: aCurve("none") }, "完成", "done"],
  ];
  it.each(rows)("%j", (known, zh, en) => {
    const target = aTarget(known);
    expect(targetText(target, judged(asking({ target })))).toEqual({ zh, en });
  });
});
