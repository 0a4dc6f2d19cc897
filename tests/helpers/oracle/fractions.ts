/** Exact fractions of the oracle: a pair of big integers, the lower one positive, always in lowest terms. */
export type Pair = readonly [top: bigint, bottom: bigint];

function commonDivisor(a: bigint, b: bigint): bigint {
  let [larger, smaller] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}

/** The pair top / bottom in lowest terms; a bottom of zero throws. */
export function pair(top: bigint | number, bottom: bigint | number = 1n): Pair {
  const [t, b] = [BigInt(top), BigInt(bottom)];
  if (b === 0n) throw new RangeError("the oracle was asked to divide by zero");
  const divisor = commonDivisor(t, b) * (b < 0n ? -1n : 1n);
  return [t / divisor, b / divisor];
}

export const zero = pair(0);
export const one = pair(1);
export const hundred = pair(100);

export const plus = (a: Pair, b: Pair): Pair => pair(a[0] * b[1] + b[0] * a[1], a[1] * b[1]);
export const minus = (a: Pair, b: Pair): Pair => pair(a[0] * b[1] - b[0] * a[1], a[1] * b[1]);
export const times = (a: Pair, b: Pair): Pair => pair(a[0] * b[0], a[1] * b[1]);
export const over = (a: Pair, b: Pair): Pair => pair(a[0] * b[1], a[1] * b[0]);
const negative = (a: Pair): Pair => pair(-a[0], a[1]);
export const magnitude = (a: Pair): Pair => (a[0] < 0n ? negative(a) : a);

/** −1, 0 or 1 as a is below, at or above b. */
export function order(a: Pair, b: Pair): -1 | 0 | 1 {
  const left = a[0] * b[1];
  const right = b[0] * a[1];
  return left < right ? -1 : left > right ? 1 : 0;
}

export const isZero = (a: Pair): boolean => a[0] === 0n;

/** a multiplied by itself `times` times; 1 for none. */
export function power(a: Pair, exponent: number): Pair {
  return pair(a[0] ** BigInt(exponent), a[1] ** BigInt(exponent));
}

export const sum = (all: readonly Pair[]): Pair => all.reduce(plus, zero);

/** digits / 10^decimals. */
export const scaled = (digits: number, decimals: number): Pair => pair(BigInt(digits), 10n ** BigInt(decimals));

/** A number taken as the decimal that it is written as: 12.5 is 25/2, 0.1 is 1/10. */
export function written(value: number): Pair {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(String(value));
  if (match === null) throw new RangeError(`${value} is not a plain decimal`);
  const [, sign = "", whole = "0", rest = ""] = match;
  return pair(BigInt(`${sign}${whole}${rest}`), 10n ** BigInt(rest.length));
}

/** For messages of failed comparisons: 3/2, or 3 for a whole number. */
export const spelled = (a: Pair): string => (a[1] === 1n ? `${a[0]}` : `${a[0]}/${a[1]}`);
