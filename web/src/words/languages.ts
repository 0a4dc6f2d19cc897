import { addWords, hasWord, hasWords, speakLanguage, spokenLanguage, type WordKey } from "./dictionary.ts";
import { type Language, languageOf } from "./language.ts";
import { first } from "./zh-CN/first.ts";

/** What the first page needs before its headline, what stands around and below that, and what the other pages need. */
type Part = "first" | "below" | "rest" | "wall";
/** A word of each part, by which it is known to be here. */
const signs: Readonly<Record<Part, WordKey>> = {
  first: "product",
  below: "overview.changes.title",
  rest: "plan.facts",
  wall: "wall.lost",
};

const load = {
  "zh-CN": {
    // Comes with the frame: most who open the pages need it at once.
    first: async () => first,
    below: async () => (await import("./zh-CN/below.ts")).below,
    rest: async () => (await import("./zh-CN/rest.ts")).rest,
    wall: async () => ({ wall: (await import("./zh-CN/wall.ts")).wall }),
  },
  en: {
    first: async () => (await import("./en/first.ts")).first,
    below: async () => (await import("./en/below.ts")).below,
    rest: async () => (await import("./en/rest.ts")).rest,
    wall: async () => ({ wall: (await import("./en/wall.ts")).wall }),
  },
} satisfies Record<Language, Record<Part, () => Promise<object>>>;

async function fetchParts(language: Language, parts: readonly Part[]): Promise<void> {
  const missing = parts.filter((part) => !hasWord(language, signs[part]));
  const found = await Promise.all(missing.map((part) => load[language][part]()));
  for (const words of found) addWords(language, words);
}

/**
 * Fetches the words of a language that are not here yet: those of the first page, or those of all others. What stands below
 * the first page's headline brings its own words when the pages are opened, and has them at once when the language changes.
 */
export async function learn(language: Language, isFirstPage: boolean): Promise<void> {
  const isOpening = !hasWords();
  const others: readonly Part[] = isFirstPage ? ["below"] : ["below", "rest"];
  await fetchParts(language, isFirstPage && isOpening ? ["first"] : ["first", ...others]);
}

/** Fetches the words of what stands below the first page's headline, in the language of the pages. */
export const learnBelowHeadline = (): Promise<void> => fetchParts(languageOf(spokenLanguage()), ["below"]);

/** Fetches the words of the wall, which is no page among the others: theirs are never asked for there. */
export const learnWall = (language: Language): Promise<void> => fetchParts(language, ["below", "wall"]);

/** Shows the pages in a language whose words are here; the document says which it is. */
export function speak(language: Language): void {
  if (spokenLanguage() !== language) speakLanguage(language);
  document.documentElement.lang = language;
}
