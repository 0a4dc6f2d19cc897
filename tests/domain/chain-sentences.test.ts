import { comparisonInWords, quarterInWords, stepsInWords } from "@beizeng/server/domain/chain-sentences.ts";
import { describe, expect, it } from "vitest";

const both = (zh: string, en: string) => ({ zh, en });
const firms = both("新增规上企业", "Above-scale enterprises, new");
const count = (number: number) => both(`${number}户`, number === 1 ? "1 firm" : `${number} firms`);
const [steel, food] = [both("钢铁", "Steel"), both("食品", "Food")];

describe("a quarter in words", () => {
  it.each([
    ["2022-03", "2022年一季度", "Q1 2022"],
    ["2022-06", "2022年二季度", "Q2 2022"],
    ["2022-09", "2022年三季度", "Q3 2022"],
    ["2022-12", "2022年四季度", "Q4 2022"],
  ] as const)("%s", (month, zh, en) => {
    expect(quarterInWords(month)).toEqual(both(zh, en));
  });
});

describe("what the quarters brought", () => {
  const best = { quarter: "2022-06", quantity: count(2) } as const;
  const latest = { quarter: "2022-09", quantity: count(1) } as const;

  it("together, most, and last", () => {
    expect(stepsInWords({ indicator: firms, total: count(4), best, latest, source: null })).toEqual(
      both(
        "新增规上企业：各季度共4户；2022年二季度最多，2户；最近的2022年三季度1户。",
        "Above-scale enterprises, new: 4 firms over all quarters; most in Q2 2022 (2 firms); 1 firm in Q3 2022.",
      ),
    );
  });

  it("names the last quarter once where it brought most, and who brought most of it", () => {
    const source = { name: steel, quantity: count(3) };
    expect(stepsInWords({ indicator: firms, total: count(4), best, latest: best, source })).toEqual(
      both(
        "新增规上企业：各季度共4户；2022年二季度最多，2户；钢铁占其中3户。",
        "Above-scale enterprises, new: 4 firms over all quarters; most in Q2 2022 (2 firms); 3 firms of it from Steel.",
      ),
    );
  });

  it("has no best quarter where none brought anything, and nothing to tell without a report", () => {
    const none = { quarter: "2022-03", quantity: count(0) } as const;
    expect(stepsInWords({ indicator: firms, total: count(0), best: null, latest: none, source: null }).zh).toBe(
      "新增规上企业：各季度共0户；最近的2022年一季度0户。",
    );
    for (const known of [{}, { total: count(1) }, { latest: none }]) {
      const told = { indicator: firms, total: null, best: null, latest: null, source: null, ...known };
      expect(stepsInWords(told).en).toBe("Above-scale enterprises, new: nothing to tell by quarter yet.");
    }
    expect(stepsInWords({ indicator: firms, total: null, best: null, latest: null, source: null })).toEqual(
      both("新增规上企业：还没有可以分步的数。", "Above-scale enterprises, new: nothing to tell by quarter yet."),
    );
  });
});

describe("a subject beside the others", () => {
  const worst = { name: food, lacking: count(3) };
  const tell = (parts: Partial<Parameters<typeof comparisonInWords>[0]>) =>
    comparisonInWords({
      ...{ indicator: firms, areChains: true, count: 5, worst },
      ...{ unreported: 0, unreportedWord: both("未报", "not reported") },
      own: { name: steel, place: 2, sharing: 1, lacking: count(1), isUnreported: false },
      ...parts,
    });

  it.each([
    [
      {},
      "新增规上企业：5条产业链中，钢铁差1户，差距居第2；最大的是食品，差3户。",
      "Above-scale enterprises, new: of 5 chains, Steel is 1 firm short, place 2 by gap; Food has the largest, 3 firms.",
    ],
    [
      { own: { name: steel, place: 1, sharing: 1, lacking: count(3), isUnreported: false } },
      "新增规上企业：5条产业链中，钢铁差距最大，差3户。",
      "Above-scale enterprises, new: of 5 chains, Steel has the largest gap, 3 firms.",
    ],
    [
      { own: { name: steel, place: 1, sharing: 2, lacking: count(3), isUnreported: false } },
      "新增规上企业：5条产业链中，钢铁差距并列最大，差3户。",
      "Above-scale enterprises, new: of 5 chains, Steel shares the largest gap, 3 firms.",
    ],
    [
      { own: { name: steel, place: 4, sharing: 1, lacking: null, isUnreported: false } },
      "新增规上企业：5条产业链中，钢铁没有滞后；差距最大的是食品，差3户。",
      "Above-scale enterprises, new: of 5 chains, Steel is not behind; Food has the largest, 3 firms.",
    ],
    [
      { own: { name: steel, place: 1, sharing: 1, lacking: null, isUnreported: false }, worst: null },
      "新增规上企业：5条产业链中都没有滞后。",
      "Above-scale enterprises, new: of 5 chains, none is behind.",
    ],
    [
      { own: { name: steel, place: null, sharing: 0, lacking: null, isUnreported: false } },
      "新增规上企业：5条产业链中，钢铁尚无可比的差距。",
      "Above-scale enterprises, new: of 5 chains, Steel has no gap to compare.",
    ],
    [
      { count: 1 },
      "新增规上企业：只有钢铁有这个目标，无可对比。",
      "Above-scale enterprises, new: only Steel has this target.",
    ],
    [
      { own: { name: steel, place: 4, sharing: 1, lacking: null, isUnreported: true }, unreported: 1 },
      "新增规上企业：5条产业链中，钢铁未报；差距最大的是食品，差3户。",
      "Above-scale enterprises, new: of 5 chains, Steel is not reported; Food has the largest, 3 firms.",
    ],
    [
      { worst: null, unreported: 2 },
      "新增规上企业：5条产业链中，2条未报，其余没有滞后。",
      "Above-scale enterprises, new: of 5 chains, 2 not reported, none of the others is behind.",
    ],
    [
      { worst: null, unreported: 5 },
      "新增规上企业：5条产业链中，5条未报。",
      "Above-scale enterprises, new: of 5 chains, 5 not reported.",
    ],
    [
      { worst: null, unreported: 5, areChains: false },
      "新增规上企业：5项中，5项未报。",
      "Above-scale enterprises, new: of 5 targets, 5 not reported.",
    ],
    [
      { areChains: false },
      "新增规上企业：5项中，钢铁差1户，差距居第2；最大的是食品，差3户。",
      "Above-scale enterprises, new: of 5 targets, Steel is 1 firm short, place 2 by gap; Food has the largest, 3 firms.",
    ],
  ] as const)("%#", (parts, zh, en) => {
    expect(tell(parts)).toEqual(both(zh, en));
  });
});
