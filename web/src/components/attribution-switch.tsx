import { Link } from "@tanstack/react-router";
import type { Attribution } from "../api/types.ts";
import type { Search } from "../lib/search.ts";
import { useWords } from "../words/use-words.ts";

const attributions = ["full", "shared", "lead"] as const satisfies readonly Attribution[];

/** The attribution that an address asks for; in full where it asks for none that we have. */
export const attributionOf = (word: string | undefined): Attribution =>
  attributions.find((known) => known === word) ?? "full";

/** The three views of joint responsibility, each an address of its own, and what the chosen one counts. */
export function AttributionSwitch({ chosen }: { readonly chosen: Attribution }) {
  const { t, language } = useWords();
  return (
    <div className="attribution">
      <nav className="twins screen-only" aria-label={t("departments.attribution.label")}>
        {attributions.map((each) => (
          <Link
            key={each}
            to="."
            search={(old: Search) => ({ ...old, attribution: each })}
            className="attribution-choice"
            data-chosen={each === chosen}
            aria-current={each === chosen ? "true" : undefined}
          >
            {t(`departments.attribution.${each}`)}
          </Link>
        ))}
      </nav>
      <p className="subtitle">
        <span className="paper-only">{`${t(`departments.attribution.${chosen}`)}${language === "en" ? ": " : "："}`}</span>
        {t(`departments.attribution.explain.${chosen}`)}
      </p>
    </div>
  );
}
