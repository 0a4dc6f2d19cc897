/** Reads the sheets of an uploaded file as the history form that was downloaded, or says why they are not that form. */
import { mostPeriods } from "../domain/history-import.ts";
import type { Text } from "../domain/model.ts";
import { isMonth, type Month } from "../domain/month.ts";
import { identitySheet, lineName } from "../exports/form-layout.ts";
import type { HistoryForm, HistoryLine } from "../exports/history-form.ts";
import {
  historyColumns,
  historyHeadingRow,
  historyMark,
  historySheet,
  letterOf,
  periodLetter,
} from "../exports/history-layout.ts";
import { type Grid, gridOf, mostRows, plainText, textAt } from "./grid.ts";
import type { ReadSheet } from "./read-cell.ts";
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
export type HistoryReading<Read> =
  | { readonly ok: true; readonly read: Read }
  | { readonly ok: false; readonly code: HistoryFault; readonly text: Text };

/** Why a workbook is not the form that it is uploaded as. */
export type HistoryFault = "not-our-form" | "another-paper" | "re-headed";

const refused = (code: HistoryFault, zh: string, en: string) => ({ ok: false, code, text: { zh, en } }) as const;

const factRows = 5;

/** What the file is about. */
export function historyIdentity(sheets: readonly ReadSheet[]): HistoryReading<HistoryIdentity> {
  const hidden = sheets.find(
    ({ name, cells }) => name === identitySheet && cells.some(({ text }) => text === historyMark),
  );
  if (hidden === undefined || !sheets.some(({ name }) => name === historySheet)) {
    return refused(
      "not-our-form",
      "这不是从本系统下载的历史数据表，请先下载再填写",
      "this is no history form of this system: download it and fill that in",
    );
  }
  const grid = gridOf(hidden);
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
  identity: HistoryIdentity,
  { plan, department }: Pick<HistoryForm, "plan" | "department">,
) {
  const pairs = [
    ["方案", "plan", identity.plan, plan],
    ["填报单位", "department", identity.department, department],
  ] as const;
  const other = pairs.find(([, , theirs, ours]) => theirs !== ours);
  if (other === undefined) return null;
  const [zh, en, theirs, ours] = other;
  return refused(
    "another-paper",
    `这是另一张历史数据表：${zh}是 ${theirs}，本页选的是 ${ours}`,
    `this is another history form: its ${en} is ${theirs}, on this page it is ${ours}`,
  );
}

function reHeaded(grid: Grid, { periods }: HistoryForm) {
  const headings = [...historyColumns.map(({ heading }) => heading), ...periods];
  const place = headings.findIndex(
    (heading, column) => textAt(grid, `${letterOf(column)}${historyHeadingRow}`) !== plainText(heading),
  );
  const heading = headings[place];
  if (heading === undefined) return null;
  const at = `${letterOf(place)}${historyHeadingRow}`;
  const found = textAt(grid, at);
  return refused(
    "re-headed",
    `表头被改动：${at} 应为“${heading}”，现为“${found}”。请重新下载填写`,
    `the headings were changed: ${at} must be ${heading} and is ${found}; download the form again`,
  );
}

/** A line of the file, and the line of the form that it is. */
interface FoundLine {
  readonly row: number;
  readonly measure: string;
  readonly line: HistoryLine | null;
}

function foundLines(grid: Grid, { lines }: HistoryIdentity, form: HistoryForm): readonly FoundLine[] {
  const found: FoundLine[] = [];
  for (let row = historyHeadingRow + 1; row < historyHeadingRow + mostRows; row += 1) {
    const known = lines.get(textAt(grid, `A${row}`));
    if (known === undefined) continue;
    const line = form.lines.find(({ measure, field }) => measure === known.measure && field === known.field) ?? null;
    found.push({ row, measure: known.measure, line });
  }
  return found;
}

/** What a line says of itself must be what it was when it was downloaded, and it stands there once. */
function misnamed(grid: Grid, found: readonly FoundLine[]) {
  const seen = new Set<HistoryLine>();
  for (const { row, line } of found) {
    if (line === null) continue;
    const wanted = [["E", lineName(line.nature, line.field)], ...(line.isFirst ? [["C", line.name]] : [])] as const;
    const wrong = wanted.find(([letter, text]) => textAt(grid, `${letter}${row}`) !== plainText(text ?? ""));
    if (wrong === undefined && !seen.has(line)) {
      seen.add(line);
      continue;
    }
    if (wrong === undefined) {
      return refused(
        "re-headed",
        `第${row}行的序号与另一行重复，请重新下载填写`,
        `row ${row} has the number of another row; download the form again`,
      );
    }
    const [letter, text] = wrong;
    return refused(
      "re-headed",
      `${letter}${row} 应为“${text}”，行被改动，请重新下载填写`,
      `${letter}${row} must be ${text}: the row was changed; download the form again`,
    );
  }
  return null;
}

function figuresOf(grid: Grid, { periods }: HistoryForm, { row, line }: FoundLine): readonly HistoryFigure[] {
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
  const grid = gridOf(sheets.find(({ name }) => name === historySheet) ?? { name: "", cells: [] });
  const found = foundLines(grid, identity, form);
  const fault = reHeaded(grid, form) ?? misnamed(grid, found);
  if (fault !== null) return fault;
  const has = (line: HistoryLine) => found.some((each) => each.line === line);
  return {
    ok: true,
    read: {
      figures: found.flatMap((each) => figuresOf(grid, form, each)),
      dropped: [...new Set(found.filter(({ line }) => line === null).map(({ measure }) => measure))],
      lacking: [...new Set(form.lines.filter((line) => !has(line)).map(({ measure }) => measure))],
    },
  };
}
