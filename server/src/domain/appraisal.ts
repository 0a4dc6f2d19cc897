/**
 * 季考评: what units get for their figures of a quarter. Everything is an exact fraction; a figure that was not reported is no
 * nought, it has no points, no rank, and keeps its unit out of the ranking.
 *
 * - against-base (按基准值): full marks × value / base, not below 0 and not above the cap.
 * - against-best (按最高值): full marks × value / the highest reported value, not below 0; where none is above 0 nobody has points.
 * - by-rank (按位次): full marks for the first, one step less for each rank below it, not below 0.
 *
 * Equal values share the better rank, and the rank after them is left out (1, 2, 2, 4), as everywhere (DOMAIN section 6).
 */
import type { AppraisalMethod } from "../../../db/src/vocabulary.ts";
import { shortText } from "./figures.ts";
import {
  add,
  compare,
  divide,
  type Fraction,
  hundred,
  larger,
  multiply,
  ofDecimal,
  ofScaled,
  sign,
  smaller,
  subtract,
  zero,
} from "./fraction.ts";
import type { Decimal, Text } from "./model.ts";

/** How one indicator becomes points; marks are hundredths of a point, and what its method has no use for is null. */
export interface AppraisedIndicator {
  readonly method: AppraisalMethod;
  readonly fullMarks: number;
  readonly base: Decimal | null;
  readonly capPercent: number | null;
  readonly stepMarks: number | null;
}

/** What a unit gets for one indicator; all null where its figure is not known. */
export interface Scored {
  readonly value: Fraction | null;
  readonly points: Fraction | null;
  /** Among the units with a figure. */
  readonly rank: number | null;
}

/** What a unit gets in all. */
export interface Appraised {
  readonly scores: readonly Scored[];
  /** The sum of its points, null while a figure is missing. */
  readonly total: Fraction | null;
  /** Among the units that have all figures; null for the others (未报齐). */
  readonly rank: number | null;
}

/** Marks as they are kept: hundredths of a point. */
export const marksDecimals = 2;

const marks = (hundredths: number) => ofScaled(hundredths, marksDecimals);

/** The rank of each value among those that are known, the highest first; equal ones share the better rank. */
export function ranksOf(values: readonly (Fraction | null)[]): readonly (number | null)[] {
  return values.map((value) =>
    value === null ? null : 1 + values.filter((other) => other !== null && compare(other, value) > 0).length,
  );
}

function highest(values: readonly (Fraction | null)[]): Fraction {
  return values.reduce<Fraction>((best, value) => (value === null ? best : larger(best, value)), zero);
}

function pointsOf(rule: AppraisedIndicator, value: Fraction, rank: number, best: Fraction): Fraction {
  const full = marks(rule.fullMarks);
  if (rule.method === "by-rank") {
    const lost = multiply(marks(rule.stepMarks ?? 0), ofScaled(rank - 1, 0));
    return larger(subtract(full, lost), zero);
  }
  const bar = rule.method === "against-best" || rule.base === null ? best : ofDecimal(rule.base);
  if (sign(bar) <= 0) return zero;
  const cap = ofScaled(rule.method === "against-best" ? 100 : (rule.capPercent ?? 100), 2);
  return multiply(full, smaller(larger(divide(value, bar), zero), cap));
}

function scoresOf(rule: AppraisedIndicator, values: readonly (Fraction | null)[]): readonly Scored[] {
  const ranks = ranksOf(values);
  const best = highest(values);
  return values.map((value, place) => {
    const rank = ranks[place] ?? null;
    return value === null || rank === null
      ? { value: null, points: null, rank: null }
      : { value, points: pointsOf(rule, value, rank, best), rank };
  });
}

const ofUnit = (columns: readonly (readonly Scored[])[], unit: number): readonly Scored[] =>
  columns.flatMap((column) => column.slice(unit, unit + 1));

/** Appraises units by their figures; `figures` has a row a unit, with a value an indicator, null where it is not known. */
export function appraise(
  rules: readonly AppraisedIndicator[],
  figures: readonly (readonly (Fraction | null)[])[],
): readonly Appraised[] {
  const columns = rules.map((rule, place) =>
    scoresOf(
      rule,
      figures.map((row) => row[place] ?? null),
    ),
  );
  const rows = figures.map((_, unit) => ofUnit(columns, unit));
  const totals = rows.map((scores) =>
    scores.reduce<Fraction | null>(
      (sum, { points }) => (sum === null || points === null ? null : add(sum, points)),
      zero,
    ),
  );
  const ranks = ranksOf(totals);
  return rows.map((scores, unit) => ({ scores, total: totals[unit] ?? null, rank: ranks[unit] ?? null }));
}

/** The share of an indicator's full marks in all full marks, in percent (权重). */
export function weightOf(rule: Pick<AppraisedIndicator, "fullMarks">, all: readonly AppraisedIndicator[]): Fraction {
  const sum = all.reduce((total, { fullMarks }) => total + fullMarks, 0);
  return multiply(divide(ofScaled(rule.fullMarks, 0), ofScaled(sum, 0)), hundred);
}

/** Marks without needless places. */
export function marksText(hundredths: number): string {
  return shortText(marks(hundredths), marksDecimals);
}

/** How an indicator becomes points, as one clause; `unit` is the indicator's. */
export function methodInWords(rule: AppraisedIndicator, unit: Text): Text {
  if (rule.method === "by-rank") {
    const step = marksText(rule.stepMarks ?? 0);
    return {
      zh: `按位次：第1名得满分，每低1位减${step}分，减完为止；数值相同的并列取较前位次`,
      en: `by rank: full marks for the first, ${step} less for each rank below, not below 0; equal values share the better rank`,
    };
  }
  if (rule.method === "against-best" || rule.base === null) {
    return {
      zh: "按最高值：满分×本单位数值÷已报单位最高值，负数计0分",
      en: "against the best: full marks × the value ÷ the highest reported value; negative values get 0",
    };
  }
  const base = shortText(ofDecimal(rule.base), rule.base.decimals);
  const cap = rule.capPercent ?? 100;
  return {
    zh: `按基准值：满分×本单位数值÷${base}${unit.zh}，最高按${cap}%计，负数计0分`,
    en: `against a base: full marks × the value ÷ ${base} ${unit.en}, ${cap}% at most; negative values get 0`,
  };
}
