import type { Subject } from "../../api/types.ts";
import { EmptyNote } from "../../components/empty-note.tsx";
import { QuotationLine } from "../../components/quotation-line.tsx";
import { usePageTitle } from "../../components/use-page-title.ts";
import { useQuestion } from "../../lib/question.ts";
import { useWords } from "../../words/use-words.ts";
import { Histories } from "./histories.tsx";
import { panelsOf } from "./panels.ts";
import { ReportedValues } from "./reported-values.tsx";
import { SubjectFacts } from "./subject-facts.tsx";
import { TargetTable } from "./target-table.tsx";

/** One subject: what the plan says of it, its targets with their lights, their history, what was reported. */
export function SubjectView({ data }: { readonly data: Subject }) {
  const { t, say, month } = useWords();
  const { horizon } = useQuestion();
  const { subject, measures, quotation } = data;
  const name = say(subject.name);
  const kind = t(`subjectKind.${subject.kind}`);
  usePageTitle(name, say(data.plan.jurisdiction.name), month(quotation.month));
  const panels = panelsOf(data, horizon, quotation.month);
  const targets = panels.panels.flatMap((panel) => panel.targets).concat(panels.milestones);
  return (
    <div className="subject">
      <header className="chain-head">
        {kind !== name && <p className="eyebrow">{kind}</p>}
        <h1>{name}</h1>
        <SubjectFacts subject={subject} />
      </header>
      {targets.length === 0 ? (
        <EmptyNote>{t("chain.noneTargets")}</EmptyNote>
      ) : (
        <>
          <section className="block">
            <div className="block-head">
              <h2>{t("chain.targets")}</h2>
              <p className="subtitle">
                {t("chain.targetsSeen", { count: targets.length })} · <QuotationLine quotation={quotation} />
              </p>
            </div>
            <TargetTable name={name} targets={targets} />
          </section>
          <Histories panels={panels} quotation={quotation} />
          <ReportedValues measures={measures} />
        </>
      )}
    </div>
  );
}
