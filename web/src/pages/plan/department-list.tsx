import { Link } from "@tanstack/react-router";
import type { Plan } from "../../api/types.ts";
import { FigureTable } from "../../components/figure-table.tsx";
import { Original } from "../../components/original.tsx";
import { useWords } from "../../words/use-words.ts";

/** The responsible units that the document names, with the other names it gives them and the members of groups. */
export function DepartmentList({ departments }: { readonly departments: Plan["departments"] }) {
  const { t, say } = useWords();
  return (
    <section className="block" id="departments">
      <div className="block-head">
        <h2>{t("plan.departments")}</h2>
        <p className="subtitle">{t("plan.departmentsCount", { count: departments.length })}</p>
      </div>
      <FigureTable
        caption={t("plan.departments")}
        rows={departments}
        keyOf={({ key }) => key}
        columns={[
          {
            key: "department",
            heading: t("plan.column.department"),
            cell: ({ key, name }) => (
              <Link to="/department" search={(old) => ({ ...old, department: key })}>
                {say(name)}
              </Link>
            ),
          },
          { key: "kind", heading: t("plan.column.kind"), cell: ({ kind }) => t(`plan.kind.${kind}`) },
          {
            key: "subjects",
            heading: t("plan.column.subjects"),
            isFigure: true,
            cell: ({ subjects }) => subjects,
          },
          { key: "targets", heading: t("plan.column.targets"), isFigure: true, cell: ({ targets }) => targets },
          {
            key: "aliases",
            heading: t("plan.column.aliases"),
            cell: ({ aliases }) => <Original>{aliases.join("、")}</Original>,
            isWide: true,
          },
          {
            key: "members",
            heading: t("plan.column.members"),
            cell: ({ members }) => members.map(say).join(t("plan.between")),
            isWide: true,
          },
        ]}
      />
    </section>
  );
}
