/**
 * A chart as a picture that can stand alone: its marks with the colours of white paper, and around them its title, unit,
 * 截至, basis and the legend of its marks. Words are kept apart from marks, so that a PNG sets them in the page's own fonts
 * (an SVG that is drawn as an image has no fonts that the page brought along, and would show boxes).
 */
import { widthOf, wrapped } from "../charts/wrapped.ts";

const namespace = "http://www.w3.org/2000/svg";
const pad = 24;
const size = { title: 18, note: 12, legend: 12 };
/** PNGs have this many dots for each px. */
const density = 2;

/** A line of words at its place, in px. */
interface Words {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly weight: string;
  readonly fill: string;
  readonly anchor: "start" | "middle" | "end";
}

/** What stands around the chart. */
export interface AroundChart {
  readonly title: string;
  /** Unit, 截至 and basis, and below the chart whose figures they are and whether they are invented. */
  readonly subtitle: string;
  readonly notes: readonly string[];
  readonly legend: readonly { readonly mark: SVGSVGElement; readonly word: string }[];
}

/** A picture: its marks as the inside of an SVG, and its words. */
export interface ChartPicture {
  readonly width: number;
  readonly height: number;
  readonly marks: string;
  readonly words: readonly Words[];
  readonly font: string;
  readonly isClear: boolean;
}

/** What of an element says where it is; looks are written out, anything else (links, names, handlers) stays behind. */
const places = ["x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "rx", "width", "height", "d", "points", "transform"];
const inner = ["id", "viewBox", "overflow", "patternUnits", "patternTransform"];
const looks = ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "opacity"];
const drawn = [
  "svg",
  "g",
  "a",
  "defs",
  "symbol",
  "use",
  "path",
  "rect",
  "circle",
  "line",
  "polyline",
  "polygon",
  "pattern",
];
/** For a finger or a pointer alone. */
const unseen = ".row-touch, .map-pointed, .history-cursor, .history-active";
/** What is pale because white paper lies over it, and would be white itself where there is no paper. */
const veils = ".map-later";

function copyOf(original: Element, left: string): SVGElement | null {
  const name = original.tagName.toLowerCase();
  if (!drawn.includes(name) || original.matches(left)) return null;
  const copy = document.createElementNS(namespace, name === "a" ? "g" : name);
  for (const each of [...places, ...inner]) {
    const value = original.getAttribute(each);
    if (value !== null) copy.setAttribute(each, value);
  }
  const href = original.getAttribute("href");
  if (name === "use" && href?.startsWith("#")) copy.setAttribute("href", href);
  const style = getComputedStyle(original);
  for (const look of looks) {
    const value = style.getPropertyValue(look).replace(/^url\(["']?([^"')]*)["']?\)/, "url($1)");
    if (value !== "") copy.setAttribute(look, value);
  }
  copy.append(...[...original.children].flatMap((child) => copyOf(child, left) ?? []));
  return copy;
}

/** The marks inside an SVG, at a place. */
function marksOf(original: SVGSVGElement, x: number, y: number, left = unseen): string {
  const copy = copyOf(original, left);
  if (copy === null) return "";
  copy.setAttribute("x", String(x));
  copy.setAttribute("y", String(y));
  copy.setAttribute("overflow", "visible");
  return new XMLSerializer().serializeToString(copy);
}

const numberOf = (element: Element, name: string) => Number.parseFloat(element.getAttribute(name) ?? "0") || 0;

/** The words of a chart, moved to its place; a text's lines stand below each other by their `dy`. */
function wordsOf(chart: SVGSVGElement, x: number, y: number): Words[] {
  return [...chart.querySelectorAll("text")].flatMap((text) => {
    const style = getComputedStyle(text);
    const anchor = text.getAttribute("text-anchor");
    const common = {
      size: Number.parseFloat(style.fontSize) || 13,
      weight: style.fontWeight || "400",
      fill: style.fill || "#1b222c",
      anchor: anchor === "end" || anchor === "middle" ? anchor : "start",
    } as const;
    const lines = text.children.length > 0 ? [...text.children] : [text];
    let down = numberOf(text, "y");
    return lines.map((line) => {
      down += line === text ? 0 : numberOf(line, "dy");
      const across = numberOf(line.hasAttribute("x") ? line : text, "x");
      return { ...common, text: line.textContent ?? "", x: x + across, y: y + down };
    });
  });
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

/** A chart with what stands around it as one picture, on white paper or on none. */
export function pictureOf(
  chart: SVGSVGElement,
  { title, subtitle, notes, legend }: AroundChart,
  isClear = false,
): ChartPicture {
  return byDay(() => {
    const style = getComputedStyle(document.documentElement);
    const inked = (name: string, otherwise: string) => style.getPropertyValue(name).trim() || otherwise;
    const [ink, soft] = [inked("--ink", "#1b222c"), inked("--ink-soft", "#4b5563")];
    const inside = Math.max(320, numberOf(chart, "width"));
    const words: Words[] = [];
    let y = pad;
    const write = (text: string, height: number, weight: string, fill: string) => {
      for (const line of wrapped(text, inside, height, 4)) {
        y += height;
        words.push({ text: line, x: pad, y, size: height, weight, fill, anchor: "start" });
        y += height * 0.45;
      }
    };
    write(title, size.title, "600", ink);
    write(subtitle, size.note, "400", soft);
    y += 8;
    const marks = [marksOf(chart, pad, y, isClear ? `${unseen}, ${veils}` : unseen)];
    words.push(...wordsOf(chart, pad, y));
    y += numberOf(chart, "height") + 12;
    let x = pad;
    for (const { mark, word } of legend) {
      const [width, height] = [numberOf(mark, "width") || 14, numberOf(mark, "height") || 14];
      const whole = width + 6 + widthOf(word, size.legend);
      if (x > pad && x + whole > pad + inside) [x, y] = [pad, y + 20];
      marks.push(marksOf(mark, x, y + 8 - height / 2));
      const place = {
        x: x + width + 6,
        y: y + 12.5,
        size: size.legend,
        weight: "400",
        fill: soft,
        anchor: "start",
      } as const;
      words.push({ text: word, ...place });
      x += whole + 18;
    }
    if (legend.length > 0) y += 24;
    for (const note of notes) write(note, size.note, "400", soft);
    const font = inked("--type-chinese", "sans-serif");
    return { width: inside + 2 * pad, height: Math.ceil(y + pad - 4), marks: marks.join(""), words, font, isClear };
  });
}

function escaped(text: string): string {
  const written: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  return text.replace(/[&<>"]/g, (each) => written[each] ?? each);
}

/** The picture as the text of an SVG, with its words or the marks alone. */
export function svgOf({ width, height, marks, words, font, isClear }: ChartPicture, hasWords = true): string {
  const paper = isClear ? "" : `<rect width="${width}" height="${height}" fill="#ffffff"/>`;
  const lines = words.map(
    ({ text, x, y, size: high, weight, fill, anchor }) =>
      `<text x="${x}" y="${y}" font-size="${high}" font-weight="${weight}" fill="${escaped(fill)}" text-anchor="${anchor}">${escaped(text)}</text>`,
  );
  const set = hasWords ? `<g font-family="${escaped(font)}">${lines.join("")}</g>` : "";
  return `<svg xmlns="${namespace}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${paper}${marks}${set}</svg>`;
}

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
