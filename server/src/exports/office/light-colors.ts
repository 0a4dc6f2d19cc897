/** The colours of the lights, as the pages' tokens have them by day; told apart in grey print by the word beside them. */
import type { Light } from "../../../../db/src/vocabulary.ts";

/** RRGGBB of each light. */
export const lightColors: Readonly<Record<Light, string>> = {
  met: "1F4A86",
  "on-schedule": "349173",
  behind: "D99A00",
  "far-behind": "B93519",
  missed: "571019",
  unreported: "6B7482",
  "not-due": "8A929D",
};

/** The colour of what has no light. */
export const noLightColor = "7D8692";

/** What is written and drawn in ink, and the edge of what is open. */
export const inkColor = "1B222C";
export const edgeColor = "8A929D";
