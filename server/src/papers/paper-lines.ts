/** What stands on a paper: what is typed in its draft, and where nothing was typed, the lines of its last round. */
import {
  type DraftLine,
  findDraft,
  findDraftLines,
  findEvidenceOfLines,
  findSubmissionLines,
  type Reader,
  type RecordedLine,
} from "@beizeng/db";
import { type FigureField, figureFields } from "../domain/check-list.ts";
import { figureText } from "../domain/figures.ts";
import { ofScaled } from "../domain/fraction.ts";
import type { TypedCell, TypedLine } from "../domain/typed-line.ts";
import type { MeasureEntry } from "../plans/outline.ts";
import { isAskedAt } from "../plans/periods.ts";
import { type AskedPaper, paperStanding } from "./asked-paper.ts";
import { askBase } from "./base-lines.ts";

/** A line as it stands: the version is 0 for one that nobody has written in this draft. */
export interface StandingLine {
  readonly typed: TypedLine;
  readonly version: number;
  readonly writtenBy: string | null;
  readonly writtenAt: string | null;
}

/** What stands on a paper. */
export interface PaperLines {
  /** The store's number of the draft, null where none was begun. */
  readonly draft: number | null;
  /** By the store's number of the measure; measures without a line are not in the map. */
  readonly lines: ReadonlyMap<number, StandingLine>;
}

/** What stands where nothing was written. */
export const noLine: StandingLine = { typed: {}, version: 0, writtenBy: null, writtenAt: null };

/** The place of a paper's draft in the store. */
export const draftPlace = ({ view, department, period, key, basis }: AskedPaper) => ({
  planId: view.outline.facts.id,
  departmentId: department.id,
  period,
  kind: key.kind,
  basis,
});

/** A stored figure as it would be typed, as the cumulative one. */
export const typedCell = (figure: number, decimals: number): TypedCell => ({
  text: figureText(ofScaled(figure, decimals), decimals),
  as: "cumulative",
});

/** A line of a round as it was typed; of one that is to be mended 无变化 means the last accepted figures of today. */
function typedAgain(line: RecordedLine, decimals: number, isToBeMended: boolean): TypedLine {
  const { isUnchanged, doneOn, note, reason } = line;
  const cells = figureFields.flatMap((field): [FigureField, TypedCell][] => {
    const figure = line[field];
    return figure === null || (isUnchanged && isToBeMended) ? [] : [[field, typedCell(figure, decimals)]];
  });
  return {
    ...Object.fromEntries(cells),
    ...(isUnchanged ? { isUnchanged } : {}),
    ...(doneOn === null ? {} : { doneOn }),
    ...(note === null ? {} : { note }),
    ...(reason === null ? {} : { reason }),
  };
}

async function linesOfRound(reader: Reader, asked: AskedPaper): Promise<[number, StandingLine][]> {
  const { former, view } = asked;
  if (former === undefined) return [];
  const submitted = former.moves.findLast(({ move }) => move === "submit");
  const all = await findSubmissionLines(reader, former.id);
  const round = Math.max(...all.map((line) => line.round));
  const isToBeMended = paperStanding(asked).state === "returned";
  const files = await findEvidenceOfLines(reader, former.id);
  return all
    .filter((line) => line.round === round)
    .flatMap((line): [number, StandingLine][] => {
      const entry = view.outline.measures.find(({ row }) => row.id === line.measureId);
      if (entry === undefined) return [];
      const evidence = files.filter(({ lineId }) => lineId === line.id).map(({ evidenceId }) => evidenceId);
      const told = typedAgain(line, entry.row.indicator.decimals, isToBeMended);
      const typed = evidence.length === 0 ? told : { ...told, evidence };
      const who = { writtenBy: submitted?.actor ?? null, writtenAt: submitted?.at ?? null };
      return [[line.measureId, { typed, version: 0, ...who }]];
    });
}

/** What is typed in a stored line of a draft; its text was written from a `TypedLine` by the actions, and by nothing else. */
export const typedOf = ({ typed }: Pick<DraftLine, "typed">): TypedLine => JSON.parse(typed) as TypedLine;

const standingLine = (line: DraftLine): StandingLine => ({
  typed: typedOf(line),
  version: line.version,
  writtenBy: line.writtenBy,
  writtenAt: line.writtenAt,
});

/** The lines of a paper; what is only typed is left out where `isDraftShown` is false. */
export async function findPaperLines(reader: Reader, asked: AskedPaper, isDraftShown = true): Promise<PaperLines> {
  const handedIn = await linesOfRound(reader, asked);
  const draft = isDraftShown ? await findDraft(reader, draftPlace(asked)) : null;
  const typed = draft === null ? [] : await findDraftLines(reader, draft.id);
  const written = typed.map((line): [number, StandingLine] => [line.measureId, standingLine(line)]);
  return { draft: draft?.id ?? null, lines: new Map([...handedIn, ...written]) };
}

/** The measures of a paper in the plan's order: those that are asked for at its period, and those that stand on it. */
export function measuresOf(
  { view, key, period, isBase }: AskedPaper,
  lines: ReadonlyMap<number, StandingLine>,
): readonly MeasureEntry[] {
  const { measures, calendar } = view.outline;
  const isAsked = (entry: MeasureEntry) => (isBase ? askBase(entry, period).ok : isAskedAt(entry, period, calendar));
  return measures.filter(
    (entry) => entry.reporting.key === key.department && (isAsked(entry) || lines.has(entry.row.id)),
  );
}
