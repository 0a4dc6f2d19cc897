import type { Light } from "@beizeng/db/vocabulary";
import { fractionOf, ofNumber } from "@beizeng/server/domain/fraction.ts";
import { type Coverage, decideLight, isTolerated, type Lag, type LightFacts } from "@beizeng/server/domain/light.ts";
import { countLights, worstLight } from "@beizeng/server/domain/lights.ts";
import type { Assessment, AssessmentInput, LightCause, LightRule, RolledUp } from "@beizeng/server/domain/model.ts";
import { assert, boolean, constantFrom, integer, option, property, record } from "fast-check";
import { describe, expect, it } from "vitest";
import { aCurve, aMeasure, aTarget, decimal, exactly, judged, observed, seen } from "../helpers/judging.ts";

type Row = readonly [string, Partial<AssessmentInput>, Light | null, LightCause];

/** A level of 1 decimal that is to rise from 0 to 10 within 2022 on a line; 5 is due in June. */
function gain(tenths: number, known: Partial<AssessmentInput> = {}): Partial<AssessmentInput> {
  const target = aTarget({ reading: "gain", value: 10 });
  const opening = { month: "2021-12", amount: 0, isImplied: false } as const;
  const observations = observed("amount", { "2022-06": tenths });
  const measure = aMeasure({ nature: "level", decimals: 1, isIndivisible: false, opening, observations });
  return { target, measure, month: "2022-06", ...known };
}

/** A rate that is to be at least 80 at all times. */
function rate(amount: number, known: Parameters<typeof aTarget>[0] = {}): Partial<AssessmentInput> {
  const measure = aMeasure({ nature: "rate", observations: observed("amount", { "2022-09": amount }) });
  return { measure, target: aTarget({ reading: "rate", value: 80, curve: aCurve("none"), ...known }) };
}

function firms(
  entries: Readonly<Record<string, number>>,
  known: Partial<AssessmentInput> = {},
): Partial<AssessmentInput> {
  return { measure: aMeasure({ observations: observed("entries", entries) }), ...known };
}

const byQuarter = { frequency: "quarter", firstPeriod: "2022-03", dueDay: 10 } as const;
const net = aTarget({ reading: "net", value: 4 });
const milestone = aTarget({ reading: "done", comparator: "=", value: 1, curve: aCurve("none") });

function done(amounts: Readonly<Record<string, number>>): Partial<AssessmentInput> {
  return { target: milestone, measure: aMeasure({ nature: "milestone", observations: observed("amount", amounts) }) };
}

function netOf(...figures: readonly (readonly [string, number, number])[]) {
  return aMeasure({ observations: figures.map(([month, entries, exits]) => seen(month, { entries, exits })) });
}

const parts: RolledUp = {
  achieved: ofNumber(2),
  judgedMonth: "2022-09",
  partsReported: 2,
  parts: 2,
  allocated: ofNumber(2),
  unallocated: ofNumber(0),
};

const rows: readonly Row[] = [
  [
    "before the first quarter has ended",
    firms({ "2022-02": 1 }, { month: "2022-02", calendar: byQuarter }),
    null,
    "before-first-period",
  ],
  ["at the origin", firms({ "2021-12": 0 }, { month: "2021-12" }), null, "before-first-period"],
  ["exits are not known", firms({ "2022-09": 2 }, { target: net }), null, "not-formed"],
  [
    "exits have become unknown",
    {
      target: net,
      measure: aMeasure({ observations: [seen("2022-06", { entries: 3, exits: 1 }), seen("2022-09", { entries: 4 })] }),
    },
    null,
    "not-formed",
  ],
  ["no observation at all", firms({}), "unreported", "no-report"],
  ["the last observation is of the month before", firms({ "2022-08": 1 }), "unreported", "no-report"],
  [
    "met last quarter, not reported in this one",
    firms({ "2022-06": 2 }, { calendar: byQuarter }),
    "unreported",
    "no-report",
  ],
  ["never reported up to the deadline", firms({ "2023-03": 2 }, { month: "2023-06" }), "unreported", "no-report"],
  [
    "the quarter is reported, its months after it are not due",
    firms({ "2022-06": 1 }, { month: "2022-08", calendar: byQuarter }),
    "on-schedule",
    "no-gap",
  ],
  [
    "a month within the quarter serves as its report",
    firms({ "2022-11": 1 }, { month: "2022-11", calendar: byQuarter }),
    "behind",
    "under-one-unit-near-deadline",
  ],
  ["new firms stay new", firms({ "2022-09": 2 }), "met", "met-for-good"],
  [
    "a tally stays",
    {
      target: aTarget({ reading: "cumulative" }),
      measure: aMeasure({ nature: "tally", observations: observed("amount", { "2022-09": 5 }) }),
    },
    "met",
    "met-for-good",
  ],
  ["what is done is done", done({ "2022-09": 1 }), "met", "met-for-good"],
  ["a net increase may fall back", { target: net, measure: netOf(["2022-09", 6, 1]) }, "on-schedule", "no-gap"],
  [
    "a ceiling of new cases may still be broken",
    firms({ "2022-09": 1 }, { target: aTarget({ comparator: "<=", direction: "falling", value: 5 }) }),
    "on-schedule",
    "no-gap",
  ],
  [
    "met at the deadline",
    { month: "2022-12", target: net, measure: netOf(["2022-12", 6, 1]) },
    "met",
    "met-at-deadline",
  ],
  [
    "met at the deadline, lost later",
    { month: "2023-06", target: net, measure: netOf(["2022-12", 6, 1], ["2023-06", 6, 5]) },
    "met",
    "met-at-deadline",
  ],
  ["missed", firms({ "2022-12": 1 }, { month: "2022-12" }), "missed", "missed-at-deadline"],
  ["missed, and still", firms({ "2022-12": 1, "2023-03": 1 }, { month: "2023-03" }), "missed", "missed-at-deadline"],
  ["missed, met late", firms({ "2022-12": 1, "2023-02": 1, "2023-03": 2 }, { month: "2023-06" }), "missed", "met-late"],
  [
    "missed, met later than the month looked at",
    firms({ "2022-12": 1, "2023-03": 2 }, { month: "2023-02" }),
    "missed",
    "missed-at-deadline",
  ],
  [
    "a strict target at exactly its value",
    rate(68, { comparator: ">", value: 68, deadline: "2022-09" }),
    "missed",
    "missed-at-deadline",
  ],
  ["a milestone waits", done({ "2022-09": 0 }), "not-due", "waits-for-deadline"],
  ["a milestone missed", { ...done({ "2022-12": 0 }), month: "2022-12" }, "missed", "missed-at-deadline"],
  [
    "a total of unknown start waits",
    {
      target: aTarget({ reading: "total", value: 100 }),
      measure: aMeasure({ observations: [seen("2022-09", { stock: 60 })] }),
    },
    "not-due",
    "waits-for-deadline",
  ],
  [
    "a curve of none waits",
    firms({ "2022-09": 1 }, { target: aTarget({ curve: aCurve("none") }) }),
    "not-due",
    "waits-for-deadline",
  ],
  ["a rate is met now", rate(80), "on-schedule", "no-gap"],
  ["a rate 20 % short", rate(64), "behind", "within-tolerance"],
  ["a rate more than 20 % short", rate(63), "far-behind", "beyond-tolerance"],
  ["a strict rate at its value", rate(80, { comparator: ">" }), "behind", "within-tolerance"],
  ["a standing rate", rate(79, { deadline: null }), "behind", "within-tolerance"],
  ["a standing rate met", rate(81, { deadline: null }), "on-schedule", "no-gap"],
  [
    "a standing count is never met for good",
    firms({ "2022-09": 2 }, { target: aTarget({ deadline: null }) }),
    "on-schedule",
    "no-gap",
  ],
  [
    "a standing rate that may be at most 0",
    rate(1, { deadline: null, comparator: "<=", direction: "falling", value: 0 }),
    "far-behind",
    "beyond-tolerance",
  ],
  [
    "days that must fall below 0, at 0",
    rate(0, { comparator: "<", direction: "falling", value: 0 }),
    "behind",
    "within-tolerance",
  ],
  [
    "a floor at which it started, kept",
    { ...gain(0), target: aTarget({ reading: "level", value: 0 }) },
    "on-schedule",
    "no-gap",
  ],
  ["exactly as due", gain(50), "on-schedule", "no-gap"],
  ["ahead", gain(80), "on-schedule", "no-gap"],
  ["met before the deadline, but it may fall back", gain(100), "on-schedule", "no-gap"],
  ["20 points behind", gain(30), "behind", "within-tolerance"],
  ["more than 20 points behind", gain(29), "far-behind", "beyond-tolerance"],
  ["half a firm behind in September", firms({ "2022-09": 1 }), "on-schedule", "under-one-unit"],
  [
    "two thirds of a firm behind in October",
    firms({ "2022-10": 1 }, { month: "2022-10" }),
    "behind",
    "under-one-unit-near-deadline",
  ],
  ["a firm and a half behind in September", firms({ "2022-09": 0 }), "far-behind", "beyond-tolerance"],
  [
    "exactly one firm of ten behind",
    firms({ "2022-06": 4 }, { month: "2022-06", target: aTarget({ value: 10 }) }),
    "behind",
    "within-tolerance",
  ],
  [
    "half a firm behind where firms can be halved",
    { ...firms({}), measure: aMeasure({ isIndivisible: false, observations: observed("entries", { "2022-09": 1 }) }) },
    "far-behind",
    "beyond-tolerance",
  ],
  [
    "half a percent behind of firms that cannot be halved",
    {
      target: aTarget({ reading: "growth", value: 10 }),
      month: "2022-06",
      measure: aMeasure({
        opening: { month: "2021-12", amount: 200, isImplied: false },
        observations: observed("stock", { "2022-06": 209 }),
      }),
    },
    "behind",
    "within-tolerance",
  ],
  ["by its parts", { rollUp: parts }, "met", "met-for-good"],
  ["by its parts, of which one is missing", { rollUp: { ...parts, partsReported: 1 } }, null, "parts-missing"],
  [
    "by its parts, with something unallocated",
    { rollUp: { ...parts, unallocated: ofNumber(1) } },
    null,
    "parts-missing",
  ],
  ["by its parts, which exceed it", { rollUp: { ...parts, unallocated: ofNumber(-1) } }, null, "parts-missing"],
  [
    "by its parts, of which none has a value",
    { rollUp: { ...parts, achieved: null, judgedMonth: null, partsReported: 0 } },
    null,
    "parts-missing",
  ],
  [
    "by its own report, whatever its parts say",
    firms({ "2022-09": 1 }, { rollUp: { ...parts, partsReported: 1 } }),
    "on-schedule",
    "under-one-unit",
  ],
  [
    "by its parts before the first period",
    { rollUp: parts, month: "2022-02", calendar: byQuarter },
    null,
    "before-first-period",
  ],
];

it.each(rows)("%s", (_, asked, light, cause) => {
  expect(judged(asked)).toMatchObject({ light, cause });
});

describe("annual growth before its deadline", () => {
  const curve = aCurve("none");
  const long = aTarget({ reading: "annual-growth", value: 8, deadline: "2025-12", curve });
  const near = aTarget({ key: "near", reading: "annual-growth", value: 6, curve });
  const opening = { month: "2021-12", amount: 1000, isImplied: false } as const;
  const measure = (amounts: Readonly<Record<string, number>>) =>
    aMeasure({ nature: "level", opening, observations: observed("amount", amounts) });
  const cases: readonly Row[] = [
    [
      "waits in its first year",
      { month: "2022-06", measure: measure({ "2022-06": 1030 }) },
      "not-due",
      "waits-for-deadline",
    ],
    [
      "is judged by the nearer target once that is due",
      { month: "2022-12", measure: measure({ "2022-12": 1060 }) },
      "on-schedule",
      "no-gap",
    ],
    [
      "and by its last whole year until the next",
      { month: "2023-06", measure: measure({ "2022-12": 1050, "2023-06": 1090 }) },
      "behind",
      "within-tolerance",
    ],
    [
      "is far behind more than 20 % below the bar",
      { month: "2022-12", measure: measure({ "2022-12": 1047 }) },
      "far-behind",
      "beyond-tolerance",
    ],
    [
      "cannot be formed where the base is unknown",
      { month: "2022-06", measure: { ...measure({ "2022-06": 1030 }), opening: null } },
      null,
      "not-formed",
    ],
    [
      "waits although the nearer one is due when its year was never reported",
      { month: "2023-06", measure: measure({ "2023-06": 1090 }) },
      "not-due",
      "waits-for-deadline",
    ],
    [
      "is missed for good at its deadline",
      { month: "2025-12", measure: measure({ "2025-12": 1300 }) },
      "missed",
      "missed-at-deadline",
    ],
    [
      "has no light at a deadline that ends no whole year",
      { month: "2025-09", target: { ...long, deadline: "2025-09" }, measure: measure({ "2025-09": 1300 }) },
      null,
      "not-formed",
    ],
    [
      "has none in its first year when it is standing",
      { month: "2022-06", target: { ...long, deadline: null }, measure: measure({ "2022-06": 1030 }) },
      null,
      "not-formed",
    ],
  ];
  it.each(cases)("%s", (_, asked, light, cause) => {
    expect(judged({ target: long, siblings: [near, long], ...asked })).toMatchObject({ light, cause });
  });

  it("shows the bar and when it came due", () => {
    const answer = judged({ target: long, siblings: [near], month: "2022-12", measure: measure({ "2022-12": 1050 }) });
    expect([exactly(answer.bar), answer.barDeadline, exactly(answer.gap), exactly(answer.gapPercent)]).toEqual([
      "6",
      "2022-12",
      "1",
      "50/3",
    ]);
    expect([answer.expected, answer.scheduleShare, answer.leg]).toEqual([null, null, null]);
  });
});

describe("rules", () => {
  const points: LightRule = { from: "2022-01", mode: "points", tolerancePercent: 10, isInclusive: true };
  const ratio: LightRule = { ...points, mode: "ratio", tolerancePercent: 20 };
  const cases: readonly Row[] = [
    ["another tolerance", gain(35, { rules: [points] }), "far-behind", "beyond-tolerance"],
    ["on its bound, included", gain(40, { rules: [points] }), "behind", "within-tolerance"],
    [
      "on its bound, not included",
      gain(40, { rules: [{ ...points, isInclusive: false }] }),
      "far-behind",
      "beyond-tolerance",
    ],
    [
      "below its bound, not included",
      gain(41, { rules: [{ ...points, isInclusive: false }] }),
      "behind",
      "within-tolerance",
    ],
    [
      "a tolerance with a decimal",
      gain(37, { rules: [{ ...points, tolerancePercent: 12.5 }] }),
      "far-behind",
      "beyond-tolerance",
    ],
    ["20 % of what is due", gain(40, { rules: [ratio] }), "behind", "within-tolerance"],
    ["22 % of what is due", gain(39, { rules: [ratio] }), "far-behind", "beyond-tolerance"],
    ["a rule of later", gain(35, { rules: [{ ...points, from: "2022-07" }] }), "behind", "within-tolerance"],
    [
      "the latest rule, in whatever order",
      gain(35, { rules: [points, { ...points, from: "2021-01", tolerancePercent: 90 }] }),
      "far-behind",
      "beyond-tolerance",
    ],
    [
      "the earlier rule is replaced",
      gain(35, {
        rules: [
          { ...points, from: "2021-01" },
          { ...points, tolerancePercent: 90 },
        ],
      }),
      "behind",
      "within-tolerance",
    ],
  ];
  it.each(cases)("%s", (_, asked, light, cause) => {
    expect(judged(asked)).toMatchObject({ light, cause });
  });

  it("asks for nothing while nothing is due, and for everything from who fell below", () => {
    const january = (amount: number) =>
      ({
        ...gain(0, { rules: [ratio], month: "2022-01" }),
        target: aTarget({ reading: "gain", value: 10, curve: aCurve("batch") }),
        measure: aMeasure({
          ...{ nature: "level", isIndivisible: false, opening: { month: "2021-12", amount: 0, isImplied: false } },
          observations: observed("amount", { "2022-01": amount }),
        }),
      }) as const;
    expect(judged(january(0))).toMatchObject({ light: "on-schedule", cause: "no-gap" });
    const below = judged(january(-1));
    expect([below.light, exactly(below.gap), exactly(below.gapPercent)]).toEqual(["far-behind", "1", "100"]);
  });

  it("names the rule only where a gap was held against it", () => {
    expect(judged(gain(35, { rules: [points] })).rule).toBe(points);
    expect(judged(gain(35)).rule).toMatchObject({ mode: "points", tolerancePercent: 20, isInclusive: true });
    expect(judged(gain(50, { rules: [points] })).rule).toBeNull();
    expect(judged(firms({ "2022-09": 1 })).rule).toBeNull();
  });

  it("tolerates up to the bound", () => {
    const rule = { ...points, tolerancePercent: 20 };
    const gaps = [fractionOf(199n, 10n), ofNumber(20), fractionOf(201n, 10n)];
    expect(gaps.map((gap) => isTolerated(gap, rule))).toEqual([true, true, false]);
    expect(gaps.map((gap) => isTolerated(gap, { ...rule, isInclusive: false }))).toEqual([true, false, false]);
  });
});

it("gives every combination of facts exactly one light and a cause that belongs to it", () => {
  const lightsOf: Readonly<Record<LightCause, Light | null>> = {
    "before-first-period": null,
    "not-formed": null,
    "parts-missing": null,
    "no-report": "unreported",
    "met-for-good": "met",
    "met-at-deadline": "met",
    "missed-at-deadline": "missed",
    "met-late": "missed",
    "waits-for-deadline": "not-due",
    "no-gap": "on-schedule",
    "under-one-unit": "on-schedule",
    "under-one-unit-near-deadline": "behind",
    "within-tolerance": "behind",
    "beyond-tolerance": "far-behind",
  };
  const coverages: readonly Coverage[] = [
    "before-first-period",
    "not-formed",
    "parts-missing",
    "no-report",
    "reported",
  ];
  const lag = record<Lag>({
    isAbreast: boolean(),
    units: integer({ min: -5, max: 5 }).map((halves) => fractionOf(BigInt(halves), 2n)),
    percent: integer({ min: -50, max: 50 }).map(ofNumber),
    isIndivisible: boolean(),
    isNearDeadline: boolean(),
  });
  const facts = record<LightFacts>({
    coverage: constantFrom(...coverages),
    isMet: boolean(),
    isMetForGood: boolean(),
    isDeadlinePast: boolean(),
    isMetLate: boolean(),
    lag: option(lag),
    rule: constantFrom<LightRule>({ from: "2022-01", mode: "points", tolerancePercent: 20, isInclusive: true }),
  });
  const visited = new Set<LightCause>();
  assert(
    property(facts, (given) => {
      const { light, cause } = decideLight(given);
      visited.add(cause);
      expect(light).toBe(lightsOf[cause]);
    }),
    { numRuns: 2000, seed: 7 },
  );
  expect([...visited].sort()).toEqual(Object.keys(lightsOf).sort());
});

describe("many lights", () => {
  const of = (light: Light | null): Assessment => ({ ...judged(), light });

  it("are counted, those without too", () => {
    expect(countLights([of("met"), of("behind"), of("met"), of(null)])).toEqual({
      ...{ met: 2, "on-schedule": 0, behind: 1, "far-behind": 0, missed: 0, unreported: 0, "not-due": 0, none: 1 },
    });
  });

  it("are stood for by the one that asks for most attention", () => {
    expect(worstLight([of("met"), of("unreported"), of("behind"), of(null)])).toBe("behind");
    expect(worstLight([of("far-behind"), of("missed"), of("behind")])).toBe("missed");
    expect(worstLight([of("not-due"), of("met"), of("on-schedule")])).toBe("on-schedule");
    expect(worstLight([of("on-schedule"), of("unreported")])).toBe("unreported");
    expect(worstLight([of(null)])).toBeNull();
  });
});

it("takes a decimal target and a decimal value for what they are", () => {
  const asked = rate(68, { comparator: ">", value: decimal(680, 1) });
  expect(judged(asked)).toMatchObject({ isMet: false, light: "behind" });
});
