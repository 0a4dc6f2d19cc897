/** Many lights at once. */
import type { Light } from "../../../db/src/vocabulary.ts";
import type { Assessment } from "./model.ts";

/** How many targets have each light, and how many have none. */
export type LightCounts = Readonly<Record<Light | "none", number>>;

/** Counts of each light among assessments. */
export function countLights(assessments: readonly Assessment[]): LightCounts {
  const counts: Record<Light | "none", number> = {
    met: 0,
    "on-schedule": 0,
    behind: 0,
    "far-behind": 0,
    missed: 0,
    unreported: 0,
    "not-due": 0,
    none: 0,
  };
  for (const { light } of assessments) {
    counts[light ?? "none"] += 1;
  }
  return counts;
}

/** How much attention a light asks for, most first; what is not reported comes before what is on schedule. */
const urgency: Readonly<Record<Light, number>> = {
  missed: 0,
  "far-behind": 1,
  behind: 2,
  unreported: 3,
  "on-schedule": 4,
  met: 5,
  "not-due": 6,
};

/** The place of a light in the order of attention, 0 for what asks for most. */
export const urgencyOf = (light: Light): number => urgency[light];

/** The light that stands for a group of targets: that of the one which asks for most attention; null when none has a light. */
export function worstLight(assessments: readonly Assessment[]): Light | null {
  const found = assessments.flatMap(({ light }) => light ?? []);
  return found.length === 0 ? null : found.reduce((worst, light) => (urgency[light] < urgency[worst] ? light : worst));
}
