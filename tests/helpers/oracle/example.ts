import type { Reading } from "../../../db/src/vocabulary.ts";
import type { PlainCase, PlainCurve, PlainObservation, PlainRevision, PlainRule, PlainTarget } from "./plain.ts";

export const linear: PlainCurve = { kind: "linear", monthlyPercent: null, yearWeights: null, dated: [], points: null };
export const batch: PlainCurve = { ...linear, kind: "batch" };
export const waiting: PlainCurve = { ...linear, kind: "none" };

/** "`behind` up to and including 20 points, `far-behind` beyond". */
export const houseRule: PlainRule = { from: "2020-01", mode: "points", tolerancePercent: 20, isInclusive: true };

/** A value in force from the first origin on. */
export function valued(digits: number, more: Partial<PlainRevision> = {}): readonly PlainRevision[] {
  return [{ from: "2021-12", digits, decimals: 0, stretchDigits: null, ...more }];
}

/** A rising, linear target `reading ≥ value` from 2021-12 to 2022-12, changed as said. */
export function aTarget(reading: Reading, value: number, more: Partial<PlainTarget> = {}): PlainTarget {
  return {
    key: `${reading}-${value}-${more.deadline ?? "2022-12"}`,
    reading,
    comparator: ">=",
    direction: "rising",
    origin: "2021-12",
    deadline: "2022-12",
    curve: linear,
    revisions: valued(value),
    ...more,
  };
}

/** What was accepted at a month; what is not said is not known. */
export function seen(month: string, parts: Partial<PlainObservation>): PlainObservation {
  return { month, entries: null, exits: null, stock: null, amount: null, isCorrected: false, ...parts };
}

/** Entries (or, for other natures, amounts) at months, as `{ "2022-03": 1 }`. */
export function counts(part: "entries" | "stock" | "amount", byMonth: Readonly<Record<string, number>>) {
  return Object.entries(byMonth).map(([month, count]) => seen(month, { [part]: count }));
}

/** A monthly plan from 2022-01 on a population of indivisible units, without an opening, changed as said. */
export function aCase(target: PlainTarget, month: string, more: Partial<PlainCase> = {}): PlainCase {
  return {
    nature: "population",
    decimals: 0,
    isIndivisible: true,
    opening: null,
    observations: [],
    target,
    siblings: [target],
    month,
    frequency: "month",
    firstPeriod: "2022-01",
    rules: [houseRule],
    rollUp: null,
    ...more,
  };
}

/** An example worked out on paper: the case and the fields that the working gives. */
export interface WorkedExample {
  readonly name: string;
  readonly asked: PlainCase;
  readonly answer: Readonly<Record<string, unknown>>;
}

/** Observations that hold entries alone. */
export const firms = (byMonth: Readonly<Record<string, number>>) => ({ observations: counts("entries", byMonth) });

/** Observations of a measure that is not a population. */
export const amounts = (byMonth: Readonly<Record<string, number>>) => ({ observations: counts("amount", byMonth) });
