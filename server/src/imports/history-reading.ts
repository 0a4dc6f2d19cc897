/** Reads the sheets of an uploaded file as the history form that was downloaded, or says why they are not that form. */
import { mostPeriods } from "../domain/history-import.ts";
import { isMonth, type Month } from "../domain/month.ts";
import { lineName } from "../exports/form-layout.ts";
import type { HistoryForm, HistoryLine } from "../exports/history-form.ts";
import { historyColumns, historyMark, historySheet, periodLetter } from "../exports/history-layout.ts";
import { letterOf } from "../exports/spreadsheet/column-letters.ts";
import { type RefusedForm, refused } from "./form-fault.ts";
import { type Grid, mostRows, textAt } from "./grid.ts";
import { hiddenSheetOf, saidOfItself } from "./known-form.ts";
import type { ReadSheet } from "./read-cell.ts";
import {
  type FoundLine,
  foundSheet,
  type KnownSheet,
  mergedCells,
  misnamed,
  numberedRows,
  reHeaded,
  strayRow,
  type WantedName,
} from "./sheet-shape.ts";
import { typedDay, typedFigure } from "./typed-cell.ts";

/** A figure of a period that the file types. */
export interface HistoryFigure {
  readonly line: HistoryLine;
  readonly period: Month;
  /** Such as `F7`. */
  readonly at: string;
  readonly text: string;
}

/** What a file says; `dropped` are lines of it, `lacking` measures of the form, that the other does not have. */
export interface ReadHistory {
  readonly figures: readonly HistoryFigure[];
  readonly dropped: readonly string[];
  readonly lacking: readonly string[];
}

/** What a file is about, as its hidden sheet remembers it. */
export interface HistoryIdentity {
  readonly plan: string;
  readonly department: string;
  readonly periods: readonly Month[];
  /** Number of a line → its measure and figure. */
  readonly lines: ReadonlyMap<string, { readonly measure: string; readonly field: string }>;
}

/** Something read, or the one sentence why the file is another. */
export type HistoryReading<Read> = { readonly ok: true; readonly read: Read } | RefusedForm;

const factRows = 5;
const knownColumns = historyColumns.map(({ heading }) => heading);

/** What the file is about. */
export function historyIdentity(sheets: readonly ReadSheet[]): HistoryReading<HistoryIdentity> {
  const identity = hiddenSheetOf(sheets, historyMark, { name: historySheet, headings: knownColumns });
  if (!identity.ok) return identity;
  const grid = identity.hidden;
  const periods: Month[] = [];
  for (let place = 1; place <= mostPeriods; place += 1) {
    const text = textAt(grid, `${letterOf(place)}${factRows}`);
    if (isMonth(text)) periods.push(text);
  }
  const lines = new Map<string, { measure: string; field: string }>();
  for (let row = factRows + 1; textAt(grid, `A${row}`) !== "" && row < mostRows; row += 1) {
    lines.set(textAt(grid, `A${row}`), { measure: textAt(grid, `B${row}`), field: textAt(grid, `C${row}`) });
  }
  return { ok: true, read: { plan: textAt(grid, "B2"), department: textAt(grid, "B3"), periods, lines } };
}

/** Refuses the file of another plan or unit. */
export function foreignHistory(
  sheets: readonly ReadSheet[],
  identity: HistoryIdentity,
  { plan, department, title, departmentName }: Pick<HistoryForm, "plan" | "department" | "title" | "departmentName">,
): RefusedForm | null {
  if (identity.plan === plan && identity.department === department) return null;
  const said = saidOfItself(sheets, 1);
  const ours = `${title}，填报单位：${departmentName}`;
  return refused(
    "another-paper",
    `这是另一张历史数据表（${said}）；本页选的是${ours}`,
    `this is another history form (${said}); on this page it is ${ours}`,
  );
}

/** A line of the file, and the line of the form that it is. */
interface HistoryFound extends FoundLine<HistoryLine> {
  readonly measure: string;
}

const namesOf = (line: HistoryLine): readonly WantedName[] => {
  const asked: WantedName = ["E", lineName(line.nature, line.field)];
  return line.isFirst ? [asked, ["C", line.name], ["D", line.unit]] : [asked];
};

function figuresOf(grid: Grid, { periods }: HistoryForm, { row, line }: HistoryFound): readonly HistoryFigure[] {
  if (line === null) return [];
  return periods.flatMap((period, place): HistoryFigure[] => {
    const at = `${periodLetter(place)}${row}`;
    const cell = grid.get(at);
    const text = line.field === "doneOn" ? typedDay(cell) : typedFigure(cell, line.unit).trim();
    // What a locked cell shows was not typed.
    const isShown = line.cells[place]?.isOpen === false && (text === "—" || text === line.cells[place]?.text);
    return text === "" || isShown ? [] : [{ line, period, at, text }];
  });
}

/** Reads what a file's sheets say of a form that was made for the periods of its identity. */
export function readHistoryForm(
  sheets: readonly ReadSheet[],
  identity: HistoryIdentity,
  form: HistoryForm,
): HistoryReading<ReadHistory> {
  const known: KnownSheet = { name: historySheet, headings: [...knownColumns, ...form.periods] };
  const sheet = foundSheet(sheets, known);
  if (!sheet.ok) return sheet;
  const found = numberedRows(sheet, identity.lines).map(
    ([row, { measure, field }]): HistoryFound => ({
      ...{ row, measure },
      line: form.lines.find((each) => each.measure === measure && each.field === field) ?? null,
    }),
  );
  const letters = form.periods.map((_, place) => periodLetter(place));
  const fault =
    reHeaded(sheet, known) ??
    misnamed(sheet, found, namesOf) ??
    strayRow(sheet, found, letters) ??
    mergedCells(
      sheet,
      found,
      (letter) => letters.includes(letter),
      (_, rows) => rows.length > 1,
    );
  if (fault !== null) return fault;
  const has = (line: HistoryLine) => found.some((each) => each.line === line);
  return {
    ok: true,
    read: {
      figures: found.flatMap((each) => figuresOf(sheet.grid, form, each)),
      dropped: [...new Set(found.filter(({ line }) => line === null).map(({ measure }) => measure))],
      lacking: [...new Set(form.lines.filter((line) => !has(line)).map(({ measure }) => measure))],
    },
  };
}
