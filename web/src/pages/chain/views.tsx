import { Link } from "@tanstack/react-router";
import type { Search } from "../../lib/search.ts";
import { useWords } from "../../words/use-words.ts";

/** What can be looked at of a subject; the word is part of the address, the first one stands for none. */
const views = ["history", "steps", "comparison", "values", "targets"] as const;
/** One of them. */
export type View = (typeof views)[number];

/** The view that an address asks for; the history where it asks for none that we have. */
export const viewOf = (word: string | undefined): View => views.find((known) => known === word) ?? "history";

/** The ways to the views of a subject, each an address of its own. */
export function Views({ chosen }: { readonly chosen: View }) {
  const { t } = useWords();
  return (
    <nav className="chain-views screen-only" aria-label={t("chain.views.label")}>
      {views.map((view) => (
        <Link
          key={view}
          to="/chain"
          search={(old: Search) => ({ ...old, view: view === "history" ? undefined : view })}
          resetScroll={false}
          className="chain-view-way"
          data-chosen={view === chosen}
          aria-current={view === chosen ? "page" : undefined}
        >
          {t(`chain.views.${view}`)}
        </Link>
      ))}
    </nav>
  );
}
