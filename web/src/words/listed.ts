import type { Language } from "./language.ts";

/** Names one after another, as each language sets them apart. */
export const listed = (language: Language, names: readonly string[]) => names.join(language === "en" ? ", " : "、");
