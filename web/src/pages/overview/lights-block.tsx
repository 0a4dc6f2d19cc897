import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type KeyboardEvent, lazy, type MouseEvent, Suspense, useState } from "react";
import { lightsQuery, shortfallsQuery } from "../../api/month-review.ts";
import type { LightMap, LightRow } from "../../api/types.ts";
import type { MapCell } from "../../charts/light-map-chart.tsx";
import { Answered } from "../../components/answered.tsx";
import { ChartFrame } from "../../components/chart-frame.tsx";
import { EmptyNote } from "../../components/empty-note.tsx";
import { FigureTable } from "../../components/figure-table.tsx";
import { LightShape } from "../../components/light-shape.tsx";
import { SkeletonLines } from "../../components/skeleton.tsx";
import { lights as allLights, urgencyOf } from "../../lib/lights.ts";
import { useQuestion } from "../../lib/question.ts";
import type { Search } from "../../lib/search.ts";
import { useWidth } from "../../lib/use-width.ts";
import { indicatorName } from "../../words/indicator-name.ts";
import { useWords } from "../../words/use-words.ts";
import { ChainLink } from "./chain-link.tsx";
import { IndicatorChoice } from "./indicator-choice.tsx";
import { mapChoices, rowsOf } from "./light-map-rows.ts";

const LightMapPicture = lazy(async () => {
  const { LightMapChart } = await import("../../charts/light-map-chart.tsx");
  return { default: LightMapChart };
});

/** The lights of every subject over the whole horizon: since when something is behind is seen at a glance. */
export function LightsBlock() {
  const question = useQuestion();
  const query = useQuery(lightsQuery(question));
  return (
    <section className="block block-lights">
      <Answered query={query} skeleton={<SkeletonLines lines={9} height={26} />}>
        {(map) => <Lights map={map} />}
      </Answered>
    </section>
  );
}

function Lights({ map }: { readonly map: LightMap }) {
  const words = useWords();
  const { t, say } = words;
  const question = useQuestion();
  const longest = useQuery(shortfallsQuery(question)).data?.longest;
  const choices = mapChoices(map);
  const choice = choices.find(({ key }) => key === question.indicator) ?? null;
  const rows = rowsOf(map, choice);
  const title = longest ? say(longest) : t("overview.lights.title");
  if (map.rows.length === 0 || map.months.length === 0) {
    return (
      <>
        <div className="block-head">
          <h2>{t("overview.lights.title")}</h2>
        </div>
        <EmptyNote>{t("overview.lights.none")}</EmptyNote>
      </>
    );
  }
  const options = [
    { key: "", name: t("overview.lights.worst") },
    ...choices.map((each) => ({
      key: each.key,
      name: t("overview.indicatorOption", {
        name: indicatorName(words, { ...each, scopeName: null }),
        count: each.count,
      }),
    })),
  ];
  return (
    <ChartFrame
      level={2}
      title={title}
      subtitle={[
        t("overview.lights.span", { from: map.months[0], to: map.quotation.month }),
        t(`basis.${map.quotation.basis}`),
      ].join(" · ")}
      controls={<IndicatorChoice label={t("overview.lights.rows")} chosen={choice?.key ?? ""} options={options} />}
      files={{ key: "lights", indicator: choice?.key }}
      isPicture
      saysAll
      chart={<MapWithWords map={map} rows={rows} label={title} />}
      table={<MapTable map={map} rows={rows} caption={title} />}
    />
  );
}

/** The name of a row, with the part of its subject that it is about. */
function useRowName() {
  const { say } = useWords();
  return ({ subject, scopeName }: LightRow) => [say(subject.name), ...(scopeName ? [say(scopeName)] : [])].join(" · ");
}

const keyOf = ({ subject, target }: LightRow) => target ?? subject.key;

/** The map with the words of the cell that is pointed at below it, and the way to its month. */
function MapWithWords({ map, rows, label }: { map: LightMap; rows: readonly LightRow[]; label: string }) {
  const { t, month } = useWords();
  const nameOf = useRowName();
  const question = useQuestion();
  const navigate = useNavigate();
  const { ref, width } = useWidth<HTMLDivElement>();
  const [pointed, setPointed] = useState<MapCell | null>(null);
  const seen = rows[0]?.lights.length ?? 0;
  const chosen = map.months.indexOf(question.month);
  const goTo = ({ month: place }: MapCell) => {
    const there = map.months[place];
    if (there === undefined || place >= seen) return;
    void navigate({ to: ".", search: (old: Search) => ({ ...old, month: there }), resetScroll: false });
  };
  const under = async ({ nativeEvent, currentTarget }: MouseEvent) => {
    const { cellAt } = await import("../../charts/light-map-chart.tsx");
    const { left, top } = currentTarget.getBoundingClientRect();
    const point = { x: nativeEvent.clientX - left, y: nativeEvent.clientY - top };
    return cellAt(point, { width, months: map.months.length, rows: rows.length });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    const from = pointed ?? { row: 0, month: Math.max(0, chosen) };
    if (event.key === "Enter" && pointed && event.target === event.currentTarget) goTo(pointed);
    if (step === undefined) return;
    event.preventDefault();
    setPointed({
      row: Math.min(Math.max(from.row + step.row, 0), rows.length - 1),
      month: Math.min(Math.max(from.month + step.month, 0), seen - 1),
    });
  };
  const row = pointed === null ? undefined : rows[pointed.row];
  const light = pointed === null ? null : (row?.lights[pointed.month] ?? null);
  const cellMonth = pointed === null ? undefined : map.months[pointed.month];
  const bySubject = new Map(rows.map((each) => [keyOf(each), each.subject]));
  return (
    <div className="light-map-frame">
      {/* biome-ignore lint/a11y/useSemanticElements: a picture whose cells are gone through by arrow keys has no element of its own */}
      <div
        ref={ref}
        role="group"
        aria-label={label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the cells are reached by arrow keys from here
        tabIndex={0}
        onKeyDown={onKeyDown}
        onMouseMove={(event) => void under(event).then(setPointed)}
        onMouseLeave={() => setPointed(null)}
        onClick={(event) => void under(event).then((cell) => cell && goTo(cell))}
        onBlur={() => setPointed(null)}
      >
        <Suspense fallback={<span className="chart-awaited" />}>
          {width > 0 && (
            <LightMapPicture
              months={map.months}
              rows={rows.map((each) => ({
                key: keyOf(each),
                name: nameOf(each),
                lights: each.lights,
                corrected: each.corrected.map((corrected) => map.months.indexOf(corrected)),
              }))}
              width={width}
              chosen={chosen}
              pointed={pointed}
              label={label}
              link={(key, name) => <ChainLink subject={bySubject.get(key)}>{name}</ChainLink>}
              yearName={(year) => t("month.year", { year })}
            />
          )}
        </Suspense>
      </div>
      <p className="light-map-words" role="status">
        {row && cellMonth
          ? [
              t("overview.lights.cell", {
                name: nameOf(row),
                month: month(cellMonth),
                light: light ? t(`light.${light}`) : t("light.noneLong"),
              }),
              row.corrected.includes(cellMonth) && t("overview.lights.corrected"),
            ]
              .filter(Boolean)
              .join(" · ")
          : t("overview.lights.hint")}
      </p>
      <ul className="light-key" data-legend="">
        {allLights
          .filter((each) => rows.some(({ lights }) => lights.includes(each)))
          .map((each) => (
            <li key={each} className="light">
              <LightShape light={each} size={12} />
              {t(`light.${each}`)}
            </li>
          ))}
      </ul>
    </div>
  );
}

const steps: Readonly<Partial<Record<string, MapCell>>> = {
  ArrowLeft: { row: 0, month: -1 },
  ArrowRight: { row: 0, month: 1 },
  ArrowUp: { row: -1, month: 0 },
  ArrowDown: { row: 1, month: 0 },
};

function MapTable({ map, rows, caption }: { map: LightMap; rows: readonly LightRow[]; caption: string }) {
  const { t } = useWords();
  const nameOf = useRowName();
  const seen = map.months.slice(0, rows[0]?.lights.length ?? 0);
  return (
    <FigureTable
      caption={caption}
      rows={rows}
      keyOf={keyOf}
      columns={[
        { key: "name", heading: t("overview.lights.subject"), cell: nameOf, value: nameOf },
        ...seen.map((each, place) => ({
          key: each,
          heading: each,
          value: ({ lights }: LightRow) => urgencyOf(lights[place]),
          cell: ({ lights }: LightRow) => {
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
