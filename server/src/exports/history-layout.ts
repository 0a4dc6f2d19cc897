/** How the sheet of a unit's history is laid out: what the workbook is written by, and read by again. */
import { letterOf } from "./spreadsheet/column-letters.ts";

/** The visible sheet; what the first cell of the hidden one says. */
export const historySheet = "历史数据";
export const historyMark = "beizeng-history/1";

/** The columns before the periods, with the headings by which they are known again. */
export const historyColumns = [
  { letter: "A", heading: "序号", width: 5 },
  { letter: "B", heading: "事项", width: 15 },
  { letter: "C", heading: "考核指标", width: 20 },
  { letter: "D", heading: "单位", width: 8 },
  { letter: "E", heading: "填报项", width: 15 },
] as const;

/** The row of headings, and the first line. */
export const historyHeadingRow = 5;
export const firstHistoryRow = historyHeadingRow + 1;

/** The letters of a period's column, by its place among the form's periods. */
export const periodLetter = (place: number): string => letterOf(historyColumns.length + place);
