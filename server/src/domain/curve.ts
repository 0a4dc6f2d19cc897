/** The share of a distance that a curve asks for between two months, DOMAIN section 3. */
import type { CurveKind } from "../../../db/src/vocabulary.ts";
import { add, divide, type Fraction, hundred, multiply, ofNumber, one, sign, subtract, zero } from "./fraction.ts";
import { calendarInForce } from "./in-force.ts";
import type { Curve, EntryCalendar } from "./model.ts";
import { type Month, monthOfYear, monthsBetween, yearOf } from "./month.ts";

/** A curve that asks for a share of its target month by month; the other kind, `none`, waits. */
export type PacedCurve = Curve & { readonly kind: Exclude<CurveKind, "none"> };

/** True for a curve that is pro-rated. */
export function isPaced(curve: Curve): curve is PacedCurve {
  return curve.kind !== "none";
}

/** A stretch of a schedule, from the end of one month to the end of a later one. */
export interface Stretch {
  readonly from: Month;
  readonly to: Month;
}

/** Share of a stretch's distance due by a month within it. */
type Share = (curve: Curve, stretch: Stretch, month: Month) => Fraction;

/** The part of the whole; where a table asks for nothing more, nothing is due before the end. */
function partOf(part: Fraction, whole: Fraction): Fraction {
  return sign(whole) === 0 ? zero : divide(part, whole);
}

function linearShare(_: Curve, { from, to }: Stretch, month: Month): Fraction {
  return {
    numerator: BigInt(monthsBetween(from, month)),
    denominator: BigInt(monthsBetween(from, to)),
  };
}

/** A percent of a year's entries, weighed as the year is. */
function weighed({ yearWeights }: EntryCalendar, year: number, percent: number): Fraction {
  const weight = yearWeights?.[year];
  return weight === undefined ? ofNumber(percent) : multiply(ofNumber(weight), ofNumber(percent));
}

/** What a batch calendar has asked for since the month's year began; a month that it does not list is due in full. */
function dueInYear(calendar: EntryCalendar, month: Month): Fraction {
  return weighed(calendar, yearOf(month), calendar.monthlyPercent[monthOfYear(month) - 1] ?? 100);
}

/** What a batch calendar has asked for between two months, in percent of a year of weight 1. */
function batched(calendar: EntryCalendar, from: Month, to: Month): Fraction {
  const last = yearOf(to);
  let due = subtract(dueInYear(calendar, to), dueInYear(calendar, from));
  for (let year = yearOf(from); year < last; year += 1) {
    due = add(due, weighed(calendar, year, 100));
  }
  return due;
}

/** By the calendar in force at the month, as though it had held over the whole stretch: a schedule that is set anew counts from then. */
function batchShare({ calendars }: Curve, { from, to }: Stretch, month: Month): Fraction {
  const calendar = calendarInForce(calendars, month);
  return partOf(batched(calendar, from, month), batched(calendar, from, to));
}

/** The percent of the last listed month at or before the month, 0 before the first. */
function listedPercent({ points }: Curve, month: Month): Fraction {
  let last: { readonly month: Month; readonly percent: number } | null = null;
  for (const point of points ?? []) {
    if (point.month <= month && (last === null || point.month > last.month)) {
      last = point;
    }
  }
  return last === null ? zero : ofNumber(last.percent);
}

/** What the table lists up to the stretch's beginning is behind it; the rest of the 100 is asked for over the stretch. */
function customShare(curve: Curve, { from }: Stretch, month: Month): Fraction {
  const before = listedPercent(curve, from);
  return partOf(subtract(listedPercent(curve, month), before), subtract(hundred, before));
}

const shares: Readonly<Record<PacedCurve["kind"], Share>> = {
  linear: linearShare,
  batch: batchShare,
  custom: customShare,
};

/** Share of the distance over a stretch that is due by a month: 0 up to its beginning, 1 from its end on. DOMAIN section 3. */
export function shareDue(curve: PacedCurve, stretch: Stretch, month: Month): Fraction {
  if (month <= stretch.from) {
    return zero;
  }
  return month < stretch.to ? shares[curve.kind](curve, stretch, month) : one;
}
