import { aCase, amounts, aTarget, counts, valued, type WorkedExample, waiting } from "../example.ts";

const rate = { nature: "rate", decimals: 1, isIndivisible: false } as const;
const standing = { deadline: null, curve: waiting } as const;

/** What waits, what is judged now, and the bar. */
export const notProRated: readonly WorkedExample[] = [
  {
    // 96 − 94.8 = 1.2, 1.25 % of 96; 94.8/96 = 98.75 %, half up 98.8
    name: "a standing promise, fallen short",
    asked: aCase(aTarget("rate", 96, standing), "2022-06", { ...rate, ...amounts({ "2022-06": 948 }) }),
    answer: {
      gap: "6/5",
      gapPercent: "5/4",
      completion: "79/80",
      completionText: "98.8%",
      light: "behind",
      start: null,
    },
  },
  {
    // kept today; a standing target is never 已完成
    name: "a standing promise, kept",
    asked: aCase(aTarget("rate", 96, standing), "2022-06", { ...rate, ...amounts({ "2022-06": 960 }) }),
    answer: { light: "on-schedule", cause: "no-gap", isMet: true, completionText: "100.0%" },
  },
  {
    // 6.8 is not above 6.8: 100.0% and not met
    name: "a strict rate exactly at its value",
    asked: aCase(aTarget("rate", 68, { comparator: ">", revisions: valued(68, { decimals: 1 }) }), "2022-12", {
      ...rate,
      ...amounts({ "2022-12": 68 }),
    }),
    answer: { isMet: false, completion: "1", completionText: "100.0%", light: "missed", remaining: "0" },
  },
  {
    // 6 days where 5 are allowed: 1 over, 20 % of 5, still within
    name: "days that must fall",
    asked: aCase(aTarget("rate", 5, { direction: "falling", comparator: "<=", ...standing }), "2022-06", {
      ...rate,
      ...amounts({ "2022-06": 60 }),
    }),
    answer: {
      gap: "1",
      gapPercent: "20",
      completion: null,
      completionBasis: "met-only",
      light: "behind",
      remaining: "1",
    },
  },
  {
    // a works not yet finished waits for its deadline
    name: "a milestone before its deadline",
    asked: aCase(aTarget("done", 1, { curve: waiting }), "2022-06", {
      nature: "milestone",
      ...amounts({ "2022-06": 0 }),
    }),
    answer: { completion: "0", completionText: "0.0%", light: "not-due", cause: "waits-for-deadline", expected: null },
  },
  {
    // done is done
    name: "a milestone reached early",
    asked: aCase(aTarget("done", 1, { curve: waiting }), "2022-06", {
      nature: "milestone",
      ...amounts({ "2022-06": 1 }),
    }),
    answer: { completion: "1", light: "met", cause: "met-for-good" },
  },
  {
    // 700 of the 733 that were due in 2022: 33 short
    name: "a total at the bar of the year before",
    asked: aCase(aTarget("total", 1000, { comparator: ">", deadline: "2025-12" }), "2023-03", {
      siblings: [aTarget("total", 733)],
      observations: counts("stock", { "2023-03": 700 }),
    }),
    answer: { bar: "733", gap: "33", gapPercent: "3300/733", light: "behind", completionText: "70.0%" },
  },
  {
    // the same in the summer before: nothing has come due
    name: "a total before the bar is due",
    asked: aCase(aTarget("total", 1000, { comparator: ">", deadline: "2025-12" }), "2022-06", {
      siblings: [aTarget("total", 733)],
      observations: counts("stock", { "2022-06": 700 }),
    }),
    answer: { bar: null, gap: null, light: "not-due", cause: "waits-for-deadline" },
  },
  {
    // at the bar exactly: the bar is ≥ 733
    name: "a total at the bar, met",
    asked: aCase(aTarget("total", 1000, { comparator: ">", deadline: "2025-12" }), "2022-12", {
      siblings: [aTarget("total", 733)],
      observations: counts("stock", { "2022-12": 733 }),
    }),
    answer: { bar: "733", gap: "0", light: "on-schedule", cause: "no-gap" },
  },
];
