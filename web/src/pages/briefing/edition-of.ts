/** What the address says for the figures as they stand (未定稿). */
export const unfrozen = "none";

/** The edition that a briefing quotes: the one that is asked for, else the newest of the month, else none. */
export function editionOf(asked: string | undefined, editions: readonly { readonly edition: number }[]): string {
  if (asked !== undefined) return asked;
  const newest = Math.max(0, ...editions.map(({ edition }) => edition));
  return newest === 0 ? unfrozen : String(newest);
}
