/** The sentence of an assessment in Chinese as an office writes it. */
import type { Basis, Reading } from "../../../db/src/vocabulary.ts";
import { lacksBase } from "./base.ts";
import { type Fraction, sign } from "./fraction.ts";
import type { Assessment, AssessmentInput, Calendar, Leg, Target } from "./model.ts";
import { type Month, monthOfYear, yearOf } from "./month.ts";
import { type Told, tellAchieved } from "./told.ts";
import { comparatorWords, curveWords, lightWord, readingWords, reportingWords } from "./words.ts";

type Explained = Pick<AssessmentInput, "target" | "measure" | "calendar"> & { readonly basis: Basis };

function monthInChinese(month: Month): string {
  return `${yearOf(month)}年${monthOfYear(month)}月`;
}

function endOf(month: Month): string {
  return monthOfYear(month) === 12 ? `${yearOf(month)}年底` : `${monthInChinese(month)}底`;
}

function periodInChinese(month: Month, { frequency }: Calendar): string {
  const quarter = ["一", "二", "三", "四"][monthOfYear(month) / 3 - 1];
  return frequency === "month" ? monthInChinese(month) : `${yearOf(month)}年${quarter}季度`;
}

/** What is said of a value that went up and of one that went down since the origin. */
const directions: Readonly<Partial<Record<Reading, readonly [up: string, down: string]>>> = {
  net: ["净增", "净减"],
  growth: ["增长", "下降"],
  gain: ["增加", "减少"],
  "annual-growth": ["年均增长", "年均下降"],
};

/** The value with the words before it: 新增1户, 较2021年底下降1.2%, 全年35亿元. */
function reached({ target, measure }: Explained, assessment: Assessment, achieved: Fraction, from: Month): string {
  const { reading, origin } = target;
  const unit = assessment.unit.zh;
  if (reading === "done") {
    return sign(achieved) > 0 ? "已完成" : "尚未完成";
  }
  const pair = directions[reading];
  if (pair !== undefined) {
    const base = reading === "growth" || reading === "gain" ? `较${endOf(origin)}` : "";
    const [up, down] = pair;
    return `${base}${sign(achieved) < 0 ? down : up}${tellAchieved(achieved, assessment).replace("−", "")}${unit}`;
  }
  const isYearlyFlow = measure.nature === "yearly-flow";
  const flow = monthOfYear(from) === 12 ? "全年" : "近12个月合计";
  const before = reading === "level" || reading === "rate" ? (isYearlyFlow ? flow : "为") : readingWords[reading].zh;
  return `${before}${tellAchieved(achieved, assessment)}${unit}`;
}

function valueClause(explained: Explained, assessment: Assessment): string {
  const { achieved, judgedMonth, rollUp } = assessment;
  if (achieved === null || judgedMonth === null) {
    return "";
  }
  const latest = assessment.isCarriedForward ? "（最新数据）" : "";
  const sum = rollUp === null ? "" : "分项合计";
  const coverage =
    rollUp === null ? "" : `（${rollUp.partsReported}/${rollUp.parts}${reportingWords[explained.basis].given.zh}）`;
  const corrected = assessment.isCorrected ? "（更正）" : "";
  const value = reached(explained, assessment, achieved, judgedMonth);
  return `截至${monthInChinese(judgedMonth)}${latest}${sum}${value}${coverage}${corrected}`;
}

/** A count is 不少于, any other quantity 不低于. */
function atLeast({ target, measure }: Explained, { unit }: Assessment): string {
  const isCount = target.comparator === ">=" && measure.isIndivisible && unit.zh === measure.unit.zh;
  return isCount ? "不少于" : comparatorWords[target.comparator].zh;
}

function targetClause(explained: Explained, assessment: Assessment, told: Told): string {
  const { reading, deadline } = explained.target;
  if (reading === "done") {
    return deadline === null ? "长期目标须保持完成" : `目标${endOf(deadline)}前完成`;
  }
  const upTo = told.stretch === "" ? "" : `—${told.stretch}`;
  const value = `${atLeast(explained, assessment)}${told.targetValue}${upTo}${assessment.unit.zh}`;
  return deadline === null ? `长期目标${value}` : `目标${value}（${endOf(deadline)}）`;
}

/** The unit of a distance: what is itself in percent differs by percentage points. */
function distanceUnit({ unit }: Assessment): string {
  return unit.zh === "%" ? "个百分点" : unit.zh;
}

/** The schedule with the nearer targets between which the month lies. */
function legInChinese({ curveKind, from, to }: Leg): string {
  const word = curveWords[curveKind].zh;
  if (from === null) {
    return to === null ? word : `${endOf(to)}目标${word}`;
  }
  return to === null ? `${endOf(from)}目标之后${word}` : `${endOf(from)}至${endOf(to)}目标${word}`;
}

/** What the value was held against before the deadline. */
function yardstickClause({ reading, direction }: Target, assessment: Assessment, told: Told): string {
  const { unit, barDeadline, leg, expected } = assessment;
  if (leg !== null) {
    const towards = direction === "falling" && (reading === "total" || reading === "level") ? "应降至" : "应达";
    return `${legInChinese(leg)}${towards}${told.expected}${unit.zh}`;
  }
  if (barDeadline !== null) {
    const bar = reading === "done" ? "" : `${told.bar}${unit.zh}`;
    return `${endOf(barDeadline)}阶段目标${bar}已到期`;
  }
  return expected === null ? "" : "起点已达目标、须予保持";
}

/** How far behind the value is, or ahead of its curve. */
function gapClause({ direction }: Target, assessment: Assessment, told: Told): string {
  const side = assessment.gap === null ? 0 : sign(assessment.gap);
  const distance = `${told.gap}${distanceUnit(assessment)}`;
  if (side > 0) {
    return `${direction === "rising" ? "差" : "高出"}${distance}`;
  }
  if (told.yardstick !== "curve") {
    return "";
  }
  return side === 0 ? "与序时持平" : `${direction === "rising" ? "超" : "低于序时"}${distance}`;
}

/** The gap in percent beside the tolerance of the rule; without a gap, what is lacking to a strict target. */
function toleranceClause({ comparator }: Target, { rule, gap }: Assessment, told: Told, isWithin: boolean): string {
  if (gap === null || sign(gap) === 0) {
    return `恰为目标值、未${comparatorWords[comparator].zh}目标`;
  }
  const isPoints = told.yardstick === "curve" && rule?.mode === "points";
  const unit = isPoints ? "个百分点" : "%";
  const whole = told.yardstick === "curve" ? "应完成量的" : told.yardstick === "bar" ? "阶段目标的" : "目标值的";
  const inside = rule?.isInclusive === true ? "未超过" : "不到";
  const outside = rule?.isInclusive === true ? "超过" : "达到或超过";
  const share = isPoints ? `差距${told.gapPercent}` : `差距为${whole}${told.gapPercent}`;
  return `${share}${unit}，${isWithin ? inside : outside}${told.tolerance}${unit}`;
}

function missedClause({ direction, comparator, reading }: Target, assessment: Assessment, told: Told): string {
  if (reading === "done") {
    return "到期尚未实现";
  }
  if (told.remaining === "0") {
    return `到期恰为目标值、未${comparatorWords[comparator].zh}目标`;
  }
  return `到期${direction === "rising" ? "尚差" : "仍高出"}${told.remaining}${distanceUnit(assessment)}`;
}

function partsClauses({ rollUp }: Assessment, told: Told, unit: string, lacking: string): readonly string[] {
  if (rollUp === null) {
    return [];
  }
  const missing = rollUp.parts - rollUp.partsReported;
  const side = sign(rollUp.unallocated);
  return [
    missing > 0 ? `尚有${missing}项${lacking}` : "",
    side > 0 ? `尚有${told.unallocated}${unit}未分解` : side < 0 ? `分解数超出目标${told.unallocated}${unit}` : "",
  ];
}

/** What decided the light, clause by clause. */
function causeClauses(
  { target, measure, calendar, basis }: Explained,
  assessment: Assessment,
  told: Told,
): readonly string[] {
  const { cause, unit, latestPeriod, metLateAt, light, isStretchMet } = assessment;
  const held = [yardstickClause(target, assessment, told), gapClause(target, assessment, told)];
  const word = light === null ? "暂不亮灯" : lightWord(light, basis).zh;
  const given = reportingWords[basis].given.zh;
  const lacking = reportingWords[basis].lacking.zh;
  const upperEnd = isStretchMet === true ? "已达上限" : "";
  switch (cause) {
    case "before-first-period":
      return ["尚未到首个填报期", word];
    case "not-formed":
      return [
        lacksBase(target, measure)
          ? `${endOf(target.origin)}基期值${lacking}，不能得出${readingWords[target.reading].zh}`
          : `${given}数据尚不能得出${readingWords[target.reading].zh}`,
        word,
      ];
    case "parts-missing":
      return [...partsClauses(assessment, told, unit.zh, lacking), word];
    case "no-report":
      return [latestPeriod === null ? word : `${periodInChinese(latestPeriod, calendar)}数据${lacking}`];
    case "met-for-good":
      return ["已达目标", upperEnd, word];
    case "met-at-deadline":
      return ["到期已达目标", upperEnd, word];
    case "missed-at-deadline":
      return [missedClause(target, assessment, told), word];
    case "met-late":
      return [
        missedClause(target, assessment, told),
        word,
        metLateAt === null ? "" : `${monthInChinese(metLateAt)}达到目标，属逾期完成`,
      ];
    case "waits-for-deadline":
      return ["期限之前不分解序时", word];
    case "no-gap":
      return [...held, told.yardstick === "curve" ? "" : told.yardstick === "bar" ? "已达阶段目标" : "现已达标", word];
    case "under-one-unit":
      return [...held, `不足1${unit.zh}`, word];
    case "under-one-unit-near-deadline":
      return [...held, `虽不足1${unit.zh}但已临近期限`, word];
    case "within-tolerance":
      return [...held, toleranceClause(target, assessment, told, true), word];
    case "beyond-tolerance":
      return [...held, toleranceClause(target, assessment, told, false), word];
  }
}

/** How an assessment came about in one Chinese sentence, clauses parted by commas. */
export function sentenceInChinese(explained: Explained, assessment: Assessment, told: Told): string {
  const isByWhole = assessment.completionBasis === "whole" && assessment.achieved !== null;
  const clauses = [
    valueClause(explained, assessment),
    targetClause(explained, assessment, told),
    isByWhole ? "基期数不详、完成率按总量计" : "",
    ...causeClauses(explained, assessment, told),
  ];
  return `${clauses.filter((clause) => clause !== "").join("，")}。`;
}
