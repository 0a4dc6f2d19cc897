import type { ReviewItem } from "../../api/types.ts";

/**
 * The one to look at after a submission: the next that can be decided below it in the queue, else the first. Once it is
 * decided and gone from the queue, the first is the next: what stood above it was passed over or came since.
 */
export function nextReview(items: readonly ReviewItem[], submission: string): ReviewItem | null {
  const open = items.filter((item) => !item.isClosed || item.submission === submission);
  const place = open.findIndex((item) => item.submission === submission);
  const others = [...open.slice(place + 1), ...open.slice(0, Math.max(place, 0))];
  return others[0] ?? null;
}
