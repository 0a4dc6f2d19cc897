import type { Assessment, Text } from "../api/types.ts";
import { partsOfMonth } from "../lib/month.ts";
import type { Tell } from "./dictionary.ts";
import type { Language } from "./language.ts";
import { quantityIn } from "./quantity.ts";

/** `t` says our own words, `say` the API's texts in the same language; and names of months, horizons and quantities. */
export function wordsIn(language: Language, t: Tell) {
  const say = (text: Text) => (language === "en" ? text.en : text.zh);
  const month = (word: string) => t("month.long", partsOfMonth(word));
  /** A horizon's name; the short one, for a list on a phone, leaves out what is said in brackets. */
  const horizon = (word: string, isShort = false) => {
    if (word === "standing") return t(isShort ? "horizon.standingShort" : "horizon.standing");
    if (word === "2025-12" && !isShort) return t("horizon.planEnd");
    return word.endsWith("-12") ? t("horizon.yearEnd", partsOfMonth(word)) : t("horizon.monthEnd", partsOfMonth(word));
  };
  /** Figure and unit as one. */
  const quantity = (text: string, unit: Text) => quantityIn(language, text, say(unit));
  return { t, language, say, month, horizon, quantity };
}

/** The words of one language. */
export type Words = ReturnType<typeof wordsIn>;

/** A distance with its unit: between two percentages lie percentage points. */
export const distanceIn =
  ({ t, quantity }: Words) =>
  (figure: string, { unit }: Pick<Assessment, "unit">) =>
    quantity(figure, unit.zh === "%" ? { zh: t("points"), en: t("points") } : unit);
