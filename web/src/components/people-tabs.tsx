import { useQuery } from "@tanstack/react-query";
import { Link, useLocation } from "@tanstack/react-router";
import { appraisalQuery, quarterBy } from "../api/appraisal.ts";
import { useQuestion } from "../lib/question.ts";
import { useMay } from "../lib/use-may.ts";
import { useWords } from "../words/use-words.ts";
import "../styles/people.css";

/** The views of the units: how far they have come, whether they have reported, and what of it is closed. */
export function PeopleTabs() {
  const { t } = useWords();
  const { plan, month } = useQuestion();
  const mayEdit = useMay("revise-plans");
  // A plan whose document sets no appraisal has none until its office sets one.
  const { data: hasRule = false } = useQuery({
    ...appraisalQuery({ plan, quarter: quarterBy(month) }),
    enabled: !mayEdit && month !== "",
    select: ({ rules }) => rules.length > 0,
  });
  const isAppraised = mayEdit || hasRule;
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
      {isAppraised && (
        <Link to="/appraisal" activeOptions={{ includeSearch: false }}>
          {t("appraisal.title")}
        </Link>
      )}
      <Link to="/months" activeOptions={{ includeSearch: false }}>
        {t("months.title")}
      </Link>
    </nav>
  );
}
