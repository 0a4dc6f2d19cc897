/** The clauses of a sentence about one target of a briefing: what was reached, how much of the target that is, how it stands. */
import type { Basis } from "../../../db/src/vocabulary.ts";
import type { ToldTarget } from "./briefing-told.ts";
import { endOfMonth, horizonInWords, monthInWords } from "./briefing-words.ts";
import { isMonth, type Month, monthOfYear, yearOf } from "./month.ts";
import { reportingWords } from "./words.ts";

/** The month that a shown text is; other texts are a fault of the caller and throw. */
export function monthOfText(text: string): Month {
  if (!isMonth(text)) throw new RangeError(`${text} is not a month`);
  return text;
}

/** The unit of a distance: what is itself in percent differs by percentage points. */
const distanceUnit = (unit: string): string => (unit === "%" ? "个百分点" : unit);

/** By the value and not by its text, which has no minus where it rounds to 0. */
const isFalling = ({ assessment }: ToldTarget): boolean => Number(assessment.achieved.value) < 0;

const withoutSign = (text: string): string => text.replace("−", "");

/** The indicator with the part of its subject that it is about. */
function countedThing({ assessment: { indicatorName, scopeName } }: ToldTarget): string {
  return scopeName === null ? indicatorName.zh : `${indicatorName.zh}（${scopeName.zh}）`;
}

/** 增长3.5%, 下降1.2%, or that it stands as it stood. */
function moved(target: ToldTarget, [up, down]: readonly [string, string], unit: string): string {
  const { value, text } = target.assessment.achieved;
  return value === 0 ? "持平" : `${isFalling(target) ? down : up}${withoutSign(text)}${unit}`;
}

/** What was reached: 新增规上企业11户, 规上企业净减2户, 产值近12个月合计52.4亿元. Asked only where there is a figure. */
export function reachedInWords(target: ToldTarget): string {
  const { reading, achieved, origin, judgedMonth } = target.assessment;
  const unit = target.assessment.unit.zh;
  const thing = countedThing(target);
  const base = `较${endOfMonth(monthOfText(origin))}`;
  switch (reading) {
    case "new":
      return achieved.value === 0 ? `尚未新增${thing}` : `新增${thing}${achieved.text}${unit}`;
    case "net":
      if (achieved.value === 0) return `${thing}净增为零`;
      return isFalling(target)
        ? `${thing}净减${withoutSign(achieved.text)}${unit}`
        : `净增${thing}${achieved.text}${unit}`;
    case "total":
      return `${thing}总数为${achieved.text}${unit}`;
    case "growth":
      return `${thing}${base}${moved(target, ["增长", "下降"], unit)}`;
    case "annual-growth":
      return `${thing}年均${moved(target, ["增长", "下降"], unit)}`;
    case "gain":
      return `${thing}${base}${moved(target, ["提高", "下降"], distanceUnit(unit))}`;
    case "cumulative":
      return achieved.value === 0 ? `${thing}累计为零` : `${thing}累计${achieved.text}${unit}`;
    case "level": {
      if (target.nature !== "yearly-flow") return `${thing}为${achieved.text}${unit}`;
      const isWholeYear = judgedMonth !== null && monthOfYear(monthOfText(judgedMonth)) === 12;
      return `${thing}${isWholeYear ? "全年" : "近12个月合计"}${achieved.text}${unit}`;
    }
    case "rate":
      return `${thing}为${achieved.text}${unit}`;
    case "done":
      return `${thing}${achieved.value === 1 ? "已完成" : "尚未完成"}`;
  }
}

/** What the target is called: 年度目标 within its own year, 2022年底目标, “十四五”末目标, 长期目标. */
export function goalInWords({ origin, deadline }: ToldTarget["assessment"], month: Month): string {
  if (deadline === null) return "长期目标";
  const [from, until] = [monthOfText(origin), monthOfText(deadline)];
  const isOfYear = monthOfYear(until) === 12 && yearOf(from) === yearOf(until) - 1 && monthOfYear(from) === 12;
  return isOfYear && yearOf(month) === yearOf(until) ? "年度目标" : `${horizonInWords(deadline).zh}目标`;
}

/** What a share of a whole is a share of: of the total, or of what the target adds to where it began. */
function shareOf({ assessment: { completionBasis, reading, direction } }: ToldTarget): string {
  if (completionBasis === "whole") return "（按总量计）";
  if (reading !== "total" && reading !== "level") return "";
  return direction === "rising" ? "（按增量计）" : "（按降幅计）";
}

/** How much of the target is done; nothing where no share can be formed, or nothing was done. */
function completionClause(target: ToldTarget, goal: string): string {
  const { completion, achieved, isMet, reading, remaining, unit, light, targetText } = target.assessment;
  const share = completion.value;
  if (reading === "done" || (achieved.value === 0 && share === 0)) return "";
  if (share === null) return `目标为${targetText.zh}`;
  if (share < 0)
    return light === "missed" ? "低于起点" : `低于起点，离${goal}还差${remaining.text}${distanceUnit(unit.zh)}`;
  if (share === 1 && isMet === true) return light === "met" ? "" : `达到${goal}`;
  const isShort = share >= 1 && isMet === false && light === "not-due" ? "，恰为目标值、尚未达标" : "";
  return `完成${goal}的${completion.text}${shareOf(target)}${isShort}`;
}

function metClause({ assessment: { cause, completion, reading } }: ToldTarget, goal: string): string {
  const isOver = (completion.value ?? 0) > 1;
  if (reading === "done") return cause === "met-at-deadline" ? "如期实现" : "";
  if (cause === "met-at-deadline") return isOver ? "如期超额完成" : `如期完成${goal}`;
  return isOver ? "提前超额完成" : `提前完成${goal}`;
}

function missedClause({ assessment }: ToldTarget, goal: string): string {
  const { reading, remaining, direction, unit, metLateAt, completion, achieved } = assessment;
  const isGoalTold = (completion.value ?? 0) > 0 && achieved.value !== 0;
  const late = metLateAt === null ? "" : `，${monthInWords(monthOfText(metLateAt))}达到目标，属逾期完成`;
  if (reading === "done" || remaining.value === null) return `到期未完成${goal}${late}`;
  if (remaining.value === 0) return `到期恰为目标值、未达到${goal}要求${late}`;
  const lacking = direction === "rising" ? "尚差" : "仍高出";
  return `到期未完成${isGoalTold ? "" : goal}，${lacking}${remaining.text}${distanceUnit(unit.zh)}${late}`;
}

const yardsticks = { curve: "序时进度", bar: "阶段目标", target: "目标" } as const;

function laggingClause({ yardstick, assessment }: ToldTarget, word: string): string {
  const { gap, direction, unit, reading } = assessment;
  if (reading === "done") return `阶段目标已到期，进度${word}`;
  if (gap.value === 0) return `恰为目标值、尚未达标，进度${word}`;
  const side = direction === "rising" ? "低于" : "高于";
  return `${side}${yardsticks[yardstick]}${gap.text}${distanceUnit(unit.zh)}，进度${word}`;
}

/** How the target stands, by its light alone: 达到序时进度 is said of nothing else than what is so. */
function standingClause(target: ToldTarget, goal: string): string {
  const { light, cause, gap, rollUp, unit } = target.assessment;
  switch (light) {
    case "met":
      return metClause(target, goal);
    case "missed":
      return missedClause(target, goal);
    case "on-schedule":
      if (target.yardstick === "bar") return "达到阶段目标";
      if (target.yardstick === "target") return "符合目标要求";
      return (gap.value ?? 0) < 0 ? "快于序时进度" : "达到序时进度";
    case "behind":
      return laggingClause(target, "滞后");
    case "far-behind":
      return laggingClause(target, "严重滞后");
    // Said once before all of them.
    case "not-due":
    case "unreported":
      return "";
    case null:
      if (cause !== "parts-missing" || rollUp === null) return "暂不评定进度";
      return (rollUp.unallocated.value ?? 0) > 0
        ? `尚有${rollUp.unallocated.text}${unit.zh}未分解，暂不评定进度`
        : "分项尚未报齐，暂不评定进度";
  }
}

/** What is told where a figure is owed: of which period, and the last one that is known. */
function owedInWords(target: ToldTarget, { basis, period }: { basis: Basis; period: string }): string {
  const { achieved, judgedMonth, reading, unit } = target.assessment;
  const word = reportingWords[basis].lacking.zh;
  const lacking = `${target.name.zh}${period}数据${word}`;
  if (achieved.value === null || judgedMonth === null || reading === "done") return lacking;
  return `${lacking}，最近一期为截至${endOfMonth(monthOfText(judgedMonth))}的${achieved.text}${unit.zh}`;
}

/** That a figure is the sum of its parts, and of how many where some are not there. */
function summedInWords(rollUp: ToldTarget["assessment"]["rollUp"], basis: Basis): string {
  if (rollUp === null) return "";
  const { parts, partsReported } = rollUp;
  return parts === partsReported
    ? "各分项合计"
    : `各分项合计（${parts}项中${partsReported}项${reportingWords[basis].given.zh}）`;
}

/** One sentence on a target at a month, without the words that begin it and without its full stop. */
export function targetSentence(
  target: ToldTarget,
  { month, basis, period }: { readonly month: Month; readonly basis: Basis; readonly period: string },
): string {
  const { light, cause, achieved, judgedMonth, deadline, rollUp } = target.assessment;
  if (light === "unreported") return owedInWords(target, { basis, period });
  if (achieved.value === null) {
    if (cause === "before-first-period") return `${target.name.zh}尚未到首个填报期`;
    if (light === "not-due") return `${target.name.zh}尚无数据`;
    return `${target.name.zh}现有数据尚不能得出，暂不评定进度`;
  }
  const goal = goalInWords(target.assessment, month);
  const asked = deadline === null || deadline > month ? month : deadline;
  const dated =
    judgedMonth === null || judgedMonth === asked ? "" : `（数据截至${endOfMonth(monthOfText(judgedMonth))}）`;
  const clauses = [
    `${summedInWords(rollUp, basis)}${reachedInWords(target)}${dated}`,
    completionClause(target, goal),
    standingClause(target, goal),
  ];
  return clauses.filter((clause) => clause !== "").join("，");
}

/** What a target lacks, in a list: 食品加工新增规上企业差3户. */
export function lackingInWords({ subject, name, shortfall, assessment }: ToldTarget): string {
  const who = `${subject.name.zh}${name.zh}`;
  if (assessment.reading === "done" || shortfall.value === null) return `${who}尚未完成`;
  if (shortfall.value === 0) return `${who}恰为目标值、尚未达标`;
  return `${who}${assessment.direction === "rising" ? "差" : "高出"}${shortfall.text}${distanceUnit(assessment.unit.zh)}`;
}
