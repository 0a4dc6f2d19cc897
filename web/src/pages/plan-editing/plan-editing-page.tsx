import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { planEditsQuery } from "../../api/plan-edits.ts";
import { planQuery } from "../../api/plans.ts";
import type { Plan, PlanEdits } from "../../api/types.ts";
import { Answered } from "../../components/answered.tsx";
import { EmptyNote } from "../../components/empty-note.tsx";
import { FigureTable } from "../../components/figure-table.tsx";
import { Original } from "../../components/original.tsx";
import { SkeletonLines } from "../../components/skeleton.tsx";
import { usePageTitle } from "../../components/use-page-title.ts";
import { dayAndTime } from "../../lib/china-time.ts";
import { useQuestion } from "../../lib/question.ts";
import { useMay } from "../../lib/use-may.ts";
import { useWords } from "../../words/use-words.ts";
import { AliasForm, AssignmentForm, UnitForm } from "./additions.tsx";
import { MeasureForm } from "./measure-form.tsx";
import { SubjectForm } from "./subject-form.tsx";
import "../../styles/forms.css";
import "./plan-editing.css";

/** 编辑方案: units, their names, who answers for what, subjects and measures, added by the office; and all that was added so far. */
export function PlanEditingPage() {
  const { t, say } = useWords();
  const { plan } = useQuestion();
  const query = useQuery(planQuery(plan));
  const edits = useQuery(planEditsQuery(plan));
  usePageTitle(t("planEditing.title"), query.data && say(query.data.plan.jurisdiction.name));
  const skeleton = <SkeletonLines lines={10} height={32} />;
  return (
    <Answered query={query} skeleton={skeleton}>
      {(data) => (
        <Answered query={edits} skeleton={skeleton}>
          {(added) => <Desk plan={data} added={added} />}
        </Answered>
      )}
    </Answered>
  );
}

function Desk({ plan, added: { edits, indicators } }: { readonly plan: Plan; readonly added: PlanEdits }) {
  const { t } = useWords();
  const mayEdit = useMay("revise-plans");
  return (
    <div className="plan-editing">
      <header>
        <p className="way-back screen-only">
          <Link to="/plan">{t("revision.back")}</Link>
        </p>
        <h1>{t("planEditing.title")}</h1>
        <p className="subtitle">{t("planEditing.subtitle")}</p>
      </header>
      {mayEdit ? (
        <>
          <AliasForm plan={plan} />
          <UnitForm plan={plan} />
          <AssignmentForm plan={plan} />
          <SubjectForm plan={plan} />
          <MeasureForm plan={plan} indicators={indicators} />
        </>
      ) : (
        <EmptyNote>{t("planEditing.officeOnly")}</EmptyNote>
      )}
      <Edits edits={edits} />
    </div>
  );
}

function Edits({ edits }: { readonly edits: PlanEdits["edits"] }) {
  const { t, say, month } = useWords();
  return (
    <section className="block" aria-labelledby="edits-title">
      <h2 id="edits-title">{t("planEditing.edits")}</h2>
      {edits.length === 0 ? (
        <EmptyNote>{t("planEditing.editsNone")}</EmptyNote>
      ) : (
        <FigureTable
          caption={t("planEditing.edits")}
          rows={edits}
          keyOf={({ revision }) => String(revision)}
          columns={[
            { key: "what", heading: t("planEditing.column.what"), cell: ({ what }) => say(what) },
            { key: "kind", heading: t("planEditing.column.kind"), cell: ({ kind }) => t(`planEditing.kind.${kind}`) },
            {
              key: "from",
              heading: t("revision.column.from"),
              cell: ({ from }) => (from === null ? "—" : month(from)),
            },
            {
              key: "document",
              heading: t("revision.column.document"),
              cell: ({ document }) => (document === null ? "—" : <Original>{document}</Original>),
            },
            {
              key: "reason",
              heading: t("revision.column.reason"),
              cell: ({ reason }) => <Original>{reason}</Original>,
            },
            { key: "by", heading: t("revision.column.by"), cell: ({ by }) => <Original>{by}</Original> },
            { key: "at", heading: t("revision.column.at"), cell: ({ at }) => dayAndTime(at), isWide: true },
          ]}
        />
      )}
    </section>
  );
}
