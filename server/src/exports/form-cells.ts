/** The cells of one line of a form: what is known, locked; what is to be filled in, open and prefilled. */
import { readTyped } from "../domain/typed-figure.ts";
import { looksLikeCode } from "./csv.ts";
import { addressAt, type Column, lineHeading, type PlacedLine } from "./form-layout.ts";
import { addedRule, cumulativeRule, textRule } from "./form-rules.ts";
import type { Cell, CellRule, CellStyle } from "./spreadsheet/sheet.ts";
import type { FormMark, FormMeasure, InputColumn } from "./workbook-form.ts";

/** Fills of a form's cells. */
export const fills = { heading: "E8EDF3", locked: "F4F5F7", error: "F8D3CC", warning: "FBEBC2" };

type Side = "left" | "center" | "right";

/** A number of a spreadsheet has about 15 digits; longer ones stay the text that was typed. */
const mostExact = 1e15;
const dayFormat = "yyyy-mm-dd";
const textFormat = "@";

/** What was typed, as a number where it is one and so can be reckoned with, else as the text that it is. */
function typedFigure(
  typed: string,
  { decimals, unit }: FormMeasure,
): Pick<Cell, "value"> & { readonly format: string } {
  const read = readTyped(typed, decimals);
  // With a format of its own a cell would take 97.5% for 0.975 and show it as 1.0.
  const numbers = decimals === 0 || unit === "%" ? "General" : `0.${"0".repeat(decimals)}`;
  // A cell of text would take what is typed over the mistake for text as well, and its rule would refuse that.
  if (!read.ok) return { value: typed, format: looksLikeCode(typed) ? textFormat : numbers };
  if (read.figure !== null && Math.abs(read.figure) >= mostExact) return { value: typed, format: textFormat };
  const value = read.figure === null ? null : Number((read.figure / 10 ** decimals).toFixed(decimals));
  return { value, format: numbers };
}

/** A day as a spreadsheet counts it, where it was typed as one. */
function typedDay(typed: string): Pick<Cell, "value"> & { readonly format: string } {
  const days = /^\d{4}-\d\d-\d\d$/.test(typed) ? Date.parse(`${typed}T00:00:00Z`) / 86_400_000 : Number.NaN;
  if (Number.isInteger(days)) return { value: days + 25_569, format: dayFormat };
  if (typed === "") return { value: null, format: dayFormat };
  return { value: typed, format: looksLikeCode(typed) ? textFormat : dayFormat };
}

function openCell(
  { row }: PlacedLine,
  column: InputColumn,
  { value, format }: { readonly value: Cell["value"]; readonly format: string },
  rule: CellRule,
  marks: readonly FormMark[],
): Cell {
  const own = marks.filter((mark) => mark.column === column);
  const severity = own.some((mark) => mark.severity === "error") ? "error" : own[0]?.severity;
  const horizontal: Side = column === "note" || column === "reason" ? "left" : "right";
  const style: CellStyle = { isOpen: true, isBoxed: true, horizontal, format };
  // A rule of numbers refuses every number in a cell of text.
  const isRuled = format !== textFormat || rule.type === "textLength";
  return {
    at: addressAt(column, row),
    value,
    style: severity === undefined ? style : { ...style, fill: fills[severity] },
    ...(isRuled && { rule }),
    ...(own.length > 0 && { comment: own.map(({ text }) => text).join("\n") }),
  };
}

/** The cells of a line from left to right; `marks` are those of this line. */
export function lineCells(placed: PlacedLine, marks: readonly FormMark[]): readonly Cell[] {
  const { row, number, measure, line, isFirst } = placed;
  const locked = (column: Column, value: string | number, horizontal: Side = "left"): Cell => ({
    at: addressAt(column, row),
    value,
    style: { fill: fills.locked, isBoxed: true, horizontal },
  });
  const once = (text: string) => (isFirst ? text : "");
  const value = line.field === "doneOn" ? typedDay(line.typedCumulative) : typedFigure(line.typedCumulative, measure);
  const words = (column: "note" | "reason", text: string, prompt: string) =>
    isFirst
      ? openCell(placed, column, { value: text, format: textFormat }, textRule(prompt), marks)
      : { at: addressAt(column, row), value: null, style: { isBoxed: true } };
  return [
    locked("number", number, "center"),
    locked("subject", once(measure.subject)),
    locked("measure", once(measure.name)),
    locked("unit", once(measure.unit), "center"),
    locked("target", once(measure.target)),
    locked("schedule", once(measure.schedule), "right"),
    locked("line", lineHeading(measure.nature, line)),
    locked("last", line.last === null ? "—" : `${line.last.text}（${line.last.month}）`, "right"),
    line.takesAdded
      ? openCell(placed, "added", typedFigure(line.typedAdded, measure), addedRule(placed), marks)
      : locked("added", "—", "center"),
    openCell(placed, "cumulative", value, cumulativeRule(placed), marks),
    words("note", measure.note, "口径、佐证等需要说明的，写在这里"),
    words("reason", measure.reason, "数据变动异常时，在这里说明原因"),
  ];
}
