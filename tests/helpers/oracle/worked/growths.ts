import { aCase, amounts, aTarget, counts, valued, type WorkedExample, waiting } from "../example.ts";

const flow = { nature: "yearly-flow", decimals: 1, isIndivisible: false } as const;

/** Growth, annual growth, and what cannot be formed. */
export const growths: readonly WorkedExample[] = [
  {
    // 600 + 1000 − 450 = 1150 in the last twelve months, 15 % above 1000; half of 15.2 is due: 7.6 − 15 = −7.4
    name: "growth of output in the middle of the year",
    asked: aCase(aTarget("growth", 152, { revisions: valued(152, { decimals: 1 }) }), "2022-06", {
      ...flow,
      opening: { month: "2021-12", amount: 10000 },
      ...amounts({ "2021-06": 4500, "2022-06": 6000 }),
    }),
    answer: { achieved: "15", expected: "38/5", gap: "-37/5", completion: "75/76", completionText: "98.7%" },
  },
  {
    // without last June the last twelve months are not known
    name: "growth of output without the year before",
    asked: aCase(aTarget("growth", 15), "2022-06", {
      ...flow,
      opening: { month: "2021-12", amount: 10000 },
      ...amounts({ "2022-06": 6000 }),
    }),
    answer: { achieved: null, light: null, cause: "not-formed" },
  },
  {
    // 121/100 over two years is 10 % a year exactly, which is not above 10; nothing has come due
    name: "annual growth exactly at a strict target",
    asked: aCase(aTarget("annual-growth", 10, { comparator: ">", deadline: "2025-12", curve: waiting }), "2023-12", {
      ...{ nature: "level", isIndivisible: false, opening: { month: "2021-12", amount: 100 } },
      ...amounts({ "2023-12": 121 }),
    }),
    answer: { achieved: "10", completion: "1", completionText: "100.0%", isMet: false, light: "not-due", start: null },
  },
  {
    // 1.1001^4 ends in …0001 at its 16th decimal; cut off at the 15th the growth is below 10.01 % by 2 in 10^15
    name: "annual growth a hair below its target",
    asked: aCase(
      aTarget("annual-growth", 0, { deadline: "2025-12", curve: waiting, revisions: valued(1001, { decimals: 2 }) }),
      "2025-12",
      {
        ...{ nature: "level", isIndivisible: false, opening: { month: "2021-12", amount: 1_000_000_000_000_000 } },
        ...amounts({ "2025-12": 1_464_632_472_604_400 }),
      },
    ),
    answer: { isMet: false, light: "missed", completionText: "99.9%" },
  },
  {
    // 105/100 after one year is 5 %; June is no whole year, so the year's value stands and the target waits
    name: "annual growth between whole years",
    asked: aCase(aTarget("annual-growth", 10, { deadline: "2025-12" }), "2023-06", {
      ...{ nature: "level", isIndivisible: false, opening: { month: "2021-12", amount: 100 } },
      ...amounts({ "2022-12": 105, "2023-06": 112 }),
    }),
    answer: {
      judgedMonth: "2022-12",
      achieved: "5",
      completionText: "50.0%",
      light: "not-due",
      cause: "waits-for-deadline",
    },
  },
  {
    // 1.5 points of growth are no firms: 10/2 − 4.5 = 0.5, 5 points of 10: behind although the firms are indivisible
    name: "growth is not in whole firms",
    asked: aCase(aTarget("growth", 10), "2022-06", {
      opening: { month: "2021-12", amount: 200 },
      observations: counts("stock", { "2022-06": 209 }),
    }),
    answer: { achieved: "9/2", gap: "1/2", gapPercent: "5", light: "behind", cause: "within-tolerance" },
  },
  {
    // 30 of 60 falls short of the bar of 40 set for 2022 by a quarter
    name: "annual growth at a bar",
    asked: aCase(aTarget("annual-growth", 60, { deadline: "2025-12" }), "2022-12", {
      ...{ nature: "level", isIndivisible: false, opening: { month: "2021-12", amount: 100 } },
      siblings: [aTarget("annual-growth", 40)],
      ...amounts({ "2022-12": 130 }),
    }),
    answer: { bar: "40", achieved: "30", gap: "10", gapPercent: "25", light: "far-behind" },
  },
];
