import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { planQuery } from "../../api/plans.ts";
import type { Plan } from "../../api/types.ts";
import { Answered } from "../../components/answered.tsx";
import { SkeletonLines } from "../../components/skeleton.tsx";
import { usePageTitle } from "../../components/use-page-title.ts";
import { useQuestion } from "../../lib/question.ts";
import { useMay } from "../../lib/use-may.ts";
import { useWords } from "../../words/use-words.ts";
import { ChainFacts } from "./chain-facts.tsx";
import { DepartmentList } from "./department-list.tsx";
import { DocumentFacts } from "./document-facts.tsx";
import "./plan.css";
import { SumsTable } from "./sums-table.tsx";
import { TargetsBlock } from "./targets-block.tsx";

/** 方案: what the document says, every target in it, what adds up, and who answers for what. */
export function PlanPage() {
  const { t, say } = useWords();
  const { plan } = useQuestion();
  const query = useQuery(planQuery(plan));
  usePageTitle(t("pages.plan"), query.data && say(query.data.plan.jurisdiction.name));
  return (
    <Answered query={query} skeleton={<PlanSkeleton />}>
      {(data) => <PlanContents plan={data} />}
    </Answered>
  );
}

function PlanContents({ plan }: { readonly plan: Plan }) {
  const { t, say } = useWords();
  const mayEdit = useMay("revise-plans");
  const parts = [
    ["targets", t("plan.targets"), plan.targets.length],
    ["sums", t("plan.sums"), plan.reconciliations.length],
    ["chains", t("plan.chains"), plan.plan.counts.chains],
    ["departments", t("plan.departments"), plan.departments.length],
  ] as const;
  return (
    <div className="plan">
      <header>
        <h1>{say(plan.plan.title)}</h1>
        <nav className="plan-parts screen-only" aria-label={t("plan.onThisPage")}>
          {parts.map(
            ([part, name, count]) =>
              count > 0 && (
                <a key={part} href={`#${part}`}>
                  {name} <span className="aside">{count}</span>
                </a>
              ),
          )}
          <Link to="/judging">{t("judging.title")}</Link>
          {mayEdit && <Link to="/plan-editing">{t("planEditing.open")}</Link>}
        </nav>
      </header>
      <DocumentFacts plan={plan} />
      <TargetsBlock plan={plan} />
      <SumsTable reconciliations={plan.reconciliations} />
      <ChainFacts subjects={plan.subjects} />
      <DepartmentList departments={plan.departments} />
    </div>
  );
}

const PlanSkeleton = () => (
  <div className="plan">
    <SkeletonLines lines={1} height={34} />
    <SkeletonLines lines={4} />
    <SkeletonLines lines={14} height={24} />
  </div>
);
