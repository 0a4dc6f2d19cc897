import { useContext, useSyncExternalStore } from "react";
import type { Text } from "../api/types.ts";
import { partsOfMonth } from "../lib/month.ts";
import { BasisContext } from "./basis.ts";
import { onLanguage, spokenLanguage, tell, tellOfStatistics } from "./dictionary.ts";
import type { Language } from "./languages.ts";
import { languageOf } from "./languages.ts";
import { quantityIn } from "./quantity.ts";

/** The words of the page's language: `t` for ours, `say` for the API's texts, and names of months and horizons. */
export function useWords() {
  const t = useContext(BasisContext) === "statistics" ? tellOfStatistics : tell;
  const language: Language = languageOf(useSyncExternalStore(onLanguage, spokenLanguage));
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
