import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { progressQuery } from "../../api/progress.ts";
import type { Progress } from "../../api/types.ts";
import { Answered } from "../../components/answered.tsx";
import { Clauses } from "../../components/clauses.tsx";
import { LightCounts } from "../../components/light-counts.tsx";
import { QuotationLine } from "../../components/quotation-line.tsx";
import { usePageTitle } from "../../components/use-page-title.ts";
import { useQuestion } from "../../lib/question.ts";
import type { Search } from "../../lib/search.ts";
import { learnBelowHeadline } from "../../words/languages.ts";
import { useWords } from "../../words/use-words.ts";
import { HeadlineTargets } from "./headline-targets.tsx";
import "./overview.css";
import { BelowSkeleton, OverviewSkeleton } from "./overview-skeleton.tsx";

// The headline is painted before the script of what stands below it has to be here.
const BelowHeadline = lazy(async () => {
  const [{ BelowHeadline: Below }] = await Promise.all([import("./below-headline.tsx"), learnBelowHeadline()]);
  return { default: Below };
});

/** 本月研判: how far a plan has come at a month, what is behind, what is not reported, what does not add up. */
export function OverviewPage() {
  const { t, say, month } = useWords();
  const question = useQuestion();
  const query = useQuery(progressQuery(question));
  const place = query.data && say(query.data.plan.jurisdiction.name);
  usePageTitle(t("pages.overview"), place, query.data && month(question.month));
  return (
    <Answered query={query} skeleton={<OverviewSkeleton />}>
      {(progress) => <Overview progress={progress} />}
    </Answered>
  );
}

/** A wall goes on from month to month by itself. */
const wallOf = ({ plan, horizon, basis, lang }: Search): Search => ({ plan, horizon, basis, lang, month: undefined });

function Overview({ progress }: { readonly progress: Progress }) {
  const { t, say, horizon } = useWords();
  return (
    <div className="overview">
      <header className="overview-head">
        <p className="eyebrow paper-only">
          {say(progress.plan.jurisdiction.name)} · {say(progress.plan.title)}
        </p>
        <h1>
          <Clauses>{say(progress.summary)}</Clauses>
        </h1>
        <div className="overview-sub">
          <p className="subtitle">
            {horizon(progress.horizon)} · <QuotationLine quotation={progress.quotation} />
          </p>
          <LightCounts counts={progress.lights} />
          <Link to="/briefing" className="briefing-way screen-only">
            {t("overview.briefing")}
          </Link>
          <Link to="/wall" search={wallOf} className="wall-way screen-only">
            {t("overview.wall")}
          </Link>
        </div>
      </header>
      <HeadlineTargets progress={progress} />
      <Suspense fallback={<BelowSkeleton />}>
        <BelowHeadline progress={progress} />
      </Suspense>
    </div>
  );
}
