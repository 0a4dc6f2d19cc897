import { aCase, aTarget, batch, firms, houseRule, valued, type WorkedExample } from "../example.ts";

const twelve = aTarget("new", 12);
const tolerance = (more: Partial<typeof houseRule>) => ({ rules: [{ ...houseRule, ...more }] });

/** Rules of both modes, and what is in force when. */
export const rules: readonly WorkedExample[] = [
  {
    // half of 12 is 6; (6 − 5)/(6 − 0) = 16 2/3 %
    name: "ratio within tolerance",
    asked: aCase(twelve, "2022-06", { ...firms({ "2022-06": 5 }), ...tolerance({ mode: "ratio" }) }),
    answer: { expected: "6", gap: "1", gapPercent: "50/3", light: "behind" },
  },
  {
    // (6 − 4)/6 = 33 1/3 %, where points would be 2/12 = 16 2/3
    name: "ratio beyond tolerance",
    asked: aCase(twelve, "2022-06", { ...firms({ "2022-06": 4 }), ...tolerance({ mode: "ratio" }) }),
    answer: { gapPercent: "100/3", light: "far-behind" },
  },
  {
    // the batch table asks nothing in January
    name: "ratio while nothing is due",
    asked: aCase(aTarget("new", 12, { curve: batch }), "2022-01", {
      ...firms({ "2022-01": 0 }),
      ...tolerance({ mode: "ratio" }),
    }),
    answer: { expected: "0", gap: "0", light: "on-schedule", cause: "no-gap" },
  },
  {
    // 5 due of 10 and 3 there: 20 points exactly, within when inclusive
    name: "20 points, inclusive",
    asked: aCase(aTarget("new", 10), "2022-06", firms({ "2022-06": 3 })),
    answer: { gapPercent: "20", light: "behind", cause: "within-tolerance" },
  },
  {
    // the same 20 points are beyond when the bound is not itself within
    name: "20 points, exclusive",
    asked: aCase(aTarget("new", 10), "2022-06", { ...firms({ "2022-06": 3 }), ...tolerance({ isInclusive: false }) }),
    answer: { gapPercent: "20", light: "far-behind", cause: "beyond-tolerance" },
  },
  {
    // 10 × 7/12 = 35/6, less 4 = 11/6 = 18 1/3 points: beyond the 10 that count from July
    name: "a stricter rule from July on",
    asked: aCase(aTarget("new", 10), "2022-07", {
      ...firms({ "2022-07": 4 }),
      rules: [houseRule, { ...houseRule, from: "2022-07", tolerancePercent: 10 }],
    }),
    answer: { gap: "11/6", gapPercent: "55/3", light: "far-behind" },
  },
  {
    // the rule from 2023 does not reach back to a December judged for good
    name: "last year's light by last year's target",
    asked: aCase(
      aTarget("new", 10, {
        revisions: [...valued(10), { from: "2023-01", digits: 5, decimals: 0, stretchDigits: null }],
      }),
      "2023-02",
      firms({ "2022-12": 6, "2023-02": 7 }),
    ),
    answer: { light: "missed", metLateAt: null, remaining: "4", completion: "3/5" },
  },
  {
    // raised from 10 to 16 in July: 16 × 7/12 = 28/3
    name: "a raised target",
    asked: aCase(
      aTarget("new", 10, {
        revisions: [...valued(10), { from: "2022-07", digits: 16, decimals: 0, stretchDigits: null }],
      }),
      "2022-07",
      firms({ "2022-07": 8 }),
    ),
    answer: { expected: "28/3", gap: "4/3", completion: "1/2", light: "behind" },
  },
];
