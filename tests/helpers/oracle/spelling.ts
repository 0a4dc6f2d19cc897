import { spelled } from "./fractions.ts";
import type { PlainAnswer } from "./plain.ts";

/** An answer as text, field by field, so that a failed comparison reads 3/2 and not a pair of big integers. */
export function spell(answer: Partial<PlainAnswer>): Readonly<Record<string, unknown>> {
  const text = (value: unknown): unknown => (isPair(value) ? spelled(value) : value);
  return Object.fromEntries(Object.entries(answer).map(([field, value]) => [field, text(value)]));
}

function isPair(value: unknown): value is readonly [bigint, bigint] {
  return Array.isArray(value) && typeof value[0] === "bigint" && typeof value[1] === "bigint";
}
