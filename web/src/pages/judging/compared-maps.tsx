import { lazy, type ReactNode, Suspense } from "react";
import type { JudgingPreview, Light } from "../../api/types.ts";
import { ChartFrame } from "../../components/chart-frame.tsx";
import { FigureTable } from "../../components/figure-table.tsx";
import { LightShape } from "../../components/light-shape.tsx";
import { lights as allLights } from "../../lib/lights.ts";
import { useWidth } from "../../lib/use-width.ts";
import { useWords } from "../../words/use-words.ts";

const LightMapPicture = lazy(async () => {
  const { LightMapChart } = await import("../../charts/light-map-chart.tsx");
  return { default: LightMapChart };
});

type Map = JudgingPreview["maps"][number];
type Row = Map["rows"][number];

const sides = ["before", "after"] as const;

/** The lights of each subject as they are above the lights as they would be, what changes framed. */
export function ComparedMaps({ map, from, controls }: { map: Map; from: string; controls: ReactNode }) {
  const { t, month, horizon } = useWords();
  return (
    <ChartFrame
      level={3}
      title={t("judging.map")}
      subtitle={t("judging.mapSpan", { horizon: horizon(map.horizon), from: month(from) })}
      controls={controls}
      chart={
        <div className="judging-maps">
          {sides.map((side) => (
            <OneMap key={side} map={map} side={side} />
          ))}
          <Key map={map} />
        </div>
      }
      table={<MapTable map={map} />}
      saysAll
    />
  );
}

function OneMap({ map: { months, rows }, side }: { readonly map: Map; readonly side: (typeof sides)[number] }) {
  const { t, say } = useWords();
  const { ref, width } = useWidth<HTMLDivElement>();
  const seen = rows[0]?.before.length ?? 0;
  const moved = rows.flatMap((row, at) =>
    row.before.flatMap((light, month) => (light === row.after[month] ? [] : [{ row: at, month }])),
  );
  return (
    <section className="judging-map">
      <h4>{t(`judging.${side}`)}</h4>
      <div ref={ref} style={{ minHeight: 38 + rows.length * 22 }}>
        <Suspense fallback={null}>
          {width > 0 && (
            <LightMapPicture
              months={months.slice(0, seen)}
              rows={rows.map((row) => ({
                key: row.subject.key,
                name: say(row.subject.name),
                lights: row[side],
                corrected: [],
              }))}
              width={width}
              chosen={-1}
              pointed={null}
              moved={side === "after" ? moved : []}
              label={t(`judging.${side}`)}
              yearName={(year) => t("month.year", { year })}
            />
          )}
        </Suspense>
      </div>
    </section>
  );
}

function Key({ map: { rows } }: { readonly map: Map }) {
  const { t } = useWords();
  const found = new Set(rows.flatMap(({ before, after }) => [...before, ...after]));
  return (
    <ul className="light-key">
      {allLights
        .filter((each) => found.has(each))
        .map((each) => (
          <li key={each} className="light">
            <LightShape light={each} size={12} />
            {t(`light.${each}`)}
          </li>
        ))}
      <li className="light">
        <span className="judging-moved-key" aria-hidden="true" />
        {t("judging.moved")}
      </li>
    </ul>
  );
}

function MapTable({ map: { months, rows } }: { readonly map: Map }) {
  const { t, say } = useWords();
  const seen = months.slice(0, rows[0]?.before.length ?? 0);
  return (
    <FigureTable
      caption={t("judging.map")}
      rows={rows}
      keyOf={({ subject }) => subject.key}
      columns={[
        { key: "name", heading: t("column.subject"), cell: ({ subject }: Row) => say(subject.name) },
        ...seen.map((each, place) => ({
          key: each,
          heading: each,
          cell: ({ before, after }: Row) => {
            const [was, is] = [before[place] ?? null, after[place] ?? null];
            return (
              <span className="judging-lights">
                <Shape light={was} />
                {was !== is && (
                  <>
                    <span className="judging-arrow">→</span>
                    <Shape light={is} />
                  </>
                )}
              </span>
            );
          },
        })),
      ]}
    />
  );
}

function Shape({ light }: { readonly light: Light | null }) {
  const { t } = useWords();
  if (light === null) return <>{t("light.none")}</>;
  return (
    <span className="light">
      <LightShape light={light} size={12} />
      <span className="unseen">{t(`light.${light}`)}</span>
    </span>
  );
}
