/** What a workbook types into a line of a draft; blank cells take nothing away from it. */
import { readTyped } from "../domain/typed-figure.ts";
import type { TypedCell, TypedLine } from "../domain/typed-line.ts";
import type { InputColumn } from "../exports/workbook-form.ts";
import type { ReadLine, ReadMeasure } from "../imports/form-reading.ts";
import type { CellFinding } from "../papers/read-row.ts";

/** As many characters as the form takes. */
const longest = { figure: 40, day: 20, words: 500 };

/** A fault of a cell, by its line and column. */
export interface TypedFault {
  readonly line: ReadLine;
  readonly column: InputColumn;
  readonly finding: CellFinding;
}

/** The cell that a line's figure is typed into: the cumulative one, where both are. */
export const columnOf = ({ cumulative, added }: ReadLine): "added" | "cumulative" =>
  cumulative === "" && added !== "" ? "added" : "cumulative";

const textOf = (line: ReadLine) => line[columnOf(line)].trim();

function tooLong(line: ReadLine, column: InputColumn, most: number): TypedFault {
  const text = { zh: `不能超过${most}字`, en: `at most ${most} characters` };
  return { line, column, finding: { severity: "error", code: "too-long", text } };
}

function faultsOf({ lines, note, reason }: ReadMeasure): readonly TypedFault[] {
  const [first] = lines;
  const ofWords = (["note", "reason"] as const).flatMap((column) => {
    const text = column === "note" ? note : reason;
    return first !== undefined && text.length > longest.words ? [tooLong(first, column, longest.words)] : [];
  });
  const ofLines = lines.flatMap((line) => {
    const most = line.field === "doneOn" ? longest.day : longest.figure;
    return textOf(line).length > most ? [tooLong(line, columnOf(line), most)] : [];
  });
  return [...ofLines, ...ofWords];
}

/** The cell of the draft, where the workbook types the same figure in another way, such as 1234 for 1,234. */
function kept(cell: TypedCell, standing: TypedCell | undefined, decimals: number): TypedCell {
  if (standing === undefined || standing.as !== cell.as) return cell;
  const [typed, stood] = [readTyped(cell.text, decimals), readTyped(standing.text, decimals)];
  return typed.ok && stood.ok && typed.figure === stood.figure ? standing : cell;
}

/** True where the workbook types the very figures that the draft repeats by 无变化, or leaves their cells blank. */
function repeats({ measure, lines }: ReadMeasure, { isUnchanged }: TypedLine): boolean {
  if (isUnchanged !== true) return false;
  return lines.every((line) => {
    const text = textOf(line);
    if (line.field === "doneOn" || text === "") return true;
    const given = measure.lines.find(({ field }) => field === line.field)?.typedCumulative ?? "";
    const [typed, repeated] = [readTyped(text, measure.decimals), readTyped(given, measure.decimals)];
    return columnOf(line) === "cumulative" && typed.ok && repeated.ok && typed.figure === repeated.figure;
  });
}

/** The draft's line as the workbook would write it, and the cells that hold more than a line takes, which are left out. */
export function typedIn(read: ReadMeasure, standing: TypedLine): { typed: TypedLine; faults: readonly TypedFault[] } {
  const faults = faultsOf(read);
  const isBearable = (text: string, most: number) => text !== "" && text.length <= most;
  const figures = read.lines.flatMap((line): [string, TypedCell][] => {
    const text = textOf(line);
    if (line.field === "doneOn" || !isBearable(text, longest.figure)) return [];
    return [[line.field, kept({ text, as: columnOf(line) }, standing[line.field], read.measure.decimals)]];
  });
  const isRepeated = repeats(read, standing);
  const day = read.lines.find(({ field }) => field === "doneOn")?.cumulative ?? "";
  const { entries, exits, stock, amount, isUnchanged, ...others } = standing;
  const typed: TypedLine = {
    ...(figures.length === 0 || isRepeated ? standing : { ...others, ...Object.fromEntries(figures) }),
    ...(isBearable(day, longest.day) ? { doneOn: day } : {}),
    ...(isBearable(read.note, longest.words) ? { note: read.note } : {}),
    ...(isBearable(read.reason, longest.words) ? { reason: read.reason } : {}),
  };
  return { typed, faults };
}
