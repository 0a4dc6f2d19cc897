import { aCase, aTarget, batch, firms, linear, type WorkedExample } from "../example.ts";

const two = aTarget("new", 2);
const quarterly = { frequency: "quarter", firstPeriod: "2022-03" } as const;
const steeper = {
  from: "2022-07",
  monthlyPercent: [0, 0, 0, 0, 0, 0, 50, 60, 70, 80, 90, 100],
  yearWeights: null,
};

/** Counts of firms: months, periods, deadlines and curves. */
export const countsOfFirms: readonly WorkedExample[] = [
  {
    // 2 × 9/12 = 1.5; half a firm short, 0.5/2 = 25 points, but under one firm and October not reached
    name: "one of two firms in September",
    asked: aCase(two, "2022-09", firms({ "2022-09": 1 })),
    answer: {
      ...{ judgedMonth: "2022-09", isCarriedForward: false, start: "0", achieved: "1", expected: "3/2" },
      ...{ scheduleShare: "3/4", gap: "1/2", gapPercent: "25", remaining: "1", completion: "1/2", isMet: false },
      ...{ completionBasis: "increment", completionText: "50.0%", light: "on-schedule", cause: "under-one-unit" },
    },
  },
  {
    // 2 × 10/12 = 5/3; 2/3 short, a third of 2; the last three months before December begin in October
    name: "one of two firms in October",
    asked: aCase(two, "2022-10", firms({ "2022-10": 1 })),
    answer: {
      expected: "5/3",
      gap: "2/3",
      gapPercent: "100/3",
      light: "behind",
      cause: "under-one-unit-near-deadline",
    },
  },
  {
    // 1.5 short of 2 is 75 points
    name: "none of two firms in September",
    asked: aCase(two, "2022-09", firms({ "2022-09": 0 })),
    answer: {
      gap: "3/2",
      gapPercent: "75",
      completion: "0",
      completionText: "0.0%",
      light: "far-behind",
      remaining: "2",
    },
  },
  {
    // entries cannot fall back, so two of two in September stay met; 1.5 − 2 = −0.5
    name: "both firms before the deadline",
    asked: aCase(two, "2022-09", firms({ "2022-09": 2 })),
    answer: {
      gap: "-1/2",
      gapPercent: "-25",
      completionText: "100.0%",
      light: "met",
      cause: "met-for-good",
      isMet: true,
    },
  },
  {
    // the quarter's period is still September; judged by September's schedule, 1.5
    name: "October of a quarterly plan",
    asked: aCase(two, "2022-10", { ...firms({ "2022-09": 1 }), ...quarterly }),
    answer: { judgedMonth: "2022-09", isCarriedForward: true, expected: "3/2", cause: "under-one-unit" },
  },
  {
    // October's own period has no report; September's value and schedule stay visible
    name: "October of a monthly plan without October's report",
    asked: aCase(two, "2022-10", firms({ "2022-09": 1 })),
    answer: { judgedMonth: "2022-09", isCarriedForward: true, achieved: "1", light: "unreported", cause: "no-report" },
  },
  {
    // the first quarter ends in March; 2 × 2/12 = 1/3 is due by February
    name: "before the first period",
    asked: aCase(two, "2022-02", quarterly),
    answer: {
      light: null,
      cause: "before-first-period",
      judgedMonth: null,
      achieved: null,
      expected: "1/3",
      isMet: null,
    },
  },
  {
    // one of two at the deadline, the second in February: missed for good, and met late
    name: "met late",
    asked: aCase(two, "2023-03", firms({ "2022-12": 1, "2023-01": 1, "2023-02": 2, "2023-03": 3 })),
    answer: {
      ...{ judgedMonth: "2022-12", isCarriedForward: false, achieved: "1", expected: "2", gap: "1", gapPercent: "50" },
      ...{ light: "missed", cause: "met-late", metLateAt: "2023-02", isMet: false },
    },
  },
  {
    // the same a month before the second firm came
    name: "missed and not met later",
    asked: aCase(two, "2023-01", firms({ "2022-12": 1, "2023-01": 1, "2023-02": 2 })),
    answer: { light: "missed", cause: "missed-at-deadline", metLateAt: null },
  },
  {
    // two of two in December
    name: "met at the deadline",
    asked: aCase(two, "2022-12", firms({ "2022-12": 2 })),
    answer: { light: "met", cause: "met-at-deadline", expected: "2", gap: "0", gapPercent: "0", remaining: "0" },
  },
  {
    // nothing for December: neither met nor missed, however the years go on
    name: "no report for the deadline month",
    asked: aCase(two, "2023-06", firms({ "2022-11": 2, "2023-02": 2 })),
    answer: { light: "unreported", judgedMonth: "2022-11", isCarriedForward: true, metLateAt: null },
  },
  {
    // the batch table asks 30 % of 10 by June
    name: "the house table in June",
    asked: aCase(aTarget("new", 10, { curve: batch }), "2022-06", firms({ "2022-06": 3 })),
    answer: { expected: "3", scheduleShare: "3/10", gap: "0", light: "on-schedule", cause: "no-gap" },
  },
  {
    // four equal years: (1 + 0.30)/4 of 80 = 26; 18 short is 22.5 points
    name: "the house table over four years",
    asked: aCase(aTarget("new", 80, { curve: batch, deadline: "2025-12" }), "2023-06", firms({ "2023-06": 8 })),
    answer: { expected: "26", gap: "18", gapPercent: "45/2", light: "far-behind", cause: "beyond-tolerance" },
  },
  {
    // years weigh 1, 2, 2, 5 of 10: (1 + 2 × 0.30)/10 of 80 = 12.8; 4.8 short is 6 points
    name: "weighted years",
    asked: aCase(
      aTarget("new", 80, { curve: { ...batch, yearWeights: { 2023: 2, 2024: 2, 2025: 5 } }, deadline: "2025-12" }),
      "2023-06",
      firms({ "2023-06": 8 }),
    ),
    answer: { expected: "64/5", scheduleShare: "4/25", gap: "24/5", gapPercent: "6", light: "behind" },
  },
  {
    // from July the office's own table asks 60 % of 10 by August; one firm short is 10 points
    name: "an office's table from its month on",
    asked: aCase(aTarget("new", 10, { curve: { ...batch, dated: [steeper] } }), "2022-08", firms({ "2022-08": 5 })),
    answer: { expected: "6", scheduleShare: "3/5", gap: "1", gapPercent: "10", light: "behind" },
  },
  {
    // reported by quarter, June's figure stands in August: it was due by June's table, 30 % of 10
    name: "a figure carried on past an office's new table",
    asked: aCase(aTarget("new", 10, { curve: { ...batch, dated: [steeper] } }), "2022-08", {
      ...firms({ "2022-06": 3 }),
      frequency: "quarter",
    }),
    answer: { judgedMonth: "2022-06", isCarriedForward: true, expected: "3", gap: "0", light: "on-schedule" },
  },
  {
    // an origin in June has the June 30 % behind it: (50 − 30)/(100 − 30) of 7 = 2 in October
    name: "the house table from June on",
    asked: aCase(aTarget("new", 7, { curve: batch, origin: "2022-06" }), "2022-10", {
      ...firms({ "2022-10": 2 }),
    }),
    answer: { expected: "2", scheduleShare: "2/7", cause: "no-gap" },
  },
  {
    // a step table: 20 % from March, 60 % from September; in August 20 % of 50 = 10; one firm is not under one
    name: "a table in the plan",
    asked: aCase(
      aTarget("new", 50, {
        curve: {
          ...linear,
          kind: "custom",
          points: [
            { month: "2022-03", percent: 20 },
            { month: "2022-09", percent: 60 },
            { month: "2022-12", percent: 100 },
          ],
        },
      }),
      "2022-08",
      firms({ "2022-08": 9 }),
    ),
    answer: { expected: "10", gap: "1", gapPercent: "2", light: "behind", cause: "within-tolerance" },
  },
];
