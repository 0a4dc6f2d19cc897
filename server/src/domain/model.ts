/**
 * What the arithmetic is given and what it answers. The words are those of DOMAIN section 1; nothing here computes.
 * Stored quantities are whole numbers scaled by a power of ten, so that no figure ever passes through a binary float.
 */
import type {
  Comparator,
  CurveKind,
  Direction,
  Hardness,
  Light,
  Nature,
  Reading,
  RuleMode,
} from "../../../db/src/vocabulary.ts";
import type { Fraction } from "./fraction.ts";
import type { Month } from "./month.ts";

/** A decimal as it was written: `digits / 10^decimals`; digits is a safe integer of either sign. */
export interface Decimal {
  readonly digits: number;
  readonly decimals: number;
}

/** A text of the product in its two languages. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

/** The state of a measure at the end of a month as accepted; each part is scaled by the indicator's decimals, null where not known. */
export interface Observation {
  readonly month: Month;
  /** Entries since the measure's origin. Population only. */
  readonly entries: number | null;
  /** Exits since the measure's origin. Population only. */
  readonly exits: number | null;
  /** The stock at the month's end. Population only. */
  readonly stock: number | null;
  /** The count since origin, the year to date, the level, the rate, or 1/0 for a milestone. */
  readonly amount: number | null;
  /** True when a correction stands on this month (更正). */
  readonly isCorrected: boolean;
}

/** A measure (考核指标) with what was accepted of it, months ascending, one observation a month. */
export interface Measure {
  readonly key: string;
  readonly nature: Nature;
  /** The indicator's unit as shown, such as 户. */
  readonly unit: Text;
  readonly decimals: number;
  readonly isIndivisible: boolean;
  /** Stock or level at a month, as the plan states or implies it; null when unknown. Scaled by `decimals`. */
  readonly opening: { readonly month: Month; readonly amount: number; readonly isImplied: boolean } | null;
  readonly observations: readonly Observation[];
}

/** When a batch curve's firms enter, from a month on (入库日历). */
export interface EntryCalendar {
  readonly from: Month;
  /** Cumulative, January to December. */
  readonly monthlyPercent: readonly number[];
  /** Weight of a year among others; years not named weigh 1. */
  readonly yearWeights: Readonly<Record<number, number>> | null;
}

/** The shape of a schedule: `calendars` of a batch curve, `points` month → percent of a custom one. */
export interface Curve {
  readonly kind: CurveKind;
  /** The office's own, of one month in the order of entry; before the first the house table holds. */
  readonly calendars: readonly EntryCalendar[];
  readonly points: readonly { readonly month: Month; readonly percent: number }[] | null;
}

/** A value of a target in force from a month on; a target has at least one, the first from its origin. */
export interface TargetRevision {
  readonly from: Month;
  readonly value: Decimal;
  /** Upper end of a range, null otherwise. */
  readonly stretch: Decimal | null;
}

/** A statement about a measure (目标值). `deadline` null is a standing target. */
export interface Target {
  readonly key: string;
  readonly measure: string;
  readonly reading: Reading;
  readonly comparator: Comparator;
  readonly direction: Direction;
  readonly hardness: Hardness;
  readonly origin: Month;
  readonly deadline: Month | null;
  readonly curve: Curve;
  /** Ascending by `from`; the last one with `from` ≤ month is in force. */
  readonly revisions: readonly TargetRevision[];
}

/** How lights are decided from a month on: the tolerance in percent points or percent, and whether it is itself within. */
export interface LightRule {
  readonly from: Month;
  readonly mode: RuleMode;
  readonly tolerancePercent: number;
  readonly isInclusive: boolean;
}

/** When a plan's departments report: every month, or at quarters' ends. */
export interface Calendar {
  readonly frequency: "month" | "quarter";
  readonly firstPeriod: Month;
  /** Day of the following month, 1…28. */
  readonly dueDay: number;
}

/** Everything that the judgement on one target needs. */
export interface AssessmentInput {
  readonly measure: Measure;
  readonly target: Target;
  /** All targets of the same measure, this one included or not; those with a nearer deadline bend the curve or become the bar. */
  readonly siblings: readonly Target[];
  /** The month looked at. */
  readonly month: Month;
  readonly calendar: Calendar;
  readonly rules: readonly LightRule[];
  /** What stands in for reports of its own where a headline has none; null for every other target. */
  readonly rollUp: RolledUp | null;
}

/** The sum of a headline's parts at the month, DOMAIN section 5. */
export interface RolledUp {
  /** Sum of what the parts achieved, null when none has reported. */
  readonly achieved: Fraction | null;
  /** The earliest month among the parts' latest values. */
  readonly judgedMonth: Month | null;
  readonly partsReported: number;
  readonly parts: number;
  /** Sum of the parts' targets. */
  readonly allocated: Fraction;
  /** Headline target less `allocated`; may be negative. */
  readonly unallocated: Fraction;
}

/** How a completion came about: over the distance from start, over the whole value (按总量), or only met or not met. */
export type CompletionBasis = "increment" | "whole" | "met-only";

/** The stretch of the schedule on which a month lies; `from` and `to` name nearer targets that the way leads through, null for the target's own origin and deadline. */
export interface Leg {
  readonly curveKind: CurveKind;
  readonly from: Month | null;
  readonly to: Month | null;
}

/** Why there is no light, or what decided it; one per row of DOMAIN section 4. */
export type LightCause =
  | "before-first-period"
  | "not-formed"
  | "parts-missing"
  | "no-report"
  | "met-for-good"
  | "met-at-deadline"
  | "missed-at-deadline"
  | "met-late"
  | "waits-for-deadline"
  | "no-gap"
  | "under-one-unit"
  | "under-one-unit-near-deadline"
  | "within-tolerance"
  | "beyond-tolerance";

/** The judgement on one target at one month; every figure of the product is one of these fields. Fractions are in the target's unit. */
export interface Assessment {
  readonly target: string;
  readonly month: Month;
  /** The month that the shown value is from; null without a value. */
  readonly judgedMonth: Month | null;
  /** The last period end at or before the month (the deadline after it); null before the first period due. */
  readonly latestPeriod: Month | null;
  /** True when the latest period due is reported; of a headline by its parts, when every part's is. */
  readonly isReported: boolean;
  /** True when the value is from an earlier month than the one looked at, or than the deadline after it (数据截至). */
  readonly isCarriedForward: boolean;
  /** True when the value of the judged month stands by a correction. */
  readonly isCorrected: boolean;
  readonly targetValue: Decimal;
  readonly stretch: Decimal | null;
  /** Decimals with which values of this reading are shown. */
  readonly decimals: number;
  readonly unit: Text;
  readonly start: Fraction | null;
  readonly achieved: Fraction | null;
  /** 序时: what the curve asks for at the judged month (without a value at `month` or the deadline), the target itself where the start is there already; null where not pro-rated. */
  readonly expected: Fraction | null;
  /** Share of the way from start to target that is due, 0…1; null where not pro-rated. */
  readonly scheduleShare: Fraction | null;
  /** Where on the way the judged month lies; null where not pro-rated. */
  readonly leg: Leg | null;
  /** The nearer target's value that is the bar for an uncurved target; null otherwise. */
  readonly bar: Fraction | null;
  /** The deadline of the nearer target that is the bar; null without one. */
  readonly barDeadline: Month | null;
  /** Distance behind schedule (or short of the bar) in the target's unit, positive is behind; null where there is none. */
  readonly gap: Fraction | null;
  /** The same in percent points of (target − start), in the rule's ratio, or in percent of the target. */
  readonly gapPercent: Fraction | null;
  /** What is still lacking to the target in its unit, never negative; null without a value. */
  readonly remaining: Fraction | null;
  /** (achieved − start) / (target − start); negative below start, above 1 when exceeded; null where only met or not met. */
  readonly completion: Fraction | null;
  readonly completionBasis: CompletionBasis;
  /** Decided on exact values; null without a value. */
  readonly isMet: boolean | null;
  /** True when a range's upper end is reached. */
  readonly isStretchMet: boolean | null;
  readonly light: Light | null;
  readonly cause: LightCause;
  /** The month in which a missed target was first met afterwards (逾期完成). */
  readonly metLateAt: Month | null;
  /** The rule that the gap was held against; null where none was needed. */
  readonly rule: LightRule | null;
  readonly curveKind: CurveKind;
  /** The sum of its parts where the value is from them; null for a value of its own. */
  readonly rollUp: RolledUp | null;
}
