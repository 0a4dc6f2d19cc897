/**
 * The picture of a chart that stands in the page. A PNG sets its words in the page's own fonts: an SVG that is drawn as an
 * image has no fonts that the page brought along, and would show boxes.
 */
import { type AroundChart, type ChartPicture, type DrawnElement, pictureOf, svgOf } from "../charts/picture.ts";

/** PNGs have this many dots for each px. */
const density = 2;

/** An element of the page; its looks are asked for once. */
function drawnElement(element: Element): DrawnElement {
  const style = getComputedStyle(element);
  return {
    name: element.tagName.toLowerCase(),
    classes: [...element.classList],
    children: [...element.children].map(drawnElement),
    text: element.textContent ?? "",
    attribute: (name) => element.getAttribute(name),
    look: (property) => style.getPropertyValue(property),
  };
}

/** Does something while the document has the colours of paper; no frame is painted in between. */
function byDay<Result>(does: () => Result): Result {
  const { dataset } = document.documentElement;
  const theme = dataset.theme;
  dataset.theme = "light";
  try {
    return does();
  } finally {
    if (theme === undefined) delete dataset.theme;
    else dataset.theme = theme;
  }
}

/** What stands around a chart of the page, its legend by the page's own marks. */
export interface AroundShownChart extends Omit<AroundChart, "legend"> {
  readonly legend: readonly { readonly mark: SVGSVGElement; readonly word: string }[];
}

/** A chart of the page with what stands around it as one picture, on white paper or on none. */
export function shownPicture(chart: SVGSVGElement, around: AroundShownChart, isClear: boolean): ChartPicture {
  return byDay(() => {
    const style = getComputedStyle(document.documentElement);
    const inked = (name: string, otherwise: string) => style.getPropertyValue(name).trim() || otherwise;
    const legend = around.legend.map(({ mark, word }) => ({ mark: drawnElement(mark), word }));
    const written = {
      ink: inked("--ink", "#1b222c"),
      soft: inked("--ink-soft", "#4b5563"),
      font: inked("--type-chinese", "sans-serif"),
    };
    return pictureOf(drawnElement(chart), { ...around, legend }, written, isClear);
  });
}

/** The picture as the file of an SVG. */
export const svgFileOf = (picture: ChartPicture): Blob => new Blob([svgOf(picture)], { type: "image/svg+xml" });

/** The picture as a PNG of twice its size. */
export async function pngOf(picture: ChartPicture): Promise<Blob> {
  const { width, height, words, font } = picture;
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgOf(picture, false))}`;
  await image.decode();
  // Fonts that the page brings along come in parts, each when a character of it is first set.
  await Promise.all(
    words.map(({ text, size: high, weight }) => document.fonts.load(`${weight} ${high}px ${font}`, text)),
  );
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [width * density, height * density];
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("the browser draws no pictures");
  context.scale(density, density);
  context.drawImage(image, 0, 0, width, height);
  for (const { text, x, y, size: high, weight, fill, anchor } of words) {
    context.font = `${weight} ${high}px ${font}`;
    context.fillStyle = fill;
    context.textAlign = anchor === "middle" ? "center" : anchor;
    context.fillText(text, x, y);
  }
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob === null ? reject(new Error("the browser wrote no PNG")) : resolve(blob)),
      "image/png",
    );
  });
}
