import { scheduleOf } from "@beizeng/server/domain/assess.ts";
import { isPaced, shareDue } from "@beizeng/server/domain/curve.ts";
import { ofNumber, toText } from "@beizeng/server/domain/fraction.ts";
import { houseEntryCalendar } from "@beizeng/server/domain/in-force.ts";
import type { Curve, Target } from "@beizeng/server/domain/model.ts";
import { type Month, monthsFrom } from "@beizeng/server/domain/month.ts";
import { type DatedTarget, dueAt, isDated, nearerTargets } from "@beizeng/server/domain/schedule.ts";
import { describe, expect, it } from "vitest";
import { aCurve, aMeasure, aTarget, decimal, exactly, judged, month, observed } from "../helpers/judging.ts";

function share(curve: Curve, from: Month, to: Month, at: Month): string | null {
  return isPaced(curve) ? exactly(shareDue(curve, { from, to }, at)) : null;
}

describe("a line", () => {
  const rows: readonly (readonly [Month, Month, Month, string])[] = [
    ["2021-12", "2022-12", "2022-11", "11/12"],
    ["2021-12", "2022-12", "2022-09", "3/4"],
    ["2021-12", "2025-12", "2024-06", "5/8"],
    ["2021-12", "2022-12", "2021-12", "0"],
    ["2021-12", "2022-12", "2021-06", "0"],
    ["2021-12", "2022-12", "2022-12", "1"],
    ["2021-12", "2022-12", "2023-06", "1"],
  ];
  it.each(rows)("from %s to %s has asked for %s by %s", (from, to, at, expected) => {
    expect(share(aCurve("linear"), from, to, at)).toBe(expected);
  });

  it("asks for 91.7 % of a year's target in November", () => {
    const curve = aCurve("linear");
    expect(isPaced(curve) && toText(shareDue(curve, { from: "2021-12", to: "2022-12" }, "2022-11"), 3)).toBe("0.917");
  });
});

describe("batches", () => {
  it("follow the house's table within one year", () => {
    const percents = [0, 10, 15, 20, 25, 30, 35, 40, 45, 50, 75, 100];
    expect(houseEntryCalendar.monthlyPercent).toEqual(percents);
    const shares = monthsFrom("2022-01", "2022-12").map((at) => share(aCurve("batch"), "2021-12", "2022-12", at));
    expect(shares).toEqual(["0", "1/10", "3/20", "1/5", "1/4", "3/10", "7/20", "2/5", "9/20", "1/2", "3/4", "1"]);
  });

  const rows: readonly (readonly [string, Curve, Month, Month, Month, string])[] = [
    ["each of four years weighs the same", aCurve("batch"), "2021-12", "2025-12", "2023-09", "29/80"],
    ["the end of the second of four years is half", aCurve("batch"), "2021-12", "2025-12", "2023-12", "1/2"],
    // From September (45) to December (100): 55 to come; November has brought 30 of them.
    ["a term within a year takes its part of the table", aCurve("batch"), "2022-09", "2022-12", "2022-11", "6/11"],
    // Weights 1 and 3: (1 + 3 × 0.5) of 4.
    [
      "years weigh as they are told",
      aCurve("batch", { yearWeights: { 2023: 3 } }),
      "2021-12",
      "2023-12",
      "2023-10",
      "5/8",
    ],
    [
      "an office's own table",
      aCurve("batch", { monthlyPercent: [5, 10, 12.5, 20, 30, 40, 50, 60, 70, 80, 90, 100] }),
      "2021-12",
      "2022-12",
      "2022-03",
      "1/8",
    ],
    [
      "what a table does not list is due in full",
      aCurve("batch", { monthlyPercent: [0, 50] }),
      "2021-12",
      "2022-12",
      "2022-06",
      "1",
    ],
    [
      "a term in which the table brings nothing is due at its end",
      aCurve("batch", { monthlyPercent: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 100] }),
      "2022-01",
      "2022-06",
      "2022-05",
      "0",
    ],
    [
      "and there in full",
      aCurve("batch", { monthlyPercent: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 100] }),
      "2022-01",
      "2022-06",
      "2022-06",
      "1",
    ],
  ];
  it.each(rows)("%s", (_, curve, from, to, at, expected) => {
    expect(share(curve, from, to, at)).toBe(expected);
  });
});

describe("a calendar that is set anew", () => {
  // By July it asks for 65 % of a year, by June it would have asked for 60; the house table asks for 30 by June.
  const percents = [5, 10, 25, 30, 40, 60, 65, 70, 75, 85, 95, 100];
  const curve = aCurve("batch", { calendars: [{ from: "2022-07", monthlyPercent: percents, yearWeights: null }] });

  it("makes what is due by each month from its first on, as though it had always held", () => {
    const asked = ["2022-06", "2022-07", "2022-11", "2022-12"] as const;
    expect(asked.map((at) => share(curve, "2021-12", "2022-12", at))).toEqual(["3/10", "13/20", "19/20", "1"]);
  });

  it("may ask for less than was due before: a schedule that is eased is eased from then", () => {
    const eased = aCurve("batch", {
      calendars: [{ from: "2022-07", monthlyPercent: [0, 0, 0, 0, 0, 0, 20, 25, 30, 40, 70, 100], yearWeights: null }],
    });
    expect(share(eased, "2021-12", "2022-12", "2022-06")).toBe("3/10");
    expect(share(eased, "2021-12", "2022-12", "2022-07")).toBe("1/5");
  });

  it("weighs the years of a target that spans the change from its first month on", () => {
    const weighed = aCurve("batch", {
      calendars: [{ from: "2023-01", monthlyPercent: percents, yearWeights: { 2023: 3 } }],
    });
    // House: 75 of 200, then 100 of 200; own: (100 + 3 × 60) of 400.
    const asked = ["2022-11", "2022-12", "2023-06", "2023-12"] as const;
    expect(asked.map((at) => share(weighed, "2021-12", "2023-12", at))).toEqual(["3/8", "1/2", "7/10", "1"]);
  });

  it("goes on from a nearer target that lies before the change", () => {
    // From June (where the new table has asked for 60) to December: 5 of 40 in July.
    expect(share(curve, "2022-06", "2022-12", "2022-07")).toBe("1/8");
  });

  it("of several from one month the last that was entered holds, in whatever order the months stand", () => {
    const table = (percent: number) => [0, 0, 0, 0, 0, 0, percent, 80, 85, 90, 95, 100];
    const several = aCurve("batch", {
      calendars: [
        { from: "2022-07", monthlyPercent: table(10), yearWeights: null },
        { from: "2022-09", monthlyPercent: table(20), yearWeights: null },
        { from: "2022-07", monthlyPercent: table(30), yearWeights: null },
      ],
    });
    expect(share(several, "2021-12", "2022-12", "2022-07")).toBe("3/10");
    expect(share(several, "2021-12", "2022-12", "2022-09")).toBe("17/20");
  });

  it("judges a value that is carried forward by the calendar of the month that it is from", () => {
    const target = aTarget({ value: 10, curve });
    const measure = aMeasure({ observations: observed("entries", { "2022-06": 3 }) });
    const calendar = { frequency: "quarter", firstPeriod: month("2022-03"), dueDay: 10 } as const;
    const known = { target, measure, calendar };
    const lights = (["2022-06", "2022-07", "2022-08"] as const).map((at) => {
      const { light, expected } = judged({ ...known, month: at });
      return [light, exactly(expected)];
    });
    expect(lights).toEqual([
      ["on-schedule", "3"],
      ["on-schedule", "3"],
      ["on-schedule", "3"],
    ]);
    const inJuly = aMeasure({ observations: observed("entries", { "2022-07": 3 }) });
    // 6.5 are due by July where 3 stand: 35 points.
    const seen = judged({ ...known, measure: inJuly, calendar: { ...calendar, frequency: "month" }, month: "2022-07" });
    expect([seen.light, exactly(seen.expected)]).toEqual(["far-behind", "13/2"]);
    const line = scheduleOf({ measure, target, siblings: [target] }, ["2022-06", "2022-07"]);
    expect(line.map(exactly)).toEqual(["3", "13/2"]);
  });
});

describe("a table of its own", () => {
  const points = [
    { month: month("2022-09"), percent: 60 },
    { month: month("2022-03"), percent: 20 },
    { month: month("2022-06"), percent: 40 },
  ];
  const curve = aCurve("custom", { points });
  const rows: readonly (readonly [Month, string])[] = [
    ["2022-02", "0"],
    ["2022-03", "1/5"],
    ["2022-05", "1/5"],
    ["2022-06", "2/5"],
    ["2022-11", "3/5"],
    ["2022-12", "1"],
  ];
  it.each(rows)("has asked in %s for %s", (at, expected) => {
    expect(share(curve, "2021-12", "2022-12", at)).toBe(expected);
  });

  it("goes on from a nearer target with what it still asks for", () => {
    // From March (20) on: (60 − 20) of the 80 that are left.
    expect(share(curve, "2022-03", "2022-12", "2022-10")).toBe("1/2");
  });

  it("without points asks for nothing before the end", () => {
    expect(share(aCurve("custom"), "2021-12", "2022-12", "2022-11")).toBe("0");
  });
});

it("knows a curve that waits", () => {
  expect(isPaced(aCurve("none"))).toBe(false);
});

const near = aTarget({ key: "near", value: 3 });
const far = aTarget({ key: "far", value: 80, deadline: "2025-12" });

function due(target: Target, siblings: readonly Target[], start: number, at: Month) {
  const value = target.revisions[0]?.value.digits ?? 0;
  if (!isDated(target) || !isPaced(target.curve)) {
    throw new Error("this target asks for nothing by a month");
  }
  const answer = dueAt(target, target.curve, nearerTargets(target, siblings), ofNumber(start), ofNumber(value), at);
  return { ...answer, expected: exactly(answer.expected), share: exactly(answer.share) };
}

describe("through nearer targets: 3 firms by 2022 and 80 by 2025 (食品工业)", () => {
  const rows: readonly (readonly [Month, string, string])[] = [
    ["2022-06", "3/2", "3/160"],
    ["2022-12", "3", "3/80"],
    // 3 + 77 × 12/36
    ["2023-12", "86/3", "43/120"],
    ["2025-12", "80", "1"],
  ];
  it.each(rows)("in %s %s firms are due", (at, expected, ofAll) => {
    expect(due(far, [near, far], 0, at)).toMatchObject({ expected, share: ofAll });
  });

  it("says which leg of the way it is", () => {
    const batch = { ...near, curve: aCurve("batch") };
    const middle = aTarget({ key: "middle", value: 20, deadline: "2023-12" });
    const siblings = [middle, batch, far];
    expect(due(far, siblings, 0, "2022-06").leg).toEqual({ curveKind: "batch", from: null, to: "2022-12" });
    expect(due(far, siblings, 0, "2023-06").leg).toEqual({ curveKind: "linear", from: "2022-12", to: "2023-12" });
    expect(due(far, siblings, 0, "2024-06").leg).toEqual({ curveKind: "linear", from: "2023-12", to: null });
    expect(due(near, siblings, 0, "2022-06").leg).toEqual({ curveKind: "linear", from: null, to: null });
    // 30 % of 3; then 3 + 17 × ½; then 20 + 60 × ¼
    expect(due(far, siblings, 0, "2022-06").expected).toBe("9/10");
    expect(due(far, siblings, 0, "2023-06").expected).toBe("23/2");
    expect(due(far, siblings, 0, "2024-06").expected).toBe("35");
  });

  it("asks each stretch by the value in force, and of a nearer target after its end by its last", () => {
    const revised = {
      ...near,
      revisions: [
        ...near.revisions,
        { from: month("2022-07"), value: decimal(6), stretch: null },
        { from: month("2023-01"), value: decimal(60), stretch: null },
      ],
    };
    expect(due(far, [revised], 0, "2022-06").expected).toBe("3/2");
    expect(due(far, [revised], 0, "2022-12").expected).toBe("6");
    // 6 + 74 × 12/36, whatever was written after the nearer deadline
    expect(due(far, [revised], 0, "2023-12").expected).toBe("92/3");
  });

  it("never asks back what was due, nor for more than the target", () => {
    expect(due(far, [{ ...near, ...aTarget({ value: 90 }) }], 0, "2023-12").expected).toBe("80");
    // A rising level that starts at 70: a nearer floor of 65 leaves it at 70 until then.
    const level = aTarget({ reading: "level", value: 80, deadline: "2025-12" });
    const floor = aTarget({ key: "floor", reading: "level", value: 65 });
    expect(due(level, [floor], 70, "2022-06").expected).toBe("70");
    expect(due(level, [floor], 70, "2024-06").expected).toBe("75");
  });

  it("leads down as it leads up", () => {
    const share = aTarget({ reading: "level", comparator: "<=", direction: "falling", value: 60, deadline: "2025-12" });
    const nearer = aTarget({ key: "near", reading: "level", comparator: "<=", direction: "falling", value: 68 });
    expect(due(share, [nearer], 70, "2022-06").expected).toBe("69");
    expect(due(share, [nearer], 70, "2024-06").expected).toBe("64");
    expect(due(share, [nearer], 70, "2024-06").share).toBe("3/5");
  });
});

describe("on the way to a target lie", () => {
  const rows: readonly (readonly [string, Partial<Target>, boolean])[] = [
    ["a nearer one", {}, true],
    ["a nearer one that waits, as a bar", { curve: aCurve("none") }, true],
    ["not one of the same deadline", { deadline: "2025-12" }, false],
    ["not a later one", { deadline: "2026-12" }, false],
    ["not a standing one", { deadline: null }, false],
    ["not one that came due before the way began", { deadline: "2021-12", origin: "2020-12" }, false],
    ["not one of another measure", { measure: "smes" }, false],
    ["not another reading", { reading: "net" }, false],
    ["not another direction", { direction: "falling" }, false],
    ["not one that counts from another origin", { origin: "2022-06" }, false],
  ];
  it.each(rows)("%s", (_, other, lies) => {
    expect(nearerTargets(far, [{ ...near, ...other }])).toHaveLength(lies ? 1 : 0);
  });

  it("what is measured absolutely, whatever it counts from", () => {
    const total: DatedTarget = { ...far, deadline: "2025-12", reading: "total" };
    expect(nearerTargets(total, [{ ...near, reading: "total", origin: "2020-12" }])).toHaveLength(1);
  });

  it("nothing for a standing target", () => {
    expect(nearerTargets({ ...far, deadline: null }, [near])).toEqual([]);
  });

  it("one at each deadline, in order: that of the same hardness, else the first", () => {
    const soft: Target = { ...near, key: "soft", hardness: "aspirational" };
    const middle = aTarget({ key: "middle", deadline: "2023-12" });
    const keys = (targets: readonly Target[]) => targets.map(({ key }) => key);
    expect(keys(nearerTargets(far, [middle, soft, near]))).toEqual(["near", "middle"]);
    expect(keys(nearerTargets(far, [near, soft]))).toEqual(["near"]);
    expect(keys(nearerTargets({ ...far, hardness: "aspirational" }, [near, soft]))).toEqual(["soft"]);
    expect(keys(nearerTargets(far, [soft, { ...soft, key: "softer" }]))).toEqual(["soft"]);
  });

  it("a nearer one that waits does not bend the way", () => {
    expect(due(far, [{ ...near, curve: aCurve("none") }], 0, "2022-12").expected).toBe("20");
  });
});
