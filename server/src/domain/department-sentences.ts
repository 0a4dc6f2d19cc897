/** The sentences above the charts of responsible units, made from the values that the charts show. */
import { compare, type Fraction } from "./fraction.ts";
import type { Text } from "./model.ts";
import { type Month, monthOfYear, yearOf } from "./month.ts";

const monthZh = (month: Month) => `${yearOf(month)}年${monthOfYear(month)}月`;

/** A composite at a month, exactly and as percent. */
export interface CompositeAt {
  readonly month: Month;
  readonly exact: Fraction;
  readonly text: string;
}

/** What is told of one unit. */
export interface DepartmentTold {
  readonly name: Text;
  /** Subjects that it answers for alone, and with others. */
  readonly alone: number;
  readonly joint: number;
  /** The first and the last composite known; null where none is. */
  readonly way: { readonly first: CompositeAt; readonly last: CompositeAt } | null;
  readonly punctuality: { readonly onTime: number; readonly late: number; readonly missing: number };
}

const subjectsEn = (count: number) => `${count} ${count === 1 ? "subject" : "subjects"}`;

function wayInWords(way: DepartmentTold["way"]): Text {
  if (way === null) return { zh: "综合完成率还没有数", en: "no composite yet" };
  const { first, last } = way;
  if (first.month === last.month) {
    return { zh: `${monthZh(last.month)}综合完成率${last.text}`, en: `composite ${last.text} in ${last.month}` };
  }
  return {
    zh: `综合完成率由${monthZh(first.month)}的${first.text}到${monthZh(last.month)}的${last.text}`,
    en: `composite from ${first.text} in ${first.month} to ${last.text} in ${last.month}`,
  };
}

function recordInWords({ onTime, late, missing }: DepartmentTold["punctuality"]): Text {
  if (onTime + late + missing === 0) return { zh: "没有填报任务", en: "nothing to report" };
  if (late + missing === 0) return { zh: `${onTime}期都按时填报`, en: `all ${onTime} reports on time` };
  return {
    zh: `填报按时${onTime}期、逾期${late}期、缺报${missing}期`,
    en: `reports: ${onTime} on time, ${late} late, ${missing} missing`,
  };
}

/** What one unit answers for, how far it has come, and how it has reported. */
export function departmentInWords({ name, alone, joint, way, punctuality }: DepartmentTold): Text {
  const [come, record] = [wayInWords(way), recordInWords(punctuality)];
  return {
    zh: `${name.zh}单独负责${alone}个事项、共同负责${joint}个；${come.zh}；${record.zh}。`,
    en: `${name.en} answers for ${subjectsEn(alone)} alone and ${joint} jointly; ${come.en}; ${record.en}.`,
  };
}

/** A unit beside others at the month looked at. */
export interface ComparedUnit {
  readonly name: Text;
  readonly composite: CompositeAt | null;
  readonly missing: number;
}

/** Which of several units has come furthest and which least, and which owes most reports. */
export function unitsInWords(month: Month, units: readonly ComparedUnit[]): Text {
  const known = units.flatMap(({ name, composite }) => (composite === null ? [] : [{ name, composite }]));
  const sorted = known.toSorted((left, right) => compare(right.composite.exact, left.composite.exact));
  const [best, worst] = [sorted[0], sorted.at(-1)];
  const owing = units.reduce<ComparedUnit | null>(
    (most, unit) => (unit.missing > (most?.missing ?? 0) ? unit : most),
    null,
  );
  const owed =
    owing === null
      ? { zh: "都没有缺报", en: "no report is missing" }
      : {
          zh: `缺报最多的是${owing.name.zh}，${owing.missing}期`,
          en: `${owing.name.en} owes most reports, ${owing.missing}`,
        };
  if (best === undefined || worst === undefined || known.length < 2) {
    return {
      zh: `${monthZh(month)}可比的综合完成率不足两个；${owed.zh}。`,
      en: `Fewer than two composites to compare in ${month}; ${owed.en}.`,
    };
  }
  if (compare(best.composite.exact, worst.composite.exact) === 0) {
    return {
      zh: `${monthZh(month)}${known.length}个单位的综合完成率同为${best.composite.text}；${owed.zh}。`,
      en: `In ${month} ${known.length} units have the same composite, ${best.composite.text}; ${owed.en}.`,
    };
  }
  return {
    zh: `${monthZh(month)}综合完成率最高的是${best.name.zh}（${best.composite.text}），最低的是${worst.name.zh}（${worst.composite.text}）；${owed.zh}。`,
    en: `In ${month} ${best.name.en} has the highest composite (${best.composite.text}), ${worst.name.en} the lowest (${worst.composite.text}); ${owed.en}.`,
  };
}
