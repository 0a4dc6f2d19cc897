import type { Reading } from "@beizeng/db/vocabulary";
import type { Measure } from "@beizeng/server/domain/model.ts";
import type { Month } from "@beizeng/server/domain/month.ts";
import { originOf } from "@beizeng/server/domain/observation.ts";
import { isPercentReading, readAt, startOf } from "@beizeng/server/domain/reading.ts";
import { describe, expect, it } from "vitest";
import { aMeasure, aTarget, exactly, observed, seen } from "../helpers/judging.ts";

/** Reading, month looked at, the origin it counts from, and what a person works out. */
type Row = readonly [Reading, Month, Month, string | null];

function check(measure: Measure, rows: readonly Row[], measureOrigin: Month = "2021-12") {
  it.each(rows)("%s at %s counted from %s is %s", (reading, month, origin, expected) => {
    expect(exactly(readAt(reading, { measure, measureOrigin, origin }, month))).toBe(expected);
  });
}

describe("a population with an opening of 588", () => {
  check(
    aMeasure({
      opening: { month: "2021-12", amount: 588, isImplied: false },
      observations: [
        seen("2022-06", { entries: 40, exits: 10 }),
        seen("2022-09", { stock: 630 }),
        seen("2022-12", { entries: 150, exits: 20 }),
        seen("2023-03", { entries: 160 }),
        seen("2023-06", { entries: 170, exits: 25, stock: 700 }),
      ],
    }),
    [
      ["new", "2022-06", "2021-12", "40"],
      ["net", "2022-06", "2021-12", "30"],
      ["total", "2022-06", "2021-12", "618"],
      // 618/588 − 1 = 30/588
      ["growth", "2022-06", "2021-12", "250/49"],
      ["new", "2022-09", "2021-12", null],
      // Entries are not known, but both stocks are: 630 − 588.
      ["net", "2022-09", "2021-12", "42"],
      ["total", "2022-09", "2021-12", "630"],
      // Counted from June: 150 − 40, and (150 − 20) − (40 − 10).
      ["new", "2022-12", "2022-06", "110"],
      ["net", "2022-12", "2022-06", "100"],
      // 718/618 − 1
      ["growth", "2022-12", "2022-06", "5000/309"],
      // July was never observed.
      ["new", "2022-12", "2022-07", null],
      ["net", "2022-12", "2022-07", null],
      ["growth", "2022-12", "2022-07", null],
      // Exits are not known.
      ["new", "2023-03", "2021-12", "160"],
      ["net", "2023-03", "2021-12", null],
      ["total", "2023-03", "2021-12", null],
      // A stock that is given goes before what entries and exits would make of it (588 + 145).
      ["total", "2023-06", "2021-12", "700"],
      ["net", "2023-06", "2021-12", "145"],
      ["total", "2021-12", "2021-12", "588"],
      ["new", "2022-10", "2021-12", null],
    ],
  );
});

describe("a population whose opening is of another month than its origin", () => {
  check(
    aMeasure({
      opening: { month: "2022-06", amount: 600, isImplied: false },
      observations: [seen("2022-06", { entries: 40, exits: 10 }), seen("2022-12", { entries: 150, exits: 20 })],
    }),
    // 600 + (150 − 20) − (40 − 10)
    [["total", "2022-12", "2021-12", "700"]],
  );
  check(
    aMeasure({
      opening: { month: "2020-12", amount: 600, isImplied: false },
      observations: [seen("2022-12", { entries: 150, exits: 20 })],
    }),
    [["total", "2022-12", "2021-12", null]],
  );
});

describe("a population without an opening", () => {
  check(aMeasure({ observations: [seen("2022-06", { entries: 40, exits: 10 })] }), [
    ["net", "2022-06", "2021-12", "30"],
    ["total", "2022-06", "2021-12", null],
    ["growth", "2022-06", "2021-12", null],
  ]);
});

describe("a tally", () => {
  check(aMeasure({ nature: "tally", observations: observed("amount", { "2022-06": 80, "2022-12": 200 }) }), [
    ["cumulative", "2022-06", "2021-12", "80"],
    ["cumulative", "2022-12", "2022-06", "120"],
    ["cumulative", "2022-12", "2022-07", null],
    ["cumulative", "2022-07", "2021-12", null],
  ]);
});

describe("a flow reported since January", () => {
  const opening = { month: "2021-12", amount: 1000, isImplied: false } as const;
  const observations = observed("amount", {
    "2021-09": 700,
    "2022-09": 840,
    "2022-12": 1200,
    "2023-12": 1440,
    "2024-12": 1450,
  });
  check(aMeasure({ nature: "yearly-flow", opening, observations }), [
    // 840 + 1000 − 700
    ["level", "2022-09", "2021-12", "1140"],
    ["level", "2022-12", "2021-12", "1200"],
    // The year before is not known.
    ["level", "2021-09", "2020-12", null],
    ["level", "2022-06", "2021-12", null],
    ["growth", "2022-09", "2021-12", "14"],
    ["growth", "2022-12", "2021-12", "20"],
    ["annual-growth", "2022-12", "2021-12", "20"],
    // (1440/1000)^½ − 1, exactly
    ["annual-growth", "2023-12", "2021-12", "20"],
    ["annual-growth", "2022-09", "2021-12", null],
    ["annual-growth", "2021-12", "2021-12", null],
    ["annual-growth", "2021-12", "2022-12", null],
  ]);

  it("has an annual growth between the decimals around it where it has no end", () => {
    const measure = aMeasure({ nature: "yearly-flow", opening, observations });
    const value = readAt("annual-growth", { measure, measureOrigin: "2021-12", origin: "2021-12" }, "2024-12");
    // 1.45^⅓ = 1.13185… (1.1318³ = 1.44980…, 1.1319³ = 1.45018…)
    expect(value).not.toBeNull();
    expect(Number(value?.numerator) / Number(value?.denominator)).toBeCloseTo(13.185, 2);
  });

  check(aMeasure({ nature: "yearly-flow", observations: observed("amount", { "2021-12": 1100, "2022-12": 1210 }) }), [
    ["growth", "2022-12", "2021-12", "10"],
  ]);
});

describe("a level", () => {
  check(
    aMeasure({ nature: "level", decimals: 1, observations: observed("amount", { "2021-12": 700, "2022-06": 650 }) }),
    [
      ["level", "2022-06", "2021-12", "65"],
      ["gain", "2022-06", "2021-12", "-5"],
      ["growth", "2022-06", "2021-12", "-50/7"],
      ["gain", "2022-06", "2020-12", null],
      ["level", "2022-07", "2021-12", null],
    ],
  );
  const opening = { month: "2021-12", amount: 100, isImplied: false } as const;
  check(aMeasure({ nature: "level", opening, observations: observed("amount", { "2022-12": -100 }) }), [
    ["growth", "2022-12", "2021-12", "-200"],
    // A quantity below nothing has no root.
    ["annual-growth", "2022-12", "2021-12", null],
  ]);
});

describe.each([0, -100])("a base of %d allows no growth", (amount) => {
  const opening = { month: "2021-12", amount, isImplied: false } as const;
  check(aMeasure({ nature: "level", opening, observations: observed("amount", { "2022-12": 50 }) }), [
    ["growth", "2022-12", "2021-12", null],
    ["annual-growth", "2022-12", "2021-12", null],
  ]);
});

describe("rates and milestones", () => {
  check(aMeasure({ nature: "rate", decimals: 1, observations: observed("amount", { "2022-06": 965 }) }), [
    ["rate", "2022-06", "2021-12", "193/2"],
    ["rate", "2022-07", "2021-12", null],
  ]);
  check(aMeasure({ nature: "milestone", observations: observed("amount", { "2022-06": 0, "2022-09": 1 }) }), [
    ["done", "2022-06", "2021-12", "0"],
    ["done", "2022-09", "2021-12", "1"],
    ["done", "2022-07", "2021-12", null],
  ]);
});

describe("start", () => {
  const measure = aMeasure({ opening: { month: "2021-12", amount: 588, isImplied: true } });
  const flow = aMeasure({
    nature: "yearly-flow",
    opening: { month: "2020-12", amount: 900, isImplied: false },
    observations: observed("amount", { "2020-06": 400, "2021-06": 500 }),
  });
  const rows: readonly (readonly [Reading, Measure, Month, string | null])[] = [
    ["new", measure, "2021-12", "0"],
    ["net", measure, "2021-12", "0"],
    ["cumulative", measure, "2021-12", "0"],
    ["gain", measure, "2021-12", "0"],
    ["growth", measure, "2021-12", "0"],
    ["done", measure, "2021-12", "0"],
    ["total", measure, "2021-12", "588"],
    ["total", measure, "2022-06", null],
    ["total", aMeasure({ observations: [seen("2021-12", { stock: 600 })] }), "2021-12", "600"],
    // The last twelve months at the origin: 500 + 900 − 400.
    ["level", flow, "2021-06", "1000"],
    ["level", flow, "2020-12", "900"],
    ["rate", measure, "2021-12", null],
    ["annual-growth", measure, "2021-12", null],
  ];
  it.each(rows)("of %s", (reading, of, origin, expected) => {
    expect(exactly(startOf(reading, { measure: of, measureOrigin: "2021-12", origin }))).toBe(expected);
  });
});

it("counts a measure from the earliest origin of its targets", () => {
  const target = aTarget({ origin: "2022-12" });
  expect(originOf(target, [aTarget({ origin: "2021-12" }), aTarget({ origin: "2023-12" })])).toBe("2021-12");
  expect(originOf(target, [])).toBe("2022-12");
});

it("reads growths in percent and nothing else", () => {
  expect([isPercentReading("growth"), isPercentReading("annual-growth")]).toEqual([true, true]);
  expect([isPercentReading("rate"), isPercentReading("total")]).toEqual([false, false]);
});
