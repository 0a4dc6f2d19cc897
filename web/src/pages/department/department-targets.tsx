import { Link } from "@tanstack/react-router";
import type { Assessment, DepartmentProgress, Departments } from "../../api/types.ts";
import { assessmentColumns } from "../../components/assessment-columns.tsx";
import { FigureTable } from "../../components/figure-table.tsx";
import type { Search } from "../../lib/search.ts";
import { indicatorName } from "../../words/indicator-name.ts";
import { useWords } from "../../words/use-words.ts";

interface Row {
  readonly subject: Departments["subjects"][number];
  readonly role: "lead" | "responsible";
  readonly assessment: Assessment;
}

/** Every target that the unit answers for, by subject in the order of the document, with the sentence of its light. */
export function DepartmentTargets({ own, data }: { readonly own: DepartmentProgress; readonly data: Departments }) {
  const words = useWords();
  const { t, say } = words;
  const rows = rowsOf(own, data);
  return (
    <section className="block department-targets" aria-labelledby="targets-title">
      <div className="block-head">
        <h2 id="targets-title">{t("department.targets")}</h2>
        <p className="subtitle">{t("chain.targetsSeen", { count: rows.length })}</p>
      </div>
      <FigureTable
        caption={t("department.targetsCaption", { name: say(own.department.name) })}
        rows={rows}
        keyOf={({ assessment }) => assessment.target}
        columns={[
          {
            key: "subject",
            heading: t("column.subject"),
            cell: ({ subject, role, assessment }) => (
              <>
                <Link to="/chain" search={(old: Search) => ({ ...old, subject: subject.key })}>
                  {say(subject.name)}
                </Link>
                <span className="department-indicator">{indicatorName(words, assessment)}</span>
                {role === "lead" && <small className="aside department-lead">{t("departments.matrix.lead")}</small>}
              </>
            ),
          },
          ...assessmentColumns(words).map((column) => ({
            ...column,
            // On a narrow screen the indicator stands below its subject.
            ...(column.key === "indicator" && { isWide: true }),
            cell: ({ assessment }: Row) => column.cell(assessment),
          })),
          {
            key: "explanation",
            heading: t("chain.explanation"),
            isWide: true,
            cell: ({ assessment }: Row) => <span className="department-why">{say(assessment.explanation)}</span>,
          },
        ]}
      />
    </section>
  );
}

function rowsOf(own: DepartmentProgress, data: Departments): Row[] {
  const answered = new Set(own.assessments);
  const roles = new Map(own.cells.map(({ subject, role }) => [subject, role]));
  return data.subjects.flatMap((subject) =>
    data.assessments
      .filter((assessment) => assessment.subject === subject.key && answered.has(assessment.target))
      .map((assessment) => ({ subject, role: roles.get(subject.key) ?? "responsible", assessment })),
  );
}
