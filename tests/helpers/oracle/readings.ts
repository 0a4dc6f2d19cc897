/** DOMAIN section 2: what a reading makes of the observations; null where it cannot be formed from what is known. */
import { hundred, minus, one, order, over, type Pair, pair, plus, power, scaled, times, zero } from "./fractions.ts";
import { between, decemberBefore, earlier, endsQuarter, isDecember, later, sameMonthYearBefore } from "./months.ts";
import type { PlainCase, PlainObservation, PlainTarget } from "./plain.ts";

/** A value reached: how it is shown, and how it stands (−1, 0, 1) against a threshold, always exactly. */
export interface Reached {
  readonly amount: Pair;
  readonly against: (threshold: Pair) => -1 | 0 | 1;
}

const exactly = (amount: Pair | null): Reached | null =>
  amount === null ? null : { amount, against: (threshold) => order(amount, threshold) };

export function observationAt(asked: PlainCase, month: string): PlainObservation | null {
  return asked.observations.find((observation) => observation.month === month) ?? null;
}

function reported(asked: PlainCase, month: string, part: "entries" | "exits" | "stock" | "amount"): Pair | null {
  const digits = observationAt(asked, month)?.[part] ?? null;
  return digits === null ? null : scaled(digits, asked.decimals);
}

function openingAt(asked: PlainCase, month: string): Pair | null {
  return asked.opening?.month === month ? scaled(asked.opening.amount, asked.decimals) : null;
}

/** "Cumulative since the measure's origin", which is the earliest origin among its targets. */
function measureOrigin(asked: PlainCase): string {
  return [asked.target, ...asked.siblings].map((target) => target.origin).reduce(earlier);
}

/** E, X or C at a month: as reported; at the measure's origin nothing has been counted yet, by definition. */
function counted(asked: PlainCase, month: string, part: "entries" | "exits" | "amount"): Pair | null {
  return month === measureOrigin(asked) ? zero : reported(asked, month, part);
}

/** E − X at a month. */
function balance(asked: PlainCase, month: string): Pair | null {
  return difference(counted(asked, month, "entries"), counted(asked, month, "exits"));
}

const difference = (a: Pair | null, b: Pair | null): Pair | null => (a === null || b === null ? null : minus(a, b));

/** Percent by which one value is above another; not formed over nothing or less. */
const percentAbove = (a: Pair | null, b: Pair | null): Pair | null =>
  a === null || b === null || order(b, zero) <= 0 ? null : times(minus(over(a, b), one), hundred);

/** "opening + E(m) − X(m)", both since the opening's month, or the stock where it is given. */
function total(asked: PlainCase, month: string): Pair | null {
  const stock = reported(asked, month, "stock");
  if (stock !== null) return stock;
  // A plan that states no opening leaves it to who reports: the stock of the month from which entries and exits count.
  const start = asked.opening?.month ?? measureOrigin(asked);
  const opening = openingAt(asked, start) ?? reported(asked, start, "stock");
  const change = difference(balance(asked, month), balance(asked, start));
  return opening === null || change === null ? null : plus(opening, change);
}

/** "(E−X)(m) − (E−X)(o)", or the difference of the totals where entries or exits are not known at both. */
function net(asked: PlainCase, month: string, origin: string): Pair | null {
  const byEntries = difference(balance(asked, month), balance(asked, origin));
  return byEntries ?? difference(total(asked, month), quantityAtOrigin(asked, origin));
}

function yearToDate(asked: PlainCase, month: string): Pair | null {
  return reported(asked, month, "amount") ?? (isDecember(month) ? openingAt(asked, month) : null);
}

/** "the last twelve months, YTD(m) + year(m−1) − YTD(m, year before)"; in December simply the year. */
function lastTwelveMonths(asked: PlainCase, month: string): Pair | null {
  const now = yearToDate(asked, month);
  if (isDecember(month)) return now;
  const rest = difference(yearToDate(asked, decemberBefore(month)), yearToDate(asked, sameMonthYearBefore(month)));
  return now === null || rest === null ? null : plus(now, rest);
}

/** The quantity that `total`, `level` and the growths are about, at a month that was reported. */
function quantity(asked: PlainCase, month: string): Pair | null {
  if (asked.nature === "population") return total(asked, month);
  if (asked.nature === "yearly-flow") return lastTwelveMonths(asked, month);
  return reported(asked, month, "amount") ?? openingAt(asked, month);
}

/** The same at an origin: an observation exactly there, else the opening if it is of that very month. */
function quantityAtOrigin(asked: PlainCase, origin: string): Pair | null {
  const seen = observationAt(asked, origin) === null ? null : quantity(asked, origin);
  if (seen !== null) return seen;
  if (asked.nature === "yearly-flow") return lastTwelveMonths(asked, origin);
  return openingAt(asked, origin);
}

/** The largest pair of 10^-20 steps whose power is not above the share; the exact root where there is one. */
function root(share: Pair, degree: number): Pair {
  const wholeRoot = (of: bigint): bigint => {
    let [low, high] = [0n, of + 1n];
    while (high - low > 1n) {
      const middle = (low + high) / 2n;
      if (middle ** BigInt(degree) <= of) low = middle;
      else high = middle;
    }
    return low;
  };
  const candidate = pair(wholeRoot(share[0]), wholeRoot(share[1]));
  if (order(power(candidate, degree), share) === 0) return candidate;
  const fine = 10n ** 20n;
  return pair(wholeRoot((share[0] * fine ** BigInt(degree)) / share[1]), fine);
}

/** "(v(m)/v(o))^(12/months) − 1, at whole years", in percent; compared by powers. */
function annualGrowth(now: Pair | null, then: Pair | null, months: number): Reached | null {
  if (now === null || then === null || order(then, zero) <= 0 || months <= 0 || months % 12 !== 0) return null;
  const share = over(now, then);
  if (order(share, zero) < 0) return null;
  const years = months / 12;
  const against = (threshold: Pair): -1 | 0 | 1 => {
    const factor = plus(one, over(threshold, hundred));
    return order(factor, zero) < 0 ? 1 : order(share, power(factor, years));
  };
  return { amount: times(minus(root(share, years), one), hundred), against };
}

/** What the target's reading makes of the observation at a month; null without one or where it cannot be formed. */
export function read(asked: PlainCase, target: PlainTarget, month: string): Reached | null {
  if (observationAt(asked, month) === null) return null;
  const origin = target.origin;
  switch (target.reading) {
    case "new":
      return exactly(difference(counted(asked, month, "entries"), counted(asked, origin, "entries")));
    case "net":
      return exactly(net(asked, month, origin));
    case "total":
    case "level":
      return exactly(quantity(asked, month));
    case "growth":
      return exactly(percentAbove(quantity(asked, month), quantityAtOrigin(asked, origin)));
    case "cumulative":
      return exactly(difference(counted(asked, month, "amount"), counted(asked, origin, "amount")));
    case "gain":
      return exactly(difference(quantity(asked, month), quantityAtOrigin(asked, origin)));
    case "annual-growth":
      return annualGrowth(quantity(asked, month), quantityAtOrigin(asked, origin), between(origin, month));
    case "rate":
    case "done":
      return exactly(reported(asked, month, "amount"));
  }
}

/** Whether an annual growth lacks nothing but the whole year: what has grown since the origin is known. */
export function waitsForWholeYear(asked: PlainCase, target: PlainTarget, month: string): boolean {
  if (target.reading !== "annual-growth" || observationAt(asked, month) === null) return false;
  if (between(target.origin, month) % 12 === 0) return false;
  return percentAbove(quantity(asked, month), quantityAtOrigin(asked, target.origin)) !== null;
}

/** start = 0 for new net cumulative gain growth (and what is not done); for total and level the value at the origin, if known. */
export function startOf(asked: PlainCase, target: PlainTarget): Pair | null {
  if (["new", "net", "cumulative", "gain", "growth"].includes(target.reading)) return zero;
  if (target.reading === "total" || target.reading === "level") return quantityAtOrigin(asked, target.origin);
  return target.reading === "done" ? zero : null;
}

/** The last month at or before `end` and after the origin, whose value is the base, from which the reading can be formed. */
export function lastFormed(
  asked: PlainCase,
  target: PlainTarget,
  end: string,
): { readonly month: string; readonly value: Reached } | null {
  const months = asked.observations.map((observation) => observation.month);
  for (const month of months.filter((each) => each > target.origin && each <= end).reverse()) {
    const value = read(asked, target, month);
    if (value !== null) return { month, value };
  }
  return null;
}

/** The last period end at or before a month; null where it is not after the origin or before the first period. */
export function latestPeriod(asked: PlainCase, end: string): string | null {
  const periods: string[] = [];
  for (let back = 0; back < 3; back += 1) {
    const month = later(end, -back);
    if (asked.frequency === "month" || endsQuarter(month)) periods.push(month);
  }
  const last = periods[0];
  return last === undefined || last < asked.firstPeriod || last <= asked.target.origin ? null : last;
}
