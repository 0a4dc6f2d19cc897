/** What stands in a picture: a chart as its page draws it, of the answer that the page shows, and whose figures it says they are. */
import { chainIndicators } from "../../../../web/src/charts/drawings/chain-rows.ts";
import { drawings } from "../../../../web/src/charts/drawings/draw.tsx";
import type { Drawing } from "../../../../web/src/charts/drawings/drawing.ts";
import { mapChoices } from "../../../../web/src/charts/drawings/light-map-rows.ts";
import { noDrawing } from "../../../../web/src/charts/drawings/no-drawing.ts";
import { placeLightsDrawing, placeLightsSubtitle } from "../../../../web/src/charts/drawings/place-lights.tsx";
import { drawnWords } from "../../../../web/src/charts/drawings/words.ts";

type Key = keyof typeof drawings;
type Shown<K extends Key> = Parameters<(typeof drawings)[K]>[1];
type Words = ReturnType<typeof drawnWords>;

/** What each chart is drawn of. The map of lights says by the ranking of the gap what has been behind for longest. */
interface Answers extends Readonly<{ [K in Exclude<Key, "lights">]: Shown<K> }> {
  readonly lights: Shown<"lights"> & { readonly ranking: Shown<"shortfalls"> };
}

/** A chart and the answer that it shows. */
export type ChartAnswer<K extends Key = Key> = {
  readonly [P in K]: { readonly chart: P; readonly answer: Answers[P] };
}[K];

type PlaceLights = Parameters<typeof placeLightsDrawing>[1];

/** The lights of one target of all places, in an order of targets, and the month that is looked at. */
export interface PlacesAnswer {
  readonly chart: "places";
  readonly lights: PlaceLights;
  readonly order: Parameters<typeof placeLightsDrawing>[2];
  readonly month: string;
}

/** How a picture is asked for. */
export interface PictureWish {
  readonly language: "zh" | "en";
  readonly horizon: string;
  /** Of a chart of several indicators the one to draw, `indicator.reading`; the page's first where it is null. */
  readonly indicator: string | null;
  /** Of a subject's histories the one to draw, `measure.reading`; all of them where it is null. */
  readonly measure: string | null;
  /** The closed state of the month that is drawn; null for the figures as they stand, "draft" where it is said that they are not closed. */
  readonly edition: number | "draft" | null;
}

/** A drawing with whose figures they are, and whether they are invented; without charts where there is nothing to draw. */
export interface TakenPicture extends Drawing {
  readonly notes: readonly string[];
}

/** The group that is asked for by name or all: where a page shows another for one that is not there, a paper must not. */
const groupsAsked = <Group extends { readonly key: string }>(groups: Group[], { indicator }: PictureWish): Group[] =>
  groups.filter(({ key }) => indicator === null || key === indicator);

const isThere = (choices: readonly { readonly key: string }[], { indicator }: PictureWish) =>
  indicator === null || choices.some(({ key }) => key === indicator);

const drawn: {
  readonly [K in Key]: (words: Words, answer: Answers[K], wish: PictureWish) => Drawing | null;
} = {
  headline: (words, answer) => drawings.headline(words, answer),
  chains: (words, answer, wish) =>
    isThere(chainIndicators(answer.chains), wish) ? drawings.chains(words, answer, wish.indicator ?? undefined) : null,
  shortfalls: (words, answer, wish) =>
    drawings.shortfalls(words, { ...answer, groups: groupsAsked(answer.groups, wish) }),
  lights: (words, answer, wish) =>
    isThere(mapChoices(answer), wish)
      ? drawings.lights(words, answer, answer.ranking, wish.indicator ?? undefined)
      : null,
  outlook: (words, answer) => drawings.outlook(words, answer),
  history: (words, answer, { horizon, measure }) => drawings.history(words, answer, horizon, measure ?? undefined),
  steps: (words, answer, wish) => drawings.steps(words, { ...answer, groups: groupsAsked(answer.groups, wish) }),
  comparison: (words, answer, wish) =>
    drawings.comparison(words, { ...answer, groups: groupsAsked(answer.groups, wish) }),
  "department-histories": (words, answer) => drawings["department-histories"](words, answer),
};

const drawingOf = <K extends Key>(words: Words, { chart, answer }: ChartAnswer<K>, wish: PictureWish) =>
  drawn[chart](words, answer, wish);

/** What a picture without marks says: of what is good that it is, of anything else that there is nothing. */
function titleOfNothing({ t, say }: Words, { chart, answer }: ChartAnswer, { indicator }: PictureWish): string {
  if (chart === "shortfalls" && indicator === null) return t("overview.shortfalls.none");
  if (chart === "outlook" && answer.prospects.length > 0) return say(answer.sentence);
  return t("chart.nothing");
}

const wordsOf = ({ language }: PictureWish, isStatistics: boolean) =>
  drawnWords(language === "en" ? "en" : "zh-CN", isStatistics);

/** A drawing with what is said around it: of which place and plan, by which state of the figures, and what they are. */
function stated({ t }: Words, drawing: Drawing, of: Stated, { edition }: PictureWish): TakenPicture {
  const subtitle = [
    ...[...of.names, drawing.subtitle],
    edition === "draft" && t("chart.draft"),
    typeof edition === "number" && t("chart.edition", { edition }),
  ]
    .filter(Boolean)
    .join(" · ");
  const notes = [t(`basisLine.${of.basis}`), ...(of.isDemonstration ? [t("demonstration.word")] : [])];
  return { ...drawing, subtitle, notes };
}

/** Whose figures a picture shows. */
interface Stated {
  readonly names: readonly string[];
  readonly basis: PlaceLights["basis"];
  readonly isDemonstration: boolean;
}

function takenPlaces({ lights, order, month }: PlacesAnswer, wish: PictureWish): TakenPicture {
  const { basis, isDemonstration } = lights;
  const words = wordsOf(wish, basis === "statistics");
  const drawing = placeLightsDrawing(words, lights, order, month) ?? {
    ...{ title: words.t("places.lights.none"), subtitle: placeLightsSubtitle(words, lights) },
    ...{ legend: [], charts: [] },
  };
  return stated(words, drawing, { names: [words.t("places.title")], basis, isDemonstration }, wish);
}

/** A chart with everything that it says of itself where no page stands around it. */
export function takenPicture(of: ChartAnswer | PlacesAnswer, wish: PictureWish): TakenPicture {
  if (of.chart === "places") return takenPlaces(of, wish);
  const { plan, quotation } = of.answer;
  const { basis, isDemonstration } = quotation;
  const words = wordsOf(wish, basis === "statistics");
  const drawing = drawingOf(words, of, wish) ?? noDrawing(words, quotation, titleOfNothing(words, of, wish));
  const names = [words.say(plan.jurisdiction.name), words.say(plan.title)];
  return stated(words, drawing, { names, basis, isDemonstration }, wish);
}
