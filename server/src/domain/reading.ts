/**
 * How a target reads its measure, DOMAIN section 2. Every value is exact and in the target's unit: for `growth` and
 * `annual-growth` that is percent, otherwise the indicator's unit. What cannot be formed from what is known is null.
 */
import { percentReadings, type Reading } from "../../../db/src/vocabulary.ts";
import { add, divide, type Fraction, hundred, multiply, ofScaled, one, subtract, zero } from "./fraction.ts";
import type { Measure } from "./model.ts";
import { type Month, monthOf, monthOfYear, monthsBetween, yearOf } from "./month.ts";
import { observationAt } from "./observation.ts";
import { rootOf } from "./root.ts";

/** A measure, the month from which its cumulative figures count, and the base month of the reading. */
export interface ReadingBase {
  readonly measure: Measure;
  /** The earliest origin of the measure's targets: its cumulative figures are 0 there. */
  readonly measureOrigin: Month;
  /** The origin of the target that reads. */
  readonly origin: Month;
}

type Quantity = (base: ReadingBase, month: Month) => Fraction | null;

/** The difference, null when either side is not known. */
function difference(left: Fraction | null, right: Fraction | null): Fraction | null {
  return left === null || right === null ? null : subtract(left, right);
}

function sum(left: Fraction | null, right: Fraction | null): Fraction | null {
  return left === null || right === null ? null : add(left, right);
}

function known({ measure }: ReadingBase, figure: number | null | undefined): Fraction | null {
  return figure === null || figure === undefined ? null : ofScaled(figure, measure.decimals);
}

/** A figure that counts from the measure's origin, where it is 0 by definition. */
function counted(base: ReadingBase, field: "entries" | "exits" | "amount", month: Month): Fraction | null {
  return month === base.measureOrigin ? zero : known(base, observationAt(base.measure, month)?.[field]);
}

function entries(base: ReadingBase, month: Month): Fraction | null {
  return counted(base, "entries", month);
}

function entriesLessExits(base: ReadingBase, month: Month): Fraction | null {
  return difference(entries(base, month), counted(base, "exits", month));
}

function openingAt(base: ReadingBase, month: Month): Fraction | null {
  const { opening } = base.measure;
  return opening?.month === month ? known(base, opening.amount) : null;
}

/** The stock at which the counting begins: the plan's opening, else the base value reported for the measure's origin. */
function firstStock({
  measure,
  measureOrigin,
}: ReadingBase): { readonly month: Month; readonly amount: number } | null {
  const reported = observationAt(measure, measureOrigin)?.stock ?? null;
  return measure.opening ?? (reported === null ? null : { month: measureOrigin, amount: reported });
}

/** The stock as it was given, else the first one carried on by entries and exits since its month. */
function stock(base: ReadingBase, month: Month): Fraction | null {
  const given = known(base, observationAt(base.measure, month)?.stock) ?? openingAt(base, month);
  const first = firstStock(base);
  if (given !== null || first === null) {
    return given;
  }
  const since = difference(entriesLessExits(base, month), entriesLessExits(base, first.month));
  return sum(known(base, first.amount), since);
}

/** The amount as it was given, else the opening of that month. */
function amount(base: ReadingBase, month: Month): Fraction | null {
  return known(base, observationAt(base.measure, month)?.amount) ?? openingAt(base, month);
}

/** The last twelve months of a flow that is reported since January; in December the year itself. */
function lastTwelveMonths(base: ReadingBase, month: Month): Fraction | null {
  const year = yearOf(month);
  const place = monthOfYear(month);
  if (place === 12) {
    return amount(base, month);
  }
  const yearBefore = difference(amount(base, monthOf(year - 1, 12)), amount(base, monthOf(year - 1, place)));
  return sum(amount(base, month), yearBefore);
}

/** What stands at the end of a month, as a whole: the quantity that `total`, `level` and the growths are about. */
function standing(base: ReadingBase, month: Month): Fraction | null {
  switch (base.measure.nature) {
    case "population":
      return stock(base, month);
    case "yearly-flow":
      return lastTwelveMonths(base, month);
    default:
      return amount(base, month);
  }
}

/** The ratio to the value at the origin; a base that is not above 0 allows no growth to be told. */
function ratioToOrigin(base: ReadingBase, month: Month): Fraction | null {
  const now = standing(base, month);
  const then = standing(base, base.origin);
  return now === null || then === null || then.numerator <= 0n ? null : divide(now, then);
}

function inPercent(ratio: Fraction): Fraction {
  return multiply(subtract(ratio, one), hundred);
}

function growth(base: ReadingBase, month: Month): Fraction | null {
  const ratio = ratioToOrigin(base, month);
  return ratio === null ? null : inPercent(ratio);
}

function annualGrowth(base: ReadingBase, month: Month): Fraction | null {
  const months = monthsBetween(base.origin, month);
  if (months <= 0 || months % 12 !== 0) {
    return null;
  }
  const ratio = ratioToOrigin(base, month);
  return ratio === null || ratio.numerator < 0n ? null : inPercent(rootOf(ratio, months / 12));
}

/** Entries less exits since the origin; where these are not known, the difference of the stocks. */
function net(base: ReadingBase, month: Month): Fraction | null {
  const byEntries = difference(entriesLessExits(base, month), entriesLessExits(base, base.origin));
  return byEntries ?? difference(stock(base, month), stock(base, base.origin));
}

function done(base: ReadingBase, month: Month): Fraction | null {
  const seen = amount(base, month);
  return seen === null ? null : seen.numerator > 0n ? one : zero;
}

const quantities: Readonly<Record<Reading, Quantity>> = {
  new: (base, month) => difference(entries(base, month), entries(base, base.origin)),
  net,
  total: standing,
  growth,
  cumulative: (base, month) => difference(counted(base, "amount", month), counted(base, "amount", base.origin)),
  level: standing,
  gain: (base, month) => difference(standing(base, month), standing(base, base.origin)),
  "annual-growth": annualGrowth,
  rate: amount,
  done,
};

/** The reading of a measure at a month in the target's unit, null when it cannot be formed from what is known. DOMAIN section 2. */
export function readAt(reading: Reading, base: ReadingBase, month: Month): Fraction | null {
  return quantities[reading](base, month);
}

/**
 * The value that completion counts from, in the target's unit: 0 for what is counted from the origin, the value at the
 * origin for `total` and `level` (null when unknown), and null for `rate` and `annual-growth`, which have no beginning.
 * DOMAIN section 2.
 */
export function startOf(reading: Reading, base: ReadingBase): Fraction | null {
  switch (reading) {
    case "total":
    case "level":
      return standing(base, base.origin);
    case "rate":
    case "annual-growth":
      return null;
    default:
      return zero;
  }
}

const readInPercent: readonly Reading[] = percentReadings;

/** True for a reading that is in percent whatever the indicator's unit. */
export function isPercentReading(reading: Reading): boolean {
  return readInPercent.includes(reading);
}
