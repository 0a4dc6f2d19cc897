/** DOMAIN section 3: what is due by a month. */
import {
  hundred,
  isZero,
  minus,
  one,
  order,
  over,
  type Pair,
  pair,
  plus,
  scaled,
  sum,
  times,
  written,
  zero,
} from "./fractions.ts";
import { between, earlier, taken } from "./months.ts";
import type { PlainCase, PlainCurve, PlainRevision, PlainTable, PlainTarget } from "./plain.ts";
import { startOf } from "./readings.ts";

/** "House table, cumulative %: Jan 0, Feb 10, Mar 15 …". */
const houseTable = [0, 10, 15, 20, 25, 30, 35, 40, 45, 50, 75, 100];

/** "A month is judged by the target in force then"; before the first revision the first one stands. */
export function inForce(target: PlainTarget, month: string): PlainRevision {
  const [first, ...rest] = target.revisions;
  if (first === undefined) throw new RangeError(`target ${target.key} has no value`);
  return rest.filter((revision) => revision.from <= month).at(-1) ?? first;
}

export const valueInForce = (target: PlainTarget, month: string): Pair => {
  const { digits, decimals } = inForce(target, month);
  return scaled(digits, decimals);
};

/** "`none`: rates, annual growth, milestones, unknown start, `standing`" are not pro-rated. */
export function isProRated(asked: PlainCase, target: PlainTarget): boolean {
  if (target.deadline === null || target.curve.kind === "none") return false;
  if (["rate", "annual-growth", "done"].includes(target.reading)) return false;
  return startOf(asked, target) !== null;
}

/**
 * Targets "on the same measure and reading" with a nearer deadline, nearest first. What is counted from another origin
 * is another quantity; a total, a level or a rate is the same quantity wherever one starts.
 */
export function nearerTargets(asked: PlainCase): readonly PlainTarget[] {
  const { reading, direction, origin, deadline } = asked.target;
  if (deadline === null) return [];
  return asked.siblings
    .filter((each) => each.reading === reading && each.direction === direction)
    .filter((each) => each.origin === origin || ["total", "level", "rate", "done"].includes(reading))
    .filter((each) => each.deadline !== null && each.deadline > origin && each.deadline < deadline)
    .sort((a, b) => ((a.deadline ?? "") < (b.deadline ?? "") ? -1 : 1));
}

/** "An office replaces it by its own calendar": from its month on, the last that was entered for the latest month that has begun. */
function tableAt(curve: PlainCurve, month: string): PlainTable {
  const begun = curve.dated.filter(({ from }) => from <= month);
  const latest = begun
    .map(({ from }) => from)
    .sort()
    .at(-1);
  return begun.filter(({ from }) => from === latest).at(-1) ?? curve;
}

/** Batch: the weights of the years gone by and, of the year that runs, the table's part; counted from a month's year. */
function batchDue(table: PlainTable, sinceYear: number, month: string): Pair {
  const weight = (year: number): Pair => written(table.yearWeights?.[year] ?? 1);
  const { year, calendarMonth } = taken(month);
  const yearsGone = Array.from({ length: year - sinceYear }, (_, index) => weight(sinceYear + index));
  const percent = written((table.monthlyPercent ?? houseTable)[calendarMonth - 1] ?? 0);
  return plus(sum(yearsGone), times(weight(year), over(percent, hundred)));
}

/** Custom: the percent at the last listed month; nothing before the first. */
function listedDue(curve: PlainCurve, month: string): Pair {
  const listed = (curve.points ?? []).filter((point) => point.month <= month).at(-1);
  return listed === undefined ? zero : over(written(listed.percent), hundred);
}

/** S between two months by a curve's kind: 0 at (and before) the first, 1 at the second; a table without more to ask waits. */
function shareDue(curve: PlainCurve, from: string, to: string, at: string): Pair {
  if (at <= from) return zero;
  if (at >= to) return one;
  if (curve.kind === "linear") return pair(between(from, at), between(from, to));
  const isBatch = curve.kind === "batch";
  // The whole way is laid out by the table of the month that is asked about.
  const table = tableAt(curve, at);
  const due = (month: string): Pair => (isBatch ? batchDue(table, taken(from).year, month) : listedDue(curve, month));
  const all = minus(isBatch ? due(to) : one, due(from));
  return isZero(all) ? zero : over(minus(due(at), due(from)), all);
}

/** A nearer target asks neither for less than was due before it nor for more than the target itself. */
function onTheWay(base: Pair, value: Pair, asks: Pair): Pair {
  const [, middle] = [base, value, asks].sort(order);
  return middle ?? asks;
}

/** "expected(m) = start + (target − start) × S", through every nearer target on the way. */
export function expectedAt(asked: PlainCase, start: Pair, value: Pair, at: string): Pair | null {
  const { target } = asked;
  if (target.deadline === null) return null;
  let [from, base] = [target.origin, start];
  for (const nearer of nearerTargets(asked).filter((each) => each.curve.kind !== "none")) {
    const station = nearer.deadline ?? "";
    const stationValue = onTheWay(base, value, valueInForce(nearer, earlier(at, station)));
    const share = shareDue(nearer.curve, from, station, at);
    if (at <= station) return plus(base, times(minus(stationValue, base), share));
    [from, base] = [station, stationValue];
  }
  return plus(base, times(minus(value, base), shareDue(target.curve, from, target.deadline, at)));
}
