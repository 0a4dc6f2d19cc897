import { Link, useLocation } from "@tanstack/react-router";
import { useWords } from "../words/use-words.ts";

/** The views of the units: how far they have come, whether they have reported, and what of it is closed. */
export function PeopleTabs() {
  const { t } = useWords();
  // One unit's page tells how far it has come.
  const isUnit = useLocation({ select: ({ pathname }) => pathname === "/department" });
  return (
    <nav className="people-tabs screen-only" aria-label={t("departments.title")}>
      <Link to="/departments" activeOptions={{ includeSearch: false }} aria-current={isUnit ? "true" : undefined}>
        {t("departments.board")}
      </Link>
      <Link to="/compare-departments" activeOptions={{ includeSearch: false }}>
        {t("compareDepartments.title")}
      </Link>
      <Link to="/reporting" activeOptions={{ includeSearch: false }}>
        {t("reporting.title")}
      </Link>
      <Link to="/months" activeOptions={{ includeSearch: false }}>
        {t("months.title")}
      </Link>
    </nav>
  );
}
