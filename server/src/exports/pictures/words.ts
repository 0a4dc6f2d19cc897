/** The words of the charts, each the pages' own by the same place; a test holds them together. */
import type { Light } from "../../../../db/src/vocabulary.ts";
import type { Text } from "../../domain/model.ts";
import { quantityInWords } from "../../domain/quantity.ts";

export type Language = "zh" | "en";

export const pictureWords = {
  unitIs: { zh: "单位：{{unit}}", en: "unit: {{unit}}" },
  asOf: { zh: "截至 {{month}}", en: "as of {{month}}" },
  editionIs: { zh: "数据版本第{{edition}}版", en: "edition {{edition}}" },
  knownOn: { zh: "按 {{day}} 已知数据", en: "as known on {{day}}" },
  "basis.department": { zh: "部门填报", en: "reported by departments" },
  "basis.statistics": { zh: "统计核定", en: "confirmed by the statistics bureau" },
  "basisLine.department": {
    zh: "部门填报数据，非统计部门发布数据。",
    en: "Figures reported by departments, not published by the statistics bureau.",
  },
  "basisLine.statistics": {
    zh: "统计核定口径：只计统计部门核定并已审核的数；“未核定”不等于部门未报。",
    en: "Only what the statistics bureau has confirmed and was accepted; “not confirmed” does not mean that a department has not reported.",
  },
  "demonstration.word": { zh: "演示数据", en: "Demonstration data" },
  "month.long": { zh: "{{year}}年{{month}}月", en: "{{whole}}" },
  "light.met": { zh: "已完成", en: "Met" },
  "light.on-schedule": { zh: "达序时", en: "On schedule" },
  "light.behind": { zh: "滞后", en: "Behind" },
  "light.far-behind": { zh: "严重滞后", en: "Far behind" },
  "light.missed": { zh: "未完成", en: "Missed" },
  "light.unreported": { zh: "未报", en: "Not reported" },
  "light.unreported_statistics": { zh: "未核定", en: "Not confirmed" },
  "light.not-due": { zh: "未到期", en: "Not due" },
  points: { zh: "个百分点", en: "points" },
  short: { zh: "差{{gap}}", en: "{{gap}} short" },
  "overview.shortfalls.none": { zh: "没有滞后的目标。", en: "No target is behind." },
  "overview.shortfalls.cumulative": { zh: "累计占比", en: "Together" },
  "overview.shortfalls.since": { zh: "滞后自", en: "Behind since" },
} as const satisfies Record<string, Text>;

export type PictureWord = keyof typeof pictureWords;

/** Says a word with values in their places. */
export function tell(language: Language, word: PictureWord, said: Readonly<Record<string, string>> = {}): string {
  return pictureWords[word][language].replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => said[name] ?? "");
}

/** A month as a page says it: 2024年6月. */
export function tellMonth(language: Language, whole: string): string {
  return tell(language, "month.long", { whole, year: whole.slice(0, 4), month: String(Number(whole.slice(5))) });
}

/** The word of a light on a basis. */
export const tellLight = (language: Language, light: Light, basis: "department" | "statistics"): string =>
  tell(language, light === "unreported" && basis === "statistics" ? "light.unreported_statistics" : `light.${light}`);

/** A distance with its unit: between two percentages lie percentage points. */
export function tellDistance(language: Language, figure: string, unit: Text): string {
  if (figure === "—" || figure.endsWith("%")) return figure;
  return quantityInWords(figure, unit.zh === "%" ? pictureWords.points : unit)[language];
}
