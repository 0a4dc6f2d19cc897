/** Reminding units of what they have not reported (催报), in the words of an office. DOMAIN section 8. */
import type { Frequency } from "../../../db/src/vocabulary.ts";
import type { Text } from "./model.ts";
import { type Month, monthOfYear, quarterOfYear, yearOf } from "./month.ts";

/** What is asked for: of which plan and period, until which day all units report. */
export interface ReminderPeriod {
  readonly title: Text;
  readonly period: Month;
  readonly frequency: Frequency;
  /** The due day of all units, YYYY-MM-DD, and how many days are left until it; negative once it has passed. */
  readonly dueOn: string;
  readonly daysLeft: number;
  /** True where all units were given longer than the calendar says. */
  readonly isExtended: boolean;
}

/** A unit that has something to hand in. */
export interface RemindedUnit {
  readonly name: Text;
  /** How many measures it reports of the period. */
  readonly measures: number;
  readonly dueOn: string;
  readonly daysLeft: number;
  readonly isExtended: boolean;
  /** When and why its report was sent back; null for one that was not handed in. */
  readonly returned: { readonly on: string; readonly reason: string } | null;
}

const dayParts = (day: string) => ({ month: Number(day.slice(5, 7)), date: Number(day.slice(8, 10)) });
const dayZh = (day: string) => `${dayParts(day).month}月${dayParts(day).date}日`;

function periodName(period: Month, frequency: Frequency): Text {
  const year = yearOf(period);
  if (frequency === "month") return { zh: `${year}年${monthOfYear(period)}月`, en: `${period}` };
  const { number, numeral } = quarterOfYear(period);
  return { zh: `${year}年${numeral}季度`, en: `Q${number} ${year}` };
}

/** Until when, and how far off or past that is. */
function dueClause({ dueOn, daysLeft, isExtended }: Pick<RemindedUnit, "dueOn" | "daysLeft" | "isExtended">): Text {
  const day = `${isExtended ? "已延期至" : "截止"}${dayZh(dueOn)}`;
  const until = `${isExtended ? "extended to" : "due"} ${dueOn}`;
  if (daysLeft > 0) return { zh: `${day}，还有${daysLeft}天`, en: `${until}, ${daysLeft} ${days(daysLeft)} left` };
  if (daysLeft === 0) return { zh: `${day}，即今天`, en: `${until}, which is today` };
  return { zh: `${day}，已逾期${-daysLeft}天`, en: `${until}, ${-daysLeft} ${days(-daysLeft)} ago` };
}

const days = (count: number) => (count === 1 ? "day" : "days");
const measuresEn = (count: number) => `${count} ${count === 1 ? "measure" : "measures"}`;

/** A reason as the part of a sentence: without a full stop of its own. */
const unstopped = (reason: string) => reason.trim().replace(/(?<![。.．])[。.．]+$/, "");

const headOf = ({ title, period, frequency }: ReminderPeriod): Text => {
  const name = periodName(period, frequency);
  return { zh: `《${title.zh}》${name.zh}数据`, en: `${title.en}, ${name.en}` };
};

/** The reminder to one unit. */
export function remindUnit(asked: ReminderPeriod, unit: RemindedUnit): Text {
  const { name, measures, returned } = unit;
  const [head, due] = [headOf(asked), dueClause(unit)];
  if (returned !== null) {
    const reason = unstopped(returned.reason);
    return {
      zh: `【催报】${name.zh}：${head.zh}于${dayZh(returned.on)}退回，原因：${reason}。报送${due.zh}。请登录倍增台账，在“我的填报”中修改后重新提交。`,
      en: `Reminder to ${name.en}: your report (${head.en}) was returned on ${returned.on}: ${reason}. It is ${due.en}. Please sign in to the ledger, mend it under My reports and submit it again.`,
    };
  }
  return {
    zh: `【催报】${name.zh}：${head.zh}共${measures}项指标尚未报送，${due.zh}。请登录倍增台账，在“我的填报”中填写并提交；没有变化的可点“无变化”。`,
    en: `Reminder to ${name.en}: ${measuresEn(measures)} not reported (${head.en}), ${due.en}. Please sign in to the ledger, fill them in under My reports and submit; what has not changed takes one click.`,
  };
}

/** A unit in a list: how many measures, and its own due day where it has longer. */
function listed({ name, measures, dueOn, isExtended }: RemindedUnit, common: string): Text {
  const isOwn = isExtended && dueOn !== common;
  return {
    zh: `${name.zh}（${measures}项${isOwn ? `，延期至${dayZh(dueOn)}` : ""}）`,
    en: `${name.en} (${measuresEn(measures)}${isOwn ? `, extended to ${dueOn}` : ""})`,
  };
}

/** The reminder to all units at once, as for a group chat; null where none has anything to hand in. */
export function remindAll(asked: ReminderPeriod, units: readonly RemindedUnit[]): Text | null {
  if (units.length === 0) return null;
  const head = headOf(asked);
  const clause = dueClause(asked);
  // Once the day of all has passed, nobody who was given longer is told to be late.
  const hasLonger = ({ daysLeft }: RemindedUnit) => asked.daysLeft < 0 && daysLeft >= 0;
  const due = units.filter((unit) => !hasLonger(unit));
  const parts = [
    { zh: "未报", en: "not reported", of: due.filter(({ returned }) => returned === null) },
    {
      zh: "已退回、待重报",
      en: "returned, to be submitted again",
      of: due.filter(({ returned }) => returned !== null),
    },
    { zh: "已准延期、尚未到期", en: "granted longer and not due yet", of: units.filter(hasLonger) },
  ].filter(({ of }) => of.length > 0);
  const lists = parts.map(({ zh, en, of }) => {
    const names = of.map((unit) => listed(unit, asked.dueOn));
    return {
      zh: `${zh}${of.length}个单位：${names.map((each) => each.zh).join("、")}。`,
      en: `${of.length} ${en}: ${names.map((each) => each.en).join(", ")}.`,
    };
  });
  return {
    zh: [
      `【催报】${head.zh}${clause.zh}。`,
      ...lists.map((list) => list.zh),
      "请以上单位登录倍增台账，在“我的填报”中填写并提交；没有变化的可点“无变化”。",
    ].join("\n"),
    en: [
      `Reminder: ${head.en}, ${clause.en}.`,
      ...lists.map((list) => list.en),
      "Please sign in to the ledger, fill in what is missing under My reports and submit; what has not changed takes one click.",
    ].join("\n"),
  };
}
