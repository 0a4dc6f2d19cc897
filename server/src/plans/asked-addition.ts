/** What every addition that counts from a month is asked, and how what is wrong with it is said: by the field's own name. */
import { findMonthMoves, type Reader } from "@beizeng/db";
import type { Text } from "../domain/model.ts";
import { isMonth, type Month } from "../domain/month.ts";
import { isClosed, monthStandingOf } from "../domain/months.ts";
import { type Answer, give, refuse } from "../problems.ts";
import type { PlanOutline } from "./outline.ts";
import { storedMonth } from "./stored.ts";

/** What the fields of an addition are called. */
const names = {
  ambiguous: { zh: "存疑说明", en: "what is unclear" },
  base: { zh: "基准值", en: "base value" },
  capPercent: { zh: "封顶比例", en: "cap" },
  clause: { zh: "条款", en: "clause" },
  curve: { zh: "序时进度", en: "schedule" },
  deadline: { zh: "期限", en: "deadline" },
  decimals: { zh: "小数位数", en: "decimals" },
  fullMarks: { zh: "满分", en: "full marks" },
  from: { zh: "起计月份", en: "first month" },
  id: { zh: "代号", en: "key" },
  indicator: { zh: "指标", en: "indicator" },
  monthlyPercent: { zh: "累计入库进度", en: "cumulative percents" },
  name: { zh: "名称", en: "name" },
  origin: { zh: "起算月份", en: "origin" },
  partOf: { zh: "计入的总体目标", en: "headline that it counts towards" },
  reading: { zh: "口径", en: "reading" },
  reporting: { zh: "填报单位", en: "reporting unit" },
  stepMarks: { zh: "每低一位减分", en: "step" },
  stretch: { zh: "区间上限", en: "upper end of the range" },
  tolerancePercent: { zh: "容许差距", en: "tolerance" },
  unit: { zh: "计量单位", en: "unit of measurement" },
  units: { zh: "责任单位", en: "units" },
  value: { zh: "目标值", en: "value" },
  yearly: { zh: "年度", en: "years" },
  yearWeights: { zh: "年度权重", en: "weights of years" },
} as const satisfies Record<string, Text>;

/** A field of an addition. */
export type AdditionField = keyof typeof names;

/** True for the name of a field. */
export const isAdditionField = (name: string): name is AdditionField => Object.hasOwn(names, name);

/** Refuses an addition for what stands in one of its fields; `place` tells which of several. */
export function refuseField(field: AdditionField, said: Text, place = "") {
  const name = names[field];
  const allowed = { zh: `${name.zh}：${said.zh}`, en: `${name.en}: ${said.en}` };
  return refuse({ code: "addition-refused", field: `${place}${field}`, allowed });
}

/** What is typed of a name: in Chinese, and in English where it has one. */
export interface TypedName {
  readonly zh: string;
  readonly en?: string;
}

/** A typed name in both languages, null where nothing is typed; without an English one the Chinese serves. */
export function readName({ zh, en = "" }: TypedName): Text | null {
  const name = zh.trim();
  return name === "" ? null : { zh: name, en: en.trim() || name };
}

/** The months of a plan that are closed, ascending. */
export async function findClosedMonths(reader: Reader, planId: number): Promise<readonly Month[]> {
  const moves = await findMonthMoves(reader, planId);
  return [...new Set(moves.map(({ month }) => month))]
    .filter((month) => isClosed(monthStandingOf(moves.filter((move) => move.month === month))))
    .sort()
    .map(storedMonth);
}

/** The last month of a plan that is closed, null while none is. */
export async function findLastClosed(reader: Reader, planId: number): Promise<Month | null> {
  return (await findClosedMonths(reader, planId)).at(-1) ?? null;
}

/** The month from which something is to count: of the plan's time, and after every month that is closed. */
export function readFrom(from: string, { firstMonth }: PlanOutline, lastClosed: Month | null): Answer<Month> {
  if (!isMonth(from) || from < firstMonth) {
    return refuseField("from", {
      zh: `应为不早于 ${firstMonth} 的月份 YYYY-MM`,
      en: `it must be a month YYYY-MM, not before ${firstMonth}`,
    });
  }
  if (lastClosed === null || from > lastClosed) return give(from);
  return refuseField("from", {
    zh: `${lastClosed} 已结账，应晚于该月；确需从更早计算，请先申请重新打开`,
    en: `${lastClosed} is closed, and it must be later; ask for its reopening to count from before`,
  });
}
