import type { Assessment, Target } from "@beizeng/server/domain/model.ts";
import type { Month } from "@beizeng/server/domain/month.ts";
import { allocate, rollUp, sumOf } from "@beizeng/server/domain/roll-up.ts";
import { array, assert, integer, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { aMeasure, aTarget, decimal, exactly, judged, month, observed } from "../helpers/judging.ts";

const headline = aTarget({ key: "headline", value: 15 });

/** A chain's target with what it reported, a figure a month. */
function part(value: number, entries: Readonly<Record<string, number>>, at: Month = "2022-09"): Assessment {
  const target = aTarget({ key: `part-${value}`, value });
  return judged({ target, measure: aMeasure({ observations: observed("entries", entries) }), month: at });
}

function shown(of: Target, parts: readonly Assessment[], at: Month = "2022-09") {
  const sum = rollUp(of, at, parts);
  const { achieved, allocated, unallocated, ...rest } = sum;
  return { ...rest, achieved: exactly(achieved), allocated: exactly(allocated), unallocated: exactly(unallocated) };
}

describe("what a headline is shared out to", () => {
  const rows: readonly (readonly [string, number, readonly number[], string, string])[] = [
    ["高平 2022: eight chains name 15 of 15", 15, [2, 2, 1, 2, 2, 2, 2, 2], "15", "0"],
    ["高平 2022: 100 of 100 firms, small and micro", 100, [10, 5, 10, 5, 10, 15, 10, 10, 10, 15], "100", "0"],
    ["吕梁 2022: 38 of 145, 107 unallocated", 145, [38], "38", "107"],
    ["parts beyond the whole", 15, [10, 10], "20", "-5"],
    ["no parts", 15, [], "0", "15"],
  ];
  it.each(rows)("%s", (_, whole, parts, allocated, unallocated) => {
    const answer = allocate(
      decimal(whole),
      parts.map((value) => decimal(value)),
    );
    expect([exactly(answer.allocated), exactly(answer.unallocated)]).toEqual([allocated, unallocated]);
  });

  it("adds up to the whole again", () => {
    assert(
      property(integer({ min: 0, max: 10000 }), array(integer({ min: 0, max: 1000 })), (whole, parts) => {
        const { allocated, unallocated } = allocate(
          decimal(whole, 1),
          parts.map((value) => decimal(value, 1)),
        );
        expect(exactly(sumOf([allocated, unallocated]))).toBe(
          exactly(sumOf([{ numerator: BigInt(whole), denominator: 10n }])),
        );
      }),
    );
  });
});

describe("the sum of parts", () => {
  const all = [part(8, { "2022-09": 5 }), part(7, { "2022-08": 2, "2022-09": 6 })];
  const whole = { partsReported: 2, parts: 2, allocated: "15", unallocated: "0" };

  it("is complete when every part has reported the latest period", () => {
    expect(shown(headline, all)).toEqual({ ...whole, achieved: "11", judgedMonth: "2022-09" });
    // 15 in the year, 11.25 due in September: a quarter of a firm lacks.
    expect(judged({ target: headline, rollUp: rollUp(headline, "2022-09", all) })).toMatchObject({
      ...{ light: "on-schedule", cause: "under-one-unit", isReported: true, judgedMonth: "2022-09" },
    });
  });

  it("shows what is known with its coverage, and no light, while a part is missing", () => {
    const late = [part(8, { "2022-09": 5 }), part(7, { "2022-06": 2 })];
    expect(shown(headline, late)).toEqual({ ...whole, achieved: "7", judgedMonth: "2022-06", partsReported: 1 });
    const answer = judged({ target: headline, rollUp: rollUp(headline, "2022-09", late) });
    expect(answer).toMatchObject({
      light: null,
      cause: "parts-missing",
      isReported: false,
      isCarriedForward: true,
      gap: null,
    });
    // The oldest of the values is of June: half of 15 was due.
    expect([exactly(answer.achieved), exactly(answer.expected), exactly(answer.completion)]).toEqual([
      "7",
      "15/2",
      "7/15",
    ]);
  });

  it("is nothing while nobody has reported", () => {
    expect(shown(headline, [part(8, {}), part(7, {})])).toEqual({
      ...whole,
      achieved: null,
      judgedMonth: null,
      partsReported: 0,
    });
    const answer = judged({ target: headline, rollUp: rollUp(headline, "2022-09", [part(8, {})]) });
    expect(answer).toMatchObject({ achieved: null, judgedMonth: null, isReported: false, light: null });
  });

  it("is held against the headline's value in force, after the deadline that of the deadline", () => {
    const revised = {
      ...headline,
      revisions: [
        ...headline.revisions,
        { from: month("2022-10"), value: decimal(16), stretch: null },
        { from: month("2023-01"), value: decimal(99), stretch: null },
      ],
    };
    expect(shown(revised, all)).toMatchObject({ unallocated: "0" });
    expect(shown(revised, all, "2022-10")).toMatchObject({ unallocated: "1" });
    expect(shown(revised, all, "2023-06")).toMatchObject({ unallocated: "1" });
    expect(shown({ ...revised, deadline: null }, all, "2023-06")).toMatchObject({ unallocated: "84" });
  });
});
