import type { Reconciliation } from "../../api/types.ts";
import { EmptyNote } from "../../components/empty-note.tsx";
import { ReconciliationParts } from "../../components/reconciliation-parts.tsx";
import { useWords } from "../../words/use-words.ts";

/** What the headline targets were divided into, and what stays 未分解. */
export function ReconciliationList({ reconciliations }: { readonly reconciliations: readonly Reconciliation[] }) {
  const { t, say } = useWords();
  return (
    <section className="block block-reconciliation" aria-labelledby="reconciliation-title">
      <div className="block-head">
        <h2 id="reconciliation-title">{t("reconciliation.title")}</h2>
      </div>
      {reconciliations.length === 0 && <EmptyNote>{t("reconciliation.none")}</EmptyNote>}
      {reconciliations.map((each) => (
        <div key={each.target} className="divided">
          <h3>
            {say(each.name)}
            <span className="unit-of">{say(each.unit)}</span>
          </h3>
          <dl className="sum">
            <div>
              <dt>{t("reconciliation.whole")}</dt>
              <dd>{each.targetValue.text}</dd>
            </div>
            <div>
              <dt>{t("reconciliation.allocated")}</dt>
              <dd>{each.allocated.text}</dd>
            </div>
            <div className={each.unallocated.value === 0 ? undefined : "left-over"}>
              <dt>{t("reconciliation.unallocated")}</dt>
              <dd>{each.unallocated.text}</dd>
            </div>
          </dl>
          {each.note && <p className="aside">{say(each.note)}</p>}
          <ReconciliationParts parts={each.parts} unit={each.unit} />
        </div>
      ))}
    </section>
  );
}
