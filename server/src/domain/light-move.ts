/** What became of a light between two months: the changes that a month's review speaks of. */
import type { Light } from "../../../db/src/vocabulary.ts";
import { urgencyOf } from "./lights.ts";
import type { Text } from "./model.ts";

/** The ways in which a light can differ between two months, what asks for attention first. */
export const lightMoves = [
  "fell-behind",
  "worsened",
  "fell-silent",
  "caught-up",
  "completed",
  "improved",
  "otherwise",
] as const;
export type LightMove = (typeof lightMoves)[number];

/** What each move is called, as the heading of a list and within a sentence. */
export const lightMoveWords: Readonly<Record<LightMove, Text>> = {
  "fell-behind": { zh: "转为滞后", en: "fell behind" },
  worsened: { zh: "滞后加重", en: "fell further behind" },
  "fell-silent": { zh: "转为未报", en: "went unreported" },
  "caught-up": { zh: "转为达序时", en: "came on schedule" },
  completed: { zh: "新完成", en: "reached the target" },
  improved: { zh: "滞后减轻", en: "narrowed the gap" },
  otherwise: { zh: "其他变化", en: "changed otherwise" },
};

const lagging: readonly (Light | null)[] = ["behind", "far-behind", "missed"];

/** True for a light that says that something is lacking: 滞后, 严重滞后, 未完成. */
export const isLagging = (light: Light | null): boolean => lagging.includes(light);

/** What became of a light; null where it is the same. A light that there was none of before is told as what it is now. */
export function lightMove(before: Light | null, after: Light | null): LightMove | null {
  if (before === after) return null;
  if (after === null) return "otherwise";
  if (isLagging(after)) {
    if (before === null || !isLagging(before)) return "fell-behind";
    return urgencyOf(after) < urgencyOf(before) ? "worsened" : "improved";
  }
  switch (after) {
    case "unreported":
      return "fell-silent";
    case "met":
      return "completed";
    case "on-schedule":
      // What was met and has fallen back, yet not behind its schedule, did not come on schedule now.
      return before === "met" ? "otherwise" : "caught-up";
    default:
      return "otherwise";
  }
}
