import { decimalOf, differenceOf, sumOf, writeDecimal } from "@beizeng/server/domain/decimal.ts";
import { expect, test } from "vitest";

test.each([
  [0.8959, { digits: 8959, decimals: 4 }, "0.8959"],
  [145, { digits: 145, decimals: 0 }, "145"],
  [0, { digits: 0, decimals: 0 }, "0"],
  [-0.05, { digits: -5, decimals: 2 }, "-0.05"],
  [6.8, { digits: 68, decimals: 1 }, "6.8"],
])("%d is kept as written", (value, decimal, written) => {
  expect(decimalOf(value)).toEqual(decimal);
  expect(writeDecimal(decimal)).toBe(written);
});

test.each([1e-7, 1e21, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])("%d has no exact decimal here", (value) => {
  expect(() => decimalOf(value)).toThrow(RangeError);
});

test("sums and differences stay exact where binary fractions do not", () => {
  expect(sumOf([decimalOf(0.1), decimalOf(0.2)])).toEqual({ digits: 3, decimals: 1 });
  expect(differenceOf(decimalOf(1), decimalOf(0.8959))).toEqual({ digits: 1041, decimals: 4 });
  expect(sumOf([])).toEqual({ digits: 0, decimals: 0 });
});
