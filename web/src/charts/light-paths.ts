import type { Light } from "../api/types.ts";

/** The shape of each light on a field of 16 × 16, and how it is drawn: filled, or by a stroke of so many units. */
export const lightPaths: Readonly<Record<Light, { readonly path: string; readonly stroke: number }>> = {
  met: { path: "M2.5 8.6 6.4 12.4 13.6 3.8", stroke: 3 },
  "on-schedule": { path: "M8 2.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 1 1 0-11Z", stroke: 0 },
  behind: { path: "M8 2 14.6 13.6H1.4Z", stroke: 0 },
  "far-behind": { path: "M8 1 15 8 8 15 1 8Z", stroke: 0 },
  missed: { path: "M3 3 13 13M13 3 3 13", stroke: 3 },
  unreported: { path: "M8 3a5 5 0 1 1 0 10a5 5 0 1 1 0-10Z", stroke: 1.6 },
  "not-due": { path: "M3 3H13V13H3Z", stroke: 1.6 },
};
