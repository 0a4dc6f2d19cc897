import type { English } from "../english.ts";
import type { time as source } from "../zh-CN/time.ts";

/** Words of the strip of months, in English. */
export const time: English<typeof source> = {
  play: "Play months",
  pause: "Pause",
  slider: "Month (arrow keys move by one)",
  knownOn: "As known on",
  knownOnShort: "As known on",
  now: "Back to now",
};
