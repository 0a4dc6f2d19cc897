/** A table as a workbook: what it says of itself, headings that stay in sight, numbers that can be reckoned with. */
import { letterOf } from "../spreadsheet/column-letters.ts";
import { remembered } from "../spreadsheet/remembered.ts";
import type { Cell, CellStyle, Sheet } from "../spreadsheet/sheet.ts";
import { workbookBytes } from "../spreadsheet/workbook.ts";
import { formatOf, numberShown } from "./shown-number.ts";
import type { CellPlace, TableCell, TakenTable } from "./table.ts";

type Language = "zh" | "en";
const headingFill = "E8EDF3";
const widest = 46;
const lineHeight = 15;

/** The width of a text in a spreadsheet's characters: a Chinese one takes two. */
const widthOf = (text: string) => [...text].reduce((sum, each) => sum + (/[\u2e80-\uffef]/.test(each) ? 2 : 1), 0);

const textOf = (cell: TableCell, language: Language) =>
  typeof cell === "string" ? cell : "zh" in cell ? cell[language] : cell.text;

/** The looks of a table's cells, one object each, however many cells have it. */
function tableStyles(): (isFigure: boolean, format: string) => CellStyle {
  const known = { right: new Map<string, CellStyle>(), left: new Map<string, CellStyle>() };
  return (isFigure, format) => {
    const horizontal = isFigure ? "right" : "left";
    const style = known[horizontal].get(format) ?? { isBoxed: true, horizontal, format };
    known[horizontal].set(format, style);
    return style;
  };
}

/** How the cells of a table are written. */
interface Writing {
  readonly language: Language;
  readonly styleOf: (isFigure: boolean, format: string) => CellStyle;
}

function tableCell(
  place: CellPlace,
  { column, isFigure }: { readonly column: number; readonly isFigure: boolean },
  cell: TableCell,
  { language, styleOf }: Writing,
): Cell {
  const at = place(column);
  const number = typeof cell === "string" || "zh" in cell ? null : numberShown(cell.text);
  if (number === null) return { at, value: textOf(cell, language), style: styleOf(isFigure, "@") };
  const written = { at, value: number.value, style: styleOf(isFigure, formatOf(number)) };
  return typeof cell === "object" && "formula" in cell ? { ...written, formula: cell.formula(place) } : written;
}

/** The name of a sheet, which takes neither some signs nor more than 31. */
const sheetName = (name: string) => name.replaceAll(/[[\]:*?/\\]/g, "-").slice(0, 31);

/** A table as a sheet, with `facts` above it, the first as its title. */
export function tableSheet(table: TakenTable, facts: readonly string[], language: Language): Sheet {
  const headingRow = facts.length + 1;
  const headings = table.columns.map(({ heading }) => heading[language]);
  const texts = table.rows.map((row) => row.map((cell) => textOf(cell, language)));
  const widthIn = remembered(widthOf);
  const widths = headings.map((heading, column) =>
    Math.min(
      widest,
      texts.reduce((most, row) => Math.max(most, widthIn(row[column] ?? "")), Math.max(8, widthIn(heading))) + 4,
    ),
  );
  const last = letterOf(headings.length - 1);
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const linesOf = (text: string, width: number) => Math.max(1, Math.ceil(widthIn(text) / width));
  const heights = new Map<number, number>();
  facts.forEach((fact, index) => {
    // The title is set larger than the rest.
    heights.set(index + 1, linesOf(fact, index === 0 ? whole * 0.6 : whole) * (index === 0 ? 22 : 16) + 2);
  });
  texts.forEach((row, index) => {
    const lines = row.reduce((most, text, column) => Math.max(most, linesOf(text, (widths[column] ?? widest) - 3)), 1);
    heights.set(headingRow + 1 + index, Math.max(20, lines * lineHeight + 4));
  });
  const letters = headings.map((_, column) => letterOf(column));
  const writing = { language, styleOf: tableStyles() };
  const isFigure = table.columns.map((column) => column.isFigure === true);
  const cells: Cell[] = [
    ...facts.map((fact, index) => ({
      at: `A${index + 1}`,
      value: fact,
      style: index === 0 ? { size: 14, isBold: true } : { size: 10 },
    })),
    ...headings.map((heading, column) => ({
      at: `${letters[column]}${headingRow}`,
      value: heading,
      style: { fill: headingFill, isBold: true, isBoxed: true, horizontal: "center", format: "@" } as const,
    })),
  ];
  table.rows.forEach((row, index) => {
    const place: CellPlace = (of, at = index) => `${letters[of]}${headingRow + 1 + at}`;
    row.forEach((cell, column) => {
      cells.push(tableCell(place, { column, isFigure: isFigure[column] === true }, cell, writing));
    });
  });
  return {
    ...{ name: sheetName(table.name[language]), isUnlocked: true, cells, widths, heights },
    merged: headings.length > 1 ? facts.map((_, index) => `A${index + 1}:${last}${index + 1}`) : [],
    frozen: { rows: headingRow, columns: 1, start: `A${headingRow + 1}` },
    printed: { area: `A1:${last}${headingRow + table.rows.length}`, repeatedRow: headingRow },
  };
}

/** The bytes of the .xlsx of one table. */
export const tableWorkbook = (table: TakenTable, facts: readonly string[], language: Language): Uint8Array =>
  workbookBytes([tableSheet(table, facts, language)]);
