import { isBaseOf, lacksBase } from "@beizeng/server/domain/base.ts";
import { checkObservation } from "@beizeng/server/domain/checks.ts";
import type { Observation } from "@beizeng/server/domain/model.ts";
import type { Month } from "@beizeng/server/domain/month.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aCurve, aMeasure, asking, aTarget, exactly, judged, observed, seen } from "../helpers/judging.ts";

/** 20 % more by the end of 2022 than at the end of 2021. */
const growth = aTarget({ reading: "growth", value: 20 });

describe("a base that was reported", () => {
  it("carries the growth of entries and exits", () => {
    // 1000 + 130 − 20 = 1110, 11 % more; half of the year asks for 10 %.
    const observations = [seen("2021-12", { stock: 1000 }), seen("2022-06", { entries: 130, exits: 20 })];
    const answer = judged({ measure: aMeasure({ observations }), target: growth, month: "2022-06" });
    expect(exactly(answer.achieved)).toBe("11");
    expect(exactly(answer.expected)).toBe("10");
    expect(answer).toMatchObject({ light: "on-schedule", cause: "no-gap" });
  });

  it("is where a total begins, as the plan's opening would be", () => {
    // From 40 to 100 half of the way is 70; there are 55, a quarter of the way.
    const observations = observed("stock", { "2021-12": 40, "2022-06": 55 });
    const target = aTarget({ reading: "total", value: 100 });
    const answer = judged({ measure: aMeasure({ observations }), target, month: "2022-06" });
    expect([answer.start, answer.expected, answer.completion].map(exactly)).toEqual(["40", "70", "1/4"]);
    expect(answer).toMatchObject({ completionBasis: "increment", light: "far-behind" });
  });

  it.each(["new", "net", "total", "growth", "gain"] as const)(
    "is no %s achieved, and no report of a period",
    (reading) => {
      const measure = aMeasure({ observations: [seen("2021-12", { stock: 40 })] });
      const answer = judged({ measure, target: aTarget({ reading, value: 100 }), month: "2022-06" });
      expect(answer).toMatchObject({ achieved: null, judgedMonth: null, light: "unreported", isReported: false });
    },
  );

  it("is judged like an opening of the same month, whatever was reported since", () => {
    const figure = fc.integer({ min: 0, max: 400 });
    const report = fc.record({ entries: fc.option(figure), exits: fc.option(figure), stock: fc.option(figure) });
    const months: readonly Month[] = ["2022-02", "2022-06", "2022-09", "2022-12", "2023-12"];
    fc.assert(
      fc.property(
        fc.constantFrom("new", "net", "total", "growth", "gain", "level", "annual-growth"),
        fc.constantFrom("population", "level", "yearly-flow"),
        figure,
        fc.tuple(...months.map(() => fc.option(report))),
        fc.constantFrom<Month[]>("2022-01", "2022-06", "2022-11", "2022-12", "2023-06", "2023-12", "2024-01"),
        (reading, nature, amount, reports, month) => {
          const since = months.flatMap((at, place): Observation[] => {
            const known = reports[place];
            if (known === undefined || known === null) return [];
            return [seen(at, nature === "population" ? known : { amount: known.stock })];
          });
          const target = aTarget({ reading, value: 100, deadline: "2023-12", curve: aCurve("linear") });
          const known = aMeasure({ nature, observations: since });
          const stated = { ...known, opening: { month: "2021-12" as const, amount, isImplied: false } };
          const base = seen("2021-12", nature === "population" ? { stock: amount } : { amount });
          const reported = { ...known, observations: [base, ...since] };
          expect(judged(asking({ measure: reported, target, month }))).toEqual(
            judged(asking({ measure: stated, target, month })),
          );
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe("checks beside a base", () => {
  const codes = (
    before: readonly Observation[],
    observation: Observation,
    nature: "population" | "level" = "population",
  ) => checkObservation(aMeasure({ nature, observations: before }), [growth], observation).map(({ code }) => code);
  const level = (...figures: readonly number[]) =>
    observed("amount", Object.fromEntries(figures.map((figure, place) => [`2022-0${place + 1}`, figure])));

  it("the base is no period of those in a row that are alike", () => {
    const base = seen("2021-12", { amount: 7 });
    expect(codes([base, ...level(7, 7)], seen("2022-03", { amount: 7 }), "level")).toEqual([]);
    expect(codes([base, ...level(7, 7, 7)], seen("2022-04", { amount: 7 }), "level")).toEqual(["unchanged"]);
  });

  it("a change from the base is one of those that a jump is held against", () => {
    // Changes of 2, 1 and 1 before; 7 is more than 3 times 2, 6 is not.
    const before = [seen("2021-12", { amount: 100 }), ...level(102, 103, 104)];
    expect(codes(before, seen("2022-04", { amount: 111 }), "level")).toEqual(["jump"]);
    expect(codes(before, seen("2022-04", { amount: 110 }), "level")).toEqual([]);
  });

  it("no more can leave than the base and the entries", () => {
    const base = seen("2021-12", { stock: 10 });
    expect(codes([base], seen("2022-06", { entries: 2, exits: 13 }))).toEqual(["exits-beyond-stock"]);
    expect(codes([base], seen("2022-06", { entries: 2, exits: 12 }))).toEqual([]);
  });

  it("a base that comes late is held against nothing that follows it", () => {
    expect(codes(level(12, 13, 14, 15), seen("2021-12", { amount: 900 }), "level")).toEqual([]);
    expect(codes(observed("stock", { "2022-03": 5 }), seen("2021-12", { stock: 90 }))).toEqual([]);
  });
});

describe("a base is asked for", () => {
  const readings = [
    "net",
    "total",
    "growth",
    "level",
    "gain",
    "annual-growth",
    "new",
    "cumulative",
    "rate",
    "done",
  ] as const;

  it.each(readings.map((reading, place) => [reading, place < 6] as const))("of %s: %s", (reading, isAsked) => {
    expect(isBaseOf([aTarget({ reading })], "2021-12")).toBe(isAsked);
    expect(isBaseOf([aTarget({ reading })], "2022-12")).toBe(false);
  });

  it("where one of several targets looks at it, and of no target never", () => {
    expect(isBaseOf([aTarget({ reading: "new" }), growth], "2021-12")).toBe(true);
    expect(isBaseOf([], "2021-12")).toBe(false);
  });

  it.each(readings.map((reading) => [reading, ["growth", "gain", "annual-growth"].includes(reading)] as const))(
    "and missed by %s, where nothing says what stood at the origin: %s",
    (reading, isLacking) => {
      expect(lacksBase(aTarget({ reading }), aMeasure({ nature: "level" }))).toBe(isLacking);
    },
  );

  it("is said by the plan, by a stock of firms, or by an amount; 0 is said too", () => {
    const opening = { month: "2021-12", amount: 0, isImplied: false } as const;
    const stock = [seen("2021-12", { stock: 0 })];
    const amount = [seen("2021-12", { amount: 0 })];
    expect(lacksBase(growth, aMeasure({ opening }))).toBe(false);
    expect(lacksBase(growth, aMeasure({ observations: stock }))).toBe(false);
    expect(lacksBase(growth, aMeasure({ observations: amount }))).toBe(true);
    expect(lacksBase(growth, aMeasure({ nature: "level", observations: amount }))).toBe(false);
    expect(lacksBase(growth, aMeasure({ nature: "level", observations: stock }))).toBe(true);
  });
});
