/** What a table says of itself wherever it goes: whose it is, as of when, whose figures, and whether they are real. */
import type { TableSource, TakenTable } from "./table.ts";

type Language = "zh" | "en";

const said = {
  zh: {
    unit: "单位：",
    asOf: "数据截至 ",
    horizon: "目标期：",
    standing: "长期",
    knownOn: "已知截至 ",
    department: "部门填报数据，非统计部门发布数据",
    statistics: "统计核定口径：只计统计部门核定并已审核的数",
    demonstration: "演示数据，不得引用",
    between: "　",
  },
  en: {
    unit: "Unit: ",
    asOf: "as of ",
    horizon: "horizon: ",
    standing: "standing",
    knownOn: "as known on ",
    department: "Figures reported by departments, not published by the statistics bureau",
    statistics: "Only what the statistics bureau has confirmed and was accepted",
    demonstration: "Demonstration data, not to be quoted",
    between: " · ",
  },
} as const;

/** The lines above a table: its sentence, place and plan, unit and 截至, and the basis with 演示数据 where they are. */
export function factLines(
  { title, unit }: TakenTable,
  { plan, quotation, horizon }: TableSource,
  language: Language,
): readonly string[] {
  const words = said[language];
  const { month, basis, asKnownOn, isDemonstration } = quotation;
  const joined = (parts: readonly (string | null)[]) => parts.filter((part) => part !== null).join(words.between);
  return [
    title[language],
    joined([
      plan.jurisdiction.name[language],
      plan.title[language],
      horizon === null ? null : `${words.horizon}${horizon === "standing" ? words.standing : horizon}`,
    ]),
    joined([
      unit === null ? null : `${words.unit}${unit[language]}`,
      `${words.asOf}${month}`,
      asKnownOn === null ? null : `${words.knownOn}${asKnownOn}`,
    ]),
    joined([words[basis], isDemonstration ? words.demonstration : null]),
  ];
}

/** A file's name without its ending: 高平市_差距排名_2024-06, with 演示 where nobody may quote it. */
export function fileName({ name }: TakenTable, { plan, quotation }: TableSource, language: Language): string {
  const demonstration = language === "zh" ? "演示" : "demonstration";
  const parts = [
    plan.jurisdiction.name[language],
    name[language],
    quotation.month,
    ...(quotation.isDemonstration ? [demonstration] : []),
  ];
  return parts.join("_").replaceAll(/[\\/:*?"<>|\s]+/g, "-");
}
