import { addWords, hasWord, tellOf } from "../../words/dictionary.ts";
import { words as english } from "../../words/en/words.ts";
import type { Language } from "../../words/language.ts";
import { type Words, wordsIn } from "../../words/spoken-words.ts";
import { words as chinese } from "../../words/zh-CN/words.ts";

/** The words that a drawing is told in where no page has fetched any: all of both languages. */
export function drawnWords(language: Language, isStatistics: boolean): Words {
  if (!hasWord(language, "wall.lost") || !hasWord(language, "plan.facts")) {
    addWords(language, language === "en" ? english : chinese);
  }
  return wordsIn(language, tellOf(language, isStatistics));
}
