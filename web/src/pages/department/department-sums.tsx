import type { DepartmentProgress, Reading } from "../../api/types.ts";
import { FigureTable } from "../../components/figure-table.tsx";
import { useWords } from "../../words/use-words.ts";

/** Σ achieved and Σ target per indicator and additive reading, with how many of the targets have reported. */
export function DepartmentSums({ own }: { readonly own: DepartmentProgress }) {
  const { t, say } = useWords();
  const name = say(own.department.name);
  return (
    <section className="block" aria-labelledby="sums-title">
      <div className="block-head">
        <h2 id="sums-title">{t("department.sums")}</h2>
        <p className="subtitle">{t("department.sumsNote")}</p>
      </div>
      {own.sums.length === 0 ? (
        <p className="empty">{t("department.sumsNone")}</p>
      ) : (
        <FigureTable
          caption={t("department.sumsCaption", { name })}
          rows={own.sums}
          keyOf={({ indicator, reading }) => `${indicator}.${reading}`}
          columns={[
            {
              key: "indicator",
              heading: t("column.indicator"),
              // The contract leaves the word open; the words of a reading are those of the assessments.
              cell: (sum) => t(`reading.${sum.reading as Reading}`, { name: say(sum.indicatorName) }),
            },
            { key: "unit", heading: t("column.unit"), cell: (sum) => say(sum.unit), isWide: true },
            { key: "achieved", heading: t("column.achieved"), isFigure: true, cell: (sum) => sum.achieved.text },
            { key: "target", heading: t("column.target"), isFigure: true, cell: (sum) => sum.target.text },
            { key: "completion", heading: t("column.completion"), isFigure: true, cell: (sum) => sum.completion.text },
            {
              key: "reported",
              heading: t("departments.reported"),
              isFigure: true,
              isWide: true,
              cell: ({ reported, targets }) => t("departments.reportedOf", { reported, targets }),
            },
          ]}
        />
      )}
    </section>
  );
}
