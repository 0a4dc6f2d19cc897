/** Decimals exactly as they were written: what a plan says of its targets, and sums of it. */
import type { Decimal } from "./model.ts";

/** The decimal that a number of a plan file was written as (0.8959 → 8959 with 4); throws on what has no plain form. */
export function decimalOf(value: number): Decimal {
  const match = /^(-?\d+)(?:\.(\d+))?$/.exec(String(value));
  const fraction = match?.[2] ?? "";
  const digits = Number(`${match?.[1] ?? ""}${fraction}`);
  if (match === null || !Number.isSafeInteger(digits)) {
    throw new RangeError(`${value} cannot be kept as an exact decimal`);
  }
  return { digits: digits === 0 ? 0 : digits, decimals: fraction.length };
}

/** The exact sum, with as many decimals as the finest part; 0 for no parts. */
export function sumOf(parts: readonly Decimal[]): Decimal {
  const decimals = Math.max(0, ...parts.map((part) => part.decimals));
  const digits = parts.reduce((sum, part) => sum + part.digits * 10 ** (decimals - part.decimals), 0);
  return { digits, decimals };
}

/** The exact difference `whole − part`, with the decimals of the finer one. */
export function differenceOf(whole: Decimal, part: Decimal): Decimal {
  return sumOf([whole, { digits: -part.digits, decimals: part.decimals }]);
}

/** As an office writes it: a plain decimal, all its decimals kept. */
export function writeDecimal(value: Decimal): string {
  const sign = value.digits < 0 ? "-" : "";
  const padded = String(Math.abs(value.digits)).padStart(value.decimals + 1, "0");
  const whole = padded.slice(0, padded.length - value.decimals);
  return value.decimals === 0 ? `${sign}${whole}` : `${sign}${whole}.${padded.slice(-value.decimals)}`;
}
