import type { Assessment } from "../api/types.ts";
import { useWords } from "../words/use-words.ts";

/** The unit in which a distance is told: between two percentages lie percentage points. */
export function useDistanceUnit() {
  const { t, say } = useWords();
  return ({ unit }: Pick<Assessment, "unit">) => (unit.zh === "%" ? t("points") : say(unit));
}

/** 差N户 beside a light that says that something is lacking: to the schedule, or for good to the target. */
export function Shortfall({ assessment }: { readonly assessment: Assessment }) {
  const { t } = useWords();
  const unitOf = useDistanceUnit();
  const { light, gap, remaining } = assessment;
  if (light !== "behind" && light !== "far-behind" && light !== "missed") return null;
  const lacking = light === "missed" ? remaining : gap;
  return <b className="short">{t("short", { gap: lacking.text, unit: unitOf(assessment) })}</b>;
}
