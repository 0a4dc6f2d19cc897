import type { SubjectTarget } from "../../api/types.ts";
import { indicatorName } from "../../words/indicator-name.ts";
import { distanceIn, type Words } from "../../words/spoken-words.ts";

/** What a target's chart shows, in one line of words: 新增规上企业 31户，滞后，差4.2户. All numbers are the API's texts. */
export function seenOf(words: Words, { assessment }: SubjectTarget): string {
  const { t, horizon, quantity } = words;
  const { achieved, gap, unit, light, metLateAt } = assessment;
  const kind = light === "unreported" && achieved.value === null ? "never" : metLateAt ? "late" : (light ?? "none");
  return t(`chain.seen.${kind}`, {
    name: indicatorName(words, assessment),
    achieved: ` ${quantity(achieved.text, unit)}`,
    horizon: horizon(assessment.horizon),
    gap:
      gap.value !== null && gap.value > 0 ? t("chain.seenGap", { gap: distanceIn(words)(gap.text, assessment) }) : "",
  });
}
