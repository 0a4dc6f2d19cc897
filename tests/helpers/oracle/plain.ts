import type {
  Comparator,
  CurveKind,
  Direction,
  Frequency,
  Light,
  Nature,
  Reading,
  RuleMode,
} from "../../../db/src/vocabulary.ts";
import type { Pair } from "./fractions.ts";

/** What the oracle is asked, free of every type of the code that it checks; months are text such as 2022-09. */
export interface PlainCase {
  readonly nature: Nature;
  readonly decimals: number;
  readonly isIndivisible: boolean;
  readonly opening: { readonly month: string; readonly amount: number } | null;
  readonly observations: readonly PlainObservation[];
  readonly target: PlainTarget;
  readonly siblings: readonly PlainTarget[];
  readonly month: string;
  readonly frequency: Frequency;
  readonly firstPeriod: string;
  readonly rules: readonly PlainRule[];
  readonly rollUp: PlainRollUp | null;
}

export interface PlainObservation {
  readonly month: string;
  readonly entries: number | null;
  readonly exits: number | null;
  readonly stock: number | null;
  readonly amount: number | null;
  readonly isCorrected: boolean;
}

export interface PlainTarget {
  readonly key: string;
  readonly reading: Reading;
  readonly comparator: Comparator;
  readonly direction: Direction;
  readonly origin: string;
  readonly deadline: string | null;
  readonly curve: PlainCurve;
  readonly revisions: readonly PlainRevision[];
}

export interface PlainRevision {
  readonly from: string;
  readonly digits: number;
  readonly decimals: number;
  readonly stretchDigits: number | null;
}

/** A table of a batch curve: the house's percents, and years of equal weight, where it gives none of its own. */
export interface PlainTable {
  readonly monthlyPercent: readonly number[] | null;
  readonly yearWeights: Readonly<Record<number, number>> | null;
}

export interface PlainCurve extends PlainTable {
  readonly kind: CurveKind;
  /** What the office set later, in the order of entry: whole tables, each in force from its month. */
  readonly dated: readonly (PlainTable & { readonly from: string })[];
  readonly points: readonly { readonly month: string; readonly percent: number }[] | null;
}

export interface PlainRule {
  readonly from: string;
  readonly mode: RuleMode;
  readonly tolerancePercent: number;
  readonly isInclusive: boolean;
}

export interface PlainRollUp {
  readonly achieved: Pair | null;
  readonly judgedMonth: string | null;
  readonly partsReported: number;
  readonly parts: number;
  readonly allocated: Pair;
  readonly unallocated: Pair;
}

/** What the oracle answers, named as the fields of an assessment are. */
export interface PlainAnswer {
  readonly judgedMonth: string | null;
  readonly latestPeriod: string | null;
  readonly isReported: boolean;
  readonly isCarriedForward: boolean;
  readonly isCorrected: boolean;
  readonly start: Pair | null;
  readonly achieved: Pair | null;
  readonly expected: Pair | null;
  readonly scheduleShare: Pair | null;
  readonly bar: Pair | null;
  readonly gap: Pair | null;
  readonly gapPercent: Pair | null;
  readonly remaining: Pair | null;
  readonly completion: Pair | null;
  readonly completionBasis: "increment" | "whole" | "met-only";
  readonly isMet: boolean | null;
  readonly isStretchMet: boolean | null;
  readonly light: Light | null;
  readonly cause: string;
  readonly metLateAt: string | null;
  readonly completionText: string;
}
