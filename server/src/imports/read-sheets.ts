/** Reads the sheets of a workbook's bytes. Only in the worker: here a library meets what a stranger sent. */
import * as spreadsheets from "@e965/xlsx";
import { zipped } from "../exports/office/zip.ts";
import { FaultyFile } from "./faults.ts";
import { fileKind } from "./file-kind.ts";
import { limits } from "./limits.ts";
import { markupParts } from "./parts.ts";
import { dayText, numberText, percentText, type ReadCell, type ReadSheet } from "./read-cell.ts";

const options = {
  type: "array",
  nodim: true,
  cellFormula: true,
  cellHTML: false,
  cellText: false,
  cellNF: true,
  bookVBA: false,
} as const satisfies spreadsheets.ParsingOptions;

/** The streams of a compound file that tell what it is. */
function assertCompound(bytes: Uint8Array): void {
  const { FullPaths } = spreadsheets.CFB.read(bytes, { type: "array" });
  const holds = (pattern: RegExp) => FullPaths.some((path: string) => pattern.test(path));
  if (holds(/EncryptedPackage/i)) throw new FaultyFile("encrypted");
  if (holds(/_VBA_PROJECT/i)) throw new FaultyFile("holds-macros");
  if (!holds(/\/(Workbook|Book)$/i)) throw new FaultyFile("no-sheets-inside");
}

/** The bytes that the library is given: of a zip only the markup, unpacked by us and not packed again. */
function bearableBytes(bytes: Uint8Array): Uint8Array {
  const file = fileKind(bytes);
  if (file.kind !== "compound") return zipped(markupParts(bytes, file).map((part) => ({ ...part, isStored: true })));
  assertCompound(bytes);
  return bytes;
}

const isPercent = (format: unknown) => typeof format === "string" && format.includes("%");

function numberCell(at: string, value: number, format: unknown, is1904: boolean): ReadCell {
  if (typeof format === "string" && spreadsheets.SSF.is_date(format)) {
    const { y, m, d } = spreadsheets.SSF.parse_date_code(value, { date1904: is1904 }) ?? { y: 0, m: 0, d: 0 };
    return { at, kind: "day", text: dayText(y, m, d) };
  }
  return isPercent(format)
    ? { at, kind: "percent", text: percentText(value) }
    : { at, kind: "number", text: numberText(value) };
}

function readCell(at: string, cell: spreadsheets.CellObject, is1904: boolean): ReadCell | null {
  const { t: type, v: value, z: format, f: formula } = cell;
  if (type === "n" && typeof value === "number") return numberCell(at, value, format, is1904);
  if (value instanceof Date) {
    return { at, kind: "day", text: dayText(value.getUTCFullYear(), value.getUTCMonth() + 1, value.getUTCDate()) };
  }
  if (type === "b") return { at, kind: "text", text: value === true ? "TRUE" : "FALSE" };
  if (type === "e") return { at, kind: "text", text: "#错误值" };
  if (typeof value === "string") return { at, kind: "text", text: value.slice(0, limits.cellLength) };
  // A formula that nobody has reckoned yet says nothing.
  return formula === undefined ? null : { at, kind: "text", text: `=${formula}`.slice(0, limits.cellLength) };
}

function readSheet(name: string, sheet: spreadsheets.WorkSheet, is1904: boolean): ReadSheet {
  const cells: ReadCell[] = [];
  for (const [at, cell] of Object.entries(sheet)) {
    if (at.startsWith("!")) continue;
    const read = readCell(at, cell, is1904);
    if (read !== null && read.text !== "") cells.push(read);
  }
  const ranges = sheet["!merges"] ?? [];
  if (ranges.length > limits.cells) throw new FaultyFile("too-many-cells");
  const merged = ranges.map(({ s: start, e: end }) => ({
    from: { row: start.r + 1, column: start.c },
    until: { row: end.r + 1, column: end.c },
  }));
  return { name, cells, merged };
}

function parsed(bytes: Uint8Array): spreadsheets.WorkBook {
  try {
    return spreadsheets.read(bytes, options);
  } catch (error) {
    if (error instanceof FaultyFile) throw error;
    throw new FaultyFile(/password|encrypt/i.test(String(error)) ? "encrypted" : "broken");
  }
}

/** The sheets of a file with what stands in them. Throws `FaultyFile`. */
export function readSheets(bytes: Uint8Array): readonly ReadSheet[] {
  const book = parsed(bearableBytes(bytes));
  const is1904 = book.Workbook?.WBProps?.date1904 === true;
  const sheets = book.SheetNames.flatMap((name) => {
    const sheet = book.Sheets[name];
    return sheet === undefined ? [] : [readSheet(name, sheet, is1904)];
  });
  const cells = sheets.reduce((sum, sheet) => sum + sheet.cells.length, 0);
  if (cells > limits.cells) throw new FaultyFile("too-many-cells");
  return sheets;
}
