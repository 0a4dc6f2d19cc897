/**
 * Exact rational numbers. A fraction is kept as it arises, not in lowest terms: the denominators of this product (powers
 * of ten, months in a term, percents) stay small, and a common divisor is sought only when a denominator has outgrown
 * 64 bits. Two fractions of the same value may therefore look different: ask `compare`, never look at the parts.
 */
import type { Decimal } from "./model.ts";

/** The exact value `numerator / denominator`; the denominator is positive, the pair not necessarily in lowest terms. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

const largestPlainDenominator = 2n ** 64n;
const powersOfTen = Array.from({ length: 41 }, (_, exponent) => 10n ** BigInt(exponent));

/** 10 to the power of a whole exponent from 0 on. */
export function powerOfTen(exponent: number): bigint {
  return powersOfTen[exponent] ?? 10n ** BigInt(exponent);
}

/** Nothing. */
export const zero: Fraction = { numerator: 0n, denominator: 1n };

/** One whole, as a share. */
export const one: Fraction = { numerator: 1n, denominator: 1n };

/** One whole, in percent. */
export const hundred: Fraction = { numerator: 100n, denominator: 1n };

function greatestCommonDivisor(left: bigint, right: bigint): bigint {
  let larger = left < 0n ? -left : left;
  let smaller = right;
  while (smaller !== 0n) {
    [larger, smaller] = [smaller, larger % smaller];
  }
  return larger;
}

/** The value of a numerator over a denominator of either sign; a denominator of 0 is a fault of the caller and throws. */
export function fractionOf(numerator: bigint, denominator: bigint): Fraction {
  if (denominator === 0n) {
    throw new RangeError("a fraction cannot have the denominator 0");
  }
  const positive = denominator < 0n ? { numerator: -numerator, denominator: -denominator } : { numerator, denominator };
  if (positive.denominator < largestPlainDenominator) {
    return positive;
  }
  const divisor = greatestCommonDivisor(positive.numerator, positive.denominator);
  return { numerator: positive.numerator / divisor, denominator: positive.denominator / divisor };
}

/** The value of a stored whole number that is scaled by a power of ten: `ofScaled(152, 1)` is 15.2. */
export function ofScaled(digits: number, decimals: number): Fraction {
  return { numerator: BigInt(digits), denominator: powerOfTen(decimals) };
}

/** The value of a decimal as it was written. */
export function ofDecimal(decimal: Decimal): Fraction {
  return ofScaled(decimal.digits, decimal.decimals);
}

/** The value of a configured number as it is written in figures: 12.5 is 25/2 and 0.1 is 1/10; not finite throws. */
export function ofNumber(value: number): Fraction {
  if (Number.isSafeInteger(value)) {
    return { numerator: BigInt(value), denominator: 1n };
  }
  const [, sign = "", whole = "", decimals = "", exponent = "0"] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value)) ?? [];
  if (whole === "") {
    throw new RangeError(`${value} is not a finite number`);
  }
  const power = Number(exponent) - decimals.length;
  const digits = BigInt(`${sign}${whole}${decimals}`);
  return power < 0
    ? { numerator: digits, denominator: powerOfTen(-power) }
    : { numerator: digits * powerOfTen(power), denominator: 1n };
}

/** The sum. */
export function add(left: Fraction, right: Fraction): Fraction {
  return left.denominator === right.denominator
    ? { numerator: left.numerator + right.numerator, denominator: left.denominator }
    : fractionOf(
        left.numerator * right.denominator + right.numerator * left.denominator,
        left.denominator * right.denominator,
      );
}

/** The difference left − right. */
export function subtract(left: Fraction, right: Fraction): Fraction {
  return left.denominator === right.denominator
    ? { numerator: left.numerator - right.numerator, denominator: left.denominator }
    : fractionOf(
        left.numerator * right.denominator - right.numerator * left.denominator,
        left.denominator * right.denominator,
      );
}

/** The product. */
export function multiply(left: Fraction, right: Fraction): Fraction {
  return fractionOf(left.numerator * right.numerator, left.denominator * right.denominator);
}

/** The quotient left / right; dividing by 0 is a fault of the caller and throws. */
export function divide(left: Fraction, right: Fraction): Fraction {
  return left.denominator === right.denominator
    ? fractionOf(left.numerator, right.numerator)
    : fractionOf(left.numerator * right.denominator, left.denominator * right.numerator);
}

/** The same distance from 0 on the other side. */
export function negate(value: Fraction): Fraction {
  return { numerator: -value.numerator, denominator: value.denominator };
}

/** The distance from 0. */
export function magnitude(value: Fraction): Fraction {
  return value.numerator < 0n ? negate(value) : value;
}

/** −1, 0 or 1 as left is below, equal to or above right. */
export function compare(left: Fraction, right: Fraction): -1 | 0 | 1 {
  const difference =
    left.denominator === right.denominator
      ? left.numerator - right.numerator
      : left.numerator * right.denominator - right.numerator * left.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** −1, 0 or 1 as the value is below, equal to or above 0. */
export function sign(value: Fraction): -1 | 0 | 1 {
  return value.numerator < 0n ? -1 : value.numerator > 0n ? 1 : 0;
}

/** The smaller of the two values; the left one when they are equal. */
export function smaller(left: Fraction, right: Fraction): Fraction {
  return compare(left, right) <= 0 ? left : right;
}

/** The larger of the two values; the left one when they are equal. */
export function larger(left: Fraction, right: Fraction): Fraction {
  return compare(left, right) >= 0 ? left : right;
}

/** The whole number of 10^−decimals nearest to the value, halves away from 0. */
export function toScaled(value: Fraction, decimals: number): bigint {
  const { numerator, denominator } = magnitude(value);
  const rounded = (numerator * powerOfTen(decimals) * 2n + denominator) / (denominator * 2n);
  return value.numerator < 0n ? -rounded : rounded;
}

/** A scaled whole number in figures with all its decimals and a true minus sign: `writeScaled(-15n, 1)` is "−1.5". */
export function writeScaled(digits: bigint, decimals: number): string {
  const figures = String(digits < 0n ? -digits : digits).padStart(decimals + 1, "0");
  const minus = digits < 0n ? "−" : "";
  const whole = figures.slice(0, figures.length - decimals);
  return decimals === 0 ? `${minus}${whole}` : `${minus}${whole}.${figures.slice(-decimals)}`;
}

/** The value in figures, rounded half-up (halves away from 0) to `decimals`, with a true minus sign, never "−0". */
export function toText(value: Fraction, decimals: number): string {
  return writeScaled(toScaled(value, decimals), decimals);
}

/** The nearest JSON number, for charts and the API; nothing may be decided on it. */
export function toNumber(value: Fraction): number {
  const numerator = Number(value.numerator);
  const denominator = Number(value.denominator);
  if (Number.isSafeInteger(numerator) && Number.isSafeInteger(denominator)) {
    return numerator / denominator;
  }
  return Number(writeScaled(toScaled(value, 20), 20).replace("−", "-"));
}
