import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { briefingQuery } from "../../api/briefing.ts";
import { monthsQuery } from "../../api/months.ts";
import { plansQuery } from "../../api/plans.ts";
import type { Briefing, PlanMonth } from "../../api/types.ts";
import { Answered } from "../../components/answered.tsx";
import { SkeletonLines } from "../../components/skeleton.tsx";
import { usePageTitle } from "../../components/use-page-title.ts";
import { useQuestion } from "../../lib/question.ts";
import { useWords } from "../../words/use-words.ts";
import { BriefingFiles } from "./briefing-files.tsx";
import { EditionChoice } from "./edition-choice.tsx";
import { editionOf, unfrozen } from "./edition-of.ts";
import { Paper } from "./paper.tsx";
import "./briefing.css";

/** 通报材料: what a briefing says of a month, of which edition, and its files. */
export function BriefingPage() {
  const { t, say, month: nameMonth } = useWords();
  const { plan, month } = useQuestion();
  const plans = useQuery(plansQuery);
  const months = useQuery(monthsQuery(plan));
  const of = plans.data?.plans.find(({ key }) => key === plan);
  const title = t("briefing.title", { place: of ? say(of.jurisdiction.name) : "", month: nameMonth(month) });
  usePageTitle(title);
  return (
    <div className="briefing">
      <header className="briefing-head screen-only">
        <h1>{title}</h1>
        <p className="subtitle">{t("briefing.subtitle")}</p>
      </header>
      <Answered query={months} skeleton={<SkeletonLines lines={16} height={28} />}>
        {(data) => <Chosen found={data.months.find((each) => each.month === month)} />}
      </Answered>
    </div>
  );
}

/** A month that no report is asked for has no editions; what stands of it can be read nevertheless. */
function Chosen({ found }: { readonly found: PlanMonth | undefined }) {
  const { plan, month, horizon, basis, edition: asked } = useQuestion();
  const editions = found?.editions ?? [];
  const chosen = editionOf(asked, editions);
  const question = { plan, month, horizon, basis, edition: chosen === unfrozen ? undefined : chosen };
  const query = useQuery(briefingQuery(question));
  return (
    <div className="briefing-desk">
      <aside className="briefing-side screen-only">
        <EditionChoice editions={editions} chosen={chosen} />
        <Warnings isUnfrozen={chosen === unfrozen} hasEditions={editions.length > 0} briefing={query.data} />
        <Files isRefused={query.isError} question={question} />
      </aside>
      <Answered query={query} skeleton={<PaperSkeleton />}>
        {(briefing) => <Paper briefing={briefing} />}
      </Answered>
    </div>
  );
}

function Files({ isRefused, question }: { isRefused: boolean; question: Parameters<typeof briefingQuery>[0] }) {
  const { t } = useWords();
  return (
    <section aria-labelledby="briefing-files">
      <h2 id="briefing-files">{t("briefing.files")}</h2>
      {isRefused ? <p className="aside">{t("briefing.filesNone")}</p> : <BriefingFiles asked={question} />}
      <button type="button" className="key" disabled={isRefused} onClick={() => print()}>
        {t("briefing.print")}
      </button>
    </section>
  );
}

/** What must be known before any of it is quoted. */
function Warnings({
  isUnfrozen,
  hasEditions,
  briefing,
}: {
  readonly isUnfrozen: boolean;
  readonly hasEditions: boolean;
  readonly briefing: Briefing | undefined;
}) {
  const { t, month } = useWords();
  const isEmpty = briefing !== undefined && briefing.reporting.reported === 0;
  return (
    <div className="briefing-warnings" role="status">
      {isUnfrozen && (
        <p>
          {t("briefing.warnUnfrozen")} {hasEditions && t("briefing.warnNewer")}{" "}
          <Link to="/months">{t("briefing.close")}</Link>
        </p>
      )}
      {briefing?.isDemonstration && <p>{t("briefing.warnDemonstration")}</p>}
      {isEmpty && <p>{t("briefing.noReports", { month: month(briefing.month) })}</p>}
    </div>
  );
}

const PaperSkeleton = () => (
  <div className="briefing-paper">
    <SkeletonLines lines={18} height={24} />
  </div>
);
