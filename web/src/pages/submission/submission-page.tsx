import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { submissionQuery } from "../../api/reviews.ts";
import type { Submission } from "../../api/types.ts";
import { Answered } from "../../components/answered.tsx";
import { SkeletonLines } from "../../components/skeleton.tsx";
import { usePageTitle } from "../../components/use-page-title.ts";
import type { Search } from "../../lib/search.ts";
import { BasisContext } from "../../words/basis.ts";
import { useWords } from "../../words/use-words.ts";
import { DecisionBar } from "./decision-bar.tsx";
import { HeadlineMoves } from "./headline-moves.tsx";
import { Steps } from "./steps.tsx";
import { SubmissionHead } from "./submission-head.tsx";
import { SubmissionTable } from "./submission-table.tsx";
import { useDecision } from "./use-decision.ts";
import "../../styles/forms.css";
import "./submission.css";

/** A submission beside what was accepted before it: what the checks mark, what it would change, and the decision on it. */
export function SubmissionPage() {
  const { submission = "" }: Search = useSearch({ strict: false });
  const query = useQuery(submissionQuery(submission));
  return (
    <Answered query={query} skeleton={<SkeletonLines lines={12} height={40} />}>
      {(data) => (
        <BasisContext value={data.basis}>
          <SideBySide key={data.submission} data={data} />
        </BasisContext>
      )}
    </Answered>
  );
}

function SideBySide({ data }: { readonly data: Submission }) {
  const { t, say, month } = useWords();
  const name = t(`tasks.kind.${data.kind}`, { period: month(data.period) });
  usePageTitle(name, say(data.departmentName));
  const desk = useDecision(data);
  return (
    <div className="submission">
      <SubmissionHead data={data} name={name} isTold={desk.told !== null && !desk.isTrouble} />
      {desk.told && (
        <p className={desk.isTrouble ? "submission-told submission-trouble" : "submission-told"} role="alert">
          {desk.told}
        </p>
      )}
      <SubmissionTable data={data} desk={desk} />
      <HeadlineMoves moves={data.headlines} />
      <Steps steps={data.steps} />
      <DecisionBar data={data} desk={desk} />
    </div>
  );
}
