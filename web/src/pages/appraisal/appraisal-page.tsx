import { useQuery } from "@tanstack/react-query";
import { useRef } from "react";
import { appraisalQuery, quarterBy } from "../../api/appraisal.ts";
import type { Appraisal } from "../../api/types.ts";
import { Answered } from "../../components/answered.tsx";
import { PlanChartFiles } from "../../components/chart-files.tsx";
import { Clauses } from "../../components/clauses.tsx";
import { EmptyNote } from "../../components/empty-note.tsx";
import { PeopleTabs } from "../../components/people-tabs.tsx";
import { SkeletonLines } from "../../components/skeleton.tsx";
import { usePageTitle } from "../../components/use-page-title.ts";
import { useQuestion } from "../../lib/question.ts";
import { useMay } from "../../lib/use-may.ts";
import { useWords } from "../../words/use-words.ts";
import { RuleForm } from "./rule-form.tsx";
import { IndicatorTable, RulesHeld } from "./rules-held.tsx";
import { ScoreTable } from "./score-table.tsx";
import "../../styles/forms.css";
import "./appraisal.css";

/** 季考评: the units of a plan by their points for a quarter, how these come about, and for the office another rule. */
export function AppraisalPage() {
  const { t, say } = useWords();
  const { plan, month, basis, asKnownOn } = useQuestion();
  const query = useQuery(appraisalQuery({ plan, quarter: quarterBy(month), basis, asKnownOn }));
  const { data } = query;
  usePageTitle(t("appraisal.title"), data && say(data.plan.jurisdiction.name), data && say(data.quarterName));
  return (
    <Answered query={query} skeleton={<SkeletonLines lines={12} height={32} />}>
      {(answer) => <Appraised data={answer} />}
    </Answered>
  );
}

function Appraised({ data }: { readonly data: Appraisal }) {
  const { t, say } = useWords();
  const frame = useRef<HTMLElement>(null);
  const mayEdit = useMay("revise-plans");
  const { rule, rules, quotation, isClosed, quarterName } = data;
  return (
    <div className="appraisal">
      <PeopleTabs />
      <header>
        <p className="eyebrow">{say(data.plan.title)}</p>
        <h1>
          <Clauses>{say(data.sentence)}</Clauses>
        </h1>
        <p className="subtitle">
          {t(isClosed ? "appraisal.closed" : "appraisal.open", { quarter: say(quarterName) })}
          {quotation.isDemonstration && rule !== null && ` ${t("appraisal.invented")}`}
        </p>
      </header>
      {rule === null ? (
        <EmptyNote>{t("appraisal.none")}</EmptyNote>
      ) : (
        <>
          <section ref={frame} className="block" aria-labelledby="scores-title">
            <h2 id="scores-title">{t("appraisal.scores", { quarter: say(quarterName) })}</h2>
            <ScoreTable appraisal={data} />
            <PlanChartFiles
              title={t("appraisal.title")}
              table={{ key: "appraisal" }}
              frame={frame}
              hasPicture={false}
            />
            <p className="aside">{t("appraisal.scoresNote")}</p>
          </section>
          <section className="block" aria-labelledby="rule-title">
            <h2 id="rule-title">{t("appraisal.rule")}</h2>
            <IndicatorTable indicators={rule.indicators} fullMarks={data.fullMarks.text} />
          </section>
        </>
      )}
      {rules.length > 0 && <RulesHeld rules={rules} />}
      {mayEdit && <RuleForm key={`${data.plan.key} ${rules.length}`} data={data} />}
    </div>
  );
}
