/** What an uploaded workbook would write on a paper, line by line, checked as the paper itself is. */

import type { Text } from "../domain/model.ts";
import { readCell, type TypedLine } from "../domain/typed-line.ts";
import type { FormMark } from "../exports/workbook-form.ts";
import type { ReadLine, ReadMeasure } from "../imports/form-reading.ts";
import type { AskedPaper } from "../papers/asked-paper.ts";
import type { StandingLine } from "../papers/paper-lines.ts";
import { type CellFinding, type Row, type RowCell, readRow, wantsWord } from "../papers/read-row.ts";
import type { MeasureEntry } from "../plans/outline.ts";
import { columnOf, typedIn } from "./workbook-typed.ts";

/** What is wrong or odd about a cell of the workbook. */
export interface WorkbookMark extends Omit<FormMark, "text"> {
  readonly row: number;
  readonly code: string;
  readonly text: Text;
}

/** A line of the workbook: what the draft's line would become, null where the workbook says nothing of it. */
export interface WorkbookLine {
  readonly entry: MeasureEntry;
  readonly typed: TypedLine | null;
  /** What is typed there, checked or not, for the corrected workbook. */
  readonly shown: TypedLine;
  readonly marks: readonly WorkbookMark[];
}

type Place = Pick<WorkbookMark, "measure" | "field" | "row" | "column">;

const placeOf = ({ measure }: ReadMeasure, { field, row }: ReadLine) => ({ measure: measure.key, field, row });

const marked = (place: Place, { severity, code, text }: CellFinding): WorkbookMark => ({
  ...place,
  severity,
  code,
  text,
});

/** Both figures of a line are typed and do not say the same. */
function contradiction(line: ReadLine, { before }: RowCell, decimals: number): CellFinding | null {
  if (line.cumulative === "" || line.added === "") return null;
  const [whole, added] = (["cumulative", "added"] as const).map((as) =>
    readCell({ text: line[as], as }, before, decimals),
  );
  if (whole === undefined || added === undefined || !whole.ok || !added.ok) return null;
  if (whole.cumulative === added.cumulative) return null;
  const text = {
    zh: "本期数加上期累计，与所填累计数不一致，请只填一个或改为一致",
    en: "the period's figure and the last cumulative one do not add up to the cumulative one; give only one of them",
  };
  return { severity: "error", code: "contradiction", text };
}

function staleness(line: ReadLine, measure: ReadMeasure["measure"]): CellFinding | null {
  // A blank line was filled in against nothing.
  if (!line.isStale || line[columnOf(line)] === "") return null;
  const last = measure.lines.find(({ field }) => field === line.field)?.last ?? null;
  const now =
    last === null
      ? { zh: "无", en: "none" }
      : { zh: `${last.text}（${last.month}）`, en: `${last.text} (${last.month})` };
  const text = {
    zh: `下载之后上次审定数有变，现为 ${now.zh}，请核对`,
    en: `the last accepted figure has changed since the download and is ${now.en} now; please check`,
  };
  return { severity: "warning", code: "stale", text };
}

function marksOf(read: ReadMeasure, row: Row): readonly WorkbookMark[] {
  const isAnswered = !wantsWord(row);
  return read.lines.flatMap((line) => {
    const place = { ...placeOf(read, line), column: columnOf(line) };
    if (line.field === "doneOn") {
      return row.findings.filter(({ code }) => code === "not-a-day").map((finding) => marked(place, finding));
    }
    const cell = row.cells.find(({ field }) => field === line.field);
    if (cell === undefined) return [];
    const found = cell.findings.filter(({ severity }) => severity === "error" || !isAnswered);
    const more = [contradiction(line, cell, read.measure.decimals), staleness(line, read.measure)];
    return [...found, ...more.filter((finding) => finding !== null)].map((finding) => marked(place, finding));
  });
}

const isSame = (left: TypedLine, right: TypedLine) => JSON.stringify(sorted(left)) === JSON.stringify(sorted(right));
const sorted = (line: TypedLine) => Object.entries(line).sort(([left], [right]) => (left < right ? -1 : 1));

/** What a measure of the workbook would write over what stands there. */
export function workbookLine(
  asked: AskedPaper,
  entry: MeasureEntry,
  read: ReadMeasure,
  standing: StandingLine,
): WorkbookLine {
  const { typed, faults } = typedIn(read, standing.typed);
  const marks = faults.map(({ line, column, finding }) => marked({ ...placeOf(read, line), column }, finding));
  const isChanged = !isSame(typed, standing.typed);
  const row = readRow(asked, entry, typed);
  const [first] = read.lines;
  const isWrittenSince = isChanged && standing.version !== read.version && first !== undefined;
  const text = {
    zh: "下载之后草稿的这一行有人改过，存入会替换它",
    en: "somebody has written this line of the draft since the download; taking it over replaces that",
  };
  const overwriting = isWrittenSince
    ? [
        marked(
          { ...placeOf(read, first), column: columnOf(first) },
          { severity: "warning", code: "written-since", text },
        ),
      ]
    : [];
  return {
    entry,
    typed: isChanged ? typed : null,
    shown: typed,
    marks: [...marks, ...marksOf(read, row), ...overwriting],
  };
}
