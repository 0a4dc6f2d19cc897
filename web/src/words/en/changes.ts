import type { English } from "../english.ts";
import type { changes as source } from "../zh-CN/changes.ts";

/** Words of the page 两月对比, in English. */
export const changes: English<typeof source> = {
  title: "Two months compared",
  since: "Compared with",
  lastMonth: "Month before",
  lastYear: "A year before",
  between: "{{since}} → {{month}}",
  count: "{{count}} targets",
  count_one: "{{count}} target",
  achievedAt: "{{month}}",
  gained: "Gained",
  shortfall: "Short",
  notCounted: "not counted",
  figuresOnly: "Same light, other figures",
  move: {
    "fell-behind": "Fell behind",
    worsened: "Fell further behind",
    "fell-silent": "Went unreported",
    "fell-silent_statistics": "Went unconfirmed",
    "caught-up": "Came on schedule",
    completed: "Reached the target",
    improved: "Narrowed the gap",
    otherwise: "Changed otherwise",
  },
  figures: "{{count}} with the same light and other figures",
  unchanged: "{{count}} other targets stand as they stood.",
  unchanged_one: "{{count}} other target stands as it stood.",
  none: "Between {{since}} and {{month}} no light and no figure has changed.",
  firstMonth: "No month before {{month}} to compare with",
  first: "The plan counts from this month. Choose a later one above; what changed between the two will be listed here.",
};
