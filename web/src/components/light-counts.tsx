import type { LightCounts as Counts } from "../api/types.ts";
import { occurring } from "../lib/lights.ts";
import { useWords } from "../words/use-words.ts";
import { LightShape } from "./light-shape.tsx";

/** How many targets stand at each light that occurs, in the order of the lights. */
export function LightCounts({ counts }: { readonly counts: Counts }) {
  const { t } = useWords();
  return (
    <ul className="light-counts" aria-label={t("light.counts")}>
      {occurring(counts).map(({ light, count }) => (
        <li key={light}>
          <LightShape light={light} />
          {t(`light.${light}`)} <b>{count}</b>
        </li>
      ))}
      {counts.none > 0 && (
        <li>
          {t("light.noneLong")} <b>{counts.none}</b>
        </li>
      )}
    </ul>
  );
}
