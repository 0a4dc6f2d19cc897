import { useContext, useSyncExternalStore } from "react";
import { BasisContext } from "./basis.ts";
import { onLanguage, spokenLanguage, tell, tellOfStatistics } from "./dictionary.ts";
import { languageOf } from "./language.ts";
import { type Words, wordsIn } from "./spoken-words.ts";

/** The words of the page's language and of whose figures it shows. */
export function useWords(): Words {
  const t = useContext(BasisContext) === "statistics" ? tellOfStatistics : tell;
  return wordsIn(languageOf(useSyncExternalStore(onLanguage, spokenLanguage)), t);
}
