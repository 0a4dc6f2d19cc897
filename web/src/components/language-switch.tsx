import { Link } from "@tanstack/react-router";
import { languages } from "../words/language.ts";
import { useWords } from "../words/use-words.ts";

const names = { "zh-CN": "中文", en: "English" } as const;

/** The other language of the same page; each named in itself. */
export function LanguageSwitch() {
  const { t, language } = useWords();
  return (
    <nav className="languages" aria-label={t("language")}>
      {languages.map((each) => (
        <Link
          key={each}
          to="."
          search={(search) => ({ ...search, lang: each })}
          lang={each}
          className="languages-choice"
          aria-current={each === language ? "true" : undefined}
        >
          {names[each]}
        </Link>
      ))}
    </nav>
  );
}
