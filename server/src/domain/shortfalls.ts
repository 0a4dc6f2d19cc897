/** How far targets of one kind are behind together, and which of them make most of it (pareto). */
import { add, compare, divide, type Fraction, zero } from "./fraction.ts";
import { isLagging } from "./light-move.ts";
import type { Assessment } from "./model.ts";
import { sumOf } from "./roll-up.ts";

/** A shortfall in its order, with its share of the whole and what it makes together with those before it, both 0…1. */
export interface RankedShortfall<Entry> {
  readonly entry: Entry;
  readonly shortfall: Fraction;
  readonly share: Fraction;
  readonly cumulative: Fraction;
}

/**
 * What a target lacks (差N户), in its unit: to the schedule while it runs, to the target for good once it was missed; null
 * where its light says nothing of the kind.
 */
export function shortfallOf({
  light,
  gap,
  remaining,
}: Pick<Assessment, "light" | "gap" | "remaining">): Fraction | null {
  if (!isLagging(light)) return null;
  return light === "missed" ? remaining : gap;
}

/** Shortfalls of one indicator, reading and unit, the largest first; what is equal stays in its order, what lacks nothing is left out. */
export function rankShortfalls<Entry>(
  entries: readonly { readonly entry: Entry; readonly shortfall: Fraction | null }[],
): { readonly total: Fraction; readonly ranked: readonly RankedShortfall<Entry>[] } {
  const lacking = entries
    .flatMap(({ entry, shortfall }) =>
      shortfall !== null && compare(shortfall, zero) > 0 ? [{ entry, shortfall }] : [],
    )
    .sort((left, right) => compare(right.shortfall, left.shortfall));
  const total = sumOf(lacking.map(({ shortfall }) => shortfall));
  let sum = zero;
  const ranked = lacking.map(({ entry, shortfall }) => {
    sum = add(sum, shortfall);
    return { entry, shortfall, share: divide(shortfall, total), cumulative: divide(sum, total) };
  });
  return { total, ranked };
}
