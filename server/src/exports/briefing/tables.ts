/** The workbook of a briefing: a sheet a table, numbers that can be reckoned with, formulas where they come to what is shown. */
import { workbookBytes } from "../spreadsheet/workbook.ts";
import { tableSheet } from "../tables/table-workbook.ts";
import type { BriefingContent } from "./briefing.ts";
import { flatTable } from "./flat.ts";
import { monthSheets } from "./month-sheets.ts";
import { targetSheets } from "./target-sheets.ts";
import { unitSheets } from "./unit-sheets.ts";

/** The bytes of the .xlsx: the same for the same briefing. Each sheet says above its table what it quotes. */
export function briefingWorkbook({ briefing, flat }: Pick<BriefingContent, "briefing" | "flat">): Uint8Array {
  const { plan, horizonName, remarks } = briefing;
  const source = `${plan.jurisdiction.name.zh}　${plan.title.zh}　目标期：${horizonName.zh}`;
  const tables = [...targetSheets(briefing), ...unitSheets(briefing), ...monthSheets(briefing), flatTable(flat())];
  return workbookBytes(tables.map((table) => tableSheet(table, [table.title.zh, source, remarks.join("　")], "zh")));
}
