/** Reads the sheets of an uploaded file as the form that was downloaded, or says why they are not that form. */

import type { Text } from "../domain/model.ts";
import { columnList, columns, formMark, formSheet, inputColumns, lineName } from "../exports/form-layout.ts";
import {
  type FormIdentity,
  type FormLine,
  type FormMeasure,
  type LineField,
  standingOf,
  type WorkbookForm,
} from "../exports/workbook-form.ts";
import { type RefusedForm, refused } from "./form-fault.ts";
import { type Grid, mostRows, plainText, textAt } from "./grid.ts";
import { hiddenSheetOf, saidOfItself } from "./known-form.ts";
import type { ReadSheet } from "./read-cell.ts";
import {
  type FoundLine,
  type FoundSheet,
  foundSheet,
  type KnownSheet,
  mergedCells,
  misnamed,
  numberedRows,
  reHeaded,
  strayRow,
  type WantedName,
} from "./sheet-shape.ts";
import { typedDay, typedFigure, typedWords } from "./typed-cell.ts";

/** A line of the file: what is typed in it, and the row in which it stands. */
export interface ReadLine {
  readonly field: LineField;
  readonly row: number;
  readonly added: string;
  readonly cumulative: string;
  /** True when what was accepted before is no longer what the file was filled in against. */
  readonly isStale: boolean;
}

/** A measure of the file. */
export interface ReadMeasure {
  readonly measure: FormMeasure;
  readonly lines: readonly ReadLine[];
  readonly note: string;
  readonly reason: string;
  /** The version of the draft's line when the form was downloaded. */
  readonly version: number;
}

/** The form as it was filled in; `dropped` are lines of the file, `lacking` measures of the form, that the other has not whole. */
export interface ReadForm {
  readonly measures: readonly ReadMeasure[];
  readonly dropped: readonly { readonly row: number; readonly measure: string }[];
  readonly lacking: readonly string[];
  /** True where what the form asks for changed since the download. */
  readonly isOutdated: boolean;
}

/** The form, or the one sentence why the file is another. */
export type FormReading = { readonly ok: true; readonly form: ReadForm } | RefusedForm;

/** The hidden sheet: which form it is, and its lines by number. */
interface Remembered {
  readonly facts: ReadonlyMap<string, string>;
  readonly lines: ReadonlyMap<string, RememberedLine>;
}

interface RememberedLine {
  readonly measure: string;
  readonly field: string;
  readonly standing: string;
  readonly version: number;
}

const factRows = 7;

const knownSheet: KnownSheet = { name: formSheet, headings: columnList.map((column) => columns[column].heading) };

function remembered(grid: Grid): Remembered {
  const facts = new Map<string, string>();
  for (let row = 2; row <= factRows + 1; row += 1) facts.set(textAt(grid, `A${row}`), textAt(grid, `B${row}`));
  const lines = new Map<string, RememberedLine>();
  for (let row = factRows + 2; textAt(grid, `A${row}`) !== "" && row < mostRows; row += 1) {
    lines.set(textAt(grid, `A${row}`), {
      measure: textAt(grid, `B${row}`),
      field: textAt(grid, `C${row}`),
      standing: textAt(grid, `D${row}`),
      version: Number(textAt(grid, `E${row}`)),
    });
  }
  return { facts, lines };
}

const identityFields = ["plan", "department", "period", "kind"] as const;

const kindWords = {
  report: { zh: "填报", en: "a report" },
  correction: { zh: "更正", en: "a correction" },
  confirmation: { zh: "统计核定", en: "a confirmation" },
} as const satisfies Record<FormIdentity["kind"], Text>;

function foreignness(sheets: readonly ReadSheet[], { facts }: Remembered, form: WorkbookForm) {
  const { identity, departmentName, periodName } = form;
  if (identityFields.every((field) => facts.get(field) === identity[field])) return null;
  const theirs = Object.entries(kindWords).find(([each]) => each === facts.get("kind"))?.[1];
  const said = saidOfItself(sheets, 2);
  const ours = `填报单位：${departmentName}，报告期：${periodName}`;
  const kind = kindWords[identity.kind];
  return refused(
    "another-paper",
    `这是另一张表（${said}，${theirs?.zh ?? "—"}）；本页是${form.title}，${ours}，${kind.zh}。请到那一页上传`,
    `this is another form (${said}, ${theirs?.en ?? "—"}); this page is ${form.title}, ${ours}, ${kind.en}. Upload it there`,
  );
}

/** A line of the file before its texts are read. */
interface FormFound extends FoundLine<FormLine> {
  readonly measure: FormMeasure | null;
  readonly key: string;
  readonly standing: string;
  readonly version: number;
}

const foundLines = (sheet: FoundSheet, { lines }: Remembered, form: WorkbookForm): readonly FormFound[] =>
  numberedRows(sheet, lines).map(([row, { measure: key, field, standing, version }]) => {
    const measure = form.measures.find((each) => each.key === key) ?? null;
    const line = measure?.lines.find((each) => each.field === field) ?? null;
    return { row, measure, key, line, standing, version };
  });

function namesOf(line: FormLine, { measure }: FormFound): readonly WantedName[] {
  if (measure === null) return [];
  const asked: WantedName = [columns.line.letter, lineName(measure.nature, line.field)];
  if (measure.lines[0] !== line) return [asked];
  return [asked, [columns.measure.letter, measure.name], [columns.unit.letter, measure.unit]];
}

const figureLetters = [columns.added.letter, columns.cumulative.letter];
const typedLetters: readonly string[] = inputColumns.map((column) => columns[column].letter);

/** What is no longer as it was downloaded. */
function shapeFault(sheet: FoundSheet, found: readonly FormFound[]): RefusedForm | null {
  const measuresIn = (rows: readonly number[]) =>
    new Set(found.filter(({ row }) => rows.includes(row)).map(({ key }) => key)).size;
  return (
    reHeaded(sheet, knownSheet) ??
    misnamed(sheet, found, namesOf) ??
    strayRow(sheet, found, typedLetters) ??
    mergedCells(
      sheet,
      found,
      (letter) => typedLetters.includes(letter),
      // Words are said once a measure, and so its rows share their cell.
      (letter, rows) => (figureLetters.some((each) => each === letter) ? rows.length > 1 : measuresIn(rows) > 1),
    )
  );
}

function readLine(
  grid: Grid,
  unit: string,
  { row, line, standing }: FormFound & { readonly line: FormLine },
): ReadLine {
  const cumulative = grid.get(`${columns.cumulative.letter}${row}`);
  const added = typedFigure(grid.get(`${columns.added.letter}${row}`), unit);
  return {
    field: line.field,
    row,
    // The dash of a locked cell was not typed.
    added: !line.takesAdded && added === "—" ? "" : added,
    cumulative: line.field === "doneOn" ? typedDay(cumulative) : typedFigure(cumulative, unit),
    isStale: standing !== plainText(standingOf(line)),
  };
}

function readMeasure(grid: Grid, measure: FormMeasure, found: readonly FormFound[]): ReadMeasure {
  const own = found.flatMap((each) =>
    each.measure === measure && each.line !== null ? [{ ...each, line: each.line }] : [],
  );
  const lines = own.map((each) => readLine(grid, measure.unit, each));
  // Words are written once a measure: in the first of its rows that has any.
  const wordsIn = (column: "note" | "reason") =>
    lines.map(({ row }) => typedWords(grid.get(`${columns[column].letter}${row}`))).find((text) => text !== "") ?? "";
  return { measure, lines, note: wordsIn("note"), reason: wordsIn("reason"), version: own[0]?.version ?? 0 };
}

/** Reads what a file's sheets say of a form. */
export function readForm(sheets: readonly ReadSheet[], form: WorkbookForm): FormReading {
  const identity = hiddenSheetOf(sheets, formMark, knownSheet);
  if (!identity.ok) return identity;
  const known = remembered(identity.hidden);
  const foreign = foreignness(sheets, known, form);
  if (foreign !== null) return foreign;
  const sheet = foundSheet(sheets, knownSheet);
  if (!sheet.ok) return sheet;
  const found = foundLines(sheet, known, form);
  const fault = shapeFault(sheet, found);
  if (fault !== null) return fault;
  const measures = form.measures.filter((measure) => found.some((each) => each.measure === measure));
  const isThere = (line: FormLine) => found.some((each) => each.line === line);
  const isRemembered = (measure: string, field: string) =>
    [...known.lines.values()].some((line) => line.measure === measure && line.field === field);
  const lacking = form.measures.filter(
    (measure) => !measures.includes(measure) || measure.lines.some((line) => line.isNeeded && !isThere(line)),
  );
  const dropped = found.filter(({ line }) => line === null).map(({ row, key }) => ({ row, measure: key }));
  return {
    ok: true,
    form: {
      measures: measures.map((measure) => readMeasure(sheet.grid, measure, found)),
      dropped,
      lacking: lacking.map(({ key }) => key),
      isOutdated:
        dropped.length > 0 || lacking.some(({ key, lines }) => lines.some(({ field }) => !isRemembered(key, field))),
    },
  };
}
