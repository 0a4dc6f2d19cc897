import { assessHistory, scheduleOf } from "@beizeng/server/domain/assess.ts";
import { completionText } from "@beizeng/server/domain/completion.ts";
import type { AssessmentInput, Measure, Target } from "@beizeng/server/domain/model.ts";
import { monthsFrom } from "@beizeng/server/domain/month.ts";
import { describe, expect, it } from "vitest";
import {
  aCurve,
  aMeasure,
  asking,
  aTarget,
  decimal,
  exactly,
  judged,
  month,
  observed,
  seen,
} from "../helpers/judging.ts";

/** The figures of a judgement that a person works out. */
function figures(asked: Partial<AssessmentInput>) {
  const { start, achieved, expected, scheduleShare, gap, gapPercent, remaining, completion, ...rest } = judged(asked);
  return {
    ...rest,
    start: exactly(start),
    achieved: exactly(achieved),
    expected: exactly(expected),
    share: exactly(scheduleShare),
    gap: exactly(gap),
    gapPercent: exactly(gapPercent),
    remaining: exactly(remaining),
    completion: exactly(completion),
  };
}

describe("two new firms by the end of 2022 on a line (高平, 装备制造)", () => {
  const measure = aMeasure({ observations: observed("entries", { "2022-09": 1, "2022-10": 1, "2022-12": 2 }) });

  it("is on schedule in September with half a firm lacking", () => {
    expect(figures({ measure })).toMatchObject({
      ...{ target: "new-2022", month: "2022-09", judgedMonth: "2022-09", latestPeriod: "2022-09" },
      ...{
        isReported: true,
        isCarriedForward: false,
        isCorrected: false,
        decimals: 0,
        unit: { zh: "户", en: "firms" },
      },
      ...{ start: "0", achieved: "1", expected: "3/2", share: "3/4", gap: "1/2", gapPercent: "25", remaining: "1" },
      ...{ completion: "1/2", completionBasis: "increment", isMet: false, isStretchMet: null },
      ...{ light: "on-schedule", cause: "under-one-unit", metLateAt: null, rule: null, curveKind: "linear" },
      ...{ leg: { curveKind: "linear", from: null, to: null }, bar: null, barDeadline: null, rollUp: null },
    });
  });

  it("is behind from October", () => {
    expect(figures({ measure, month: "2022-10" })).toMatchObject({ expected: "5/3", gap: "2/3", light: "behind" });
  });

  it("is 75 points and far behind with none in September", () => {
    const none = aMeasure({ observations: observed("entries", { "2022-09": 0 }) });
    expect(figures({ measure: none })).toMatchObject({ gapPercent: "75", light: "far-behind", completion: "0" });
  });

  it("keeps its last value in sight when a month is not reported", () => {
    expect(figures({ measure, month: "2022-11" })).toMatchObject({
      ...{ judgedMonth: "2022-10", latestPeriod: "2022-11", isReported: false, isCarriedForward: true },
      // What was due in October, from which the value is.
      ...{ achieved: "1", expected: "5/3", light: "unreported" },
    });
  });

  it("stays what it was at the deadline", () => {
    expect(figures({ measure, month: "2024-05" })).toMatchObject({
      ...{ month: "2024-05", judgedMonth: "2022-12", latestPeriod: "2022-12", isCarriedForward: false },
      ...{ achieved: "2", expected: "2", remaining: "0", light: "met" },
    });
  });
});

describe("one measure, four targets (吕梁 headline)", () => {
  const curve = aCurve("batch");
  const byNew = aTarget({ key: "new", value: 145, curve });
  const byNet = aTarget({ key: "net", reading: "net", value: 120, curve });
  const byTotal = aTarget({ key: "total", reading: "total", value: 733, curve });
  const beyond = aTarget({ key: "beyond", reading: "total", comparator: ">", value: 1000, deadline: "2025-12", curve });
  const siblings = [byNew, byNet, byTotal, beyond];
  const measure = aMeasure({
    opening: { month: "2021-12", amount: 588, isImplied: true },
    observations: [
      seen("2022-09", { entries: 120, exits: 10 }),
      seen("2022-12", { entries: 145, exits: 0 }),
      seen("2025-12", { entries: 512, exits: 100 }),
    ],
  });

  const rows: readonly (readonly [string, Target, Partial<ReturnType<typeof figures>>])[] = [
    // September: 45 % of the year is due.
    ["new", byNew, { achieved: "120", expected: "261/4", completion: "24/29", light: "on-schedule", remaining: "25" }],
    ["net", byNet, { achieved: "110", expected: "54", completion: "11/12", light: "on-schedule", remaining: "10" }],
    ["total", byTotal, { start: "588", achieved: "698", expected: "2613/4", completion: "22/29", remaining: "35" }],
    // The way to 1,000 leads through 733, so that in September as much is due of it: 65.25 of 412.
    [
      "beyond 1,000",
      beyond,
      { start: "588", expected: "2613/4", share: "261/1648", completion: "55/206", light: "on-schedule" },
    ],
  ];
  it.each(rows)("%s in September 2022", (_, target, expected) => {
    expect(figures({ measure, target, siblings })).toMatchObject(expected);
  });

  it("reaches 733 and with it its place on the way to more than 1,000", () => {
    expect(figures({ measure, target: byTotal, siblings, month: "2022-12" })).toMatchObject({
      achieved: "733",
      light: "met",
    });
    expect(figures({ measure, target: beyond, siblings, month: "2022-12" })).toMatchObject({
      ...{ expected: "733", gap: "0", light: "on-schedule", leg: { curveKind: "batch", from: null, to: "2022-12" } },
    });
  });

  it("misses more than 1,000 by exactly 1,000, and reads 100.0% all the same", () => {
    const answer = judged({ measure, target: beyond, siblings, month: "2025-12" });
    expect(answer).toMatchObject({ light: "missed", isMet: false });
    expect([completionText(answer.completion), exactly(answer.remaining)]).toEqual(["100.0%", "0"]);
  });
});

describe("other readings and comparators", () => {
  it("takes a falling share half-way at 65 on its way from 70 to 60", () => {
    const target = aTarget({ reading: "level", comparator: "<=", direction: "falling", value: decimal(600, 1) });
    const measure = aMeasure({
      ...{ nature: "level", unit: { zh: "%", en: "%" }, decimals: 1, isIndivisible: false },
      observations: observed("amount", { "2021-12": 700, "2022-03": 700, "2022-06": 650, "2022-09": 650 }),
    });
    expect(figures({ measure, target, month: "2022-06" })).toMatchObject({
      completion: "1/2",
      gap: "0",
      light: "on-schedule",
    });
    expect(figures({ measure, target })).toMatchObject({
      ...{ start: "70", expected: "125/2", gap: "5/2", gapPercent: "25", remaining: "5", light: "far-behind" },
    });
    expect(figures({ measure, target, month: "2022-03" })).toMatchObject({ completion: "0", gap: "5/2" });
  });

  it("shows growth in percent with a decimal", () => {
    const measure = aMeasure({
      opening: { month: "2021-12", amount: 500, isImplied: false },
      observations: observed("stock", { "2022-06": 550 }),
    });
    const target = aTarget({ reading: "growth", value: 20 });
    expect(figures({ measure, target, month: "2022-06" })).toMatchObject({
      ...{ achieved: "10", expected: "10", decimals: 1, unit: { zh: "%", en: "%" }, completion: "1/2" },
    });
    expect(judged({ measure, target: aTarget({ reading: "growth", value: decimal(1525, 2) }) }).decimals).toBe(2);
  });

  it("is met at the lower end of a range and knows the upper", () => {
    const target = aTarget({ comparator: "range", value: 3, stretch: 5, deadline: "2022-09" });
    const reached = (entries: number) =>
      judged({ target, measure: aMeasure({ observations: observed("entries", { "2022-09": entries }) }) });
    expect(reached(3)).toMatchObject({ isMet: true, isStretchMet: false, stretch: { digits: 5, decimals: 0 } });
    expect(reached(5)).toMatchObject({ isMet: true, isStretchMet: true });
    expect(judged({ target })).toMatchObject({ isMet: null, isStretchMet: null });
  });

  it("takes completion over the whole value where the start is unknown (按总量)", () => {
    const target = aTarget({ reading: "total", value: 25 });
    const measure = aMeasure({ observations: observed("stock", { "2022-09": 10 }) });
    expect(figures({ measure, target })).toMatchObject({
      ...{ start: null, completion: "2/5", completionBasis: "whole", expected: null, share: null, light: "not-due" },
    });
    expect(
      figures({ measure: aMeasure({ observations: observed("stock", { "2022-12": 20 }) }), target, month: "2022-12" }),
    ).toMatchObject({
      // Past its deadline it is held against the target itself: 5 of 25.
      ...{ light: "missed", gap: "5", gapPercent: "20" },
    });
  });

  it("holds a start that is at the target already against the target", () => {
    const target = aTarget({ reading: "level", value: 60 });
    const kept = (amount: number) =>
      figures({
        target,
        measure: aMeasure({ nature: "level", observations: observed("amount", { "2021-12": 70, "2022-09": amount }) }),
      });
    expect(kept(61)).toMatchObject({ expected: "60", share: null, completion: null, gap: "-1", light: "on-schedule" });
    expect(kept(54)).toMatchObject({ gap: "6", gapPercent: "10", light: "behind" });
  });

  it("marks what stands by a correction", () => {
    const observations = [seen("2022-09", { entries: 1, isCorrected: true })];
    expect(judged({ measure: aMeasure({ observations }) }).isCorrected).toBe(true);
  });

  it("takes no value from before the origin", () => {
    const target = aTarget({ origin: "2022-06" });
    const measure = aMeasure({ observations: observed("entries", { "2022-03": 5 }) });
    const early = aTarget({ origin: "2021-12" });
    expect(judged({ target, siblings: [early, target], measure, month: "2022-08" })).toMatchObject({
      judgedMonth: null,
      achieved: null,
    });
  });
});

describe("horizons nest", () => {
  it("counts within the five years what counted in the first", () => {
    const year = aTarget({ key: "year", value: 15 });
    const years = aTarget({ key: "years", value: 50, deadline: "2025-12" });
    const measure = aMeasure({ observations: observed("entries", { "2022-12": 12 }) });
    const [first, all] = [year, years].map((target) =>
      judged({ target, siblings: [year, years], measure, month: "2022-12" }),
    );
    expect([exactly(first?.achieved ?? null), exactly(all?.achieved ?? null)]).toEqual(["12", "12"]);
  });
});

describe("what changes does not change the past", () => {
  const revised: Target = {
    ...aTarget({ value: 145 }),
    revisions: [
      { from: month("2021-12"), value: decimal(145), stretch: null },
      { from: month("2022-07"), value: decimal(130), stretch: null },
      { from: month("2023-01"), value: decimal(100), stretch: null },
    ],
  };
  const entries = { "2022-03": 30, "2022-06": 70, "2022-09": 90, "2022-12": 120 };
  const measure: Measure = aMeasure({ observations: observed("entries", entries) });

  it("judges each month by the target in force, and for good by that of the deadline", () => {
    const values = assessHistory(asking({ target: revised, measure }), ["2022-06", "2022-07", "2022-12", "2023-06"]);
    expect(values.map(({ targetValue }) => targetValue.digits)).toEqual([145, 130, 130, 130]);
    // June: 72.5 of 145 were due, 70 are there.
    expect(values.map(({ light }) => light)).toEqual(["behind", "unreported", "missed", "missed"]);
  });

  it("leaves every month before a revision as it was", () => {
    const before = { ...revised, revisions: revised.revisions.slice(0, 1) };
    const months = monthsFrom("2022-01", "2022-06");
    expect(assessHistory(asking({ target: revised, measure }), months)).toEqual(
      assessHistory(asking({ target: before, measure }), months),
    );
  });

  it("judges before the first value by it, and refuses a target without any", () => {
    const late = aTarget({ value: 9 });
    const from = { ...late, revisions: late.revisions.map((revision) => ({ ...revision, from: month("2022-06") })) };
    expect(judged({ target: from, month: "2022-03" }).targetValue).toEqual(decimal(9));
    expect(() => judged({ target: { ...late, revisions: [] } })).toThrow("target new-2022 has no value");
  });
});

describe("the line of a schedule", () => {
  it("goes through the nearer target and on to the end", () => {
    const near = aTarget({ value: 3 });
    const far = aTarget({ key: "far", value: 80, deadline: "2025-12" });
    const months = ["2021-12", "2022-06", "2022-12", "2023-12", "2025-12", "2026-06"] as const;
    const line = scheduleOf(asking({ target: far, siblings: [near, far] }), months);
    expect(line.map(exactly)).toEqual(["0", "3/2", "3", "86/3", "80", "80"]);
  });

  it("is not there for what is not pro-rated, and level for what is at its target", () => {
    const standing = aTarget({ deadline: null });
    expect(scheduleOf(asking({ target: standing }), ["2022-06"])).toEqual([null]);
    const level = aTarget({ reading: "level", value: 60 });
    const measure = aMeasure({ nature: "level", observations: observed("amount", { "2021-12": 70 }) });
    expect(scheduleOf(asking({ target: level, measure }), ["2022-06"]).map(exactly)).toEqual(["60"]);
  });
});
