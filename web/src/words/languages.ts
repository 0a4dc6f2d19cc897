import i18next from "i18next";

/** The two languages of the pages; Chinese comes first. */
export const languages = ["zh-CN", "en"] as const;
export type Language = (typeof languages)[number];

const load = {
  "zh-CN": {
    first: async () => (await import("./zh-CN/first.ts")).first,
    rest: async () => (await import("./zh-CN/rest.ts")).rest,
  },
  en: {
    first: async () => (await import("./en/first.ts")).first,
    rest: async () => (await import("./en/rest.ts")).rest,
  },
} satisfies Record<Language, Record<"first" | "rest", () => Promise<object>>>;

/** The language that an address asks for; Chinese where it asks for none that we have. */
export const languageOf = (word: string | undefined): Language => languages.find((known) => known === word) ?? "zh-CN";

/** Fetches the words of a language that are not here yet: those of the first page, or those of all pages. */
export async function learn(language: Language, isFirstPage: boolean): Promise<void> {
  if (!i18next.isInitialized) {
    await i18next.init({
      lng: language,
      fallbackLng: false,
      ns: ["words"],
      defaultNS: "words",
      resources: {},
      interpolation: { escapeValue: false },
    });
  }
  const parts = isFirstPage ? (["first"] as const) : (["first", "rest"] as const);
  const missing = parts.filter((part) => !i18next.exists(part === "first" ? "product" : "plan", { lng: language }));
  const found = await Promise.all(missing.map((part) => load[language][part]()));
  for (const words of found) i18next.addResourceBundle(language, "words", words, true);
}

/** Shows the pages in a language whose words are here; the document says which it is. */
export async function speak(language: Language): Promise<void> {
  if (i18next.language !== language) await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}
