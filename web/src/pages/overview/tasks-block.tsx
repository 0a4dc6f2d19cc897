import type { Progress } from "../../api/types.ts";
import { assessmentColumns } from "../../components/assessment-columns.tsx";
import { FigureTable } from "../../components/figure-table.tsx";
import { QuotationLine } from "../../components/quotation-line.tsx";
import { indicatorName } from "../../words/indicator-name.ts";
import { useWords } from "../../words/use-words.ts";
import type { Judged } from "./subjects-of.ts";

/** The targets of the key tasks, which have no common scale and are therefore a table. */
export function TasksBlock({ progress }: { readonly progress: Progress }) {
  const words = useWords();
  const { t, say } = words;
  const rows: Judged[] = progress.tasks.flatMap(({ subject, assessments }) =>
    assessments.map((assessment) => ({ subject, assessment })),
  );
  if (rows.length === 0) return null;
  return (
    <section className="block block-tasks">
      <div className="block-head">
        <h2>{t("overview.tasks")}</h2>
        <p className="subtitle">
          {t("overview.tasksCount", { count: rows.length })} · <QuotationLine quotation={progress.quotation} />
        </p>
      </div>
      <FigureTable
        caption={t("overview.tasks")}
        rows={rows}
        keyOf={({ assessment }) => assessment.target}
        columns={[
          {
            key: "task",
            heading: t("column.indicator"),
            cell: ({ subject, assessment }) => (
              <>
                {indicatorName(words, assessment)}
                <small className="aside">{say(subject.name)}</small>
              </>
            ),
          },
          ...assessmentColumns(words)
            .filter(({ key }) => key !== "indicator")
            .map((column) => ({ ...column, cell: ({ assessment }: Judged) => column.cell(assessment) })),
        ]}
      />
    </section>
  );
}
