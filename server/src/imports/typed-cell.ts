/** A cell of the file as the text that the form's rule of typed figures (`domain/typed-figure`) is given. */
import { dayText, type ReadCell } from "./read-cell.ts";

/** A figure as it was typed: a percent stands without its sign where the unit is %, and with it, to be refused, elsewhere. */
export function typedFigure(cell: ReadCell | undefined, unit: string): string {
  if (cell === undefined) return "";
  if (cell.kind === "percent") return unit === "%" ? cell.text : `${cell.text}%`;
  if (cell.kind !== "text") return cell.text;
  const text = cell.text.trim();
  return unit === "%" ? text.replace(/[%％]$/, "").trimEnd() : text;
}

const writtenDay = /^(\d{4})\s*(?:[-/.]|年)\s*(\d{1,2})\s*(?:[-/.]|月)\s*(\d{1,2})\s*日?$/;
const eightDigits = /^(\d{4})(\d\d)(\d\d)$/;

/** A day as YYYY-MM-DD where it is written as people write days, else as it stands. */
export function typedDay(cell: ReadCell | undefined): string {
  if (cell === undefined) return "";
  const text = cell.text.normalize("NFKC").trim();
  const [, year, month, day] = writtenDay.exec(text) ?? eightDigits.exec(text) ?? [];
  return year === undefined ? text : dayText(Number(year), Number(month), Number(day));
}

/** Words as they were typed. */
export function typedWords(cell: ReadCell | undefined): string {
  return (cell?.text ?? "").trim();
}
