/** A line of a paper read: the figures that it means, what is odd or wrong about them, and the line that it hands in. */
import type { StandingValue } from "@beizeng/db";
import type { ReportLine } from "../actions/report-lines.ts";
import { type FigureField, figureFields } from "../domain/check-list.ts";
import { checkObservation } from "../domain/checks.ts";
import { figureText } from "../domain/figures.ts";
import { ofScaled } from "../domain/fraction.ts";
import type { Observation, Text } from "../domain/model.ts";
import { observationAt } from "../domain/observation.ts";
import {
  type Before,
  fieldsNeeded,
  fieldsOf,
  figureBefore,
  isBlank,
  readCell,
  repeatable,
  type TypedCell,
  type TypedLine,
} from "../domain/typed-line.ts";
import { isDay } from "../plans/china-day.ts";
import type { MeasureEntry } from "../plans/outline.ts";
import type { AskedPaper } from "./asked-paper.ts";

/** What is wrong (error) or odd (warning) about a cell. */
export interface CellFinding {
  readonly severity: "error" | "warning";
  readonly code: string;
  readonly text: Text;
}

/** A cell of the line. */
export interface RowCell {
  readonly field: FigureField;
  /** Whether a target cannot be judged without it. */
  readonly isNeeded: boolean;
  readonly before: Before | null;
  readonly typed: TypedCell | null;
  readonly cumulative: number | null;
  readonly added: number | null;
  readonly findings: readonly CellFinding[];
}

/** A line of a paper, read. */
export interface Row {
  readonly entry: MeasureEntry;
  readonly typed: TypedLine;
  readonly cells: readonly RowCell[];
  /** What is wrong with the line as a whole. */
  readonly findings: readonly CellFinding[];
  /** What it says of the period, null while it says nothing. */
  readonly observation: Observation | null;
  /** Whether 无变化 can be said. */
  readonly canRepeat: boolean;
}

const milestoneDay: Text = {
  zh: "应为达成的真实日期，如 2025-09-30",
  en: "a real day on which the milestone was reached, such as 2025-09-30",
};
const nothingToRepeat: Text = {
  zh: "没有已审核的上期数据，不能填“无变化”",
  en: "there is no accepted figure before, so nothing can be repeated",
};

const nothingRepeatedInCorrection: Text = {
  zh: "更正不能填“无变化”：请填更正后的数，没有错的不用填",
  en: "a correction repeats nothing: give the right figure, and leave blank what is not wrong",
};

const errorOf = (code: string, text: Text): CellFinding => ({ severity: "error", code, text });

/** Reads a line against what was accepted before and checks the observation that it makes. */
export function readRow(asked: AskedPaper, entry: MeasureEntry, typed: TypedLine): Row {
  const { view, reported, period, isBase, isCorrecting } = asked;
  const { nature, indicator } = entry.row;
  const measure = view.measure(entry);
  const { calendar } = view.outline;
  const last = repeatable(measure, period);
  const hasCells = figureFields.some((field) => (typed[field]?.text ?? "").trim() !== "");
  const isRepeated = typed.isUnchanged === true && !hasCells;
  const running = entry.siblings.filter(
    ({ origin, deadline }) => origin < period && (deadline === null || period <= deadline),
  );
  // What is reported after its last deadline, to be seen as met late, is asked for by all that was.
  const needed = fieldsNeeded(nature, running.length > 0 ? running : entry.siblings, isBase);
  const read = fieldsOf(nature, isBase).map((field) => {
    const before = isBase ? null : figureBefore(measure, entry.siblings, { field, period, calendar });
    const cell = typed[field] ?? null;
    const reading = readCell(cell ?? undefined, before, indicator.decimals);
    const repeated = isRepeated ? (last?.[field] ?? null) : null;
    const cumulative = repeated ?? (reading.ok ? reading.cumulative : null);
    const added = cumulative === null || before === null ? null : cumulative - before.figure;
    const faults = reading.ok ? [] : [errorOf(reading.fault, reading.text)];
    return { field, isNeeded: needed.includes(field), before, typed: cell, cumulative, added, faults };
  });
  const figureOf = (field: FigureField) => read.find((cell) => cell.field === field)?.cumulative ?? null;
  const isSaid = read.some(({ cumulative }) => cumulative !== null);
  const figures = { entries: figureOf("entries"), exits: figureOf("exits"), stock: figureOf("stock") };
  const observation = { month: period, ...figures, amount: figureOf("amount"), isCorrected: false };
  const theirs = reported === null ? null : observationAt(reported.measure(entry), period);
  const found = isSaid ? checkObservation(measure, entry.siblings, observation, theirs) : [];
  const cells = read.map(({ faults, ...cell }) => ({
    ...cell,
    findings: [...faults, ...found.filter(({ field }) => field === cell.field)],
  }));
  const isDayWrong = typed.doneOn !== undefined && typed.doneOn.trim() !== "" && !isDay(typed.doneOn.trim());
  return {
    ...{ entry, typed, cells },
    findings: [
      ...(isDayWrong ? [errorOf("not-a-day", milestoneDay)] : []),
      ...(isRepeated && isCorrecting ? [errorOf("repeated-correction", nothingRepeatedInCorrection)] : []),
      ...(isRepeated && !isCorrecting && last === null ? [errorOf("nothing-to-repeat", nothingToRepeat)] : []),
    ],
    observation: isSaid ? observation : null,
    // What a correction leaves blank stands as it was accepted; the period before never takes its place by one key.
    canRepeat: last !== null && !isCorrecting,
  };
}

/** All findings of a line. */
export const findingsOf = ({ cells, findings }: Row): readonly CellFinding[] => [
  ...cells.flatMap((cell) => cell.findings),
  ...findings,
];

/** True for a line with a figure that cannot be handed in. */
export const isWrong = (row: Row): boolean => findingsOf(row).some(({ severity }) => severity === "error");

/** True for a line whose warnings nobody has answered. */
export const wantsWord = (row: Row): boolean =>
  (row.typed.reason ?? "").trim() === "" && findingsOf(row).some(({ severity }) => severity === "warning");

/** True for a line that says 无变化 and has no figure of its own. */
export const isRepeating = ({ typed, cells }: Row): boolean =>
  typed.isUnchanged === true && cells.every((cell) => (cell.typed?.text ?? "").trim() === "");

/** True for a line into which nothing was typed, which is no report. */
export const isRowBlank = ({ typed }: Row): boolean => isBlank(typed);

/** What would stand if the line were accepted as it is. */
export function standingValueOf({ observation }: Row, number: number): StandingValue | null {
  return observation === null ? null : { ...observation, number, former: null };
}

/** The line as it is handed in; only for one that is neither blank nor wrong. */
export function reportLineOf(row: Row): ReportLine {
  const { entry, typed, cells } = row;
  const { decimals } = entry.row.indicator;
  const isRepeated = isRepeating(row);
  const figures = cells.flatMap(({ field, cumulative }) =>
    cumulative === null || isRepeated ? [] : [[field, figureText(ofScaled(cumulative, decimals), decimals)] as const],
  );
  const { doneOn = "", note, reason } = typed;
  return {
    measure: entry.row.key,
    ...Object.fromEntries(figures),
    ...(isRepeated ? { isUnchanged: true } : {}),
    ...(doneOn.trim() === "" ? {} : { doneOn: doneOn.trim() }),
    ...(note === undefined ? {} : { note }),
    ...(reason === undefined ? {} : { reason }),
  };
}
