/** What the charts of a month's review show, of the answers that their pages are given. */
import type { Assessment, LightMap, LightRow, Prospect, ShortfallGroup } from "../../api/types.ts";
import { countLights, occurring } from "../../lib/lights.ts";
import { indicatorName } from "../../words/indicator-name.ts";
import { quotationLine } from "../../words/quotation-line.ts";
import { distanceIn, type Words } from "../../words/spoken-words.ts";
import type { LightMapRow } from "../light-map-chart.tsx";
import type { OutlookRow } from "../outlook-chart.tsx";
import type { ShortfallRow } from "../shortfall-chart.tsx";
import type { ChainIndicator } from "./chain-rows.ts";

/** How many targets stand at which light, as a title says it: 5条达序时，2条滞后. */
function seenIn(judged: readonly Assessment[], word: "overview.seen" | "overview.seenTargets", { t }: Words): string {
  const counts = countLights(judged);
  if (counts.none === judged.length) return t("overview.seenNone");
  const seen = occurring(counts).map(({ light, count }) =>
    t(word, { count, light: t(`light.${light}`).toLowerCase() }),
  );
  return seen.join(t("overview.seenBetween"));
}

/** What the chains show in one indicator, as a title; several targets of one chain are counted as targets. */
export function chainsTitle(words: Words, { indicatorName: name, reading, rows }: ChainIndicator): string {
  const chains = new Set(rows.map(({ subject }) => subject.key));
  return words.t("overview.chainsTitle", {
    indicator: indicatorName(words, { indicatorName: name, reading, scopeName: null }),
    seen: seenIn(
      rows.map(({ assessment }) => assessment),
      chains.size === rows.length ? "overview.seen" : "overview.seenTargets",
      words,
    ),
  });
}

/** What the headline shows, as a title. */
export const headlineTitle = (words: Words, judged: readonly Assessment[]): string =>
  words.t("overview.chainsTitle", {
    indicator: words.t("overview.headline"),
    seen: seenIn(judged, "overview.seenTargets", words),
  });

/** The ranking of what is lacking, where it is so many px wide. */
export function shortfallMarks(words: Words, group: ShortfallGroup, width: number) {
  const { t, say } = words;
  const distance = distanceIn(words);
  const isSlim = width < 480;
  return {
    rows: group.rows.map(
      (row): ShortfallRow => ({
        key: row.target,
        name: say(row.subject.name),
        note: row.scopeName === null ? undefined : say(row.scopeName),
        figures: [row.cumulative.text, row.since],
        value: row.shortfall.value ?? 0,
        quantity: t("short", { gap: distance(row.shortfall.text, group) }),
        light: row.light,
      }),
    ),
    width,
    columns: [
      { heading: t("overview.shortfalls.cumulative"), width: isSlim ? 64 : 84 },
      { heading: t(isSlim ? "overview.shortfalls.sinceShort" : "overview.shortfalls.since"), width: isSlim ? 66 : 92 },
    ],
  };
}

/** By which a row of the map is known. */
export const keyOfLights = ({ subject, target }: LightRow) => target ?? subject.key;

/** The name of a row of the map, with the part of its subject that it is about. */
export const nameOfLights = ({ say }: Words, { subject, scopeName }: LightRow) =>
  [say(subject.name), ...(scopeName ? [say(scopeName)] : [])].join(" · ");

/** The rows of the map of lights. */
export const lightMarks = (words: Words, { months }: LightMap, rows: readonly LightRow[]): LightMapRow[] =>
  rows.map((each) => ({
    key: keyOfLights(each),
    name: nameOfLights(words, each),
    lights: each.lights,
    corrected: each.corrected.map((corrected) => months.indexOf(corrected)),
  }));

/** The months that the map has cells of, then the month looked at, basis and the day of knowledge, as they stand below its title. */
export function lightsSubtitle(words: Words, { months, quotation }: LightMap, month: string): string {
  const seen = months.filter((each) => each <= quotation.month);
  return `${words.t("overview.lights.span", { from: seen[0], to: seen.at(-1) })} · ${quotationLine(words, { ...quotation, month })}`;
}

/** A target of the outlook that has a forecast. */
export type Projected = Prospect & { readonly forecast: NonNullable<Prospect["forecast"]> };
/** Whether it has one. */
export const isProjected = (prospect: Prospect): prospect is Projected => prospect.forecast !== null;

/** Where targets will stand, where the chart is so many px wide. */
export function outlookMarks(words: Words, prospects: readonly Projected[], width: number) {
  const { t, say } = words;
  const distance = distanceIn(words);
  const isSlim = width < 560;
  const columns = [
    ...(isSlim ? [] : [{ key: "projected", heading: t("overview.outlook.projected"), width: 92 }]),
    { key: "probability", heading: t("overview.outlook.probability"), width: isSlim ? 64 : 84 },
    {
      key: "pace",
      heading: t(isSlim ? "overview.outlook.paceShort" : "overview.outlook.pace"),
      width: isSlim ? 78 : 104,
    },
  ];
  const figures = ({ forecast, ...each }: Projected): Record<string, string> => ({
    projected: forecast.projected.text,
    probability: forecast.probability.text,
    pace: distance(forecast.pace.text, each),
  });
  return {
    rows: prospects.map(
      (each): OutlookRow => ({
        key: each.target,
        name: indicatorName(words, each),
        note: say(each.targetText),
        figures: columns.map(({ key }) => figures(each)[key] ?? ""),
        achieved: each.achieved.value ?? 0,
        projected: each.forecast.projected.value ?? 0,
        low: each.forecast.low.value ?? 0,
        high: each.forecast.high.value ?? 0,
        target: each.targetValue.value ?? 0,
      }),
    ),
    width,
    columns,
  };
}
