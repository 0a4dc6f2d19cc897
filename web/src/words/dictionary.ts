/**
 * The words that are here, by language, and what is said with them. Our own, because a library for it weighs 15 kB before
 * the first headline and is asked for three things: the count of one (`…_one`, in English), the words of the statistics
 * basis (`…_statistics`), and values in their places (`{{name}}`).
 */
import type { words } from "./zh-CN/words.ts";

type Path<Words> = {
  [Key in keyof Words & string]: Words[Key] extends string ? Key : `${Key}.${Path<Words[Key]>}`;
}[keyof Words & string];

/** Every word of the pages by its place, such as `light.met`. */
export type WordKey = Path<typeof words>;
/** What is put into a sentence; `count` also chooses its form. */
type Said = Readonly<Record<string, string | number | null | undefined>>;
/** Says a word of the page's language; a word that is not here is said by its place, so that nothing is blank. */
export type Tell = (key: WordKey, said?: Said) => string;

type Words = { readonly [key: string]: string | Words };

const dictionaries = new Map<string, Map<string, string>>();
const listeners = new Set<() => void>();
let spoken = "";

function add(dictionary: Map<string, string>, words: Words, place: string): void {
  for (const [key, value] of Object.entries(words)) {
    if (typeof value === "string") dictionary.set(place + key, value);
    else add(dictionary, value, `${place}${key}.`);
  }
}

/** Adds words of a language to those that are here. */
export function addWords(language: string, words: Words): void {
  const dictionary = dictionaries.get(language) ?? new Map<string, string>();
  dictionaries.set(language, dictionary);
  add(dictionary, words, "");
}

/** Whether a word of a language is here. */
export const hasWord = (language: string, key: WordKey): boolean => dictionaries.get(language)?.has(key) === true;

/** Whether any words are here yet. */
export const hasWords = (): boolean => dictionaries.size > 0;

/** The language in which `tell` speaks; none before the first words are here. */
export const spokenLanguage = (): string => spoken;

/** Speaks another language from now on. */
export function speakLanguage(language: string): void {
  spoken = language;
  for (const hear of listeners) hear();
}

/** Hears of every change of the language until the answer is called. */
export function onLanguage(hear: () => void): () => void {
  listeners.add(hear);
  return () => listeners.delete(hear);
}

/** The forms that a word of a language may have, the one that says most first. */
function formsOf(language: string, key: string, count: Said[string], context: string): readonly string[] {
  const isOne = language === "en" && Number(count) === 1;
  const places = context === "" ? [key] : [`${key}_${context}`, key];
  return isOne ? places.flatMap((place) => [`${place}_one`, place]) : places;
}

function tellIn(context: string, languageSpoken = spokenLanguage): Tell {
  return (key, said = {}) => {
    const language = languageSpoken();
    const dictionary = dictionaries.get(language);
    const form = formsOf(language, key, said.count, context).find((one) => dictionary?.has(one));
    const sentence = (form !== undefined && dictionary?.get(form)) || key;
    return sentence.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(said[name] ?? ""));
  };
}

/** Says a word of the departments' basis. */
export const tell = tellIn("");
/** Says a word where figures are the statistics bureau's: 未核定, where another would be 未报. */
export const tellOfStatistics = tellIn("statistics");
/** Says a word of one language, whichever the pages speak, on a basis. */
export const tellOf = (language: string, isStatistics: boolean): Tell =>
  tellIn(isStatistics ? "statistics" : "", () => language);
