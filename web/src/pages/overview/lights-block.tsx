import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { lightsQuery, shortfallsQuery } from "../../api/month-review.ts";
import type { LightMap, LightRow } from "../../api/types.ts";
import { mapChoices, rowsOf } from "../../charts/drawings/light-map-rows.ts";
import { keyOfLights, lightMarks, lightsSubtitle, nameOfLights } from "../../charts/drawings/month-marks.ts";
import { Answered } from "../../components/answered.tsx";
import { ChartFrame } from "../../components/chart-frame.tsx";
import { EmptyNote } from "../../components/empty-note.tsx";
import { FigureTable } from "../../components/figure-table.tsx";
import { LightMapFrame } from "../../components/light-map-frame.tsx";
import { LightShape } from "../../components/light-shape.tsx";
import { SkeletonLines } from "../../components/skeleton.tsx";
import { urgencyOf } from "../../lib/lights.ts";
import { useQuestion } from "../../lib/question.ts";
import type { Search } from "../../lib/search.ts";
import { indicatorName } from "../../words/indicator-name.ts";
import { useWords } from "../../words/use-words.ts";
import { ChainLink } from "./chain-link.tsx";
import { IndicatorChoice } from "./indicator-choice.tsx";

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
      subtitle={lightsSubtitle(words, map, question.month)}
      controls={<IndicatorChoice label={t("overview.lights.rows")} chosen={choice?.key ?? ""} options={options} />}
      files={{ key: "lights", indicator: choice?.key }}
      isPicture
      saysAll
      chart={<MapWithWords map={map} rows={rows} label={title} />}
      table={<MapTable map={map} rows={rows} caption={title} />}
    />
  );
}

/** The map; a press on a cell leads to its month, a row to its chain. */
function MapWithWords({ map, rows, label }: { map: LightMap; rows: readonly LightRow[]; label: string }) {
  const words = useWords();
  const { t, month } = words;
  const question = useQuestion();
  const navigate = useNavigate();
  const bySubject = new Map(rows.map((each) => [keyOfLights(each), each.subject]));
  return (
    <LightMapFrame
      months={map.months}
      rows={lightMarks(words, map, rows)}
      chosen={question.month}
      label={label}
      link={(key, name) => <ChainLink subject={bySubject.get(key)}>{name}</ChainLink>}
      yearName={(year) => t("month.year", { year })}
      cellInWords={({ row: { name }, month: cellMonth, light, isCorrected }) =>
        [
          t("overview.lights.cell", {
            name,
            month: month(cellMonth),
            light: light ? t(`light.${light}`) : t("light.noneLong"),
          }),
          isCorrected && t("overview.lights.corrected"),
        ]
          .filter(Boolean)
          .join(" · ")
      }
      hint={t("overview.lights.hint")}
      onChoose={(there) =>
        void navigate({ to: ".", search: (old: Search) => ({ ...old, month: there }), resetScroll: false })
      }
    />
  );
}

function MapTable({ map, rows, caption }: { map: LightMap; rows: readonly LightRow[]; caption: string }) {
  const words = useWords();
  const { t } = words;
  const nameOf = (row: LightRow) => nameOfLights(words, row);
  const seen = map.months.slice(0, rows[0]?.lights.length ?? 0);
  return (
    <FigureTable
      caption={caption}
      rows={rows}
      keyOf={keyOfLights}
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
