/** The words of a briefing (通报材料) that are not those of a figure: sections, places, days, horizons. DOMAIN section 9. */
import type { Basis, JurisdictionKind, Punctuality } from "../../../db/src/vocabulary.ts";
import type { FigureField } from "./check-list.ts";
import type { Text } from "./model.ts";
import { isMonth, type Month, monthOfYear, yearOf } from "./month.ts";

/** The sections of the text in the order of a 通报. */
export const sectionKeys = ["overall", "problems", "next"] as const;
export type SectionKey = (typeof sectionKeys)[number];

/** What each section is called, without its number: an office chooses their order. */
export const sectionNames: Readonly<Record<SectionKey, string>> = {
  overall: "总体情况",
  problems: "存在问题",
  next: "下步工作",
};

/** 全市, 全县, 全区 …: how a place speaks of the whole of itself. A county whose name says 市 or 区 is one. */
export function wholePlace(kind: JurisdictionKind, name: string): string {
  switch (kind) {
    case "nation":
      return "全国";
    case "province":
      return name.endsWith("自治区") ? "全区" : name.endsWith("市") ? "全市" : "全省";
    case "prefecture":
      return name.endsWith("州") ? "全州" : name.endsWith("盟") ? "全盟" : "全市";
    case "county":
      return name.endsWith("市") ? "全市" : name.endsWith("区") ? "全区" : name.endsWith("旗") ? "全旗" : "全县";
    case "zone":
      return "全区";
  }
}

/** 2022年9月. */
export const monthInWords = (month: Month): string => `${yearOf(month)}年${monthOfYear(month)}月`;

/** 2022年9月底; 2022年底 for a December. */
export const endOfMonth = (month: Month): string =>
  monthOfYear(month) === 12 ? `${yearOf(month)}年底` : `${monthInWords(month)}底`;

const quarters = ["一", "二", "三", "四"];

/** The period that a month ends, as it is asked for: 2022年三季度, 2022年9月. */
export function periodInWords(period: Month, frequency: "month" | "quarter"): string {
  const quarter = quarters[monthOfYear(period) / 3 - 1];
  return frequency === "month" || quarter === undefined ? monthInWords(period) : `${yearOf(period)}年${quarter}季度`;
}

/** The end of a five-year plan is called by it. */
const fiveYearPlans: Readonly<Record<string, string>> = {
  "2020-12": "“十三五”末",
  "2025-12": "“十四五”末",
  "2030-12": "“十五五”末",
};

/** What a horizon (目标期) is called: 2022年底, “十四五”末, 长期. */
export function horizonInWords(horizon: string): Text {
  if (!isMonth(horizon)) return { zh: "长期", en: "standing" };
  const year = yearOf(horizon);
  const en = monthOfYear(horizon) === 12 ? `end of ${year}` : `end of ${horizon}`;
  return { zh: fiveYearPlans[horizon] ?? endOfMonth(horizon), en };
}

/** How a period was reported, in a table. */
export const punctualityWords: Readonly<Record<Punctuality, Text>> = {
  "on-time": { zh: "按时", en: "on time" },
  late: { zh: "逾期", en: "late" },
  missing: { zh: "缺报", en: "missing" },
  "not-yet-due": { zh: "未到报送期限", en: "not yet due" },
};

/** What stands for the rank of a unit of which something is not there. */
export const unrankedWords: Readonly<Record<Basis, Text>> = {
  department: { zh: "未报齐", en: "incomplete" },
  statistics: { zh: "未核齐", en: "not all confirmed" },
};

/** What the parts of a reported figure are called. */
export const fieldWords: Readonly<Record<FigureField, Text>> = {
  entries: { zh: "累计新增", en: "entries" },
  exits: { zh: "累计退出", en: "exits" },
  stock: { zh: "总数", en: "stock" },
  amount: { zh: "数值", en: "value" },
};

/** What is said of the figures' source: unconfirmed ones are not the bureau's. DOMAIN section 8. */
export const basisRemarks: Readonly<Record<Basis, string>> = {
  department: "部门填报数据，非统计部门发布数据",
  statistics: "统计核定数据",
};

/** The title of the text: the plan's own, with its place before it where it does not say it itself. */
export function briefingTitle(
  { title, jurisdiction }: { readonly title: Text; readonly jurisdiction: { readonly name: Text } },
  month: Month,
): string {
  const place = title.zh.startsWith(jurisdiction.name.zh) ? "" : jurisdiction.name.zh;
  return `关于${place}《${title.zh}》${monthInWords(month)}进展情况的通报`;
}

/** The period whose figures the month is judged by, as it is asked for; empty before the first. */
export function owedPeriod({
  reporting: { latestPeriod },
  plan,
}: {
  readonly reporting: { readonly latestPeriod: string | null };
  readonly plan: { readonly frequency: "month" | "quarter" };
}): string {
  return latestPeriod === null || !isMonth(latestPeriod) ? "" : periodInWords(latestPeriod, plan.frequency);
}

/** Some names of a list, the rest of it hinted at. */
export function namesOf(names: readonly string[], most: number): string {
  return names.length > most ? `${names.slice(0, most).join("、")}等` : names.join("、");
}
