/** The time below which that share of the samples lies; 0 of none. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** The middle of the samples. */
export const median = (samples: readonly number[]) => quantile(samples, 0.5);

/** The values in an order that is mixed and the same in every run. */
export function mixed<Value>(values: readonly Value[]): Value[] {
  const order = values.map((value, place) => ({
    value,
    rank: (Math.imul(place + 1, 2_654_435_761) >>> 0) % 1_000_003,
  }));
  return order.sort((left, right) => left.rank - right.rank).map(({ value }) => value);
}
