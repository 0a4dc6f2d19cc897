/** How the sheet of a form is laid out: what the workbook is written by, and read by again. */
import type { Nature } from "../../../db/src/vocabulary.ts";
import type { FormLine, FormMeasure, LineField, WorkbookForm } from "./workbook-form.ts";

/** The visible sheet, and the hidden one that knows which form it is. */
export const formSheet = "填报表";
export const identitySheet = "表单信息";
/** What the first cell of the hidden sheet says: nobody else's workbook does. */
export const formMark = "beizeng-form/1";

/** The columns in their order, with the headings by which they are known again. */
export const columns = {
  number: { letter: "A", heading: "序号", width: 5 },
  subject: { letter: "B", heading: "事项", width: 15 },
  measure: { letter: "C", heading: "考核指标", width: 18 },
  unit: { letter: "D", heading: "单位", width: 8 },
  target: { letter: "E", heading: "目标值", width: 25 },
  schedule: { letter: "F", heading: "序时应达", width: 11 },
  line: { letter: "G", heading: "填报项", width: 21 },
  last: { letter: "H", heading: "上次审定", width: 20 },
  added: { letter: "I", heading: "本期数", width: 11 },
  cumulative: { letter: "J", heading: "累计（期末）数", width: 13 },
  note: { letter: "K", heading: "说明", width: 22 },
  reason: { letter: "L", heading: "异常原因", width: 16 },
} as const;
export type Column = keyof typeof columns;

/** The columns that must be where they were: by their headings a re-headed sheet is found out. */
export const columnList = Object.keys(columns) as readonly Column[];

/** The columns in which a person types. */
export const inputColumns = ["added", "cumulative", "note", "reason"] as const satisfies readonly Column[];

/** The row of headings, and the first line. */
export const headingRow = 5;
export const firstLineRow = headingRow + 1;

const amountNames: Readonly<Record<Nature, string>> = {
  population: "数量",
  tally: "累计数",
  "yearly-flow": "本年累计",
  level: "期末值",
  rate: "本期值",
  milestone: "是否完成（1/0）",
};

/** What a line asks for, in words. */
export function lineName(nature: Nature, field: LineField): string {
  const names: Readonly<Record<LineField, string>> = {
    entries: "新增（累计）",
    exits: "退出（累计）",
    stock: "期末总数",
    amount: amountNames[nature],
    doneOn: "完成日期",
  };
  return names[field];
}

/** Stands after what a line asks for where it may stay blank. */
const optionalMark = "（可不填）";

/** What a line's cell says of what it asks for. */
export const lineHeading = (nature: Nature, { field, isNeeded }: Pick<FormLine, "field" | "isNeeded">): string =>
  `${lineName(nature, field)}${isNeeded ? "" : optionalMark}`;

/** What a line's cell asks for, whether it had to be filled in when the form was downloaded or not. */
export const askedBy = (heading: string): string =>
  heading.normalize("NFKC").trim().replace(optionalMark.normalize("NFKC"), "");

/** A line with its measure and the row in which it stands. */
export interface PlacedLine {
  readonly row: number;
  readonly number: number;
  readonly measure: FormMeasure;
  readonly line: FormLine;
  /** True for the line that carries what is said once of the measure. */
  readonly isFirst: boolean;
}

/** Every line of a form in its row. */
export function placedLines({ measures }: Pick<WorkbookForm, "measures">): readonly PlacedLine[] {
  const all = measures.flatMap((measure) =>
    measure.lines.map((line, index) => ({ measure, line, isFirst: index === 0 })),
  );
  return all.map((each, index) => ({ ...each, row: firstLineRow + index, number: index + 1 }));
}

/** The address of a line's cell, such as `J7`; a note stands once a measure, at its first line. */
export const addressAt = (column: Column, row: number): string => `${columns[column].letter}${row}`;
