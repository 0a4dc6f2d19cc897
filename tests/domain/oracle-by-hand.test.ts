/**
 * Examples worked out on paper from the rules of the figures, each with its working in one line. They check the oracle,
 * so that it may check `assess` on many more.
 */
import { describe, expect, it } from "vitest";
import { completionText as domainText } from "../../server/src/domain/completion.ts";
import { assessed } from "../helpers/oracle/bridge.ts";
import { completionText } from "../helpers/oracle/display.ts";
import { aCase, aTarget, batch, counts, houseRule, linear, seen, valued, waiting } from "../helpers/oracle/example.ts";
import { pair } from "../helpers/oracle/fractions.ts";
import { judge } from "../helpers/oracle/judge.ts";
import type { PlainCase } from "../helpers/oracle/plain.ts";
import { spell } from "../helpers/oracle/spelling.ts";

interface Example {
  readonly name: string;
  readonly asked: PlainCase;
  readonly answer: Readonly<Record<string, unknown>>;
}

const two = aTarget("new", 2);
const twelve = aTarget("new", 12);
const quarterly = { frequency: "quarter", firstPeriod: "2022-03" } as const;
const firms = (byMonth: Readonly<Record<string, number>>) => ({ observations: counts("entries", byMonth) });
const amounts = (byMonth: Readonly<Record<string, number>>) => ({ observations: counts("amount", byMonth) });

const countsOfFirms: readonly Example[] = [
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

const tolerance = (more: Partial<typeof houseRule>) => ({ rules: [{ ...houseRule, ...more }] });

const rules: readonly Example[] = [
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

const share = aTarget("level", 60, { direction: "falling", comparator: "<=", deadline: "2025-12" });
const from70 = {
  nature: "level",
  decimals: 1,
  isIndivisible: false,
  opening: { month: "2021-12", amount: 700 },
} as const;

const levels: readonly Example[] = [
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

const flow = { nature: "yearly-flow", decimals: 1, isIndivisible: false } as const;

const growths: readonly Example[] = [
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

const silent: readonly Example[] = [
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

const rate = { nature: "rate", decimals: 1, isIndivisible: false } as const;
const standing = { deadline: null, curve: waiting } as const;

const notProRated: readonly Example[] = [
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

const food = aTarget("new", 80, { deadline: "2025-12" });
const nested = { siblings: [aTarget("new", 3), food] } as const;
const range = aTarget("new", 3, { comparator: "range", revisions: valued(3, { stretchDigits: 5 }) });
const rolled = { judgedMonth: "2022-09", parts: 10, allocated: pair(15), unallocated: pair(0) } as const;

const together: readonly Example[] = [
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

const groups = { countsOfFirms, rules, levels, growths, silent, notProRated, together };

describe.each(Object.entries(groups))("worked out by hand: %s", (_, examples) => {
  it.each(examples)("the oracle: $name", ({ asked, answer }) => {
    expect(spell(judge(asked))).toMatchObject(answer);
  });

  it.each(examples)("assess: $name", ({ asked, answer }) => {
    expect(spell(assessed(asked))).toMatchObject(answer);
  });
});

describe("the text of a completion", () => {
  it.each([
    [0, 1, "0.0%"], // nothing is nothing
    [1, 10000, "0.1%"], // 0.01 would read 0.0
    [-1, 10000, "−0.1%"], // −0.01 would read −0.0
    [1, 400, "0.3%"], // 0.25, half up
    [-1, 400, "−0.3%"], // the same below nothing
    [1, 800, "0.1%"], // 0.125
    [2, 3, "66.7%"], // 66.666…
    [9994, 10000, "99.9%"], // 99.94
    [9996, 10000, "99.9%"], // 99.96 would read 100.0 and is not the whole
    [1, 1, "100.0%"], // the whole
    [10004, 10000, "100.0%"], // 100.04
    [2, 1, "200.0%"], // twice
  ])("%i/%i reads %s", (top, bottom, text) => {
    expect(completionText(pair(top, bottom))).toBe(text);
    expect(domainText({ numerator: BigInt(top), denominator: BigInt(bottom) })).toBe(text);
  });

  it("is — where there is none", () => {
    expect(completionText(null)).toBe("—");
    expect(domainText(null)).toBe("—");
  });
});
