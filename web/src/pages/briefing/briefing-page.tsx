import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { issuedQuery } from "../../api/briefing.ts";
import { monthsQuery } from "../../api/months.ts";
import { plansQuery } from "../../api/plans.ts";
import { Answered } from "../../components/answered.tsx";
import { SkeletonLines } from "../../components/skeleton.tsx";
import { usePageTitle } from "../../components/use-page-title.ts";
import { useQuestion } from "../../lib/question.ts";
import type { Search } from "../../lib/search.ts";
import { useMay } from "../../lib/use-may.ts";
import { useWords } from "../../words/use-words.ts";
import { Desk } from "./desk.tsx";
import { editionOf, unfrozen } from "./edition-of.ts";
import { IssuedView } from "./issued-view.tsx";
import { SkeletonView } from "./skeleton-view.tsx";
import "./briefing.css";
import "../../styles/copy.css";
import "../../styles/forms.css";
import "../../styles/people.css";

/** 通报材料: what a briefing says of a month, its files, its issuing, and what was issued so far. */
export function BriefingPage() {
  const { t, say, month: nameMonth } = useWords();
  const { plan, month, view } = useQuestion();
  const plans = useQuery(plansQuery);
  const of = plans.data?.plans.find(({ key }) => key === plan);
  const title = t("briefing.title", { place: of ? say(of.jurisdiction.name) : "", month: nameMonth(month) });
  usePageTitle(title);
  return (
    <div className="briefing">
      <header className="briefing-head screen-only">
        <h1>{title}</h1>
        <p className="subtitle">{t("briefing.subtitle")}</p>
        <Views />
      </header>
      {view === "issued" ? <IssuedView /> : <OfMonth />}
    </div>
  );
}

/** Of the month what its edition says; a month that no report is asked for has none, and can be read nevertheless. */
function OfMonth() {
  const { plan, month, horizon, basis, edition, view } = useQuestion();
  const mayBuild = useMay("issue-briefings");
  const months = useQuery(monthsQuery(plan));
  return (
    <Answered query={months} skeleton={<SkeletonLines lines={16} height={28} />}>
      {(data) => {
        const editions = data.months.find((each) => each.month === month)?.editions ?? [];
        const chosen = editionOf(edition, editions);
        const question = { plan, month, horizon, basis, edition: chosen === unfrozen ? undefined : chosen };
        return view === "skeleton" && mayBuild ? (
          <SkeletonView key={plan} question={question} />
        ) : (
          <Desk question={question} editions={editions} />
        );
      }}
    </Answered>
  );
}

/** The views of the page; of what was issued, how many there are. */
function Views() {
  const { t } = useWords();
  const { plan } = useQuestion();
  const { data } = useQuery(issuedQuery(plan));
  const mayBuild = useMay("issue-briefings");
  const to = (view: string | undefined) => (old: Search) => ({
    ...old,
    view,
    issued: old.view === view ? old.issued : undefined,
  });
  const isExactly = { exact: true } as const;
  return (
    <nav className="people-tabs briefing-views" aria-label={t("briefing.views")}>
      <Link to="/briefing" search={to(undefined)} activeOptions={isExactly}>
        {t("briefing.viewPreview")}
      </Link>
      <Link to="/briefing" search={to("issued")} activeOptions={isExactly}>
        {data ? t("briefing.viewIssuedOf", { count: data.briefings.length }) : t("briefing.viewIssued")}
      </Link>
      {mayBuild && (
        <Link to="/briefing" search={to("skeleton")} activeOptions={isExactly}>
          {t("briefing.viewSkeleton")}
        </Link>
      )}
    </nav>
  );
}
