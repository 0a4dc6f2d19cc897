/** Roots of exact values, without a binary float. */
import { type Fraction, fractionOf, powerOfTen } from "./fraction.ts";

/** Decimal places to which a root is known; far beyond what any target is written with. */
const places = 16;

/** The largest whole number whose power does not exceed a value from 0 on. */
function wholeRoot(value: bigint, degree: bigint): bigint {
  if (value === 0n) {
    return 0n;
  }
  // Newton's iteration from above falls strictly until it has reached the root.
  let guess = 1n << (BigInt(value.toString(2).length) / degree + 1n);
  for (;;) {
    const next = ((degree - 1n) * guess + value / guess ** (degree - 1n)) / degree;
    if (next >= guess) {
      return guess;
    }
    guess = next;
  }
}

/**
 * The root of the given degree (1 or more) of a value from 0 on. Where it has at most 16 decimals it is exact. Otherwise
 * it is the middle between the two decimals of 16 places around it, and so compares with every decimal of at most 16
 * places exactly as the true root does: a target is met by it if and only if it is met by the powers.
 */
export function rootOf(value: Fraction, degree: number): Fraction {
  const power = BigInt(degree);
  const scaled = value.numerator * powerOfTen(places * degree);
  const below = wholeRoot(scaled / value.denominator, power);
  return below ** power * value.denominator === scaled
    ? fractionOf(below, powerOfTen(places))
    : fractionOf(below * 2n + 1n, powerOfTen(places) * 2n);
}
