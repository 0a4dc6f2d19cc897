import type { Reconciliation } from "../../api/types.ts";
import { EmptyNote } from "../../components/empty-note.tsx";
import { FigureTable } from "../../components/figure-table.tsx";
import { ReconciliationParts } from "../../components/reconciliation-parts.tsx";
import { useWords } from "../../words/use-words.ts";

/** What the document's headline targets and the parts that it names add up to, and what is left over. */
export function SumsTable({ reconciliations }: { readonly reconciliations: readonly Reconciliation[] }) {
  const { t, say, horizon, quantity } = useWords();
  const open = reconciliations.filter(({ unallocated }) => unallocated.value !== 0).length;
  const verdict = ({ unallocated, unit }: Reconciliation) => {
    if (unallocated.value === 0) return t("plan.verdict.equal");
    const left = quantity(unallocated.text.replace("−", ""), unit);
    return <b>{t((unallocated.value ?? 0) > 0 ? "plan.verdict.short" : "plan.verdict.over", { left })}</b>;
  };
  return (
    <section className="block" id="sums">
      <div className="block-head">
        <h2>{t("plan.sums")}</h2>
        {reconciliations.length > 0 && (
          <p className="subtitle">{open === 0 ? t("plan.sumsSeen.all") : t("plan.sumsSeen.some", { count: open })}</p>
        )}
      </div>
      {reconciliations.length === 0 ? (
        <EmptyNote>{t("reconciliation.none")}</EmptyNote>
      ) : (
        <FigureTable
          caption={t("plan.sums")}
          rows={reconciliations}
          keyOf={({ target }) => target}
          columns={[
            { key: "name", heading: t("column.indicator"), cell: (each) => say(each.name) },
            { key: "horizon", heading: t("plan.column.horizon"), cell: (each) => horizon(each.horizon) },
            { key: "unit", heading: t("column.unit"), cell: (each) => say(each.unit), isWide: true },
            {
              key: "whole",
              heading: t("reconciliation.whole"),
              isFigure: true,
              cell: (each) => each.targetValue.text,
            },
            {
              key: "allocated",
              heading: t("reconciliation.allocated"),
              isFigure: true,
              cell: (each) => each.allocated.text,
            },
            { key: "verdict", heading: t("plan.column.verdict"), cell: verdict },
            {
              key: "notes",
              heading: t("plan.column.notes"),
              cell: (each) => (
                <>
                  {each.note && <p>{say(each.note)}</p>}
                  <ReconciliationParts parts={each.parts} unit={each.unit} />
                </>
              ),
            },
          ]}
        />
      )}
    </section>
  );
}
