/** The pictures of charts, drawn in the workshop: of the answer that the page shows, or that an edition would have shown. */
import type { ChartKey, ChartQuery, PlaceChartQuery } from "../contract/charts.ts";
import type { Headlines } from "../contract/headlines.ts";
import type { BriefingFile } from "../exports/briefing/files.ts";
import type { PictureOrder } from "../exports/pictures/index.ts";
import type { ChartAnswer, PictureWish, PlacesAnswer } from "../exports/pictures/taken-picture.ts";
import { type Answer, give, refuse } from "../problems.ts";
import { type ChartQuestion, chartAnswers } from "../reads/chart-answers.ts";
import { askEdition, editionReads } from "../reads/edition-reads.ts";
import { readHeadlineLights } from "../reads/headline-lights.ts";
import { readHeadlines } from "../reads/headlines.ts";
import type { Reads } from "../reads/reads.ts";
import type { Workshop } from "./workshop.ts";

type Takings = {
  readonly [K in ChartKey]: (reads: Reads, plan: string, question: ChartQuestion) => Promise<Answer<ChartAnswer<K>>>;
};

/** An answer as that of a chart. */
async function as<K extends ChartKey>(
  chart: K,
  answered: Promise<Answer<ChartAnswer<K>["answer"]>>,
): Promise<Answer<{ readonly chart: K; readonly answer: ChartAnswer<K>["answer"] }>> {
  const answer = await answered;
  return answer.ok ? give({ chart, answer: answer.value }) : answer;
}

const takings: Takings = {
  headline: (...question) => as("headline", chartAnswers.headline(...question)),
  chains: (...question) => as("chains", chartAnswers.chains(...question)),
  shortfalls: (...question) => as("shortfalls", chartAnswers.shortfalls(...question)),
  lights: async (...question) => {
    const ranking = await chartAnswers.shortfalls(...question);
    if (!ranking.ok) return ranking;
    const map = await chartAnswers.lights(...question);
    return map.ok ? give({ chart: "lights", answer: { ...map.value, ranking: ranking.value } }) : map;
  },
  outlook: (...question) => as("outlook", chartAnswers.outlook(...question)),
  history: (...question) => as("history", chartAnswers.history(...question)),
  steps: (...question) => as("steps", chartAnswers.steps(...question)),
  comparison: (...question) => as("comparison", chartAnswers.comparison(...question)),
  "department-histories": (...question) =>
    as("department-histories", chartAnswers["department-histories"](...question)),
};

/** The reads that a question is answered by; refuses an edition that there is not. */
async function readsFor(reads: Reads, plan: string, { month, edition }: ChartQuery): Promise<Answer<Reads>> {
  if (edition === undefined) return give(reads);
  const closing = await askEdition(reads, { plan, month, edition });
  return closing.ok ? give(editionReads(reads, plan, closing.value.closing)) : closing;
}

/** Has a picture drawn. */
async function drawn(
  workshop: Workshop,
  what: Pick<PictureOrder, "of" | "wish" | "name">,
  { format, scale, ground }: Required<Pick<ChartQuery, "format" | "scale" | "ground">>,
): Promise<Answer<BriefingFile>> {
  const as = { format, scale: Number(scale), isClear: ground === "transparent" };
  const files = await workshop.make({ kind: "picture", picture: { ...what, ...as } });
  if (!files.ok) return files;
  const [picture] = files.value;
  if (picture === undefined) throw new Error(`the picture ${what.name} was ordered and is not there`);
  return give(picture);
}

/** The picture of a plan's chart. */
export async function chartPicture(
  reads: Reads,
  workshop: Workshop,
  { plan, chart }: { readonly plan: string; readonly chart: ChartKey },
  query: ChartQuery,
): Promise<Answer<BriefingFile>> {
  const then = await readsFor(reads, plan, query);
  if (!then.ok) return then;
  const { format, scale = "2", ground = "white", lang = "zh", edition, indicator, measure, ...asked } = query;
  const { asKnownOn: _, ...ofEdition } = asked;
  const of = await takings[chart](then.value, plan, edition === undefined ? asked : ofEdition);
  if (!of.ok) return of;
  const wish: PictureWish = {
    ...{ language: lang, horizon: query.horizon, indicator: indicator ?? null, measure: measure ?? null },
    edition: edition === undefined ? null : Number(edition),
  };
  return drawn(workshop, { of: of.value, wish, name: `${plan}-${chart}-${query.month}` }, { format, scale, ground });
}

/** Rows of a map that a PNG of three dots for each px shows within some 200 MB. */
const mostRows = 300;

/** The picture of the lights of one target of all places, the largest gap of the month first, as its page shows them. */
export async function placePicture(
  reads: Reads,
  workshop: Workshop,
  query: PlaceChartQuery,
): Promise<Answer<BriefingFile>> {
  const { format, scale = "2", ground = "white", lang = "zh", ...asked } = query;
  const ranked = await readHeadlines(reads, asked);
  if (!ranked.ok) return ranked;
  const { month, ...ofAllMonths } = asked;
  const lights = await readHeadlineLights(reads, ofAllMonths);
  if (!lights.ok) return lights;
  // The rows are bytes that this server wrote by the contract.
  const { rows } = JSON.parse(ranked.value.toString()) as Headlines;
  const gapOf = ({ gap }: Headlines["rows"][number]) => gap.value ?? Number.NEGATIVE_INFINITY;
  const order = rows
    .toSorted((one, other) => (gapOf(one) === gapOf(other) ? 0 : gapOf(other) - gapOf(one)))
    .map(({ plan, target }) => ({ plan, target }));
  if (format === "png" && order.length > mostRows) {
    return refuse({ code: "picture-too-long", value: String(order.length), allowed: String(mostRows) });
  }
  const of: PlacesAnswer = { chart: "places", lights: lights.value, order, month };
  const wish: PictureWish = {
    ...{ language: lang, horizon: query.horizon, indicator: null, measure: null },
    edition: null,
  };
  return drawn(workshop, { of, wish, name: `all-lights-${month}` }, { format, scale, ground });
}
