import type { Light } from "../api/types.ts";
import { lightPaths } from "../charts/light-paths.ts";

/** The shape of a light in its colour, 16 × 16 in its own units; decoration, for the word stands beside it. */
export function LightShape({ light, size = 14 }: { readonly light: Light; readonly size?: number }) {
  const { path, stroke } = lightPaths[light];
  return (
    <svg className={`light-shape light-${light}`} viewBox="0 0 16 16" width={size} height={size} aria-hidden="true">
      <path
        d={path}
        fill={stroke === 0 ? "currentColor" : "none"}
        stroke={stroke === 0 ? "none" : "currentColor"}
        strokeWidth={stroke}
      />
    </svg>
  );
}
