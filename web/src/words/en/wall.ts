import type { English } from "../english.ts";
import type { wall as source } from "../zh-CN/wall.ts";

/** Words of the wall, in English. */
export const wall: English<typeof source> = {
  title: "Wall",
  slides: {
    goals: "Overall goals",
    lights: "Lights over time",
    ranking: "Largest gaps",
    changes: "What changed",
    unreported: "Not reported",
    outlook: "Will it be met",
  },
  slide: "Page {{at}} of {{count}}",
  more: "{{count}} more on the overview",
  more_one: "1 more on the overview",
  taken: "fetched {{at}}",
  lost: "Connection lost: shown is what was fetched at {{at}}; trying again.",
  opening: "Fetching …",
  unreachable: "Nothing fetched yet; connecting.",
  closed: "This wall is not open",
  closedDetail:
    "Sign in first; the security officer can open it, under Security, for screens where nobody is signed in.",
  signIn: "Sign in",
  unknown: "This wall cannot be shown",
  unknownDetail: "Open it again from Wall on the overview.",
  narrow: "The wall is for a meeting room's screen; on a phone the overview reads better.",
  leave: "Leave the wall",
  fullScreen: "Full screen",
  pause: "Stop turning",
  play: "Turn pages",
  earlier: "Page before",
  later: "Next page",
  unreportedNone: "All that is due has been reported.",
  unreportedUnits: "{{count}} not reported: {{units}}",
  keys: "Arrow keys turn, space stops",
};
