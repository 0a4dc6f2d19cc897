import i18next from "i18next";
import { useContext, useSyncExternalStore } from "react";
import type { Text } from "../api/types.ts";
import { partsOfMonth } from "../lib/month.ts";
import { BasisContext } from "./basis.ts";
import type { Language } from "./languages.ts";
import { languageOf } from "./languages.ts";
import { quantityIn } from "./quantity.ts";

const onChange = (tell: () => void) => {
  i18next.on("languageChanged", tell);
  return () => i18next.off("languageChanged", tell);
};
const current = () => i18next.language;

/**
 * `t` told that figures of the statistics bureau are spoken of: words with a form of their own for that (`…_statistics`) are
 * said in it. Only i18next's own overloads can state what `t` may be called with, so that it is taken as plain for the call.
 */
const tOfStatistics = ((key: string, said?: object) => {
  const plain = i18next.t as unknown as (key: string, said: object) => string;
  return plain(key, { context: "statistics", ...said });
}) as unknown as typeof i18next.t;

/** The words of the page's language: `t` for ours, `say` for the API's texts, and names of months and horizons. */
export function useWords() {
  const t = useContext(BasisContext) === "statistics" ? tOfStatistics : i18next.t;
  const language: Language = languageOf(useSyncExternalStore(onChange, current));
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
