import type { Assessment, Light } from "../../api/types.ts";

/** So many headline targets stand without folding, so many at most once some are folded, and so few at least. */
const unfolded = 8;
const most = 12;
const least = 4;

const judged: ReadonlySet<Light | null> = new Set(["met", "on-schedule", "behind", "far-behind", "missed"]);

/**
 * Which headline targets stand open: all of a few; of many those that are judged, and where these are fewer than four,
 * the first others with them. A plan may state forty, most of them not due for years. Keys of targets.
 */
export function foremost(assessments: readonly Assessment[]): ReadonlySet<string> {
  const keysOf = (chosen: readonly Assessment[]) => chosen.map(({ target }) => target);
  if (assessments.length <= unfolded) return new Set(keysOf(assessments));
  const speaking = assessments.filter(({ light }) => judged.has(light)).slice(0, most);
  const silent = assessments.filter(({ light }) => !judged.has(light)).slice(0, Math.max(0, least - speaking.length));
  return new Set(keysOf([...speaking, ...silent]));
}
