/** An uploaded workbook read as the form of a paper: what would be written, and what is wrong with it. Nothing is written. */
import { inSnapshot } from "@beizeng/db";
import type { WorkbookReading } from "../contract/workbook.ts";
import { isBlank } from "../domain/typed-line.ts";
import type { Mover } from "../domain/workflow.ts";
import { addressAt } from "../exports/form-layout.ts";
import type { FormMark, WorkbookForm } from "../exports/workbook-form.ts";
import { faultText } from "../imports/faults.ts";
import { type ReadForm, readForm } from "../imports/form-reading.ts";
import { openWorkbook } from "../imports/open-workbook.ts";
import { decideWriting, type PaperKey } from "../papers/asked-paper.ts";
import { draftState } from "../papers/draft-state.ts";
import { noLine, type StandingLine } from "../papers/paper-lines.ts";
import { type Answer, give, refuse } from "../problems.ts";
import { type OpenedPaper, openPaper } from "./paper.ts";
import { namesOf } from "./people.ts";
import type { Reads } from "./reads.ts";
import { workbookForm } from "./workbook-form.ts";
import { type WorkbookLine, workbookLine } from "./workbook-lines.ts";

/** The form of a paper. */
export function readWorkbookForm(reads: Reads, key: PaperKey, mover: Mover): Promise<Answer<WorkbookForm>> {
  return inSnapshot(reads.store, async (reader): Promise<Answer<WorkbookForm>> => {
    const opened = await openPaper(reads, reader, key, mover);
    return opened.ok ? give(workbookForm(reads, opened.value.asked, opened.value.standing)) : opened;
  });
}

/** A workbook as it was read. */
export interface UploadedWorkbook {
  readonly opened: OpenedPaper;
  readonly form: WorkbookForm;
  readonly read: ReadForm;
  readonly lines: readonly WorkbookLine[];
  readonly replaces: WorkbookReading["replaces"];
}

/** The lines of the draft that somebody else wrote and that would change, by their writer. */
async function replacedLines(
  reads: Reads,
  { standing }: OpenedPaper,
  lines: readonly WorkbookLine[],
  mover: Mover,
): Promise<WorkbookReading["replaces"]> {
  const replaced = lines.flatMap(({ entry, typed }) => {
    const line = standing.lines.get(entry.row.id) ?? noLine;
    const { version, writtenBy, writtenAt } = line;
    // Version 0 is a line of the last round, which stays readable whatever is typed over it.
    if (typed === null || version === 0 || writtenBy === null || writtenAt === null) return [];
    if (writtenBy === mover.account || Object.keys(line.typed).length === 0) return [];
    return [{ writtenBy, writtenAt, name: entry.row.indicator.name }];
  });
  const writers = [...new Set(replaced.map(({ writtenBy }) => writtenBy))];
  const nameOf = await namesOf(reads.store, writers);
  return writers.map((writer) => {
    const own = replaced.filter(({ writtenBy }) => writtenBy === writer);
    const at =
      own
        .map(({ writtenAt }) => writtenAt)
        .sort()
        .at(-1) ?? "";
    return { by: nameOf(writer), at, names: own.map(({ name }) => name) };
  });
}

/** Reads a workbook's bytes as the form of a paper that may be written. */
export async function readUploadedWorkbook(
  reads: Reads,
  key: PaperKey,
  mover: Mover,
  bytes: Uint8Array,
): Promise<Answer<UploadedWorkbook>> {
  const opened = await inSnapshot(reads.store, (reader) => openPaper(reads, reader, key, mover));
  if (!opened.ok) return opened;
  const { asked, standing } = opened.value;
  const decided = decideWriting(asked, mover);
  if (!decided.ok) return decided;
  const file = await openWorkbook(bytes);
  if (!file.ok) return refuse({ code: "file-refused", field: file.fault, allowed: faultText(file.fault) });
  const form = workbookForm(reads, asked, standing);
  const reading = readForm(file.sheets, form);
  if (!reading.ok) return refuse({ code: "file-refused", field: reading.code, allowed: reading.text });
  const lines = reading.form.measures.flatMap((read): WorkbookLine[] => {
    const entry = asked.view.outline.measures.find(({ row }) => row.key === read.measure.key);
    return entry === undefined ? [] : [workbookLine(asked, entry, read, standing.lines.get(entry.row.id) ?? noLine)];
  });
  const replaces = await replacedLines(reads, opened.value, lines, mover);
  return give({ opened: opened.value, form, read: reading.form, lines, replaces });
}

/** What the dry run answers. */
export function shownReading({ opened, form, read, lines, replaces }: UploadedWorkbook): WorkbookReading {
  const names = new Map(opened.asked.view.outline.measures.map(({ row }) => [row.key, row.indicator.name]));
  const nameOf = (measure: string) => names.get(measure) ?? { zh: measure, en: measure };
  const marks = lines.flatMap((line) => line.marks);
  return {
    lines: lines.filter(({ shown }) => !isBlank(shown)).length,
    total: form.measures.length,
    changed: lines.filter(({ typed }) => typed !== null).length,
    isStale: read.isOutdated || marks.some(({ code }) => code === "stale"),
    dropped: [...new Set(read.dropped.map(({ measure }) => nameOf(measure).zh))],
    lacking: read.lacking.map(nameOf),
    findings: marks.map(({ measure, column, row, severity, code, text }) => ({
      at: addressAt(column, row),
      measure,
      name: nameOf(measure),
      finding: { severity, code, text },
    })),
    replaces,
    seen: draftState(opened.standing),
  };
}

/** The form as the workbook fills it in, over what is accepted today, with its marks. */
export function correctedForm(reads: Reads, { opened, lines }: UploadedWorkbook) {
  const { asked, standing } = opened;
  const filled = new Map<number, StandingLine>(standing.lines);
  for (const { entry, shown } of lines) {
    filled.set(entry.row.id, { ...(standing.lines.get(entry.row.id) ?? noLine), typed: shown });
  }
  const marks: FormMark[] = lines.flatMap((line) =>
    line.marks.map(({ text, ...mark }) => ({ ...mark, text: text.zh })),
  );
  return { form: workbookForm(reads, asked, { ...standing, lines: filled }), marks };
}
