import type { DepartmentHistory } from "../../api/types.ts";
import { FigureTable } from "../../components/figure-table.tsx";
import { LightStrip } from "../../components/light-strip.tsx";
import { useWords } from "../../words/use-words.ts";

/** The same unit at the same month in the three views of joint responsibility. */
export function DepartmentStandings({ unit, name }: { readonly unit: DepartmentHistory; readonly name: string }) {
  const { t } = useWords();
  return (
    <section className="block" aria-labelledby="standings-title">
      <div className="block-head">
        <h2 id="standings-title">{t("department.standings")}</h2>
      </div>
      <FigureTable
        caption={t("department.standingsCaption", { name })}
        rows={unit.standings}
        keyOf={({ attribution }) => attribution}
        columns={[
          {
            key: "attribution",
            heading: t("departments.attribution.label"),
            cell: ({ attribution }) => (
              <>
                {t(`departments.attribution.${attribution}`)}
                <small className="aside">{t(`departments.attribution.explain.${attribution}`)}</small>
              </>
            ),
          },
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
