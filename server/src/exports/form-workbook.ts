/**
 * The form of a paper as a workbook that a clerk fills in with Excel, WPS or LibreOffice: prefilled, locked but for the
 * cells to fill in, checked there in Chinese, and knowing which form it is. It is an office's paper and so Chinese in
 * either language of the pages. DOMAIN section 8, TRUST S9.
 */
import { fills, lineCells } from "./form-cells.ts";
import {
  addressAt,
  type Column,
  columnList,
  columns,
  firstLineRow,
  formMark,
  formSheet,
  headingRow,
  identitySheet,
  type PlacedLine,
  placedLines,
} from "./form-layout.ts";
import type { Cell, Sheet } from "./spreadsheet/sheet.ts";
import { workbookBytes } from "./spreadsheet/workbook.ts";
import { type FormMark, standingOf, versionOf, type WorkbookForm } from "./workbook-form.ts";

/** The column of the corrected workbook that says in words, for paper too, what the marks say. */
const mending = { letter: "M", heading: "需改正", width: 34 };

/** What is said once of a measure spans all of its lines. */
const spanning = ["subject", "measure", "unit", "target", "schedule", "note", "reason"] as const satisfies Column[];

const signatures = ["填报人：", "负责人：", "联系电话：", "填报日期："].join("　　　　　　　　　　");

const headHeights = [30, 20, 18, 18, 30];

/** A line's height: by what it says in the narrow columns, and never less than a finger. */
function heightOf({ measure }: PlacedLine): number {
  const rows = (text: string, width: number) => Math.ceil((text.length * 2 + 2) / width);
  const wanted = Math.max(
    rows(measure.subject, columns.subject.width),
    rows(measure.name, columns.measure.width),
    rows(measure.target, columns.target.width),
  );
  return Math.max(22, Math.ceil((wanted * 15 + 6) / measure.lines.length));
}

function headCells(form: WorkbookForm): readonly Cell[] {
  const { title, departmentName, periodName, dueOn, isDemonstration } = form;
  const isConfirmation = form.identity.kind === "confirmation";
  const whose = isConfirmation ? "统计核定数据，审核通过后生效" : "部门填报数据，非统计部门发布数据";
  const basis = `${whose}${isDemonstration ? "　　演示数据，不得引用" : ""}`;
  const [headline, facts] = [
    `${title} ${isConfirmation ? "统计核定表" : "填报表"}`,
    `填报单位：${departmentName}　　报告期：${periodName}　　报送截止：${dueOn}　　计量单位：见“单位”栏`,
  ];
  const how =
    "只填白色单元格，标“可不填”的可以空着；本期数与累计数知道哪个填哪个；“0”是填报，空白不是。填好后在填报页面上传，先核对，再存为草稿。";
  return [
    { at: "A1", value: headline, style: { size: 16, isBold: true, horizontal: "center" } },
    { at: "A2", value: facts, style: { size: 11, horizontal: "center" } },
    { at: "A3", value: basis, style: { isBold: isDemonstration } },
    { at: "A4", value: how, style: {} },
  ];
}

function headingCells(hasMarks: boolean): readonly Cell[] {
  const all = [...columnList.map((column) => columns[column]), ...(hasMarks ? [mending] : [])];
  return all.map(({ letter, heading }) => ({
    at: `${letter}${headingRow}`,
    value: heading,
    style: { fill: fills.heading, isBold: true, isBoxed: true, horizontal: "center" },
  }));
}

/** Where a mark stands: words stand at the measure's first line. */
function addressOf({ row, measure, line }: PlacedLine, { column }: FormMark): string {
  const isOnce = column === "note" || column === "reason";
  return addressAt(column, isOnce ? row - measure.lines.indexOf(line) : row);
}

function mendingCell(placed: PlacedLine, marks: readonly FormMark[]): Cell {
  const said = marks.map((mark) => `${addressOf(placed, mark)}：${mark.text}`).join("\n");
  return { at: `${mending.letter}${placed.row}`, value: said, style: { fill: fills.locked, isBoxed: true } };
}

function visibleSheet(form: WorkbookForm, lines: readonly PlacedLine[], marks: readonly FormMark[]): Sheet {
  const hasMarks = marks.length > 0;
  const last = hasMarks ? mending.letter : columns.reason.letter;
  const end = firstLineRow + lines.length;
  const ofLine = ({ measure, line }: PlacedLine) =>
    marks.filter((mark) => mark.measure === measure.key && mark.field === line.field);
  const spans = lines.flatMap(({ row, measure, isFirst }) =>
    isFirst && measure.lines.length > 1
      ? spanning.map((column) => `${addressAt(column, row)}:${addressAt(column, row + measure.lines.length - 1)}`)
      : [],
  );
  const heights = new Map(headHeights.map((height, index) => [index + 1, height]));
  for (const placed of lines) heights.set(placed.row, Math.max(heightOf(placed), ofLine(placed).length * 15));
  return {
    name: formSheet,
    cells: [
      ...headCells(form),
      ...headingCells(hasMarks),
      ...lines.flatMap((placed) => [
        ...lineCells(placed, ofLine(placed)),
        ...(hasMarks ? [mendingCell(placed, ofLine(placed))] : []),
      ]),
      { at: `A${end}`, value: signatures, style: {} },
    ],
    widths: [...columnList.map((column) => columns[column].width), ...(hasMarks ? [mending.width] : [])],
    heights: heights.set(end, 28),
    merged: [...[1, 2, 3, 4, end].map((row) => `A${row}:${last}${row}`), ...spans],
    frozen: { rows: headingRow, columns: 3, start: addressAt("cumulative", firstLineRow) },
    printed: { area: `A1:${last}${end}`, repeatedRow: headingRow },
  };
}

function hiddenSheet(form: WorkbookForm, lines: readonly PlacedLine[]): Sheet {
  const { plan, department, period, kind } = form.identity;
  const rows = [
    [formMark, "系统凭本页识别表单，请勿修改"],
    ["plan", plan],
    ["department", department],
    ["period", period],
    ["kind", kind],
    ["version", versionOf(form)],
    ["build", form.build],
    ["lines", String(lines.length)],
    ...lines.map(({ number, measure, line }) => [
      ...[String(number), measure.key, line.field],
      ...[standingOf(line), String(measure.version)],
    ]),
  ];
  const cells = rows.flatMap((row, index) =>
    row.map((value, column) => ({
      at: `${String.fromCharCode(65 + column)}${index + 1}`,
      value,
      style: { format: "@" },
    })),
  );
  return { name: identitySheet, isHidden: true, cells };
}

/** The bytes of a form's .xlsx; with marks it is the corrected workbook, which says at each cell what is to be mended. */
export function formWorkbook(form: WorkbookForm, marks: readonly FormMark[] = []): Uint8Array {
  const lines = placedLines(form);
  return workbookBytes([visibleSheet(form, lines, marks), hiddenSheet(form, lines)]);
}
