import { useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { type PaperKey, paperQuery } from "../../api/papers.ts";
import { sessionQuery } from "../../api/session.ts";
import type { Paper, SubmissionKind } from "../../api/types.ts";
import { Answered } from "../../components/answered.tsx";
import { SkeletonLines } from "../../components/skeleton.tsx";
import { usePageTitle } from "../../components/use-page-title.ts";
import { dayAndTime } from "../../lib/china-time.ts";
import type { Search } from "../../lib/search.ts";
import { BasisContext } from "../../words/basis.ts";
import { useWords } from "../../words/use-words.ts";
import { PaperSheet } from "./paper-sheet.tsx";
import { ReceiptBlock } from "./receipt-block.tsx";
import "./paper.css";

/** The address's word for what the paper is; a report where it says nothing that we have. */
const kindOf = (word: string | undefined): SubmissionKind =>
  word === "correction" || word === "confirmation" ? word : "report";

/** A paper: what a unit hands in of a period, being written or as it was handed in. */
export function PaperPage() {
  const { t, say, month } = useWords();
  const { plan = "", department = "", period = "", kind }: Search = useSearch({ strict: false });
  const key: PaperKey = { plan, department, period, kind: kindOf(kind) };
  const query = useQuery(paperQuery(key));
  const { data: session, isPending } = useQuery(sessionQuery);
  const [isJustSubmitted, setJustSubmitted] = useState(false);
  const name = t(`tasks.kind.${key.kind}`, { period: period === "" ? "" : month(period) });
  usePageTitle(name, query.data && say(query.data.department.name));
  return (
    <Answered query={query} skeleton={<SkeletonLines lines={12} height={40} />}>
      {(data) => (
        <BasisContext value={data.basis}>
          <div className="paper">
            <PaperHead paper={data} name={name} />
            {data.receipt && !data.canWrite && (
              <ReceiptBlock receipt={data.receipt} paper={data} isNew={isJustSubmitted} />
            )}
            {/* What was kept is kept by person: without knowing who is there it would not be found. */}
            {!isPending && (
              <PaperSheet
                key={`${period} ${key.kind} ${data.canWrite} ${data.receipt?.number}`}
                paper={data}
                paperKey={key}
                account={session?.account?.key ?? ""}
                onSubmitted={() => setJustSubmitted(true)}
              />
            )}
          </div>
        </BasisContext>
      )}
    </Answered>
  );
}

function PaperHead({ paper, name }: { readonly paper: Paper; readonly name: string }) {
  const { t, say } = useWords();
  const { department, plan, dueOn, isLate, isBase, state, returned, canWrite, kind, closedEdition, imported } = paper;
  return (
    <header className="paper-head">
      <p className="screen-only">
        <Link to="/tasks" search={kind === "confirmation" ? { plan: plan.key, period: paper.period } : {}}>
          {t("paper.back")}
        </Link>
      </p>
      <h1>
        {say(department.name)} {name}
      </h1>
      <p className="subtitle">
        {say(plan.title)}
        <span className="paper-fact">{t(`tasks.states.${state}`)}</span>
        {isBase && <span className="paper-fact">{t("paper.base")}</span>}
        {dueOn && <span className="paper-fact">{t("paper.due", { day: dueOn })}</span>}
        {isLate && <strong className="paper-late">{t("paper.late")}</strong>}
      </p>
      {returned && (
        <p className="paper-returned" role="note">
          {t("paper.returned", { who: returned.by, at: dayAndTime(returned.at), reason: returned.reason })}
        </p>
      )}
      {closedEdition !== null && (
        <p className="paper-closed" role="note">
          {t("paper.closed", { edition: closedEdition })}
        </p>
      )}
      {imported && canWrite && (
        <p className="paper-imported" role="note">
          {t("paper.imported", { by: imported.by, at: dayAndTime(imported.at) })}
        </p>
      )}
      <p className="paper-help screen-only">
        {canWrite
          ? t(kind === "correction" ? "paper.helpCorrection" : "paper.help")
          : state === "accepted"
            ? t("paper.accepted")
            : state === "submitted"
              ? t("paper.done")
              : closedEdition === null && t("paper.readOnly")}
        {state === "accepted" && kind === "report" && (
          <Link
            to="/paper"
            search={{ plan: plan.key, department: department.key, period: paper.period, kind: "correction" }}
            className="paper-fact"
          >
            {t("paper.correct")}
          </Link>
        )}
      </p>
    </header>
  );
}
