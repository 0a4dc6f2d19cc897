import i18next from "i18next";
import { initReactI18next } from "react-i18next";

/** The two languages of the pages; Chinese comes first. */
export const languages = ["zh-CN", "en"] as const;
export type Language = (typeof languages)[number];

const load = {
  "zh-CN": () => import("./zh-CN/words.ts"),
  en: () => import("./en/words.ts"),
} satisfies Record<Language, () => Promise<{ words: object }>>;

/** The language that an address asks for; Chinese where it asks for none that we have. */
export const languageOf = (word: string | undefined): Language => languages.find((known) => known === word) ?? "zh-CN";

/** Shows the pages in a language, fetching its words when they are not here yet; the document says which it is. */
export async function speak(language: Language): Promise<void> {
  if (!i18next.isInitialized) {
    await i18next.use(initReactI18next).init({
      lng: language,
      fallbackLng: false,
      ns: ["words"],
      defaultNS: "words",
      resources: {},
      interpolation: { escapeValue: false },
    });
  }
  if (!i18next.hasResourceBundle(language, "words")) {
    i18next.addResourceBundle(language, "words", (await load[language]()).words);
  }
  if (i18next.language !== language) await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}
