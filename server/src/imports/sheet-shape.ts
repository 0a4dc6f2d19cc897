/** Whether a sheet that comes back still has the shape in which it was downloaded: its headings, its lines, its cells. */
import { askedBy, identitySheet } from "../exports/form-layout.ts";
import { letterOf } from "../exports/spreadsheet/column-letters.ts";
import { type RefusedForm, refused } from "./form-fault.ts";
import { type Grid, gridOf, plainText, textAt } from "./grid.ts";
import type { ReadSheet } from "./read-cell.ts";

/** What a downloaded sheet is known again by: its name, and its headings from column A on. */
export interface KnownSheet {
  readonly name: string;
  readonly headings: readonly string[];
}

/** A sheet with the row of its headings. */
export interface FoundSheet {
  readonly sheet: ReadSheet;
  readonly grid: Grid;
  readonly headingRow: number;
}

/** A line of the file in its row; `line` is the form's own line, null for one that the form has no more. */
export interface FoundLine<Line> {
  readonly row: number;
  readonly line: Line | null;
}

/** A name that a line must carry, in a column. */
export type WantedName = readonly [letter: string, name: string];

/** The sheets that a person sees. */
export const visibleSheets = (sheets: readonly ReadSheet[]): readonly ReadSheet[] =>
  sheets.filter(({ name }) => name !== identitySheet);

/** The column and row of an address. */
const placeOf = (at: string) => {
  const [, letter = "", row = ""] = /^([A-Z]+)(\d+)$/.exec(at) ?? [];
  return { letter, row: Number(row) };
};

/** Headings of which at least so many stand in one row. */
const enoughHeadings = 3;

/** The row of headings, wherever it was moved and although some were changed; null where there is none. */
export function headingRowOf(grid: Grid, { headings }: KnownSheet): number | null {
  const known = new Set(headings.map(plainText));
  const found = new Map<number, Set<string>>();
  for (const at of grid.keys()) {
    const text = textAt(grid, at);
    if (!known.has(text)) continue;
    const { row } = placeOf(at);
    found.set(row, (found.get(row) ?? new Set()).add(text));
  }
  const rows = [...found].filter(([, texts]) => texts.size >= enoughHeadings).map(([row]) => row);
  return rows.length === 0 ? null : Math.min(...rows);
}

/** The one sheet with the headings, whatever it is named now. */
export function foundSheet(
  sheets: readonly ReadSheet[],
  known: KnownSheet,
): ({ readonly ok: true } & FoundSheet) | RefusedForm {
  const visible = visibleSheets(sheets);
  const found = visible.flatMap((sheet): FoundSheet[] => {
    const grid = gridOf(sheet);
    const headingRow = headingRowOf(grid, known);
    return headingRow === null ? [] : [{ sheet, grid, headingRow }];
  });
  const [first, ...others] = found;
  if (first !== undefined && others.length === 0) return { ok: true, ...first };
  const names = (first === undefined ? visible : found.map(({ sheet }) => sheet))
    .map(({ name }) => `“${name}”`)
    .join("");
  return first === undefined
    ? refused(
        "re-headed",
        `找不到${known.name}的表头（“${known.headings[0]}”一行），现有工作表：${names}。请重新下载填写`,
        `the row of headings of ${known.name} is gone, there are the sheets ${names}; download the form again`,
      )
    : refused(
        "re-headed",
        `${names}都是${known.name}，看不出以哪一张为准，请只留填好的一张再上传`,
        `${names} are all the same form: keep only the one that is filled in and upload it again`,
      );
}

/** The first heading that is not what it was. */
export function reHeaded({ grid, headingRow }: FoundSheet, { headings }: KnownSheet): RefusedForm | null {
  const addresses = headings.map((_, column) => `${letterOf(column)}${headingRow}`);
  const column = headings.findIndex((heading, index) => textAt(grid, addresses[index] ?? "") !== plainText(heading));
  const [heading, at = ""] = [headings[column], addresses[column]];
  if (heading === undefined) return null;
  const found = textAt(grid, at);
  return refused(
    "re-headed",
    `表头被改动：${at} 应为“${heading}”，现为“${found}”。请重新下载填写`,
    `the headings were changed: ${at} must be ${heading} and is ${found}; download the form again`,
  );
}

/** The rows of a sheet but for that of the headings, in their order. */
const rowsOf = ({ grid, headingRow }: FoundSheet): readonly number[] =>
  [...new Set([...grid.keys()].map((at) => placeOf(at).row))]
    .filter((row) => row !== headingRow)
    .sort((left, right) => left - right);

/** The rows that carry a number of the form's lines, in their order, with what is remembered of it. */
export const numberedRows = <Known>(
  found: FoundSheet,
  lines: ReadonlyMap<string, Known>,
): readonly (readonly [number, Known])[] =>
  rowsOf(found).flatMap((row) => {
    const known = lines.get(textAt(found.grid, `A${row}`));
    return known === undefined ? [] : [[row, known] as const];
  });

/** What a line says of itself must be what it was, or the numbers stand beside other names; and it stands there once. */
export function misnamed<Line extends object, Found extends FoundLine<Line>>(
  { grid }: FoundSheet,
  found: readonly Found[],
  namesOf: (line: Line, each: Found) => readonly WantedName[],
): RefusedForm | null {
  const seen = new Set<Line>();
  for (const each of found) {
    const { row, line } = each;
    if (line === null) continue;
    const wrong = namesOf(line, each).find(
      ([letter, name]) => askedBy(textAt(grid, `${letter}${row}`)) !== plainText(name),
    );
    if (wrong !== undefined) {
      const [letter, name] = wrong;
      return refused(
        "re-headed",
        `${letter}${row} 应为“${name}”，行被改动，请重新下载填写`,
        `${letter}${row} must be ${name}: the row was changed; download the form again`,
      );
    }
    if (seen.has(line)) {
      return refused(
        "re-headed",
        `第${row}行的序号与另一行重复，请重新下载填写`,
        `row ${row} has the number of another row; download the form again`,
      );
    }
    seen.add(line);
  }
  return null;
}

/** A row into which something was typed although it is none of the form's lines: nobody would miss it until it was too late. */
export function strayRow(
  found: FoundSheet,
  lines: readonly FoundLine<unknown>[],
  letters: readonly string[],
): RefusedForm | null {
  const known = new Set(lines.map(({ row }) => row));
  const { grid, headingRow } = found;
  // The dash of a locked cell was not typed.
  const isTyped = (at: string) => !["", "—"].includes(textAt(grid, at));
  for (const row of rowsOf(found).filter((each) => each > headingRow && !known.has(each))) {
    const at = letters.map((letter) => `${letter}${row}`).find(isTyped);
    if (at === undefined) continue;
    const number = textAt(grid, `A${row}`);
    return refused(
      "re-headed",
      `${at} 填了数，但第${row}行不是本表的行（序号为“${number}”）；请改回原来的序号，或删去这一行再上传`,
      `${at} is filled in, but row ${row} is no line of the form (its number is "${number}"): give it its number again or delete the row`,
    );
  }
  return null;
}

/** A merged range over cells to fill in: which of them was meant is not to be told. `isApart` says whether two rows may not share a column's cell. */
export function mergedCells(
  { sheet }: FoundSheet,
  lines: readonly FoundLine<unknown>[],
  isOpen: (letter: string) => boolean,
  isApart: (letter: string, rows: readonly number[]) => boolean = () => true,
): RefusedForm | null {
  const rows = lines.map(({ row }) => row);
  const wrong = sheet.merged.find(({ from, until }) => {
    const covered = rows.filter((row) => row >= from.row && row <= until.row);
    const letters = Array.from({ length: until.column - from.column + 1 }, (_, index) => letterOf(from.column + index));
    const isAcross = letters.length > 1;
    return covered.length > 0 && letters.some((letter) => isOpen(letter) && (isAcross || isApart(letter, covered)));
  });
  if (wrong === undefined) return null;
  const { from, until } = wrong;
  const range = `${letterOf(from.column)}${from.row}:${letterOf(until.column)}${until.row}`;
  return refused(
    "re-headed",
    `${range} 被合并，看不出填的是哪一格，请取消合并、各格分别填写后再上传`,
    `${range} is merged, so that it cannot be told which cell was meant: unmerge it and fill in each cell`,
  );
}
