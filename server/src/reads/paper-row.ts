/** A line of a paper as the API gives it. */
import type { RecordedEvidence, RecordedValue } from "@beizeng/db";
import type { PaperCell, PaperRow, PaperTarget } from "../contract/paper.ts";
import { scheduleOf } from "../domain/assess.ts";
import { figureFields } from "../domain/check-list.ts";
import { ofDecimal, ofScaled, toNumber, zero } from "../domain/fraction.ts";
import type { Measure, Observation, Text } from "../domain/model.ts";
import { observationAt } from "../domain/observation.ts";
import { explain } from "../domain/sentence.ts";
import { countsUp } from "../domain/typed-line.ts";
import type { AskedPaper } from "../papers/asked-paper.ts";
import type { StandingLine } from "../papers/paper-lines.ts";
import {
  isRowBlank,
  isWrong,
  type Row,
  type RowCell,
  readRow,
  standingValueOf,
  wantsWord,
} from "../papers/read-row.ts";
import { agreeingLine } from "../papers/reported-values.ts";
import type { MeasureEntry, TargetEntry } from "../plans/outline.ts";
import { shownBeside, shownScaled, shownShare, shownShort } from "../plans/shown-figure.ts";
import { storedMonth } from "../plans/stored.ts";
import { type MonthView, monthView } from "../plans/view.ts";
import { targetInWords } from "./target-in-words.ts";

/** Values of a measure that are shown as a small line. */
const historyLength = 12;

/** What a line needs beside itself. */
export interface RowSurroundings {
  readonly asked: AskedPaper;
  /** The judgements of the period as it is now. */
  readonly now: MonthView;
  /** The files of the paper. */
  readonly files: readonly RecordedEvidence[];
  /** By the store's number of the measure: what is to be mended. */
  readonly returned: ReadonlyMap<number, string>;
  /** By the store's number of the measure: what the departments report, on a confirmation. */
  readonly reported: ReadonlyMap<number, RecordedValue>;
  /** The name of an account as it is shown. */
  readonly nameOf: (account: string) => string;
}

const fieldWords: Readonly<Record<(typeof figureFields)[number], Text>> = {
  entries: { zh: "累计新增", en: "entries" },
  exits: { zh: "累计退出", en: "exits" },
  stock: { zh: "总数", en: "stock" },
  amount: { zh: "", en: "" },
};

/** An observation in one line, such as 累计新增 4、总数 34. */
function observationText(observation: Observation, decimals: number): Text {
  const said = figureFields.flatMap((field) => {
    const figure = observation[field];
    if (figure === null) return [];
    const { text } = shownScaled(figure, decimals);
    const { zh, en } = fieldWords[field];
    return [{ zh: `${zh}${zh === "" ? "" : " "}${text}`, en: `${en}${en === "" ? "" : " "}${text}` }];
  });
  return { zh: said.map(({ zh }) => zh).join("，"), en: said.map(({ en }) => en).join(", ") };
}

function shownCell({ entry }: Row, cell: RowCell): PaperCell {
  const { nature, indicator } = entry.row;
  const { field, isNeeded, before, typed, cumulative, added, findings } = cell;
  return {
    ...{ field, isNeeded, typed, findings: [...findings] },
    countsUp: before !== null && countsUp(nature, field),
    before: { figure: shownScaled(before?.figure ?? null, indicator.decimals), month: before?.month ?? null },
    cumulative: shownScaled(cumulative, indicator.decimals),
    added: shownScaled(added, indicator.decimals),
  };
}

/** The leading figure of a measure's last accepted observations. */
function shownHistory({ observations, decimals }: Measure, period: string): PaperRow["history"] {
  const before = observations.filter(({ month }) => month < period).slice(-historyLength);
  const leading = figureFields.find((field) => before.some((observation) => observation[field] !== null));
  return before.flatMap((observation) => {
    const figure = leading === undefined ? null : observation[leading];
    if (figure === null) return [];
    const { text } = shownScaled(figure, decimals);
    return [{ month: observation.month, value: toNumber(ofScaled(figure, decimals)), text }];
  });
}

function isRunning({ target }: TargetEntry, { period }: AskedPaper): boolean {
  return target.origin < period && (target.deadline === null || target.deadline >= period);
}

/** A target as it would stand; without a typed figure as it stands. */
function shownTarget({ now }: RowSurroundings, then: MonthView, entry: TargetEntry): PaperTarget {
  const assessed = then.assessment(entry);
  const { achieved, completion, decimals, light, unit } = assessed;
  const { target, measure, row } = entry;
  const [expected = null] = scheduleOf(then.input(entry), [then.month]);
  return {
    key: row.key,
    text: targetInWords(entry, assessed),
    deadline: target.deadline,
    unit,
    expected: shownShort(expected, achieved ?? zero, decimals),
    achieved: shownBeside(achieved, ofDecimal(assessed.targetValue), decimals),
    completion: shownShare(completion),
    light,
    isChanged: now.assessment(entry).light !== light,
    explanation: explain(
      {
        ...{ target, measure: then.view.measure(measure) },
        ...{ calendar: then.view.outline.calendar, basis: then.view.basis },
      },
      assessed,
    ),
  };
}

function targetsOf(surroundings: RowSurroundings, row: Row): PaperTarget[] {
  const { asked, now } = surroundings;
  if (asked.isBase) return [];
  const { entry } = row;
  const former = asked.view.standing.get(entry.row.id)?.find(({ month }) => month === asked.period);
  const value = isWrong(row) ? null : standingValueOf(row, (former?.number ?? 0) + 1);
  const then = value === null ? now : monthView(asked.view.after([{ entry, value }]), asked.period);
  return entry.targets
    .filter((target) => isRunning(target, asked))
    .map((target) => shownTarget(surroundings, then, target));
}

/** The department's figures beside those of the statistics bureau. */
function shownReported({ reported, nameOf }: RowSurroundings, entry: MeasureEntry): PaperRow["reported"] {
  const value = reported.get(entry.row.id);
  if (value === undefined) return null;
  const { reportedBy, knownAt, note, month } = value;
  return {
    text: observationText({ ...value, month: storedMonth(month), isCorrected: false }, entry.row.indicator.decimals),
    ...{ note, by: nameOf(reportedBy), at: knownAt, typed: agreeingLine(entry, value) },
  };
}

/** The line of a measure. */
export function shownRow(surroundings: RowSurroundings, entry: MeasureEntry, line: StandingLine): PaperRow {
  const { asked, files, returned, nameOf } = surroundings;
  const { indicator, scope, nature, key, id } = entry.row;
  const measure = asked.view.measure(entry);
  const row = readRow(asked, entry, line.typed);
  const last = measure.observations.findLast(({ month }) => month < asked.period) ?? null;
  const standing = observationAt(measure, asked.period);
  const { evidence = [] } = line.typed;
  return {
    ...{ measure: key, name: indicator.name, scopeName: scope?.name ?? null, nature },
    ...{ unit: indicator.unit, decimals: indicator.decimals, definition: indicator.definition },
    last: last === null ? null : { month: last.month, text: observationText(last, indicator.decimals) },
    standing: standing === null ? null : { text: observationText(standing, indicator.decimals) },
    reported: shownReported(surroundings, entry),
    history: shownHistory(measure, asked.period),
    targets: targetsOf(surroundings, row),
    cells: row.cells.map((cell) => shownCell(row, cell)),
    typed: { ...line.typed, evidence: [...evidence] },
    version: line.version,
    writtenBy: line.writtenBy === null ? null : nameOf(line.writtenBy),
    writtenAt: line.writtenAt,
    findings: [...row.findings],
    isFilled: !isRowBlank(row),
    isWrong: isWrong(row),
    wantsWord: wantsWord(row),
    canRepeat: row.canRepeat,
    evidence: files
      .filter((file) => evidence.includes(file.id))
      .map(({ id: file, name, mediaType, bytes, addedBy, addedAt }) => ({
        ...{ id: file, name, mediaType, bytes, addedBy: nameOf(addedBy), addedAt },
      })),
    returnedReason: returned.get(id) ?? null,
  };
}
