/** The charts that can be had as pictures, each drawn as its page draws it. */
import { pictureOf, svgOf } from "../../../../web/src/charts/picture.ts";
import type { BriefingFile } from "../briefing/files.ts";
import { beside } from "./beside.ts";
import { drawnChart } from "./drawn-markup.ts";
import { pngOfSvg } from "./raster.ts";
import { token } from "./style-sheet.ts";
import {
  type ChartAnswer,
  type PictureWish,
  type PlacesAnswer,
  type TakenPicture,
  takenPicture,
} from "./taken-picture.ts";

/** A picture to make: of which chart, how it is asked for, and as which file. */
export interface PictureOrder {
  readonly of: ChartAnswer | PlacesAnswer;
  readonly wish: PictureWish;
  readonly format: "png" | "svg";
  /** Dots for each px of a PNG. */
  readonly scale: number;
  /** True for one without white paper behind it. */
  readonly isClear: boolean;
  readonly name: string;
}

/** The text of a picture's SVG. */
export function pictureSvg({ charts, legend, ...around }: TakenPicture, isClear: boolean): string {
  const written = { ink: token("--ink"), soft: token("--ink-soft"), font: token("--type-chinese") };
  const drawn = charts.map(({ heading, chart }, at) => ({ heading, chart: drawnChart(chart, `c${at}`) }));
  const marks = legend.map(({ mark, word }, at) => ({ mark: drawnChart(mark, `l${at}`), word }));
  return svgOf(pictureOf(beside(drawn, written.ink), { ...around, legend: marks }, written, isClear));
}

/** The picture as a file. */
export async function pictureFile(order: PictureOrder): Promise<BriefingFile> {
  const { of, wish, isClear, format, scale, name } = order;
  const svg = pictureSvg(takenPicture(of, wish), isClear);
  return format === "svg"
    ? { name: `${name}.svg`, mediaType: "image/svg+xml", content: new TextEncoder().encode(svg) }
    : { name: `${name}.png`, mediaType: "image/png", content: await pngOfSvg(svg, scale) };
}
