/** What the office may set of how a plan is judged (亮灯规则与入库日历), and how a rule and a calendar are told. DOMAIN sections 3 and 4. */
import type { EntryCalendar, LightRule, Text } from "./model.ts";
import { addMonths, type Month, monthOfYear, monthsFrom, yearOf } from "./month.ts";

/** What is wrong with something typed, by the field's name. */
export interface JudgingFault {
  readonly field: "tolerancePercent" | "monthlyPercent" | "yearWeights";
  readonly text: Text;
}

const isPercent = (value: number) => Number.isInteger(value) && value >= 0 && value <= 100;

/** What is wrong with a rule's tolerance; null for a whole percent. */
export function faultOfTolerance(tolerancePercent: number): JudgingFault | null {
  const text = { zh: "应为0—100的整数", en: "it must be a whole number from 0 to 100" };
  return isPercent(tolerancePercent) ? null : { field: "tolerancePercent", text };
}

function faultOfTable(monthlyPercent: readonly number[]): Text | null {
  if (monthlyPercent.length !== 12 || !monthlyPercent.every(isPercent)) {
    return {
      zh: "应为12个0—100的整数，1月至12月各一个",
      en: "it must be 12 whole numbers from 0 to 100, January to December",
    };
  }
  const fall = monthlyPercent.findIndex((percent, place) => percent < (monthlyPercent[place - 1] ?? 0));
  if (fall !== -1) {
    const [before, after] = [monthlyPercent[fall - 1], monthlyPercent[fall]];
    return {
      zh: `累计进度不能下降：${fall}月为${before}%，${fall + 1}月为${after}%`,
      en: `it is cumulative and must not fall: ${before}% in month ${fall}, ${after}% in month ${fall + 1}`,
    };
  }
  const last = monthlyPercent[11];
  return last === 100 ? null : { zh: `12月应为100%，现为${last}%`, en: `December must be 100%, not ${last}%` };
}

/** The most that a year can weigh. */
const mostWeight = 100;

/** What is wrong with a calendar: twelve whole percents that do not fall and end at 100, and whole weights of the plan's years. */
export function faultOfCalendar(
  { monthlyPercent, yearWeights }: Omit<EntryCalendar, "from">,
  years: readonly number[],
): JudgingFault | null {
  const table = faultOfTable(monthlyPercent);
  if (table !== null) return { field: "monthlyPercent", text: table };
  for (const [year, weight] of Object.entries(yearWeights ?? {})) {
    if (!years.includes(Number(year))) {
      const text = { zh: `没有按入库批次计算的${year}年`, en: `no batch schedule runs in ${year}` };
      return { field: "yearWeights", text };
    }
    if (!Number.isInteger(weight) || weight < 1 || weight > mostWeight) {
      const zh = `${year}年应为1—${mostWeight}的整数`;
      return { field: "yearWeights", text: { zh, en: `${year} must be a whole number from 1 to ${mostWeight}` } };
    }
  }
  return null;
}

/** The years that batch targets run through: from the month after each origin to its deadline. */
export function batchYears(spans: readonly { readonly origin: Month; readonly deadline: Month | null }[]): number[] {
  const years = spans.flatMap(({ origin, deadline }) =>
    deadline === null ? [] : monthsFrom(addMonths(origin, 1), deadline).map(yearOf),
  );
  return [...new Set(years)].sort((one, other) => one - other);
}

/** Whether two rules judge alike, whenever they begin. */
export function isSameRule(one: LightRule, other: LightRule): boolean {
  return (
    one.mode === other.mode && one.tolerancePercent === other.tolerancePercent && one.isInclusive === other.isInclusive
  );
}

/** Whether two calendars ask for the same, whenever they begin; a year that is not named weighs 1. */
export function isSameCalendar(one: EntryCalendar, other: EntryCalendar): boolean {
  const years = Object.keys({ ...one.yearWeights, ...other.yearWeights }).map(Number);
  return (
    one.monthlyPercent.every((percent, place) => percent === other.monthlyPercent[place]) &&
    years.every((year) => (one.yearWeights?.[year] ?? 1) === (other.yearWeights?.[year] ?? 1))
  );
}

/** A rule as an office says it. */
export function ruleInWords({ mode, tolerancePercent: percent, isInclusive }: Omit<LightRule, "from">): Text {
  const isPoints = mode === "points";
  const zh = isPoints ? "个百分点" : "%";
  const en = isPoints ? `${percent} points of the target` : `${percent}% of what is due`;
  const held = isPoints
    ? { zh: "差距按目标值的百分点计", en: "The gap is taken in points of the target" }
    : { zh: "差距按应完成量的百分比计", en: "The gap is taken in percent of what is due" };
  return {
    zh: `${held.zh}：${isInclusive ? "不超过" : "不到"}${percent}${zh}为滞后，${isInclusive ? "超过" : "达到"}${percent}${zh}为严重滞后`,
    en: isInclusive
      ? `${held.en}: behind up to and including ${en}, far behind beyond`
      : `${held.en}: behind below ${en}, far behind from there on`,
  };
}

/** A calendar as an office says it: the percents of the months, and the years that weigh more than one. */
export function calendarInWords({ monthlyPercent, yearWeights }: Omit<EntryCalendar, "from">): Text {
  const weights = Object.entries(yearWeights ?? {}).filter(([, weight]) => weight !== 1);
  const months = monthlyPercent.map((percent, place) => `${place + 1}月${percent}%`).join("、");
  const weighed =
    weights.length === 0
      ? "各年权重相同"
      : `年度权重：${weights.map(([year, weight]) => `${year}年${weight}`).join("、")}，其余为1`;
  const enWeighed =
    weights.length === 0
      ? "years weigh the same"
      : `${weights.map(([year, weight]) => `${year} weighs ${weight}`).join(", ")}, others 1`;
  return {
    zh: `${months}；${weighed}`,
    en: `By the end of January to December: ${monthlyPercent.join(", ")}%; ${enWeighed}`,
  };
}

const monthZh = (month: Month) => `${yearOf(month)}年${monthOfYear(month)}月`;

/** What a rule or calendar would do to the lights of the months from `from` to the running one. */
export interface JudgingTold {
  readonly from: Month;
  readonly running: Month;
  readonly targets: number;
  /** The changes by what they change from and to, the most frequent first. */
  readonly moves: readonly { readonly before: Text; readonly after: Text; readonly count: number }[];
}

/** What would change, in one sentence. */
export function judgingInWords({ from, running, targets, moves }: JudgingTold): Text {
  if (from > running) {
    return {
      zh: `自${monthZh(from)}起执行，到${monthZh(running)}为止的亮灯不变。`,
      en: `It holds from ${from}: no light up to ${running} changes.`,
    };
  }
  const span = { zh: `${monthZh(from)}至${monthZh(running)}`, en: `${from} to ${running}` };
  const lights = moves.reduce((sum, { count }) => sum + count, 0);
  if (lights === 0) return { zh: `${span.zh}没有亮灯改变。`, en: `From ${span.en} no light changes.` };
  const zh = moves.map(({ before, after, count }) => `${before.zh}变为${after.zh}${count}个`).join("，");
  const en = moves.map(({ before, after, count }) => `${count} from ${before.en} to ${after.en}`).join(", ");
  return {
    zh: `${span.zh}，${targets}项目标的${lights}个月度亮灯改变：${zh}。`,
    en: `From ${span.en} ${lights} monthly ${lights === 1 ? "light" : "lights"} of ${targets} ${targets === 1 ? "target" : "targets"} would change: ${en}.`,
  };
}

/** Why something cannot count from a month: which closed months must be reopened first. */
export function reopeningInWords(from: Month, closed: readonly Month[]): Text {
  const many = closed.length > 3;
  const ends = [...closed.slice(0, 1), ...closed.slice(-1)];
  const zh = many ? `${ends.map(monthZh).join("至")}中的${closed.length}个月` : closed.map(monthZh).join("、");
  const en = many ? `${closed.length} months from ${ends.join(" to ")}` : closed.join(", ");
  return {
    zh: `${zh}已结账，不能自${monthZh(from)}起执行；确需如此，请先申请重新打开${many ? "这些月份" : zh}`,
    en: `${en} ${closed.length === 1 ? "is" : "are"} closed, so that it cannot hold from ${from}: ask for the reopening of ${many ? "these months" : en} first`,
  };
}
