/** Targets that may be compared (one indicator, reading, unit and horizon), by how far each is behind. */
import { compare, type Fraction } from "./fraction.ts";

/** A target in its place: 1 is furthest behind, ties share a place; null where there is no gap to compare. */
export interface PlacedGap<Entry> {
  readonly entry: Entry;
  readonly place: number | null;
}

/** The largest gap first; what has none stands last, and equals keep the order that they were given in. */
export function placeGaps<Entry>(
  entries: readonly { readonly entry: Entry; readonly gap: Fraction | null }[],
): PlacedGap<Entry>[] {
  const known = entries
    .flatMap(({ entry, gap }) => (gap === null ? [] : [{ entry, gap }]))
    .sort((left, right) => compare(right.gap, left.gap));
  const placed = known.map(({ entry, gap }) => ({
    entry,
    place: 1 + known.filter((other) => compare(other.gap, gap) > 0).length,
  }));
  const without = entries.flatMap(({ entry, gap }) => (gap === null ? [{ entry, place: null }] : []));
  return [...placed, ...without];
}
