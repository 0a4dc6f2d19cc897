/**
 * The history of a unit as a workbook that the office fills in from old sheets: a line a figure, a column a period; cells
 * of periods that the unit has begun or handed in are locked. It is an office's paper and so Chinese. TRUST S9.
 */
import { fills } from "./form-cells.ts";
import { identitySheet, lineName } from "./form-layout.ts";
import { figureRule } from "./form-rules.ts";
import type { HistoryForm, HistoryLine, HistoryMark } from "./history-form.ts";
import {
  firstHistoryRow,
  historyColumns,
  historyHeadingRow,
  historyMark,
  historySheet,
  periodLetter,
} from "./history-layout.ts";
import { letterOf } from "./spreadsheet/column-letters.ts";
import type { Cell, CellStyle, Sheet } from "./spreadsheet/sheet.ts";
import { workbookBytes } from "./spreadsheet/workbook.ts";

const periodWidth = 11;
const mendingWidth = 40;
/** Of the rows above the headings; the last says in two lines, where there are few columns, how it is filled in. */
const headHeights = [30, 20, 18, 34];

function headCells({ title, departmentName, periods, isDemonstration }: HistoryForm): readonly Cell[] {
  const range = `${periods[0] ?? "—"} 至 ${periods.at(-1) ?? "—"}`;
  const basis = `部门填报数据，非统计部门发布数据${isDemonstration ? "　　演示数据，不得引用" : ""}`;
  const how =
    "只填白色单元格，填各期的累计（期末）数；“0”是填报，空白不是。导入后只成为各期草稿，由该单位核对、说明并自行提交。";
  return [
    { at: "A1", value: `${title} 历史数据表`, style: { size: 16, isBold: true } },
    { at: "A2", value: `填报单位：${departmentName}　　期间：${range}`, style: { size: 11 } },
    { at: "A3", value: basis, style: { isBold: isDemonstration } },
    { at: "A4", value: how, style: {} },
  ];
}

function headingCells({ periods }: HistoryForm, hasMarks: boolean): readonly Cell[] {
  const headings = [...historyColumns.map(({ heading }) => heading), ...periods, ...(hasMarks ? ["需改正"] : [])];
  const style: CellStyle = { fill: fills.heading, isBold: true, isBoxed: true, horizontal: "center", format: "@" };
  return headings.map((value, column) => ({ at: `${letterOf(column)}${historyHeadingRow}`, value, style }));
}

/** A figure as a number where it is one that a spreadsheet holds exactly, else as the text that it is. */
function numberIn(text: string): string | number | null {
  if (text === "") return null;
  return /^-?\d{1,15}(\.\d+)?$/.test(text) && text.length <= 16 ? Number(text) : text;
}

function periodCell(at: string, line: HistoryLine, cell: HistoryLine["cells"][number], marks: readonly HistoryMark[]) {
  if (!cell.isOpen) {
    const style: CellStyle = { fill: fills.locked, isBoxed: true, horizontal: "right" };
    return { at, value: cell.text === "" ? "—" : cell.text, style };
  }
  const own = marks.filter((mark) => mark.at === at);
  const severity = own.some((mark) => mark.severity === "error") ? "error" : own[0]?.severity;
  const style: CellStyle = {
    ...{ isOpen: true, isBoxed: true, horizontal: "right" },
    format: line.field === "doneOn" ? "yyyy-mm-dd" : "General",
    ...(severity === undefined ? {} : { fill: fills[severity] }),
  };
  const comment = own.length === 0 ? {} : { comment: own.map(({ text }) => text).join("\n") };
  return {
    at,
    value: line.field === "doneOn" && cell.text !== "" ? cell.text : numberIn(cell.text),
    style,
    rule: figureRule(at, line),
    ...comment,
  };
}

function lineCells({ periods }: HistoryForm, line: HistoryLine, row: number, marks: readonly HistoryMark[]) {
  const once = (text: string) => (line.isFirst ? text : "");
  const known = [
    row - historyHeadingRow,
    once(line.subject),
    once(line.name),
    once(line.unit),
    lineName(line.nature, line.field),
  ];
  const locked: CellStyle = { fill: fills.locked, isBoxed: true };
  const cells: Cell[] = known.map((value, column) => ({ at: `${letterOf(column)}${row}`, value, style: locked }));
  line.cells.forEach((cell, place) => {
    cells.push(periodCell(`${periodLetter(place)}${row}`, line, cell, marks));
  });
  const own = marks.filter(({ at }) => at.replace(/^[A-Z]+/, "") === String(row));
  if (marks.length > 0) {
    const value = own.map(({ at, text }) => `${at}：${text}`).join("\n");
    cells.push({ at: `${periodLetter(periods.length)}${row}`, value, style: { fill: fills.locked, isBoxed: true } });
  }
  return { cells, height: Math.max(22, own.length * 15) };
}

function visibleSheet(form: HistoryForm, marks: readonly HistoryMark[]): Sheet {
  const hasMarks = marks.length > 0;
  const lines = form.lines.map((line, index) => lineCells(form, line, firstHistoryRow + index, marks));
  const heights = new Map([...headHeights.entries()].map(([index, height]) => [index + 1, height] as const));
  for (const [index, { height }] of lines.entries()) heights.set(firstHistoryRow + index, height);
  const last = letterOf(historyColumns.length + form.periods.length - (hasMarks ? 0 : 1));
  return {
    name: historySheet,
    cells: [...headCells(form), ...headingCells(form, hasMarks), ...lines.flatMap(({ cells }) => cells)],
    widths: [
      ...historyColumns.map(({ width }) => width),
      ...form.periods.map(() => periodWidth),
      ...(hasMarks ? [mendingWidth] : []),
    ],
    heights,
    // What is said at the top would else stand in the narrow first column, a word a line.
    merged: headHeights.map((_, index) => `A${index + 1}:${last}${index + 1}`),
    frozen: {
      rows: historyHeadingRow,
      columns: historyColumns.length,
      start: `${periodLetter(0)}${firstHistoryRow}`,
    },
    printed: { area: `A1:${last}${historyHeadingRow + form.lines.length}`, repeatedRow: historyHeadingRow },
  };
}

function hiddenSheet({ plan, department, build, periods, lines }: HistoryForm): Sheet {
  const rows = [
    [historyMark, "系统凭本页识别表单，请勿修改"],
    ["plan", plan],
    ["department", department],
    ["build", build],
    ["periods", ...periods],
    ...lines.map(({ measure, field }, index) => [String(index + 1), measure, field]),
  ];
  const cells = rows.flatMap((row, index) =>
    row.map((value, column) => ({ at: `${letterOf(column)}${index + 1}`, value, style: { format: "@" } })),
  );
  return { name: identitySheet, isHidden: true, cells };
}

/** The bytes of a history form's .xlsx; with marks it is the corrected workbook. */
export function historyWorkbook(form: HistoryForm, marks: readonly HistoryMark[] = []): Uint8Array {
  return workbookBytes([visibleSheet(form, marks), hiddenSheet(form)]);
}
