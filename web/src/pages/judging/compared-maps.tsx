import { lazy, type ReactNode, Suspense } from "react";
import type { JudgingPreview, Light } from "../../api/types.ts";
import type { ChartSource } from "../../components/chart-files.tsx";
import { ChartFrame } from "../../components/chart-frame.tsx";
import { FigureTable } from "../../components/figure-table.tsx";
import { LightShape } from "../../components/light-shape.tsx";
import { lights as allLights, urgencyOf } from "../../lib/lights.ts";
import { useWidth } from "../../lib/use-width.ts";
import { useWords } from "../../words/use-words.ts";

const MapsPicture = lazy(async () => {
  const { ComparedMapsChart } = await import("../../charts/compared-maps-chart.tsx");
  return { default: ComparedMapsChart };
});

type Map = JudgingPreview["maps"][number];
type Row = Map["rows"][number];

const sides = ["before", "after"] as const;

/** The lights of each subject as they are beside the lights as they would be, what changes framed. */
export function ComparedMaps({
  map,
  from,
  controls,
  files,
}: {
  readonly map: Map;
  readonly from: string;
  readonly controls: ReactNode;
  readonly files: ChartSource;
}) {
  const { t, month, horizon } = useWords();
  return (
    <ChartFrame
      level={3}
      title={t("judging.map")}
      subtitle={t("judging.mapSpan", { horizon: horizon(map.horizon), from: month(from) })}
      controls={controls}
      chart={
        <>
          <Maps map={map} />
          <Key map={map} />
        </>
      }
      table={<MapTable map={map} />}
      files={files}
      isPicture
      saysAll
    />
  );
}

function Maps({ map: { months, rows } }: { readonly map: Map }) {
  const { t, say } = useWords();
  const { ref, width } = useWidth<HTMLDivElement>();
  const moved = rows.flatMap((row, at) =>
    row.before.flatMap((light, month) => (light === row.after[month] ? [] : [{ row: at, month }])),
  );
  return (
    <div ref={ref} className="judging-maps">
      <Suspense fallback={<span className="chart-awaited" />}>
        {width > 0 && (
          <MapsPicture
            months={months.slice(0, rows[0]?.before.length ?? 0)}
            maps={sides.map((side) => ({
              heading: t(`judging.${side}`),
              rows: rows.map((row) => ({
                key: row.subject.key,
                name: say(row.subject.name),
                lights: row[side],
                corrected: [],
              })),
              moved: side === "after" ? moved : [],
            }))}
            width={width}
            label={t("judging.map")}
            yearName={(year) => t("month.year", { year })}
          />
        )}
      </Suspense>
    </div>
  );
}

function Key({ map: { rows } }: { readonly map: Map }) {
  const { t } = useWords();
  const found = new Set(rows.flatMap(({ before, after }) => [...before, ...after]));
  return (
    <ul className="light-key" data-legend="">
      {allLights
        .filter((each) => found.has(each))
        .map((each) => (
          <li key={each} className="light">
            <LightShape light={each} size={12} />
            {t(`light.${each}`)}
          </li>
        ))}
      <li className="light">
        <svg className="judging-moved-key" width="12" height="12" aria-hidden="true">
          <rect className="map-moved" x="1" y="1" width="10" height="10" />
        </svg>
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
        {
          key: "name",
          heading: t("column.subject"),
          cell: ({ subject }: Row) => say(subject.name),
          value: ({ subject }: Row) => say(subject.name),
        },
        ...seen.map((each, place) => ({
          key: each,
          heading: each,
          value: ({ after }: Row) => urgencyOf(after[place]),
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
