/** What readings, quantities and places are called. DOMAIN sections 1, 2 and 9. */
import { readings } from "@beizeng/db/vocabulary";
import { namesOf, owedPeriod, wholePlace } from "@beizeng/server/domain/briefing-words.ts";
import { quantityInEnglish, quantityInWords } from "@beizeng/server/domain/quantity.ts";
import { lightWord, readingName } from "@beizeng/server/domain/words.ts";
import { expect, test } from "vitest";

const firms = { zh: "规上企业", en: "Large firms" };

test("what a target counts says its reading, where the indicator alone does not", () => {
  const names = Object.fromEntries(readings.map((reading) => [reading, readingName(reading, firms)]));
  expect(names).toEqual({
    new: { zh: "新增规上企业", en: "Large firms, new" },
    net: { zh: "净增规上企业", en: "Large firms, net increase" },
    total: { zh: "规上企业总数", en: "Large firms, total" },
    growth: { zh: "规上企业增长", en: "Large firms, growth" },
    "annual-growth": { zh: "规上企业年均增长", en: "Large firms, annual growth" },
    gain: { zh: "规上企业提高", en: "Large firms, gain" },
    cumulative: firms,
    level: firms,
    rate: firms,
    done: firms,
  });
});

test.each([
  ["1", "firms", "1 firm"],
  ["0", "firms", "0 firms"],
  ["2", "firms", "2 firms"],
  ["11", "firms", "11 firms"],
  ["1.5", "firms", "1.5 firms"],
  ["≥1", "firms", "≥1 firm"],
  [">1", "firms", ">1 firm"],
  ["≤1", "firms", "≤1 firm"],
  ["<1", "firms", "<1 firm"],
  ["−1", "factories", "−1 factory"],
  ["≥2", "factories", "≥2 factories"],
  ["20", "%", "20%"],
  ["1", "% of output", "1% of output"],
  ["15.2", "100 million yuan", "15.2 × 100 million yuan"],
  ["1", "10,000 tonnes", "1 × 10,000 tonnes"],
])("%s of %s is %s", (figure, unit, said) => {
  expect(quantityInEnglish(figure, unit)).toBe(said);
  expect(quantityInWords(figure, { zh: "个", en: unit })).toEqual({ zh: `${figure}个`, en: said });
});

test.each([
  ["prefecture", "锡林郭勒盟", "全盟"],
  ["prefecture", "延边朝鲜族自治州", "全州"],
  ["prefecture", "吕梁市", "全市"],
  ["county", "鄂温克族自治旗", "全旗"],
  ["county", "交口县", "全县"],
] as const)("%s %s speaks of %s", (kind, name, said) => {
  expect(wholePlace(kind, name)).toBe(said);
});

test("no period is owed before the first, nor at what is no month", () => {
  const plan = { frequency: "quarter" } as const;
  const owed = (latestPeriod: string | null) => owedPeriod({ reporting: { latestPeriod }, plan });
  expect([owed("2022-06"), owed(null), owed("standing")]).toEqual(["2022年二季度", "", ""]);
});

test("of more names than are told the rest is hinted at", () => {
  expect(namesOf(["甲", "乙"], 2)).toBe("甲、乙");
  expect(namesOf(["甲", "乙", "丙"], 2)).toBe("甲、乙等");
});

test("what is not there is 未报 of the unit and 未核定 of the bureau; other lights have one word", () => {
  expect([lightWord("unreported", "department").zh, lightWord("unreported", "statistics").zh]).toEqual([
    "未报",
    "未核定",
  ]);
  expect([lightWord("met", "department").zh, lightWord("met", "statistics").zh]).toEqual(["已完成", "已完成"]);
});
