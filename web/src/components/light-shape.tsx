import type { Light } from "../api/types.ts";

const paths: Record<Light, string> = {
  met: "M2.5 8.6 6.4 12.4 13.6 3.8",
  "on-schedule": "M8 2.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 1 1 0-11Z",
  behind: "M8 2 14.6 13.6H1.4Z",
  "far-behind": "M8 1 15 8 8 15 1 8Z",
  missed: "M3 3 13 13M13 3 3 13",
  unreported: "M8 3a5 5 0 1 1 0 10a5 5 0 1 1 0-10Z",
  "not-due": "M3 3H13V13H3Z",
};
const drawn: Record<Light, "fill" | "heavy" | "thin"> = {
  met: "heavy",
  "on-schedule": "fill",
  behind: "fill",
  "far-behind": "fill",
  missed: "heavy",
  unreported: "thin",
  "not-due": "thin",
};
const strokes = { fill: 0, heavy: 3, thin: 1.6 } as const;

/** The shape of a light in its colour, 16 × 16 in its own units; decoration, for the word stands beside it. */
export function LightShape({ light, size = 14 }: { readonly light: Light; readonly size?: number }) {
  const width = strokes[drawn[light]];
  return (
    <svg className={`light-shape light-${light}`} viewBox="0 0 16 16" width={size} height={size} aria-hidden="true">
      <path
        d={paths[light]}
        fill={width === 0 ? "currentColor" : "none"}
        stroke={width === 0 ? "none" : "currentColor"}
        strokeWidth={width}
      />
    </svg>
  );
}
