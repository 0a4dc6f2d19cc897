import type { Subject } from "../../api/types.ts";
import { type Panels, panelsOf } from "../../charts/drawings/panels.ts";
import { EmptyNote } from "../../components/empty-note.tsx";
import { QuotationLine } from "../../components/quotation-line.tsx";
import { usePageTitle } from "../../components/use-page-title.ts";
import { useQuestion } from "../../lib/question.ts";
import { useWords } from "../../words/use-words.ts";
import { ComparisonView } from "./comparison-view.tsx";
import { Histories } from "./histories.tsx";
import { ReportedValues } from "./reported-values.tsx";
import { StepsView } from "./steps-view.tsx";
import { SubjectFacts } from "./subject-facts.tsx";
import { TargetStates } from "./target-states.tsx";
import { TargetTable } from "./target-table.tsx";
import { type View, Views, viewOf } from "./views.tsx";

/** One subject: what the plan says of it, how each target stands, and one of its views. */
export function SubjectView({ data }: { readonly data: Subject }) {
  const { t, say, month } = useWords();
  const { horizon, view } = useQuestion();
  const { subject, quotation } = data;
  const name = say(subject.name);
  const kind = t(`subjectKind.${subject.kind}`);
  usePageTitle(name, say(data.plan.jurisdiction.name), month(quotation.month));
  const panels = panelsOf(data, horizon, quotation.month);
  const targets = panels.panels.flatMap((panel) => panel.targets).concat(panels.milestones);
  const chosen = viewOf(view);
  return (
    <div className="subject">
      <header className="chain-head">
        <h1>
          {name}
          {kind !== name && <small className="chain-kind">{kind}</small>}
        </h1>
        <SubjectFacts subject={subject} />
      </header>
      {targets.length === 0 ? (
        <EmptyNote>{t("chain.noneTargets")}</EmptyNote>
      ) : (
        <>
          <TargetStates name={name} targets={targets} />
          <div className="chain-bar">
            <Views chosen={chosen} />
            <p className="subtitle">
              {t("chain.targetsSeen", { count: targets.length })} · <QuotationLine quotation={quotation} />
            </p>
          </div>
          <section className="chain-view" aria-label={t(`chain.views.${chosen}`)}>
            <Viewed view={chosen} data={data} panels={panels} />
          </section>
        </>
      )}
    </div>
  );
}

function Viewed({ view, data, panels }: { readonly view: View; readonly data: Subject; readonly panels: Panels }) {
  const { say } = useWords();
  const { subject, measures, quotation } = data;
  switch (view) {
    case "history":
      return <Histories panels={panels} subject={subject.key} quotation={quotation} />;
    case "steps":
      return <StepsView subject={subject.key} />;
    case "comparison":
      return <ComparisonView subject={subject.key} />;
    case "values":
      return <ReportedValues measures={measures} />;
    case "targets":
      return (
        <TargetTable
          name={say(subject.name)}
          targets={panels.panels.flatMap((panel) => panel.targets).concat(panels.milestones)}
        />
      );
  }
}
