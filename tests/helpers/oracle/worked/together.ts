import { aCase, amounts, aTarget, firms, valued, type WorkedExample, waiting } from "../example.ts";
import { pair } from "../fractions.ts";

const food = aTarget("new", 80, { deadline: "2025-12" });
const nested = { siblings: [aTarget("new", 3), food] } as const;
const range = aTarget("new", 3, { comparator: "range", revisions: valued(3, { stretchDigits: 5 }) });
const rolled = { judgedMonth: "2022-09", parts: 10, allocated: pair(15), unallocated: pair(0) } as const;

/** Nearer targets, ranges, origins and roll-ups. */
export const together: readonly WorkedExample[] = [
  {
    // 3 by 2022, 80 by 2025: on the way to 3 half a year asks 1.5; 0.5 of 80 is 0.625 points
    name: "a back-loaded plan in its first year",
    asked: aCase(food, "2022-06", { ...nested, ...firms({ "2022-06": 1 }) }),
    answer: { expected: "3/2", scheduleShare: "3/160", gap: "1/2", gapPercent: "5/8", light: "on-schedule" },
  },
  {
    // 3 + 77 × 12/36 = 86/3; less 20 = 26/3; of 80 that is 10 5/6 points
    name: "a back-loaded plan in its second year",
    asked: aCase(food, "2023-12", { ...nested, ...firms({ "2023-12": 20 }) }),
    answer: { expected: "86/3", gap: "26/3", gapPercent: "65/6", light: "behind" },
  },
  {
    // a nearer target that only waits bends nothing: 80 × 6/48 = 10
    name: "a nearer target without a curve",
    asked: aCase(food, "2022-06", { siblings: [aTarget("new", 3, { curve: waiting })], ...firms({ "2022-06": 1 }) }),
    answer: { expected: "10", gap: "9", gapPercent: "45/4", light: "behind" },
  },
  {
    // 3—5 is met at 3
    name: "a range at its lower end",
    asked: aCase(range, "2022-06", firms({ "2022-06": 3 })),
    answer: { isMet: true, isStretchMet: false, completionText: "100.0%", light: "met" },
  },
  {
    // and stretched at 5: 5/3
    name: "a range at its upper end",
    asked: aCase(range, "2022-06", firms({ "2022-06": 5 })),
    answer: { isMet: true, isStretchMet: true, completion: "5/3", completionText: "166.7%" },
  },
  {
    // counted since 2021-12; a quota from 2022-12 needs that December's count, which is not there
    name: "events of a second year without the first year's count",
    asked: aCase(aTarget("cumulative", 10, { origin: "2022-12", deadline: "2023-12" }), "2023-03", {
      nature: "tally",
      siblings: [aTarget("cumulative", 10)],
      ...amounts({ "2023-03": 14 }),
    }),
    answer: { achieved: null, light: null, cause: "not-formed", expected: "5/2" },
  },
  {
    // 14 − 11 = 3 of 10, a quarter of the year asks 2.5
    name: "events of a second year",
    asked: aCase(aTarget("cumulative", 10, { origin: "2022-12", deadline: "2023-12" }), "2023-03", {
      nature: "tally",
      siblings: [aTarget("cumulative", 10)],
      ...amounts({ "2022-12": 11, "2023-03": 14 }),
    }),
    answer: { achieved: "3", expected: "5/2", gap: "-1/2", completion: "3/10", light: "on-schedule" },
  },
  {
    // 11 of 15 by nine of ten chains: the sum stays to be seen, the light does not
    name: "a headline with a part missing",
    asked: aCase(aTarget("new", 15), "2022-09", { rollUp: { ...rolled, achieved: pair(11), partsReported: 9 } }),
    answer: { achieved: "11", expected: "45/4", gap: null, gapPercent: null, light: null, cause: "parts-missing" },
  },
  {
    // 15 × 9/12 = 11.25; a quarter of a firm short; 11/15 = 73.3 %
    name: "a headline by all its parts",
    asked: aCase(aTarget("new", 15), "2022-09", { rollUp: { ...rolled, achieved: pair(11), partsReported: 10 } }),
    answer: { expected: "45/4", gap: "1/4", completionText: "73.3%", light: "on-schedule", cause: "under-one-unit" },
  },
  {
    // 38 of 145 are given out; 107 are not, so the parts cannot say how the whole stands
    name: "a headline not given out wholly",
    asked: aCase(aTarget("new", 145), "2022-09", {
      rollUp: { ...rolled, achieved: pair(30), partsReported: 10, allocated: pair(38), unallocated: pair(107) },
    }),
    answer: { achieved: "30", completionText: "20.7%", light: null, cause: "parts-missing" },
  },
  {
    // its own report of 12 goes before the parts' 11
    name: "a headline with a report of its own",
    asked: aCase(aTarget("new", 15), "2022-09", {
      ...firms({ "2022-09": 12 }),
      rollUp: { ...rolled, achieved: pair(11), partsReported: 9 },
    }),
    answer: { achieved: "12", light: "on-schedule", cause: "no-gap" },
  },
];
