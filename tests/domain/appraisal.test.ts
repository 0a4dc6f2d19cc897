/** 季考评 by hand and against an oracle of its own. */
import {
  type AppraisedIndicator,
  appraise,
  methodInWords,
  ranksOf,
  weightOf,
} from "@beizeng/server/domain/appraisal.ts";
import {
  appraisalInWords,
  isQuarterEnd,
  quarterInWords,
  unsetInWords,
} from "@beizeng/server/domain/appraisal-sentence.ts";
import { type Fraction, fractionOf, ofNumber, toText } from "@beizeng/server/domain/fraction.ts";
import fc from "fast-check";
import { expect, test } from "vitest";

const value = (number: number | null): Fraction | null => (number === null ? null : ofNumber(number));
const text = (fraction: Fraction | null) => (fraction === null ? null : toText(fraction, 4));
const none = { base: null, capPercent: null, stepMarks: null };
const byRank: AppraisedIndicator = { ...none, method: "by-rank", fullMarks: 1000, stepMarks: 150 };
const againstBest: AppraisedIndicator = { ...none, method: "against-best", fullMarks: 2000 };
const againstBase: AppraisedIndicator = {
  ...{ ...none, method: "against-base", fullMarks: 1500, capPercent: 120 },
  base: { digits: 80, decimals: 1 },
};

test.each([
  // 10 − 1.5 for each rank below; 5 and 5 are both second, the next is fourth.
  [
    "by rank, ties share the better rank",
    byRank,
    [9, 5, 5, 4],
    ["10.0000", "8.5000", "8.5000", "5.5000"],
    [1, 2, 2, 4],
  ],
  ["by rank, not below 0", { ...byRank, stepMarks: 600 }, [3, 2, 1], ["10.0000", "4.0000", "0.0000"], [1, 2, 3]],
  ["by rank, a missing figure takes no place", byRank, [null, 1, 2], [null, "8.5000", "10.0000"], [null, 2, 1]],
  ["by rank, 0 is a figure", byRank, [0, -1], ["10.0000", "8.5000"], [1, 2]],
  ["against the best", againstBest, [8, 2, 0, -3], ["20.0000", "5.0000", "0.0000", "0.0000"], [1, 2, 3, 4]],
  ["against the best, which is not above 0", againstBest, [0, -3], ["0.0000", "0.0000"], [1, 2]],
  ["against the best, thirds are exact", againstBest, [3, 1, null], ["20.0000", "6.6667", null], [1, 2, null]],
  // Base 8.0: 15 × 4/8 = 7.5; 15 × 9.6/8 = 18, the cap; beyond it 18 as well; falling gets 0.
  // Nothing is kept off for a rank, nothing beyond full marks given without a cap, and without a base the best is one.
  ["by rank without a step", { ...byRank, stepMarks: null }, [2, 1], ["10.0000", "10.0000"], [1, 2]],
  [
    "against a base without a cap",
    { ...againstBase, capPercent: null },
    [8, 4, 20],
    ["15.0000", "7.5000", "15.0000"],
    [2, 3, 1],
  ],
  ["against a base that is not there", { ...againstBase, base: null }, [8, 2], ["15.0000", "3.7500"], [1, 2]],
  [
    "against a base with a cap",
    againstBase,
    [8, 4, 9.6, 20, -2],
    ["15.0000", "7.5000", "18.0000", "18.0000", "0.0000"],
    [3, 4, 2, 1, 5],
  ],
])("%s", (_, rule, figures, points, ranks) => {
  const appraised = appraise(
    [rule],
    figures.map((number) => [value(number)]),
  );
  expect(appraised.map(({ scores }) => text(scores[0]?.points ?? null))).toEqual(points);
  expect(appraised.map(({ scores }) => scores[0]?.rank ?? null)).toEqual(ranks);
});

test("totals are ranked among the units that have all figures; three thirds are one whole", () => {
  const third = { ...againstBest, fullMarks: 100 };
  const rows = [
    [value(1), value(1), value(1)],
    [value(3), null, value(3)],
    [value(3), value(3), value(3)],
    [value(1), value(1), value(1)],
  ];
  const appraised = appraise([third, third, third], rows);
  // 1/3 + 1/3 + 1/3 of a point each.
  expect(appraised.map(({ total }) => text(total))).toEqual(["1.0000", null, "3.0000", "1.0000"]);
  expect(appraised.map(({ rank }) => rank)).toEqual([2, null, 1, 2]);
});

test("the weights are the shares of full marks and come to 100 in all", () => {
  const rules = [byRank, againstBest, againstBase];
  expect(rules.map((rule) => text(weightOf(rule, rules)))).toEqual(["22.2222", "44.4444", "33.3333"]);
});

/** Marks in floating point, by sorting instead of counting. */
function expected(rule: AppraisedIndicator, figures: readonly (number | null)[]): (number | null)[] {
  const sorted = figures.filter((figure) => figure !== null).sort((left, right) => right - left);
  const best = sorted[0] ?? 0;
  return figures.map((figure) => {
    if (figure === null) return null;
    const full = rule.fullMarks / 100;
    if (rule.method === "by-rank") return Math.max(0, full - ((rule.stepMarks ?? 0) / 100) * sorted.indexOf(figure));
    const bar = rule.method === "against-best" ? best : (rule.base?.digits ?? 0) / 10 ** (rule.base?.decimals ?? 0);
    if (bar <= 0 || figure <= 0) return 0;
    return full * Math.min(figure / bar, (rule.capPercent ?? 100) / 100);
  });
}

test("whatever the figures, points are what another reckoning gives, and more never gets less", () => {
  const figures = fc.array(fc.option(fc.integer({ min: -500, max: 500 }), { nil: null }), {
    minLength: 1,
    maxLength: 20,
  });
  fc.assert(
    fc.property(fc.constantFrom(byRank, againstBest, againstBase), figures, (rule, drawn) => {
      const points = appraise(
        [rule],
        drawn.map((number) => [number === null ? null : fractionOf(BigInt(number), 10n)]),
      ).map(({ scores }) => scores[0]?.points ?? null);
      const wanted = expected(
        rule,
        drawn.map((number) => (number === null ? null : number / 10)),
      );
      for (const [place, point] of points.entries()) {
        const want = wanted[place] ?? null;
        if (want === null) expect(point).toBeNull();
        else expect(Number(text(point))).toBeCloseTo(want, 3);
      }
    }),
    { seed: 20_251_012 },
  );
});

test("ranks leave out places after a tie", () => {
  expect(ranksOf([2, 3, 3, null, 1].map(value))).toEqual([3, 1, 1, null, 4]);
});

test("quarters and rules are said as an office writes them", () => {
  expect(quarterInWords("2025-09").zh).toBe("2025年第三季度");
  expect([isQuarterEnd("2025-09"), isQuarterEnd("2025-08")]).toEqual([true, false]);
  expect(methodInWords(againstBase, { zh: "%", en: "%" }).zh).toBe(
    "按基准值：满分×本单位数值÷8%，最高按120%计，负数计0分",
  );
  expect(methodInWords(byRank, { zh: "户", en: "firms" }).zh).toContain("每低1位减1.5分");
  const told = { quarter: "2025-09", units: 3, total: "80", incomplete: 1 } as const;
  const [one, two] = [
    { zh: "甲县", en: "A" },
    { zh: "乙县", en: "B" },
  ];
  expect(appraisalInWords({ ...told, first: [one, two] }).zh).toBe(
    "2025年第三季度考评3个单位，2个报齐，1个未报齐；甲县、乙县并列第1名，得80分；未报齐的不计总分、不排名，其余单位的位次为暂定。",
  );
  expect(appraisalInWords({ ...told, first: [], incomplete: 3 }).zh).toContain("0个报齐，3个未报齐；暂无排名");
});

test("each quarter has its numeral", () => {
  expect((["2025-03", "2025-06", "2025-09", "2025-12"] as const).map(quarterInWords)).toEqual([
    { zh: "2025年第一季度", en: "Quarter 1 of 2025" },
    { zh: "2025年第二季度", en: "Quarter 2 of 2025" },
    { zh: "2025年第三季度", en: "Quarter 3 of 2025" },
    { zh: "2025年第四季度", en: "Quarter 4 of 2025" },
  ]);
});

test("a method is told with what it has: no step, no cap, no base", () => {
  const unit = { zh: "户", en: "firms" };
  expect(methodInWords({ ...byRank, stepMarks: null }, unit)).toEqual({
    zh: "按位次：第1名得满分，每低1位减0分，减完为止；数值相同的并列取较前位次",
    en: "by rank: full marks for the first, 0 less for each rank below, not below 0; equal values share the better rank",
  });
  expect(methodInWords({ ...againstBase, capPercent: null }, unit)).toEqual({
    zh: "按基准值：满分×本单位数值÷8户，最高按100%计，负数计0分",
    en: "against a base: full marks × the value ÷ 8 firms, 100% at most; negative values get 0",
  });
  const best = {
    zh: "按最高值：满分×本单位数值÷已报单位最高值，负数计0分",
    en: "against the best: full marks × the value ÷ the highest reported value; negative values get 0",
  };
  expect(methodInWords(againstBest, unit)).toEqual(best);
  expect(methodInWords({ ...againstBase, base: null }, unit)).toEqual(best);
});

test("the sentence of a quarter whole, with one first alone, and of one without a rule", () => {
  const told = { quarter: "2025-12", units: 2, total: "91.5" } as const;
  const first = [{ zh: "甲县", en: "County A" }];
  expect(appraisalInWords({ ...told, first, incomplete: 0 })).toEqual({
    zh: "2025年第四季度考评2个单位，全部报齐；甲县第1名，得91.5分。",
    en: "Quarter 4 of 2025: 2 units appraised, all complete; first County A with 91.5.",
  });
  expect(appraisalInWords({ ...told, first: [], incomplete: 2 })).toEqual({
    zh: "2025年第四季度考评2个单位，0个报齐，2个未报齐；暂无排名；未报齐的不计总分、不排名，其余单位的位次为暂定。",
    en: "Quarter 4 of 2025: 2 units appraised, 0 complete, 2 not; no ranking yet; units with figures missing get no total and no rank, and the ranks of the others are provisional.",
  });
  expect(unsetInWords("2025-03")).toEqual({
    zh: "2025年第一季度没有考评办法：方案没有规定权重和计分方法，工作专班也没有设定，不计分、不排名。",
    en: "Quarter 1 of 2025 has no rule of appraisal: the plan gives neither weights nor a method and the office has set none, so nothing is scored or ranked.",
  });
});
