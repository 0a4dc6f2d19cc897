import { Link } from "@tanstack/react-router";
import type { DepartmentHistories, DepartmentHistory } from "../../api/types.ts";
import { FigureTable } from "../../components/figure-table.tsx";
import { LightStrip } from "../../components/light-strip.tsx";
import type { Search } from "../../lib/search.ts";
import { useWords } from "../../words/use-words.ts";

/** The units at the month looked at, a row each: composite, reports, lights, and for how much they answer alone. */
export function UnitsTable({ data }: { readonly data: DepartmentHistories }) {
  const { t, say } = useWords();
  const now = ({ standings }: DepartmentHistory) =>
    standings.find(({ attribution }) => attribution === data.attribution);
  return (
    <section className="block" aria-labelledby="units-title">
      <div className="block-head">
        <h2 id="units-title">{t("compareDepartments.now")}</h2>
      </div>
      <FigureTable
        caption={t("compareDepartments.nowCaption")}
        rows={data.units}
        keyOf={({ department }) => department.key}
        columns={[
          {
            key: "unit",
            heading: t("departments.unit"),
            cell: ({ department }) => (
              <Link to="/department" search={(old: Search) => ({ ...old, department: department.key })}>
                {say(department.name)}
              </Link>
            ),
          },
          {
            key: "composite",
            heading: t("departments.composite"),
            isFigure: true,
            cell: (unit) => now(unit)?.composite.text,
            value: (unit) => now(unit)?.composite.value ?? null,
          },
          {
            key: "reported",
            heading: t("departments.reported"),
            isFigure: true,
            cell: (unit) =>
              t("departments.reportedOf", { reported: now(unit)?.reported ?? 0, targets: now(unit)?.targets ?? 0 }),
          },
          {
            key: "alone",
            heading: t("compareDepartments.alone"),
            isFigure: true,
            isWide: true,
            cell: ({ alone, joint }) => t("compareDepartments.aloneOf", { alone, joint }),
          },
          {
            key: "record",
            heading: t("departments.record"),
            isWide: true,
            cell: ({ punctuality: { onTime, late, missing } }) =>
              onTime + late + missing === 0
                ? t("departments.recordNone")
                : t("compareDepartments.recordOf", { onTime, late, missing }),
          },
          {
            key: "lights",
            heading: t("departments.lights"),
            cell: (unit) => {
              const standing = now(unit);
              return standing && <LightStrip counts={standing.lights} />;
            },
          },
        ]}
      />
    </section>
  );
}
