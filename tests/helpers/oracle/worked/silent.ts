import { aCase, amounts, aTarget, counts, firms, seen, type WorkedExample, waiting } from "../example.ts";

/** Where DOMAIN is silent and a choice was made. */
export const silent: readonly WorkedExample[] = [
  {
    // 720 of at least 700 from the beginning: no way to go, so met or not met; 10 of 700 is 1 3/7 %
    name: "a start beyond the target, fallen below it",
    asked: aCase(aTarget("total", 700), "2022-06", {
      opening: { month: "2021-12", amount: 720 },
      observations: counts("stock", { "2022-06": 690 }),
    }),
    answer: {
      ...{ completion: null, completionBasis: "met-only", completionText: "—", expected: "700", scheduleShare: null },
      ...{ gap: "10", gapPercent: "10/7", isMet: false, light: "behind" },
    },
  },
  {
    // the quota of 5 for 2022 counts from 2021-12 and is no station of the 10 that count from 2022-06: 10 × 6/12
    name: "a nearer target counted from another month",
    asked: aCase(aTarget("new", 10, { origin: "2022-06", deadline: "2023-06" }), "2022-12", {
      siblings: [aTarget("new", 5)],
      observations: counts("entries", { "2022-06": 2, "2022-12": 7 }),
    }),
    answer: { achieved: "5", expected: "5", bar: null, cause: "no-gap" },
  },
  {
    // a total is the same from wherever it is counted: 600 + (660 − 600) × 6/12 = 630 on the way to 2022
    name: "a nearer total from another month",
    asked: aCase(aTarget("total", 900, { deadline: "2025-12" }), "2022-06", {
      opening: { month: "2021-12", amount: 600 },
      siblings: [aTarget("total", 660, { origin: "2022-03" })],
      observations: counts("stock", { "2022-06": 630 }),
    }),
    answer: { expected: "630", gap: "0", scheduleShare: "1/10" },
  },
  {
    // 20 by 2022 on the way to 10 by 2023 asks for no more than the 10: half of them in June
    name: "a nearer target that asks for more than the farther one",
    asked: aCase(aTarget("net", 10, { deadline: "2023-12" }), "2022-06", {
      siblings: [aTarget("net", 20)],
      observations: [seen("2022-06", { entries: 4, exits: 0 })],
    }),
    answer: { expected: "5", scheduleShare: "1/2", gap: "1", gapPercent: "10", light: "behind" },
  },
  {
    // 50 in 2022-06, when 12 had come and 2 gone since 2021-12; until December 20 and 4: 50 + 8 − 2 = 56
    name: "an opening from within the term",
    asked: aCase(aTarget("total", 60), "2022-12", {
      opening: { month: "2022-06", amount: 50 },
      observations: [seen("2022-06", { entries: 12, exits: 2 }), seen("2022-12", { entries: 20, exits: 4 })],
    }),
    answer: { achieved: "56" },
  },
  {
    // no whole year has been yet, and a standing target does not wait: there is simply nothing to judge
    name: "a standing annual growth in its first year",
    asked: aCase(aTarget("annual-growth", 8, { deadline: null, curve: waiting }), "2022-06", {
      ...{ nature: "level", isIndivisible: false, opening: { month: "2021-12", amount: 100 } },
      ...amounts({ "2022-06": 104 }),
    }),
    answer: { achieved: null, light: null, cause: "not-formed" },
  },
  {
    // 107 after the first year is 7 %, 12.5 % short of 8; in spring the last whole year still stands
    name: "a standing annual growth after its first year",
    asked: aCase(aTarget("annual-growth", 8, { deadline: null, curve: waiting }), "2023-03", {
      ...{ nature: "level", isIndivisible: false, opening: { month: "2021-12", amount: 100 } },
      ...amounts({ "2022-12": 107, "2023-03": 109 }),
    }),
    answer: { judgedMonth: "2022-12", isCarriedForward: true, gap: "1", gapPercent: "25/2", light: "behind" },
  },
  {
    // −3 of a −5 that must be reached from below is above it already: a share of the whole would mislead
    name: "a rising rate below nothing",
    asked: aCase(aTarget("rate", -5, { deadline: null, curve: waiting }), "2022-06", {
      ...{ nature: "rate", isIndivisible: false },
      ...amounts({ "2022-06": -3 }),
    }),
    answer: { completion: null, completionBasis: "met-only", isMet: true, light: "on-schedule" },
  },
  {
    // what may not rise above 5 is met today and can still be broken
    name: "entries that must stay few",
    asked: aCase(aTarget("new", 5, { comparator: "<=", direction: "falling" }), "2022-06", {
      ...firms({ "2022-06": 3 }),
    }),
    answer: { isMet: true, completion: null, light: "on-schedule", cause: "no-gap", remaining: "0" },
  },
];
