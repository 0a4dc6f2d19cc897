import { aCase, amounts, aTarget, counts, firms, seen, type WorkedExample } from "../example.ts";

const share = aTarget("level", 60, { direction: "falling", comparator: "<=", deadline: "2025-12" });
const from70 = {
  nature: "level",
  decimals: 1,
  isIndivisible: false,
  opening: { month: "2021-12", amount: 700 },
} as const;

/** Totals and levels, known and unknown starts. */
export const levels: readonly WorkedExample[] = [
  {
    // from 70 to 60, at 65: half done; a quarter of the way asks 67.5
    name: "a share that must fall, ahead",
    asked: aCase(share, "2022-12", { ...from70, ...amounts({ "2022-12": 650 }) }),
    answer: {
      ...{ start: "70", achieved: "65", completion: "1/2", completionText: "50.0%", expected: "135/2", gap: "-5/2" },
      ...{ gapPercent: "-25", remaining: "5", light: "on-schedule", cause: "no-gap" },
    },
  },
  {
    // 69 is 1.5 above 67.5; of the 10 to fall that is 15 points
    name: "a share that must fall, behind",
    asked: aCase(share, "2022-12", { ...from70, ...amounts({ "2022-12": 690 }) }),
    answer: { gap: "3/2", gapPercent: "15", completion: "1/10", light: "behind", remaining: "9" },
  },
  {
    // nothing known at the origin: falling has no whole to take a share of
    name: "a share that must fall from an unknown start",
    asked: aCase(share, "2022-12", { ...from70, opening: null, ...amounts({ "2022-12": 650 }) }),
    answer: {
      ...{ start: null, expected: null, completion: null, completionBasis: "met-only", completionText: "—" },
      ...{ light: "not-due", cause: "waits-for-deadline", gap: null, isMet: false },
    },
  },
  {
    // 588/1000 of the whole; a start is not known, so it waits
    name: "a total from an unknown start",
    asked: aCase(aTarget("total", 1000, { comparator: ">", deadline: "2025-12" }), "2022-12", {
      observations: counts("stock", { "2022-12": 588 }),
    }),
    answer: { completion: "147/250", completionBasis: "whole", completionText: "58.8%", light: "not-due", start: null },
  },
  {
    // 588 + 100 − 20 = 668; (668 − 588)/(733 − 588) = 80/145 = 55.17 %
    name: "a total from opening, entries and exits",
    asked: aCase(aTarget("total", 733), "2022-12", {
      opening: { month: "2021-12", amount: 588 },
      observations: [seen("2022-12", { entries: 100, exits: 20 })],
    }),
    answer: { achieved: "668", completion: "16/29", completionText: "55.2%", gap: "65", light: "missed", start: "588" },
  },
  {
    // entries without exits and without the stock make no total
    name: "a total that cannot be formed",
    asked: aCase(aTarget("total", 733), "2022-06", {
      opening: { month: "2021-12", amount: 588 },
      ...firms({ "2022-06": 30 }),
    }),
    answer: { achieved: null, light: null, cause: "not-formed", expected: "1321/2", completionText: "—" },
  },
  {
    // 587 − 588 = −1 by the stocks; −1 of 3 is −33.3 %; half of 3 is due
    name: "a net increase below nothing",
    asked: aCase(aTarget("net", 3), "2022-06", {
      opening: { month: "2021-12", amount: 588 },
      observations: counts("stock", { "2022-06": 587 }),
    }),
    answer: {
      achieved: "-1",
      completion: "-1/3",
      completionText: "−33.3%",
      gap: "5/2",
      gapPercent: "250/3",
      remaining: "4",
    },
  },
  {
    // to stay at 588: nothing to divide by; 8 of 588 is 1.36 %
    name: "a target equal to its start, fallen below",
    asked: aCase(aTarget("total", 588), "2022-06", {
      opening: { month: "2021-12", amount: 588 },
      observations: counts("stock", { "2022-06": 580 }),
    }),
    answer: {
      ...{ completion: null, completionBasis: "met-only", expected: "588", scheduleShare: null, isMet: false },
      ...{ gap: "8", gapPercent: "200/147", light: "behind", cause: "within-tolerance" },
    },
  },
  {
    // the same at 600: met now, and a total may fall back, so it is not met for good
    name: "a target equal to its start, kept",
    asked: aCase(aTarget("total", 588), "2022-06", {
      opening: { month: "2021-12", amount: 588 },
      observations: counts("stock", { "2022-06": 600 }),
    }),
    answer: { isMet: true, light: "on-schedule", cause: "no-gap", remaining: "0" },
  },
];
