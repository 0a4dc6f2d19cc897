import type { DepartmentProgress } from "../../api/types.ts";
import { FigureTable } from "../../components/figure-table.tsx";
import { LightStrip } from "../../components/light-strip.tsx";
import { useWords } from "../../words/use-words.ts";

/** A group by those of its members that report: how far each has come with what it reports itself. */
export function DepartmentMembers({ own }: { readonly own: DepartmentProgress }) {
  const { t, say } = useWords();
  return (
    <section className="block" aria-labelledby="members-title">
      <div className="block-head">
        <h2 id="members-title">{t("department.byMember")}</h2>
        <p className="subtitle">{t("department.byMemberSeen", { count: own.byMember.length })}</p>
      </div>
      <FigureTable
        caption={t("department.byMemberCaption", { name: say(own.department.name) })}
        rows={own.byMember}
        keyOf={({ department }) => department.key}
        columns={[
          { key: "member", heading: t("department.member"), cell: ({ department }) => say(department.name) },
          {
            key: "composite",
            heading: t("departments.composite"),
            isFigure: true,
            cell: ({ composite }) => composite.text,
          },
          {
            key: "reported",
            heading: t("departments.reported"),
            isFigure: true,
            cell: ({ reported, targets }) => t("departments.reportedOf", { reported, targets }),
          },
          { key: "lights", heading: t("departments.lights"), cell: ({ lights }) => <LightStrip counts={lights} /> },
        ]}
      />
    </section>
  );
}
