/** 季考评 in one sentence: how many units are ranked, who leads, and what is missing. */
import type { Text } from "./model.ts";
import { type Month, monthOfYear, quarterOfYear, yearOf } from "./month.ts";

/** What the sentence is made of. */
export interface AppraisalTold {
  readonly quarter: Month;
  readonly units: number;
  /** Those at the first rank, with their total as it is shown. */
  readonly first: readonly Text[];
  readonly total: string;
  /** How many units have not reported all their figures. */
  readonly incomplete: number;
}

/** A quarter as it is written, by its last month. */
export function quarterInWords(quarter: Month): Text {
  const { number, numeral } = quarterOfYear(quarter);
  return { zh: `${yearOf(quarter)}年第${numeral}季度`, en: `Quarter ${number} of ${yearOf(quarter)}` };
}

/** Whether a month is the last of a quarter. */
export const isQuarterEnd = (month: Month): boolean => monthOfYear(month) % 3 === 0;

/** Where no rule holds for the quarter. */
export function unsetInWords(quarter: Month): Text {
  const { zh, en } = quarterInWords(quarter);
  return {
    zh: `${zh}没有考评办法：方案没有规定权重和计分方法，工作专班也没有设定，不计分、不排名。`,
    en: `${en} has no rule of appraisal: the plan gives neither weights nor a method and the office has set none, so nothing is scored or ranked.`,
  };
}

/** Who leads and what is missing. */
export function appraisalInWords({ quarter, units, first, total, incomplete }: AppraisalTold): Text {
  const of = quarterInWords(quarter);
  const ranked = units - incomplete;
  const zh = [
    `${of.zh}考评${units}个单位，${incomplete === 0 ? "全部报齐" : `${ranked}个报齐，${incomplete}个未报齐`}`,
    first.length === 0
      ? "暂无排名"
      : `${first.map((unit) => unit.zh).join("、")}${first.length > 1 ? "并列" : ""}第1名，得${total}分`,
    ...(incomplete === 0 ? [] : ["未报齐的不计总分、不排名，其余单位的位次为暂定"]),
  ];
  const en = [
    `${of.en}: ${units} units appraised, ${incomplete === 0 ? "all complete" : `${ranked} complete, ${incomplete} not`}`,
    first.length === 0 ? "no ranking yet" : `first ${first.map((unit) => unit.en).join(", ")} with ${total}`,
    ...(incomplete === 0
      ? []
      : ["units with figures missing get no total and no rank, and the ranks of the others are provisional"]),
  ];
  return { zh: `${zh.join("；")}。`, en: `${en.join("; ")}.` };
}
