import { driftOf, levelAhead, probabilityAbove, reachOf80Percent } from "@beizeng/server/domain/drift.ts";
import { type Forecast, type ForecastRefusal, forecast } from "@beizeng/server/domain/forecast.ts";
import { ofNumber } from "@beizeng/server/domain/fraction.ts";
import type { AssessmentInput, RolledUp } from "@beizeng/server/domain/model.ts";
import { addMonths } from "@beizeng/server/domain/month.ts";
import { countAhead } from "@beizeng/server/domain/negative-binomial.ts";
import { deviateOf90Percent, studentProbability } from "@beizeng/server/domain/student.ts";
import { describe, expect, it } from "vitest";
import { aCurve, aMeasure, asking, aTarget, exactly, judged, observed } from "../helpers/judging.ts";

function foreseen(known: Partial<AssessmentInput>): Forecast | null {
  const asked = asking(known);
  const answer = forecast(asked, judged(asked));
  return answer.ok ? answer.value : null;
}

function refusal(known: Partial<AssessmentInput>): ForecastRefusal | null {
  const asked = asking(known);
  const answer = forecast(asked, judged(asked));
  return answer.ok ? null : answer.reason;
}

function firms(
  entries: Readonly<Record<string, number>>,
  known: Partial<AssessmentInput> = {},
): Partial<AssessmentInput> {
  return { month: "2022-06", measure: aMeasure({ observations: observed("entries", entries) }), ...known };
}

/** A level from 0 at the origin to 8 by the end of the year. */
function level(
  amounts: Readonly<Record<string, number>>,
  known: Parameters<typeof aTarget>[0] = {},
): Partial<AssessmentInput> {
  const opening = { month: "2021-12", amount: 0, isImplied: false } as const;
  const target = aTarget({ reading: "level", value: 8, ...known });
  const measure = aMeasure({
    nature: "level",
    isIndivisible: false,
    opening,
    observations: observed("amount", amounts),
  });
  return { target, measure, month: "2022-09" };
}

const threeMonths = { "2022-04": 0, "2022-05": 1, "2022-06": 1 };

describe("counts", () => {
  it("are a Poisson process over the curve: one firm seen over half of it", () => {
    const answer = foreseen(firms(threeMonths));
    // Negative binomial of size 1½ and probability ½: P(0) = 0.5^1.5 = 0.35355; mean 1.5.
    // Cumulative: 0.3536, 0.6187, 0.7845, 0.8811, 0.9355: 10 % at 0, 90 % at 4.
    expect(answer).toMatchObject({ method: "gamma-poisson", month: "2022-12", low: 1, high: 5 });
    expect(answer?.projected).toBeCloseTo(2.5, 12);
    expect(answer?.probability).toBeCloseTo(1 - 0.5 ** 1.5, 12);
    // One more firm in six months.
    expect(exactly(answer?.pace ?? null)).toBe("1/6");
  });

  it("begin their way at what is known and widen", () => {
    const path = foreseen(firms(threeMonths))?.path ?? [];
    expect(path.map(({ month }) => month)).toEqual([
      "2022-06",
      "2022-07",
      "2022-08",
      "2022-09",
      "2022-10",
      "2022-11",
      "2022-12",
    ]);
    expect(path[0]).toEqual({ month: "2022-06", projected: 1, low: 1, high: 1 });
    const widths = path.map(({ low, high }) => high - low);
    expect(widths).toEqual(widths.toSorted((left, right) => left - right));
    expect(path.at(-1)?.high).toBe(5);
  });

  it("need one more than a strict target and the next whole one of a broken one", () => {
    const strict = foreseen(firms(threeMonths, { target: aTarget({ comparator: ">" }) }));
    // P(at least 2) = 1 − 0.35355 − 0.26517
    expect(strict?.probability).toBeCloseTo(1 - 0.5 ** 1.5 * 1.75, 12);
    const broken = foreseen(firms(threeMonths, { target: aTarget({ value: { digits: 25, decimals: 1 } }) }));
    expect(broken?.probability).toBeCloseTo(1 - 0.5 ** 1.5 * 1.75, 12);
  });

  it("wait while the curve has asked for nothing", () => {
    const target = aTarget({
      origin: "2021-09",
      curve: aCurve("batch", { monthlyPercent: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 100] }),
      deadline: "2022-12",
      value: 5,
    });
    const year = aTarget({ ...target, origin: "2021-12" });
    expect(foreseen(firms(threeMonths, { target: year }))).toBeNull();
  });

  it("keep to the level where the batches of a year bring nothing more", () => {
    const curve = aCurve("batch", { monthlyPercent: [0, 0, 50, 50, 50, 50, 50, 50, 50, 50, 50, 100] });
    const path = foreseen(firms(threeMonths, { target: aTarget({ value: 9, curve }) }))?.path ?? [];
    expect(path.slice(0, 6).map(({ projected }) => projected)).toEqual([1, 1, 1, 1, 1, 1]);
    expect(path.at(-1)?.projected).toBeCloseTo(2.5, 12);
  });

  it("follow the curve through nearer targets", () => {
    const near = aTarget({ value: 2 });
    const far = aTarget({ key: "far", value: 10, deadline: "2023-12" });
    const answer = foreseen(firms(threeMonths, { target: far, siblings: [near, far] }));
    // A tenth of the way was due: 1 + 1.5 × 0.9 / 0.1
    expect(answer?.projected).toBeCloseTo(14.5, 9);
  });

  it("drift where firms went out again, and where they can be halved", () => {
    expect(foreseen(firms({ ...threeMonths, "2022-06": -1 }))?.method).toBe("drift");
    const observations = observed("entries", threeMonths);
    expect(foreseen({ month: "2022-06", measure: aMeasure({ isIndivisible: false, observations }) })?.method).toBe(
      "drift",
    );
    const tenths = aMeasure({ decimals: 1, observations: observed("entries", { ...threeMonths, "2022-06": 15 }) });
    expect(foreseen({ month: "2022-06", measure: tenths })?.method).toBe("drift");
  });
});

it("counts as reported only what gives the reading, after the origin", () => {
  const months = [...observed("entries", { "2021-12": 0, "2022-03": 0 }), ...observed("stock", { "2022-04": 7 })];
  const reported = (more: Readonly<Record<string, number>>) =>
    foreseen({ month: "2022-06", measure: aMeasure({ observations: [...months, ...observed("entries", more)] }) });
  expect(reported({ "2022-06": 1 })).toBeNull();
  expect(reported({ "2022-05": 1, "2022-06": 1 })).not.toBeNull();
});

describe("levels", () => {
  it("drift with normal errors", () => {
    // 0, 1, 4, 5 by quarters: 5/9 a month; residuals −2/3, 4/3, −2/3 over 3 months each: variance (8/9)/2 = 4/9 a month.
    const answer = foreseen(level({ "2022-03": 1, "2022-06": 4, "2022-09": 5 }));
    // Three months on: 5 + 15/9 ± 1.88562 × √(4/9 × 3 × (1 + 3/9)) = 6.6667 ± 1.88562 × 4/3, with two degrees of freedom
    expect(answer?.method).toBe("drift");
    expect(answer?.projected).toBeCloseTo(20 / 3, 12);
    expect(answer?.low).toBeCloseTo(20 / 3 - (1.8856180831641267 * 4) / 3, 12);
    expect(answer?.high).toBeCloseTo(20 / 3 + (1.8856180831641267 * 4) / 3, 12);
    // One error below the target of 8: ½ − 1 / (2√3).
    expect(answer?.probability).toBeCloseTo(0.5 - 0.5 / Math.sqrt(3), 12);
    expect(exactly(answer?.pace ?? null)).toBe("1");
    expect(answer?.path[0]).toEqual({ month: "2022-09", projected: 5, low: 5, high: 5 });
  });

  it("drift down as they drift up", () => {
    const known = { comparator: "<=", direction: "falling", value: -8 } as const;
    const answer = foreseen(level({ "2022-03": -1, "2022-06": -4, "2022-09": -5 }, known));
    expect(answer?.projected).toBeCloseTo(-20 / 3, 12);
    expect(answer?.probability).toBeCloseTo(0.5 - 0.5 / Math.sqrt(3), 12);
  });

  it("on a perfect line are certain, either way", () => {
    const line = { "2022-03": 2, "2022-06": 4, "2022-09": 6 };
    expect(foreseen(level(line))).toMatchObject({ projected: 8, low: 8, high: 8, probability: 1 });
    expect(foreseen(level(line, { value: 9 }))?.probability).toBe(0);
    const down = { comparator: "<=", direction: "falling", value: -8 } as const;
    expect(foreseen(level({ "2022-03": -2, "2022-06": -4, "2022-09": -6 }, down))?.probability).toBe(1);
  });
});

/** A headline of 4 firms by 2022-12 that is made of two targets of 2 each, with what the parts have achieved. */
function sumOfParts(achieved: number, known: Partial<RolledUp> = {}): Partial<AssessmentInput> {
  return {
    month: "2022-06",
    target: aTarget({ key: "headline", value: 4 }),
    rollUp: {
      achieved: ofNumber(achieved),
      judgedMonth: "2022-06",
      partsReported: 2,
      parts: 2,
      allocated: ofNumber(4),
      unallocated: ofNumber(0),
      ...known,
    },
  };
}

describe("a headline that is the sum of its parts", () => {
  const foreseenOf = (headline: Partial<AssessmentInput>, parts: readonly Partial<AssessmentInput>[]) => {
    const asked = asking(headline);
    return forecast(
      asked,
      judged(asked),
      parts.map((part) => asking(part)),
    );
  };
  const parts = [firms(threeMonths), firms({ "2022-04": 1, "2022-05": 1, "2022-06": 2 })];

  it("is one process: three firms seen over half of the way", () => {
    const answer = foreseenOf(sumOfParts(3), parts);
    // Negative binomial of size 3½ and probability ½: mean 3.5, P(0) = 0.5^3.5; one more is needed.
    expect(answer.ok && answer.value.method).toBe("gamma-poisson");
    expect(answer.ok && answer.value.projected).toBeCloseTo(6.5, 9);
    expect(answer.ok && answer.value.probability).toBeCloseTo(1 - 0.5 ** 3.5, 9);
  });

  it.each<[string, Partial<AssessmentInput>, readonly Partial<AssessmentInput>[], ForecastRefusal]>([
    [
      "a part was reported twice only",
      sumOfParts(3),
      [firms(threeMonths), firms({ "2022-05": 1, "2022-06": 2 })],
      "few-periods",
    ],
    ["a part has not reported", sumOfParts(3, { partsReported: 1 }), parts, "parts-missing"],
    [
      "something is not allocated",
      sumOfParts(3, { allocated: ofNumber(3), unallocated: ofNumber(1) }),
      parts,
      "parts-missing",
    ],
    ["its parts are not known", sumOfParts(3), [], "few-periods"],
    ["the sum has fallen below zero", sumOfParts(-1), parts, "not-paced"],
  ])("is not foreseen where %s", (_, headline, known, reason) => {
    expect(foreseenOf(headline, known)).toEqual({ ok: false, reason });
  });
});

describe("nothing is foreseen, and the reason is said", () => {
  const rows: readonly (readonly [string, ForecastRefusal, Partial<AssessmentInput>])[] = [
    ["below three reported periods", "few-periods", firms({ "2022-05": 1, "2022-06": 1 })],
    [
      "within two quarters, however many months",
      "few-periods",
      {
        ...firms({ "2022-04": 0, "2022-05": 1, "2022-06": 1 }),
        calendar: { frequency: "quarter", firstPeriod: "2022-03", dueDay: 10 },
      },
    ],
    ["of a target met for good", "met", firms({ ...threeMonths, "2022-06": 2 })],
    ["at the deadline", "over", firms({ ...threeMonths, "2022-12": 1 }, { month: "2022-12" })],
    ["of a standing target", "not-paced", firms(threeMonths, { target: aTarget({ deadline: null }) })],
    ["of what is not pro-rated", "not-paced", firms(threeMonths, { target: aTarget({ curve: aCurve("none") }) })],
    [
      "of a start that is at the target",
      "not-paced",
      level({ "2022-03": 0, "2022-06": 0, "2022-09": -1 }, { value: 0 }),
    ],
    ["without a value", "no-value", firms({})],
  ];
  it.each(rows)("%s", (_, reason, asked) => {
    expect(refusal(asked)).toBe(reason);
  });
});

describe("the distributions", () => {
  const students: readonly (readonly [number, number, number])[] = [
    [0, 2, 0.5],
    [1, 1, 0.75],
    [-1, 1, 0.25],
    [1, 2, 0.5 + 0.5 / Math.sqrt(3)],
    // The tables: 90 % and 97.5 % points.
    [1.6377443536962102, 3, 0.9],
    [1.5332062740589438, 4, 0.9],
    [3.182446305284263, 3, 0.975],
    [2.7764451051977987, 4, 0.975],
    [2.5705818366147395, 5, 0.975],
    [-2.2281388519649385, 10, 0.025],
    [9e9, 2, 1],
    [-9e9, 3, 0],
  ];
  it.each(students)("P(T ≤ %d) with %d degrees of freedom is %d", (deviate, freedom, probability) => {
    expect(studentProbability(deviate, freedom)).toBeCloseTo(probability, 10);
  });

  const deviates: readonly (readonly [number, number])[] = [
    [1, 3.077683537175],
    [2, 1.8856180831641267],
    [5, 1.475884048824],
    [1000, 1.282398721461],
  ];
  it.each(deviates)("90 %% lie below the deviate of %d degrees of freedom, %d", (freedom, deviate) => {
    expect(deviateOf90Percent(freedom)).toBeCloseTo(deviate, 8);
  });

  it("know their counts at any size", () => {
    for (const [seen, behind, ahead] of [
      [0, 0.1, 0.9],
      [3, 0.5, 0.5],
      [5000, 0.3, 0.7],
      [200000, 0.02, 0.98],
    ] as const) {
      const count = countAhead(seen, behind, ahead);
      const spread = Math.sqrt((count.mean * (behind + ahead)) / behind);
      expect(count.mean).toBeCloseTo(((seen + 0.5) * ahead) / behind, 6);
      expect(count.atLeast(0)).toBeCloseTo(1, 12);
      expect(count.atLeast(-5)).toBeCloseTo(1, 12);
      expect(count.atLeast(Math.round(count.mean + 40 * spread))).toBeLessThan(1e-9);
      const [low, high] = [count.quantile(0.1), count.quantile(0.9)];
      expect(count.atLeast(low)).toBeGreaterThan(0.9 - 1e-9);
      expect(count.atLeast(low + 1)).toBeLessThan(0.9 + 1e-9);
      expect(count.atLeast(high)).toBeGreaterThan(0.1 - 1e-9);
      expect(count.atLeast(high + 1)).toBeLessThan(0.1 + 1e-9);
    }
  });

  it("take the errors of floats for none", () => {
    expect(probabilityAbove({ mean: 0.1 + 0.2, error: 1e-17, freedom: 2 }, 0.3)).toBe(1);
    expect(probabilityAbove({ mean: 0.29, error: 1e-17, freedom: 2 }, 0.3)).toBe(0);
    expect(probabilityAbove({ mean: 1, error: 1, freedom: 2 }, 1)).toBe(0.5);
  });
});

/** Numbers from 0 to 1 that are the same in every run. */
function drawing(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
}

describe("the coverage of the 80 % interval", () => {
  it("of counts is at least what it says: Poisson processes of 1 to 30 firms a year", () => {
    const draw = drawing(20220930);
    const poisson = (mean: number) => {
      let count = 0;
      for (let product = draw(); product > Math.exp(-mean); product *= draw()) {
        count += 1;
      }
      return count;
    };
    let covered = 0;
    const runs = 4000;
    for (let run = 0; run < runs; run += 1) {
      const yearly = 1 + 29 * draw();
      const share = 0.25 + 0.5 * draw();
      const [seen, later] = [poisson(yearly * share), poisson(yearly * (1 - share))];
      const ahead = countAhead(seen, share, 1 - share);
      covered += ahead.quantile(0.1) <= later && later <= ahead.quantile(0.9) ? 1 : 0;
    }
    // Counts are whole, so that an interval holds at least its 80 %.
    expect(covered / runs).toBeGreaterThan(0.8);
    expect(covered / runs).toBeLessThan(0.92);
  });

  it.each([3, 6, 12])("of levels is what it says, with %d reports", (reports) => {
    const draw = drawing(20251231);
    const normal = () => Math.sqrt(-2 * Math.log(draw())) * Math.cos(2 * Math.PI * draw());
    let covered = 0;
    const runs = 4000;
    for (let run = 0; run < runs; run += 1) {
      let value = 0;
      const path = Array.from({ length: reports }, (_, place) => {
        value += 1 + normal();
        return { month: addMonths("2022-01", place), value };
      });
      const ahead = levelAhead(driftOf({ month: "2021-12", value: 0 }, path), 6);
      let later = value;
      for (let month = 0; month < 6; month += 1) {
        later += 1 + normal();
      }
      covered += Math.abs(later - ahead.mean) <= reachOf80Percent(ahead) ? 1 : 0;
    }
    expect(covered / runs).toBeGreaterThan(0.78);
    expect(covered / runs).toBeLessThan(0.82);
  });
});
