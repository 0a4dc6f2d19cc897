/** The pictures of charts, drawn in the workshop: of the answer that the page shows, or that an edition would have shown. */
import type { ChartKey, ChartQuery } from "../contract/charts.ts";
import type { BriefingFile } from "../exports/briefing/files.ts";
import type { ChartAnswer } from "../exports/pictures/index.ts";
import { type Answer, give } from "../problems.ts";
import { askEdition, editionReads } from "../reads/edition-reads.ts";
import type { Reads } from "../reads/reads.ts";
import { readShortfalls } from "../reads/shortfalls.ts";
import type { Workshop } from "./workshop.ts";

const asked = ({ month, horizon, basis, asKnownOn, edition }: ChartQuery) => ({
  ...{ month, horizon },
  ...(basis !== undefined && { basis }),
  ...(asKnownOn !== undefined && edition === undefined && { asKnownOn }),
});

type Taking = (reads: Reads, plan: string, query: ChartQuery) => Promise<Answer<ChartAnswer>>;

const takings: Readonly<Record<ChartKey, Taking>> = {
  shortfalls: async (reads, plan, query) => {
    const answer = await readShortfalls(reads, plan, asked(query));
    return answer.ok ? give({ chart: "shortfalls", answer: answer.value }) : answer;
  },
};

/** The reads that a question is answered by; refuses an edition that there is not. */
async function readsFor(reads: Reads, plan: string, { month, edition }: ChartQuery): Promise<Answer<Reads>> {
  if (edition === undefined) return give(reads);
  const closing = await askEdition(reads, { plan, month, edition });
  return closing.ok ? give(editionReads(reads, plan, closing.value.closing)) : closing;
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
  const of = await takings[chart](then.value, plan, query);
  if (!of.ok) return of;
  const { format, scale = "2", ground = "white", lang = "zh", indicator = null, edition } = query;
  const files = await workshop.make({
    kind: "picture",
    picture: {
      ...{ of: of.value, format, scale: Number(scale), isClear: ground === "transparent" },
      wish: { language: lang, indicator, edition: edition === undefined ? null : Number(edition) },
      name: `${plan}-${chart}-${query.month}`,
    },
  });
  if (!files.ok) return files;
  const [picture] = files.value;
  if (picture === undefined) throw new Error(`the picture of ${chart} was ordered and is not there`);
  return give(picture);
}
