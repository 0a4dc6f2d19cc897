import {
  add,
  compare,
  divide,
  type Fraction,
  fractionOf,
  larger,
  magnitude,
  multiply,
  negate,
  ofDecimal,
  ofNumber,
  ofScaled,
  powerOfTen,
  sign,
  smaller,
  subtract,
  toNumber,
  toText,
  writeScaled,
} from "@beizeng/server/domain/fraction.ts";
import { rootOf } from "@beizeng/server/domain/root.ts";
import { assert, bigInt, integer, property, tuple } from "fast-check";
import { describe, expect, it } from "vitest";
import { decimal, exactly } from "../helpers/judging.ts";

const anyFraction = tuple(bigInt(-(10n ** 12n), 10n ** 12n), bigInt(1n, 10n ** 9n)).map(([top, bottom]) =>
  fractionOf(top, bottom),
);
const half = fractionOf(1n, 2n);
const third = fractionOf(1n, 3n);

describe("arithmetic", () => {
  const rows: readonly (readonly [string, Fraction, string])[] = [
    ["½ + ⅓", add(half, third), "5/6"],
    ["½ + ½", add(half, half), "1"],
    ["½ − ⅓", subtract(half, third), "1/6"],
    ["½ − ½", subtract(half, half), "0"],
    ["½ × ⅓", multiply(half, third), "1/6"],
    ["½ ÷ ⅓", divide(half, third), "3/2"],
    ["½ ÷ ½", divide(half, half), "1"],
    ["½ ÷ −⅓", divide(half, negate(third)), "-3/2"],
    ["1 / −3", fractionOf(1n, -3n), "-1/3"],
    ["|−⅓|", magnitude(negate(third)), "1/3"],
    ["|⅓|", magnitude(third), "1/3"],
    ["the smaller of ½ and ⅓", smaller(half, third), "1/3"],
    ["the smaller of ⅓ and ½", smaller(third, half), "1/3"],
    ["the larger of ½ and ⅓", larger(half, third), "1/2"],
    ["the larger of ⅓ and ½", larger(third, half), "1/2"],
    ["152 with one decimal", ofScaled(152, 1), "76/5"],
    ["the decimal 0.8959", ofDecimal(decimal(8959, 4)), "8959/10000"],
  ];
  it.each(rows)("%s", (_, value, expected) => {
    expect(exactly(value)).toBe(expected);
  });

  it("orders values whatever their parts look like", () => {
    expect(compare(fractionOf(2n, 4n), half)).toBe(0);
    expect(compare(third, half)).toBe(-1);
    expect(compare(half, third)).toBe(1);
    expect(compare(fractionOf(1n, 7n), fractionOf(3n, 7n))).toBe(-1);
    expect([sign(negate(half)), sign(fractionOf(0n, 5n)), sign(half)]).toEqual([-1, 0, 1]);
  });

  it("refuses to divide by nothing", () => {
    expect(() => divide(half, fractionOf(0n, 3n))).toThrow("denominator 0");
    expect(() => fractionOf(1n, 0n)).toThrow("denominator 0");
  });

  it("seeks a common divisor once a denominator has outgrown 64 bits, of either sign", () => {
    const tiny = fractionOf(3n, 3n * 2n ** 70n);
    expect(tiny).toEqual({ numerator: 1n, denominator: 2n ** 70n });
    expect(fractionOf(-6n, 3n * 2n ** 70n)).toEqual({ numerator: -1n, denominator: 2n ** 69n });
  });

  it("gives back what was added or multiplied", () => {
    assert(
      property(anyFraction, anyFraction, (left, right) => {
        expect(compare(subtract(add(left, right), right), left)).toBe(0);
        if (sign(right) !== 0) {
          expect(compare(divide(multiply(left, right), right), left)).toBe(0);
        }
        expect(compare(left, right) + compare(right, left)).toBe(0);
      }),
    );
  });
});

describe("numbers of a configuration are taken as they are written", () => {
  const rows: readonly (readonly [number, string])[] = [
    [20, "20"],
    [-3, "-3"],
    [12.5, "25/2"],
    [-2.5, "-5/2"],
    [0.1, "1/10"],
    [1e-7, "1/10000000"],
    [1.5e-7, "3/20000000"],
    [1e21, "1000000000000000000000"],
    [2.5e22, "25000000000000000000000"],
  ];
  it.each(rows)("%d is %s", (number, expected) => {
    expect(exactly(ofNumber(number))).toBe(expected);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY])("%d is none", (number) => {
    expect(() => ofNumber(number)).toThrow("not a finite number");
  });
});

describe("text", () => {
  const rows: readonly (readonly [bigint, bigint, number, string])[] = [
    [1n, 20n, 1, "0.1"],
    [-1n, 20n, 1, "−0.1"],
    [1n, 25n, 1, "0.0"],
    [-1n, 25n, 1, "0.0"],
    [1n, 3n, 3, "0.333"],
    [2n, 3n, 0, "1"],
    [1n, 2n, 0, "1"],
    [-1n, 2n, 0, "−1"],
    [12345n, 1n, 2, "12345.00"],
    [-7n, 100n, 2, "−0.07"],
  ];
  it.each(rows)("%d/%d with %d decimals reads %s", (top, bottom, decimals, expected) => {
    expect(toText(fractionOf(top, bottom), decimals)).toBe(expected);
  });

  it("is never further than half a place from the value", () => {
    assert(
      property(anyFraction, integer({ min: 0, max: 6 }), (value, decimals) => {
        const [whole = "", places = ""] = toText(value, decimals).replace("−", "-").split(".");
        const read = fractionOf(BigInt(whole + places), powerOfTen(decimals));
        const half = fractionOf(1n, 2n * powerOfTen(decimals));
        expect(compare(magnitude(subtract(value, read)), half)).not.toBe(1);
      }),
    );
  });

  it("pads what is below one", () => {
    expect(writeScaled(5n, 3)).toBe("0.005");
    expect(powerOfTen(50)).toBe(10n ** 50n);
  });
});

describe("JSON numbers", () => {
  it("are the nearest ones, also of parts beyond 53 bits", () => {
    expect(toNumber(fractionOf(1n, 3n))).toBe(1 / 3);
    expect(toNumber(fractionOf(10n ** 40n, 3n * 10n ** 40n))).toBe(1 / 3);
    expect(toNumber(fractionOf(2n ** 70n + 1n, 3n ** 45n))).toBe((2 ** 70 + 1) / 3 ** 45);
    expect(toNumber(fractionOf(-(3n ** 50n), 2n ** 70n))).toBeCloseTo(-(3 ** 50) / 2 ** 70, 8);
    expect(toNumber(fractionOf(-(10n ** 40n) * 5n, 2n * 10n ** 40n))).toBe(-2.5);
  });
});

describe("roots", () => {
  it("are exact where they have an end", () => {
    expect(exactly(rootOf(fractionOf(144n, 100n), 2))).toBe("6/5");
    expect(exactly(rootOf(fractionOf(0n, 1n), 3))).toBe("0");
    expect(exactly(rootOf(fractionOf(7n, 5n), 1))).toBe("7/5");
  });

  it("compare with every decimal as the powers do", () => {
    const ratio = tuple(integer({ min: 0, max: 10 ** 9 }), integer({ min: 1, max: 10 ** 9 }));
    assert(
      property(
        ratio,
        integer({ min: 1, max: 5 }),
        integer({ min: 0, max: 3_000_000 }),
        ([top, bottom], years, millionths) => {
          const value = fractionOf(BigInt(top), BigInt(bottom));
          const asked = ofScaled(millionths, 6);
          let power = asked;
          for (let year = 1; year < years; year += 1) {
            power = multiply(power, asked);
          }
          expect(compare(rootOf(value, years), asked)).toBe(compare(value, power));
        },
      ),
    );
  });

  it("lie strictly between the decimals of sixteen places around them", () => {
    const root = rootOf(fractionOf(2n, 1n), 2);
    expect(compare(root, fractionOf(14142135623730950n, powerOfTen(16)))).toBe(1);
    expect(compare(root, fractionOf(14142135623730951n, powerOfTen(16)))).toBe(-1);
  });

  it("are known to sixteen places", () => {
    expect(toText(rootOf(fractionOf(2n, 1n), 2), 15)).toBe("1.414213562373095");
  });
});
