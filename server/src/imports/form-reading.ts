/** Reads the sheets of an uploaded file as the form that was downloaded, or says why they are not that form. */

import type { Text } from "../domain/model.ts";
import {
  askedBy,
  type Column,
  columnList,
  columns,
  formMark,
  formSheet,
  identitySheet,
  lineName,
} from "../exports/form-layout.ts";
import {
  type FormIdentity,
  type FormLine,
  type FormMeasure,
  type LineField,
  standingOf,
  type WorkbookForm,
} from "../exports/workbook-form.ts";
import { type Grid, gridOf, mostRows, plainText, textAt } from "./grid.ts";
import type { ReadSheet } from "./read-cell.ts";
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

/** The form as it was filled in; `dropped` are lines of the file, `lacking` measures of the form, that the other does not have. */
export interface ReadForm {
  readonly measures: readonly ReadMeasure[];
  readonly dropped: readonly { readonly row: number; readonly measure: string }[];
  readonly lacking: readonly string[];
}

/** The form, or the one sentence why the file is another. */
export type FormReading =
  | { readonly ok: true; readonly form: ReadForm }
  | { readonly ok: false; readonly code: FormFault; readonly text: Text };

/** Why a workbook is not the form that it is uploaded to. */
export type FormFault = "not-our-form" | "another-paper" | "re-headed";

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

const refused = (code: FormFault, zh: string, en: string) => ({ ok: false, code, text: { zh, en } }) as const;

function remembered(sheets: readonly ReadSheet[]): Remembered | null {
  const sheet = sheets.find(({ name, cells }) => name === identitySheet && cells.some(({ text }) => text === formMark));
  if (sheet === undefined) return null;
  const grid = gridOf(sheet);
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

/** Which paper a form is, as its own first rows say it: in words that whoever chose it knows. */
function paperOf(grid: Grid, { facts }: Remembered): Text {
  // As written: normalised, its punctuation would be another than the sentence's.
  const rawAt = (at: string) => (grid.get(at)?.text ?? "").trim();
  const [unit = "", period = ""] = rawAt("A2").split(/\s{2,}/);
  const kind = Object.entries(kindWords).find(([each]) => each === facts.get("kind"))?.[1];
  const said = [rawAt("A1"), unit, period]
    .filter((part) => part !== "")
    .join("，")
    .slice(0, 120);
  return { zh: `${said}，${kind?.zh ?? "—"}`, en: `${said}, ${kind?.en ?? "—"}` };
}

function foreignness(grid: Grid, known: Remembered, form: WorkbookForm) {
  const { identity, departmentName, periodName } = form;
  if (identityFields.every((field) => known.facts.get(field) === identity[field])) return null;
  const theirs = paperOf(grid, known);
  const ours = `填报单位：${departmentName}，报告期：${periodName}`;
  const kind = kindWords[identity.kind];
  return refused(
    "another-paper",
    `这是另一张表（${theirs.zh}）；本页是${form.title}，${ours}，${kind.zh}。请到那一页上传`,
    `this is another form (${theirs.en}); this page is ${form.title}, ${ours}, ${kind.en}. Upload it there`,
  );
}

/** The row of headings; null where there is none. */
function headingRowOf(grid: Grid): number | null {
  for (let row = 1; row <= 30; row += 1) if (textAt(grid, `A${row}`) === columns.number.heading) return row;
  return null;
}

function reHeaded(grid: Grid, row: number) {
  const changed = columnList.find(
    (column) => textAt(grid, `${columns[column].letter}${row}`) !== plainText(columns[column].heading),
  );
  if (changed === undefined) return null;
  const { letter, heading } = columns[changed];
  const found = textAt(grid, `${letter}${row}`);
  return refused(
    "re-headed",
    `表头被改动：${letter}${row} 应为“${heading}”，现为“${found}”。请重新下载填报表填写`,
    `the headings were changed: ${letter}${row} must be ${heading} and is ${found}; download the form again`,
  );
}

/** A line of the file before its texts are read. */
interface FoundLine {
  readonly row: number;
  readonly measure: FormMeasure | null;
  readonly key: string;
  readonly line: FormLine | null;
  readonly standing: string;
  readonly version: number;
}

function foundLines(grid: Grid, from: number, { lines }: Remembered, form: WorkbookForm): readonly FoundLine[] {
  const found: FoundLine[] = [];
  for (let row = from; row < from + mostRows; row += 1) {
    const known = lines.get(textAt(grid, `${columns.number.letter}${row}`));
    if (known === undefined) continue;
    const measure = form.measures.find(({ key }) => key === known.measure) ?? null;
    const line = measure?.lines.find(({ field }) => field === known.field) ?? null;
    found.push({ row, measure, key: known.measure, line, standing: known.standing, version: known.version });
  }
  return found;
}

/** What a line says of itself must be what it was when it was downloaded, or the numbers stand beside other names. */
function misnamed(grid: Grid, found: readonly FoundLine[]) {
  const seen = new Set<FormLine>();
  for (const { row, measure, line } of found) {
    if (measure === null || line === null) continue;
    const isFirst = measure.lines[0] === line;
    const wanted: readonly (readonly [Column, string])[] = [
      ["line", lineName(measure.nature, line.field)],
      ...(isFirst ? ([["measure", measure.name]] as const) : []),
    ];
    const wrong = wanted.find(
      ([column, text]) => askedBy(textAt(grid, `${columns[column].letter}${row}`)) !== plainText(text),
    );
    if (wrong === undefined && !seen.has(line)) {
      seen.add(line);
      continue;
    }
    const at = wrong === undefined ? `A${row}` : `${columns[wrong[0]].letter}${row}`;
    return refused(
      "re-headed",
      wrong === undefined
        ? `第${row}行的序号与另一行重复，请重新下载填报表填写`
        : `${at} 应为“${wrong[1]}”，行被改动，请重新下载填报表填写`,
      wrong === undefined
        ? `row ${row} has the number of another row; download the form again`
        : `${at} must be ${wrong[1]}: the row was changed; download the form again`,
    );
  }
  return null;
}

function readLine(
  grid: Grid,
  unit: string,
  { row, line, standing }: FoundLine & { readonly line: FormLine },
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

function readMeasure(grid: Grid, measure: FormMeasure, found: readonly FoundLine[]): ReadMeasure {
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
  const known = remembered(sheets);
  const sheet = sheets.find(({ name }) => name === formSheet);
  if (known === null || sheet === undefined) {
    return refused(
      "not-our-form",
      "这不是从本系统下载的填报表，请先下载本期填报表再填写",
      "this is no form of this system: download the form of the period and fill that in",
    );
  }
  const grid = gridOf(sheet);
  const headingRow = headingRowOf(grid);
  if (headingRow === null) {
    return refused(
      "re-headed",
      "找不到表头（“序号”一行），请重新下载填报表填写",
      "the row of headings is gone; download the form again",
    );
  }
  const found = foundLines(grid, headingRow + 1, known, form);
  const fault = foreignness(grid, known, form) ?? reHeaded(grid, headingRow) ?? misnamed(grid, found);
  if (fault !== null) return fault;
  const measures = form.measures.filter((measure) => found.some((each) => each.measure === measure));
  return {
    ok: true,
    form: {
      measures: measures.map((measure) => readMeasure(grid, measure, found)),
      dropped: found.filter(({ line }) => line === null).map(({ row, key }) => ({ row, measure: key })),
      lacking: form.measures.filter((measure) => !measures.includes(measure)).map(({ key }) => key),
    },
  };
}
