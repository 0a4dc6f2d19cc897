import type { LightCounts as Counts } from "../api/types.ts";
import { occurring } from "../lib/lights.ts";
import { LightCounts } from "./light-counts.tsx";

/** How a unit's targets divide among the lights: a strip of their shares, the words and counts below it. */
export function LightStrip({ counts }: { readonly counts: Counts }) {
  return (
    <div className="light-strip">
      <div className="light-strip-bar" aria-hidden="true">
        {occurring(counts).map(({ light, count }) => (
          <span key={light} className={`light-${light}`} style={{ flexGrow: count }} />
        ))}
        {counts.none > 0 && <span className="light-none light-strip-none" style={{ flexGrow: counts.none }} />}
      </div>
      <LightCounts counts={counts} />
    </div>
  );
}
