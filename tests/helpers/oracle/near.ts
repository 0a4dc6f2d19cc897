import { isZero, magnitude, minus, one, order, type Pair, pair, plus, times } from "./fractions.ts";
import type { PlainAnswer } from "./plain.ts";

const isPair = (value: unknown): value is Pair => Array.isArray(value) && typeof value[0] === "bigint";

/** Roots have no last decimal: equal to one part in 10^9 of the greater of 1 and the value. */
function isNear(a: Pair, b: Pair): boolean {
  const difference = magnitude(minus(a, b));
  return isZero(difference) || order(times(difference, pair(10n ** 9n)), plus(one, magnitude(b))) <= 0;
}

/** The fields in which two answers differ; pairs are compared exactly, or as roots where the reading is one. */
export function differences(a: PlainAnswer, b: PlainAnswer, isRoot: boolean): readonly string[] {
  const others = new Map(Object.entries(b));
  return Object.entries(a)
    .filter(([field, value]) => {
      const other = others.get(field);
      if (isPair(value) && isPair(other)) {
        return isRoot ? !isNear(value, other) : order(value, other) !== 0;
      }
      return value !== other;
    })
    .map(([field]) => field);
}
