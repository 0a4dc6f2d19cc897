import { useQuery } from "@tanstack/react-query";
import { planQuery } from "../../api/plans.ts";
import { subjectQuery } from "../../api/subject.ts";
import type { Plan } from "../../api/types.ts";
import { Answered } from "../../components/answered.tsx";
import { EmptyNote } from "../../components/empty-note.tsx";
import { NotesBlock } from "../../components/notes-block.tsx";
import { SkeletonLines } from "../../components/skeleton.tsx";
import { useQuestion } from "../../lib/question.ts";
import { useWords } from "../../words/use-words.ts";
import { SubjectList } from "./subject-list.tsx";
import { SubjectView } from "./subject-view.tsx";
import "./chain.css";
import "../../styles/row-chart.css";
import "../../styles/history-marks.css";
import "../../styles/step-chart.css";

/** 产业链: one subject of a plan, with its targets, their history, what was reported, and who answers for it. */
export function ChainPage() {
  const { plan } = useQuestion();
  const query = useQuery(planQuery(plan));
  return (
    <Answered query={query} skeleton={<SkeletonLines lines={10} />}>
      {(data) => <Chosen plan={data} />}
    </Answered>
  );
}

function Chosen({ plan }: { readonly plan: Plan }) {
  const { t, say, horizon: nameHorizon } = useWords();
  const { month, basis, asKnownOn, subject } = useQuestion();
  const opening = plan.subjects.find(({ kind }) => kind === "chain") ?? plan.subjects[0];
  const key = subject ?? opening?.key ?? "";
  const query = useQuery({
    ...subjectQuery({ plan: plan.plan.key, subject: key, month, basis, asKnownOn }),
    enabled: key !== "",
  });
  const targets = plan.targets
    .filter(({ subject: of }) => of === key)
    .map((target) => ({ key: target.key, name: `${say(target.text)} · ${nameHorizon(target.horizon, true)}` }));
  if (key === "") return <EmptyNote>{t("chain.none")}</EmptyNote>;
  return (
    <div className="chain">
      <SubjectList subjects={plan.subjects} chosen={key} />
      <Answered query={query} skeleton={<ChainSkeleton />}>
        {(data) => (
          <>
            <SubjectView data={data} />
            <NotesBlock key={key} plan={plan.plan.key} month={month} subject={key} targets={targets} />
          </>
        )}
      </Answered>
    </div>
  );
}

const ChainSkeleton = () => (
  <>
    <SkeletonLines lines={1} height={36} />
    <SkeletonLines lines={3} />
    <SkeletonLines lines={1} height={280} />
    <SkeletonLines lines={6} />
  </>
);
