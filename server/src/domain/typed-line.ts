/**
 * A line as it stands on a paper that is being written: texts as typed, each said to be the cumulative figure or what this
 * period added to it. Whichever is typed, the other is derived. DOMAIN section 8.
 */
import type { Nature } from "../../../db/src/vocabulary.ts";
import { type FigureField, figureFields } from "./check-list.ts";
import type { Calendar, Measure, Observation, Target, Text } from "./model.ts";
import { addMonths, latestPeriod, type Month, yearOf } from "./month.ts";
import { originOf } from "./observation.ts";
import { readTyped, type TypedFault } from "./typed-figure.ts";

/** What a typed text means: the figure itself, or what came to it since the last accepted one. */
export const typedMeanings = ["cumulative", "added"] as const;
export type TypedMeaning = (typeof typedMeanings)[number];

/** What was typed into a cell. */
export interface TypedCell {
  readonly text: string;
  readonly as: TypedMeaning;
}

/** What was typed into a line; unchecked. */
export interface TypedLine {
  readonly entries?: TypedCell;
  readonly exits?: TypedCell;
  readonly stock?: TypedCell;
  readonly amount?: TypedCell;
  /** The day on which a milestone was reached. */
  readonly doneOn?: string;
  readonly note?: string;
  /** The word that a warning asks for. */
  readonly reason?: string;
  /** 无变化: the last accepted figures again. */
  readonly isUnchanged?: boolean;
  /** The store's numbers of the files that prove the figures. */
  readonly evidence?: readonly number[];
}

/** From where a figure counts on: the last accepted one with its month, or 0 with none where the counting begins. */
export interface Before {
  readonly figure: number;
  readonly month: Month | null;
}

/** A cell read: both figures scaled by the indicator's decimals, null for a blank cell; `added` null where it cannot be told. */
export type CellReading =
  | { readonly ok: true; readonly cumulative: number | null; readonly added: number | null }
  | { readonly ok: false; readonly fault: TypedFault | "nothing-before"; readonly text: Text };

/** The figures that a measure's observation holds; the base of a population is its stock, for its entries count from there. */
export function fieldsOf(nature: Nature, isBase: boolean): readonly FigureField[] {
  if (nature !== "population") {
    return ["amount"];
  }
  return isBase ? ["stock"] : ["entries", "exits", "stock"];
}

/** The figures without which one of the targets cannot be judged. */
export function fieldsNeeded(nature: Nature, targets: readonly Target[], isBase: boolean): readonly FigureField[] {
  if (nature !== "population" || isBase) {
    return fieldsOf(nature, isBase);
  }
  const needed = new Set<FigureField>();
  for (const { reading } of targets) {
    if (reading === "new" || reading === "net") {
      needed.add("entries");
    }
    if (reading === "net") {
      needed.add("exits");
    }
    if (reading === "total" || reading === "growth") {
      needed.add("stock");
    }
  }
  return figureFields.filter((field) => needed.has(field));
}

/** True for figures that count up, so that what a period added can be told. */
export function countsUp(nature: Nature, field: FigureField): boolean {
  return field === "entries" || field === "exits" || nature === "tally" || nature === "yearly-flow";
}

/** True for a figure that is counted anew from January. */
function beginsAnew(nature: Nature, field: FigureField): boolean {
  return nature === "yearly-flow" && field === "amount";
}

/** From where a figure counts on at a period; null where neither an accepted figure nor the beginning of the counting tells. */
export function figureBefore(
  { nature, observations }: Pick<Measure, "nature" | "observations">,
  targets: readonly Target[],
  { field, period, calendar }: { readonly field: FigureField; readonly period: Month; readonly calendar: Calendar },
): Before | null {
  const [target] = targets;
  if (target === undefined || !countsUp(nature, field)) {
    return null;
  }
  const isOfTheCount = (month: Month) => !beginsAnew(nature, field) || yearOf(month) === yearOf(period);
  const last = observations
    .flatMap(({ month, [field]: figure }) => (month < period && figure !== null ? [{ figure, month }] : []))
    .at(-1);
  if (last !== undefined && isOfTheCount(last.month)) {
    return last;
  }
  const { frequency, firstPeriod } = calendar;
  const former = latestPeriod(addMonths(period, -1), frequency, firstPeriod, originOf(target, targets));
  return former === null || !isOfTheCount(former) ? { figure: 0, month: null } : null;
}

const nothingBefore: Text = {
  zh: "上期没有已审核的累计数，请填累计",
  en: "no cumulative figure was accepted before; give the cumulative one",
};
const tooLarge: Text = { zh: "数字过大，请核对单位", en: "the number is too large; check its unit" };

/** Reads a cell against what stood before. */
export function readCell(cell: TypedCell | undefined, before: Before | null, decimals: number): CellReading {
  const read = readTyped(cell?.text ?? "", decimals);
  if (!read.ok) {
    return read;
  }
  if (cell === undefined || read.figure === null) {
    return { ok: true, cumulative: null, added: null };
  }
  if (cell.as === "cumulative") {
    return { ok: true, cumulative: read.figure, added: before === null ? null : read.figure - before.figure };
  }
  if (before === null) {
    return { ok: false, fault: "nothing-before", text: nothingBefore };
  }
  const cumulative = before.figure + read.figure;
  return Number.isSafeInteger(cumulative)
    ? { ok: true, cumulative, added: read.figure }
    : { ok: false, fault: "too-large", text: tooLarge };
}

/** What 无变化 repeats: the last accepted observation before the period, none where a flow is counted anew since then. */
export function repeatable({ nature, observations }: Measure, period: Month): Observation | null {
  const last = observations.findLast(({ month }) => month < period);
  const isOver = nature === "yearly-flow" && last !== undefined && yearOf(last.month) < yearOf(period);
  return last === undefined || isOver ? null : last;
}

/** True for a line into which no figure was typed: it is no report. */
export function isBlank(line: TypedLine): boolean {
  return line.isUnchanged !== true && figureFields.every((field) => (line[field]?.text ?? "").trim() === "");
}
