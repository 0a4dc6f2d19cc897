import { Link, useLocation } from "@tanstack/react-router";
import { useWords } from "../words/use-words.ts";

/** The two views of the units: how far they have come, and whether they have reported. */
export function PeopleTabs() {
  const { t } = useWords();
  // One unit's page tells how far it has come.
  const isUnit = useLocation({ select: ({ pathname }) => pathname === "/department" });
  return (
    <nav className="people-tabs screen-only" aria-label={t("departments.title")}>
      <Link to="/departments" activeOptions={{ includeSearch: false }} aria-current={isUnit ? "true" : undefined}>
        {t("departments.board")}
      </Link>
      <Link to="/reporting" activeOptions={{ includeSearch: false }}>
        {t("reporting.title")}
      </Link>
    </nav>
  );
}
