import type { Assessment } from "../api/types.ts";
import { useWords } from "../words/use-words.ts";

/** A distance with its unit: between two percentages lie percentage points. */
export function useDistance() {
  const { t, quantity } = useWords();
  return (figure: string, { unit }: Pick<Assessment, "unit">) =>
    quantity(figure, unit.zh === "%" ? { zh: t("points"), en: t("points") } : unit);
}

/** 差N户 beside a light that says that something is lacking: to the schedule, or for good to the target. */
export function Shortfall({ assessment }: { readonly assessment: Assessment }) {
  const { t } = useWords();
  const distance = useDistance();
  const { light, gap, remaining } = assessment;
  if (light !== "behind" && light !== "far-behind" && light !== "missed") return null;
  const lacking = light === "missed" ? remaining : gap;
  return <b className="short">{t("short", { gap: distance(lacking.text, assessment) })}</b>;
}
