import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useRef } from "react";
import { reportingQuery } from "../../api/reporting.ts";
import { sessionQuery } from "../../api/session.ts";
import type { Reporting } from "../../api/types.ts";
import { Answered } from "../../components/answered.tsx";
import { PlanChartFiles } from "../../components/chart-files.tsx";
import { EmptyNote } from "../../components/empty-note.tsx";
import { PeopleTabs } from "../../components/people-tabs.tsx";
import { PunctualityKey } from "../../components/punctuality-key.tsx";
import { SkeletonLines } from "../../components/skeleton.tsx";
import { usePageTitle } from "../../components/use-page-title.ts";
import { useQuestion } from "../../lib/question.ts";
import { useWords } from "../../words/use-words.ts";
import { RemindersBlock } from "./reminders-block.tsx";
import { ReportingBoard } from "./reporting-board.tsx";
import "./reporting.css";
import "../../styles/copy.css";
import "../../styles/people.css";

/** 填报情况: which reporting unit has reported which period: on time, late, not at all, returned. */
export function ReportingPage() {
  const { t, say, month: nameMonth } = useWords();
  const { plan, month } = useQuestion();
  const query = useQuery(reportingQuery({ plan, month }));
  const place = query.data && say(query.data.plan.jurisdiction.name);
  usePageTitle(t("reporting.title"), place, query.data && nameMonth(month));
  return (
    <>
      <PeopleTabs />
      <Answered query={query} skeleton={<SkeletonLines lines={14} height={28} />}>
        {(data) => <Board data={data} />}
      </Answered>
    </>
  );
}

function Board({ data }: { readonly data: Reporting }) {
  const { t, say, month } = useWords();
  const { plan, quotation, periods, reported, total } = data;
  const { data: session } = useQuery(sessionQuery);
  const latest = quotation.latestPeriod;
  const frame = useRef<HTMLElement>(null);
  return (
    <div className="reporting">
      <header className="reporting-head">
        <p className="eyebrow paper-only">{say(plan.title)}</p>
        <h1>{latest ? t("reporting.seen", { month: month(latest), reported, total }) : t("reporting.seenNone")}</h1>
        <p className="subtitle">{t("reporting.subtitle", { day: plan.dueDay, month: month(quotation.month) })}</p>
        {session?.powers.includes("import-history") && (
          <p className="screen-only">
            <Link to="/history-import">{t("historyImport.title")}</Link>
          </p>
        )}
      </header>
      {periods.length === 0 ? (
        <EmptyNote>{t("reporting.none", { month: month(plan.firstPeriod) })}</EmptyNote>
      ) : (
        <section ref={frame} className="block" aria-labelledby="reporting-title">
          <div className="block-head">
            <h2 id="reporting-title">{t("reporting.board")}</h2>
            <PlanChartFiles
              title={t("reporting.board")}
              table={{ key: "reporting" }}
              frame={frame}
              hasPicture={false}
            />
          </div>
          <PunctualityKey />
          <ReportingBoard data={data} />
        </section>
      )}
      {session?.powers.includes("close-months") && <RemindersBlock plan={plan.key} />}
    </div>
  );
}
