/** What Excel, WPS and LibreOffice let be typed into the cells of a form, with Chinese words for what they refuse. */
import type { Nature } from "../../../db/src/vocabulary.ts";
import { addressAt, type PlacedLine } from "./form-layout.ts";
import type { CellRule } from "./spreadsheet/sheet.ts";
import type { LineField } from "./workbook-form.ts";

/** Longest note and reason, in characters. */
const longestText = 500;

const decimalsName = (decimals: number) => (decimals === 0 ? "整数" : `数字，最多${decimals}位小数`);

/** A number of at least `least` (any number where null) with no more decimals than the indicator has. */
function numberRule(address: string, decimals: number, least: string | null, words: string): CellRule {
  if (decimals === 0 && least !== null) {
    return { type: "whole", operator: "greaterThanOrEqual", formulas: [least], words };
  }
  const bound = least === null ? "" : `${address}>=${least},`;
  const formula = `AND(ISNUMBER(${address}),${bound}ROUND(${address},${decimals})=${address})`;
  return { type: "custom", formulas: [formula], words };
}

/** The rule of the cell that takes the period's own figure. */
export function addedRule({ row, measure, line }: PlacedLine): CellRule {
  const words = `本期新发生的数，${decimalsName(measure.decimals)}；与累计数填其一即可`;
  return numberRule(addressAt("added", row), measure.decimals, line.isCumulative ? "0" : null, words);
}

/** What a figure's cell takes by itself, whatever stood before. */
export function figureRule(
  address: string,
  { nature, decimals, field }: { readonly nature: Nature; readonly decimals: number; readonly field: LineField },
): CellRule {
  if (field === "doneOn") {
    // 36526 is 2000-01-01 and 73050 is 2099-12-31 by a spreadsheet's count of days.
    return {
      type: "date",
      operator: "between",
      formulas: ["36526", "73050"],
      words: "完成当天的日期，如 2022-09-30",
    };
  }
  if (nature === "milestone") {
    return { type: "list", formulas: ['"0,1"'], words: "只能填1（已完成）或0（未完成）" };
  }
  const shape = decimalsName(decimals);
  const isCount = nature === "population" || nature === "tally";
  return numberRule(address, decimals, isCount ? "0" : null, isCount ? `${shape}；不得小于0` : shape);
}

/** The rule of the cell that takes the cumulative figure, the value at the period's end, or a milestone's day. */
export function cumulativeRule({ row, measure, line }: PlacedLine): CellRule {
  const { last, isCumulative, field } = line;
  const address = addressAt("cumulative", row);
  if (field !== "doneOn" && measure.nature !== "milestone" && isCumulative && last !== null) {
    const least = last.text.replaceAll(",", "");
    const words = `${decimalsName(measure.decimals)}；累计不得小于上期 ${last.text}`;
    return numberRule(address, measure.decimals, least, words);
  }
  return figureRule(address, { nature: measure.nature, decimals: measure.decimals, field });
}

/** The rule of a cell of words. */
export function textRule(prompt: string): CellRule {
  const words = `不超过${longestText}字`;
  return { type: "textLength", operator: "lessThanOrEqual", formulas: [String(longestText)], words, prompt };
}
