/** The two languages of the pages; Chinese comes first. */
export const languages = ["zh-CN", "en"] as const;
/** One of them. */
export type Language = (typeof languages)[number];

/** The language that an address asks for; Chinese where it asks for none that we have. */
export const languageOf = (word: string | undefined): Language => languages.find((known) => known === word) ?? "zh-CN";
