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
