import type { UseQueryResult } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { type ReactNode, useCallback, useMemo } from "react";
import type { HeadlineKind, HeadlineLights } from "../../api/types.ts";
import { placeLightRows, placeLightsSubtitle, placeLightsTitle } from "../../charts/drawings/place-lights.tsx";
import type { LightMapRow } from "../../charts/light-map-chart.tsx";
import { Answered } from "../../components/answered.tsx";
import type { ChartSource } from "../../components/chart-files.tsx";
import { ChartFrame } from "../../components/chart-frame.tsx";
import { EmptyNote } from "../../components/empty-note.tsx";
import { FigureTable } from "../../components/figure-table.tsx";
import { LightMapFrame } from "../../components/light-map-frame.tsx";
import { LightShape } from "../../components/light-shape.tsx";
import { SkeletonLines } from "../../components/skeleton.tsx";
import { urgencyOf } from "../../lib/lights.ts";
import type { Search } from "../../lib/search.ts";
import { useWords } from "../../words/use-words.ts";
import type { PlaceGroup } from "./place-rows.ts";

/** The lights of the places over all months, in the order of the table above it. */
export function PlaceMap({
  kind,
  query,
  groups,
  month,
  source,
}: {
  readonly kind: HeadlineKind;
  readonly query: UseQueryResult<HeadlineLights>;
  readonly groups: readonly PlaceGroup[];
  readonly month: string;
  readonly source: ChartSource;
}) {
  const { t } = useWords();
  return (
    <section className="block">
      <Answered query={query} skeleton={<SkeletonLines lines={9} height={26} />}>
        {(lights) =>
          lights.months.length === 0 || groups.length === 0 ? (
            <>
              <div className="block-head">
                <h2>{t("places.lights.title")}</h2>
              </div>
              <EmptyNote>{t("places.lights.none")}</EmptyNote>
            </>
          ) : (
            <Framed kind={kind} lights={lights} groups={groups} month={month} source={source} />
          )
        }
      </Answered>
    </section>
  );
}

/** The rows of the map: the places of the table in its order, each with its lights. */
function useMapRows(lights: HeadlineLights, groups: readonly PlaceGroup[]): readonly LightMapRow[] {
  const words = useWords();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words are those of the language
  return useMemo(() => {
    const order = groups.flatMap(({ rows }) => rows.map(({ plan, row }) => ({ plan: plan.key, target: row.target })));
    return placeLightRows(words, lights, order);
  }, [lights, groups, words.language]);
}

function Framed({
  kind,
  lights,
  groups,
  month,
  source,
}: {
  readonly kind: HeadlineKind;
  readonly lights: HeadlineLights;
  readonly groups: readonly PlaceGroup[];
  readonly month: string;
  readonly source: ChartSource;
}) {
  const words = useWords();
  const { t, language, month: nameMonth } = words;
  const navigate = useNavigate();
  const rows = useMapRows(lights, groups);
  const { horizon } = kind;
  const link = useCallback(
    (key: string, name: ReactNode) => (
      <Link
        to="/overview"
        search={({ lang, basis }: Search): Search => ({ plan: key.split(" ")[0], month, horizon, basis, lang })}
        preload={false}
      >
        {name}
      </Link>
    ),
    [month, horizon],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words are those of the language
  const yearName = useCallback((year: string) => t("month.year", { year }), [language]);
  const title = placeLightsTitle(words, lights);
  const seen = lights.months.slice(0, rows[0]?.lights.length ?? 0);
  return (
    <ChartFrame
      level={2}
      title={title}
      subtitle={placeLightsSubtitle(words, lights)}
      files={source}
      isPicture
      saysAll
      chart={
        <LightMapFrame
          months={lights.months}
          rows={rows}
          chosen={month}
          label={title}
          link={link}
          yearName={yearName}
          cellInWords={({ row, month: there, light }) =>
            t("places.lights.cell", {
              place: row.name,
              month: nameMonth(there),
              light: light ? t(`light.${light}`) : t("light.noneLong"),
            })
          }
          hint={t("places.lights.hint")}
          onChoose={(there) =>
            void navigate({ to: ".", search: (old: Search) => ({ ...old, month: there }), resetScroll: false })
          }
        />
      }
      table={<MapTable caption={title} months={seen} rows={rows} />}
    />
  );
}

function MapTable({
  caption,
  months,
  rows,
}: {
  readonly caption: string;
  readonly months: readonly string[];
  readonly rows: readonly LightMapRow[];
}) {
  const { t } = useWords();
  const nameOf = ({ name }: LightMapRow) => name;
  return (
    <FigureTable
      caption={caption}
      rows={rows}
      keyOf={({ key }) => key}
      columns={[
        { key: "name", heading: t("places.column.place"), cell: nameOf, value: nameOf },
        ...months.map((each, place) => ({
          key: each,
          heading: each,
          value: ({ lights }: LightMapRow) => urgencyOf(lights[place]),
          cell: ({ lights }: LightMapRow) => {
            const light = lights[place] ?? null;
            return light === null ? (
              t("light.none")
            ) : (
              <>
                <LightShape light={light} size={12} />
                <span className="unseen">{t(`light.${light}`)}</span>
              </>
            );
          },
        })),
      ]}
    />
  );
}
