/** The charts of a month as one archive: each as a drawing (SVG) and as a picture (PNG) of twice its size. */
import { chainIndicators } from "../../../../web/src/charts/drawings/chain-rows.ts";
import { readingName } from "../../domain/words.ts";
import type { BriefingFile } from "../briefing/files.ts";
import { zipped } from "../office/zip.ts";
import { pictureSvg } from "./index.ts";
import { pngOfSvg } from "./raster.ts";
import { type ChartAnswer, type PictureWish, takenPicture } from "./taken-picture.ts";

type Answer<Chart extends ChartAnswer["chart"]> = ChartAnswer<Chart>["answer"];

/** What the month's charts are drawn of. */
export interface MonthAnswers {
  readonly progress: Answer<"chains">;
  readonly shortfalls: Answer<"shortfalls">;
  readonly lights: Omit<Answer<"lights">, "ranking">;
  readonly outlook: Answer<"outlook">;
}

/** A chart under the name of its files. */
interface Named {
  readonly name: string;
  readonly of: ChartAnswer;
  /** `indicator.reading`, of a chart of one at a time. */
  readonly indicator: string | null;
}

/** Every chart of the month; what only one chain has is no comparison of chains. */
function chartsOf({ progress, shortfalls, lights, outlook }: MonthAnswers): Named[] {
  const shared = chainIndicators(progress.chains).filter(
    ({ rows }) => new Set(rows.map(({ subject }) => subject.key)).size > 1,
  );
  const lacking = shortfalls.groups.filter(({ rows }) => rows.length > 0);
  return [
    { name: "总体目标", of: { chart: "headline", answer: progress }, indicator: null },
    ...shared.map(({ key, reading, indicatorName }) => ({
      name: `产业链_${readingName(reading, indicatorName).zh}`,
      of: { chart: "chains", answer: progress } as const,
      indicator: key,
    })),
    ...lacking.map(({ key, reading, indicatorName }) => ({
      name: `差距_${readingName(reading, indicatorName).zh}`,
      of: { chart: "shortfalls", answer: shortfalls } as const,
      indicator: key,
    })),
    { name: "亮灯", of: { chart: "lights", answer: { ...lights, ranking: shortfalls } }, indicator: null },
    { name: "预测", of: { chart: "outlook", answer: outlook }, indicator: null },
  ];
}

/** As legible on a screen of twice the dots as on paper. */
const scale = 2;

/** The archive: those charts that there is something to draw in, in the order of the page, as files that say their edition or 未定稿. */
export async function monthPictures(answers: MonthAnswers, edition: number | null): Promise<Uint8Array> {
  const files: Pick<BriefingFile, "name" | "content">[] = [];
  for (const { name, of, indicator } of chartsOf(answers)) {
    const { horizon } = answers.progress;
    const wish: PictureWish = {
      ...{ language: "zh", horizon, indicator, measure: null },
      edition: edition ?? "draft",
    };
    const taken = takenPicture(of, wish);
    if (taken.charts.length === 0) continue;
    const svg = pictureSvg(taken, false);
    const place = String(files.length / 2 + 1).padStart(2, "0");
    const numbered = `${place}_${name.replaceAll(/[\\/:*?"<>|\s]+/g, "-")}`;
    files.push(
      { name: `${numbered}.svg`, content: new TextEncoder().encode(svg) },
      { name: `${numbered}.png`, content: await pngOfSvg(svg, scale) },
    );
  }
  return zipped(files.map(({ name, content }) => ({ name, content, isStored: name.endsWith(".png") })));
}
