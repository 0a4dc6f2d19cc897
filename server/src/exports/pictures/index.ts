/** The charts that can be had as pictures, each drawn by the component of its page. */
import { createElement } from "react";
import { pictureOf, svgOf } from "../../../../web/src/charts/picture.ts";
import type { BriefingFile } from "../briefing/files.ts";
import { drawnChart } from "./drawn-markup.ts";
import { pngOfSvg } from "./raster.ts";
import { type ShortfallsSource, shortfallsPicture } from "./shortfalls.ts";
import { token } from "./style-sheet.ts";
import { type PictureWish, pictureWidth, type TakenPicture } from "./taken-picture.ts";

/** A chart and the answer that it shows. */
export type ChartAnswer = { readonly chart: "shortfalls"; readonly answer: ShortfallsSource };

/** A picture to make: of which chart, how it is asked for, and as which file. */
export interface PictureOrder {
  readonly of: ChartAnswer;
  readonly wish: PictureWish;
  readonly format: "png" | "svg";
  /** Dots for each px of a PNG. */
  readonly scale: number;
  /** True for one without white paper behind it. */
  readonly isClear: boolean;
  readonly name: string;
}

const takenPicture = ({ chart, answer }: ChartAnswer, wish: PictureWish): TakenPicture => {
  switch (chart) {
    case "shortfalls":
      return shortfallsPicture(answer, wish);
  }
};

/** The text of a picture's SVG. */
export function pictureSvg({ of, wish, isClear }: Pick<PictureOrder, "of" | "wish" | "isClear">): string {
  const { chart, legend, ...around } = takenPicture(of, wish);
  const drawn = drawnChart(chart ?? createElement("svg", { width: pictureWidth, height: 0 }), "c");
  const marks = legend.map(({ mark, word }, at) => ({ mark: drawnChart(mark, `l${at}`), word }));
  const written = { ink: token("--ink"), soft: token("--ink-soft"), font: token("--type-chinese") };
  return svgOf(pictureOf(drawn, { ...around, legend: marks }, written, isClear));
}

/** The picture as a file. */
export async function pictureFile(order: PictureOrder): Promise<BriefingFile> {
  const { format, scale, name } = order;
  const svg = pictureSvg(order);
  return format === "svg"
    ? { name: `${name}.svg`, mediaType: "image/svg+xml", content: new TextEncoder().encode(svg) }
    : { name: `${name}.png`, mediaType: "image/png", content: await pngOfSvg(svg, scale) };
}
