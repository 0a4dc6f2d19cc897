import type { Light, LightCounts } from "../api/types.ts";

/** The lights in the order of a table: what is done, what runs, what needs a look, what cannot be judged. */
export const lights = [
  "met",
  "on-schedule",
  "behind",
  "far-behind",
  "missed",
  "unreported",
  "not-due",
] as const satisfies readonly Light[];

/** The lights by how much attention they ask for, most first: the order in which a table is sorted by them. */
const byUrgency: readonly Light[] = ["missed", "far-behind", "behind", "unreported", "on-schedule", "not-due", "met"];

/** The place of a light in a table that is sorted by it; null where there is none. */
export const urgencyOf = (light: Light | null | undefined) => (light ? byUrgency.indexOf(light) : null);

/** The lights that occur, with how often, in the order of `lights`. */
export const occurring = (counts: LightCounts) =>
  lights.flatMap((light) => (counts[light] > 0 ? [{ light, count: counts[light] }] : []));

/** How many of some judgements stand at each light. */
export function countLights(judged: readonly { readonly light: Light | null }[]): LightCounts {
  const counts: LightCounts = {
    met: 0,
    "on-schedule": 0,
    behind: 0,
    "far-behind": 0,
    missed: 0,
    unreported: 0,
    "not-due": 0,
    none: 0,
  };
  for (const { light } of judged) counts[light ?? "none"] += 1;
  return counts;
}
