import type { Assessment } from "../api/types.ts";
import { distanceIn } from "../words/spoken-words.ts";
import { useWords } from "../words/use-words.ts";

/** A distance with its unit in the page's words. */
export const useDistance = () => distanceIn(useWords());

/** 差N户 beside a light that says that something is lacking: to the schedule, or for good to the target. */
export function Shortfall({ assessment }: { readonly assessment: Assessment }) {
  const { t } = useWords();
  const distance = useDistance();
  const { light, gap, remaining } = assessment;
  if (light !== "behind" && light !== "far-behind" && light !== "missed") return null;
  const lacking = light === "missed" ? remaining : gap;
  return <b className="short">{t("short", { gap: distance(lacking.text, assessment) })}</b>;
}
