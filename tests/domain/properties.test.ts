/** What holds of every judgement, whatever was reported and asked. */
import { assess, scheduleOf } from "@beizeng/server/domain/assess.ts";
import { completionText } from "@beizeng/server/domain/completion.ts";
import { compare, one, sign, smaller, subtract, zero } from "@beizeng/server/domain/fraction.ts";
import type { AssessmentInput, Curve, Observation, Target } from "@beizeng/server/domain/model.ts";
import { addMonths, monthsFrom } from "@beizeng/server/domain/month.ts";
import { rollUp, sumOf } from "@beizeng/server/domain/roll-up.ts";
import { explain } from "@beizeng/server/domain/sentence.ts";
import { array, assert, constantFrom, integer, property, record } from "fast-check";
import { describe, expect, it } from "vitest";
import { aCurve, aMeasure, asking, aTarget, decimal, judged, observed, seen } from "../helpers/judging.ts";

const term = monthsFrom("2021-12", "2025-12");
const months = monthsFrom("2022-01", "2026-06");

const anyCurve = constantFrom<Curve>(
  aCurve("linear"),
  aCurve("batch"),
  aCurve("batch", { yearWeights: { 2023: 2, 2024: 0.5 } }),
  aCurve("custom", {
    points: [
      { month: "2022-09", percent: 30 },
      { month: "2024-03", percent: 65 },
    ],
  }),
);

/** A five-year target of new firms with two nearer ones, of any values, on any curves. */
const anyTargets = record({
  values: array(integer({ min: 1, max: 90 }), { minLength: 3, maxLength: 3 }),
  curves: array(anyCurve, { minLength: 3, maxLength: 3 }),
}).map(({ values, curves }): readonly [Target, Target, Target] => {
  const at = (place: number, deadline: Target["deadline"]) =>
    aTarget({ key: `by-${deadline}`, deadline, value: values[place] ?? 1, curve: curves[place] ?? aCurve("linear") });
  return [at(0, "2022-12"), at(1, "2023-12"), at(2, "2025-12")];
});

/** What was reported from January 2022 on, the firms of each month, some months left out. */
const anyReports = array(integer({ min: -2, max: 6 }), { minLength: 1, maxLength: 54 }).map(
  (added): readonly Observation[] => {
    let entries = 0;
    return added.flatMap((more, place) => {
      entries += Math.max(0, more);
      return more < -1 ? [] : [seen(addMonths("2022-01", place), { entries, exits: 0 })];
    });
  },
);

const anyQuestion = record({
  targets: anyTargets,
  observations: anyReports,
  place: integer({ min: 0, max: 2 }),
  month: constantFrom(...months),
}).map(
  ({ targets, observations, place, month }): AssessmentInput =>
    asking({ siblings: targets, target: targets[place] ?? targets[2], measure: aMeasure({ observations }), month }),
);

describe("the schedule", () => {
  it("begins with nothing, never falls back, ends with everything and stays between", () => {
    assert(
      property(anyTargets, (siblings) => {
        const [, , target] = siblings;
        const line = scheduleOf(asking({ target, siblings }), term).map((due) => due ?? zero);
        const value = { numerator: BigInt(target.revisions[0]?.value.digits ?? 0), denominator: 1n };
        expect(sign(line[0] ?? one)).toBe(0);
        expect(compare(line.at(-1) ?? zero, value)).toBe(0);
        for (const [place, due] of line.entries()) {
          expect(compare(line[place - 1] ?? zero, due)).not.toBe(1);
          expect(compare(due, value)).not.toBe(1);
        }
      }),
    );
  });

  it("is known as a share of the way between 0 and 1", () => {
    assert(
      property(anyQuestion, (question) => {
        const { scheduleShare } = assess(question);
        expect(scheduleShare).not.toBeNull();
        expect(sign(scheduleShare ?? zero)).not.toBe(-1);
        expect(compare(scheduleShare ?? zero, one)).not.toBe(1);
      }),
    );
  });
});

describe("a judgement", () => {
  it("has completion 1 or more exactly when the target is met", () => {
    assert(
      property(anyQuestion, (question) => {
        const { completion, isMet, remaining, achieved } = assess(question);
        expect(completion === null).toBe(achieved === null);
        if (completion !== null) {
          expect(compare(completion, one) >= 0).toBe(isMet);
          expect(sign(remaining ?? one) === 0).toBe(isMet);
          expect(/^−?\d+\.\d%$/.test(completionText(completion))).toBe(true);
        }
      }),
    );
  });

  it("is never worse for one firm more", () => {
    const order = ["far-behind", "behind", "on-schedule", "met"];
    assert(
      property(anyQuestion, (question) => {
        const more = question.measure.observations.map((report) => ({ ...report, entries: (report.entries ?? 0) + 1 }));
        const [before, after] = [
          assess(question),
          assess({ ...question, measure: { ...question.measure, observations: more } }),
        ];
        if (before.light !== null && order.includes(before.light)) {
          expect(order.indexOf(after.light ?? "")).toBeGreaterThanOrEqual(order.indexOf(before.light));
        } else if (before.light !== "missed") {
          expect(after.light).toBe(before.light);
        }
      }),
    );
  });

  it("does not know what is reported after its month, but for being met late", () => {
    assert(
      property(anyQuestion, (question) => {
        const known = question.measure.observations.filter(({ month }) => month <= question.month);
        expect(assess({ ...question, measure: { ...question.measure, observations: known } })).toEqual(
          assess(question),
        );
      }),
    );
  });

  it("does not change by a revision of later", () => {
    assert(
      property(anyQuestion, integer({ min: 1, max: 500 }), (question, value) => {
        const later = { from: addMonths(question.month, 1), value: decimal(value), stretch: null };
        const revise = (target: Target): Target => ({ ...target, revisions: [...target.revisions, later] });
        const revised = { ...question, target: revise(question.target), siblings: question.siblings.map(revise) };
        expect(assess(revised)).toEqual(assess(question));
      }),
    );
  });

  it("stands for good from the deadline on, but for being met late", () => {
    assert(
      property(anyQuestion, integer({ min: 0, max: 24 }), (question, months) => {
        const { deadline } = question.target;
        const at = deadline ?? "2025-12";
        const [then, now] = [assess({ ...question, month: at }), assess({ ...question, month: addMonths(at, months) })];
        const { month: _, cause: __, metLateAt: ___, ...lasting } = then;
        expect(now).toMatchObject(lasting);
      }),
    );
  });

  it("explains itself in one sentence that names the light and never a nothing", () => {
    assert(
      property(anyQuestion, (question) => {
        const { zh, en } = explain(question, assess(question));
        expect(zh).toMatch(/^[^。]+。$/);
        expect(en).toMatch(/ — [a-z ]+\.$/);
        expect(`${zh}${en}`).not.toMatch(/null|undefined|NaN|，，|; ;/);
      }),
    );
  });
});

describe("horizons", () => {
  it("nest: what counted for the nearer one counts for the farther one", () => {
    assert(
      property(anyTargets, anyReports, (siblings, observations) => {
        const [near, , far] = siblings.map((target) =>
          judged({ target, siblings, measure: aMeasure({ observations }), month: "2022-12" }),
        );
        expect(far?.achieved).toEqual(near?.achieved);
      }),
    );
  });

  it("nest: at the nearer deadline the farther target asks for what the nearer one asks, but never for more than itself", () => {
    assert(
      property(anyTargets, (siblings) => {
        const [near, , far] = siblings;
        const due = (target: Target) => scheduleOf(asking({ target, siblings }), ["2022-12"])[0] ?? zero;
        const whole = { numerator: BigInt(far.revisions[0]?.value.digits ?? 0), denominator: 1n };
        expect(compare(due(far), smaller(due(near), whole))).toBe(0);
      }),
    );
  });
});

describe("parts", () => {
  it("sum to the whole, whatever is missing of them", () => {
    const anyPart = record({ value: integer({ min: 0, max: 50 }), achieved: integer({ min: -1, max: 60 }) });
    assert(
      property(array(anyPart, { minLength: 1, maxLength: 12 }), integer({ min: 0, max: 400 }), (parts, whole) => {
        const assessments = parts.map(({ value, achieved }) =>
          judged({
            target: aTarget({ value }),
            measure: aMeasure({ observations: observed("entries", achieved < 0 ? {} : { "2022-09": achieved }) }),
          }),
        );
        const sum = rollUp(aTarget({ value: whole }), "2022-09", assessments);
        const reported = parts.filter(({ achieved }) => achieved >= 0);
        const total = reported.reduce((all, { achieved }) => all + achieved, 0);
        expect(sum.partsReported).toBe(reported.length);
        expect(compare(sum.achieved ?? zero, { numerator: BigInt(total), denominator: 1n })).toBe(0);
        expect(compare(sumOf([sum.allocated, sum.unallocated]), { numerator: BigInt(whole), denominator: 1n })).toBe(0);
        expect(
          sign(
            subtract(sum.allocated, sumOf(parts.map(({ value }) => ({ numerator: BigInt(value), denominator: 1n })))),
          ),
        ).toBe(0);
      }),
    );
  });
});
