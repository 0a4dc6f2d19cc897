/** A table as CSV: headings, rows, and below an empty line what it says of itself, so that a program reads it from the top. */
import { byteOrderMark, csvLine } from "../csv.ts";
import { numberShown } from "./shown-number.ts";
import type { TableCell, TakenTable } from "./table.ts";

/** Numbers stay numbers, percents in the figures that they are read as. */
function csvCell(cell: TableCell, language: "zh" | "en"): string | number {
  if (typeof cell === "string") return cell;
  if ("zh" in cell) return cell[language];
  const number = numberShown(cell.text);
  if (number === null) return cell.text;
  return number.isPercent ? Number((number.value * 100).toFixed(number.decimals)) : number.value;
}

/** The text of the file, with `facts` as its last lines. */
export function tableCsv(table: TakenTable, facts: readonly string[], language: "zh" | "en"): string {
  const percent = language === "zh" ? "（%）" : " (%)";
  const headings = table.columns.map(({ heading, isPercent }) => `${heading[language]}${isPercent ? percent : ""}`);
  const rows = table.rows.map((row) => csvLine(row.map((cell) => csvCell(cell, language))));
  return [byteOrderMark, csvLine(headings), ...rows, csvLine([]), ...facts.map((fact) => csvLine([fact]))].join("");
}
