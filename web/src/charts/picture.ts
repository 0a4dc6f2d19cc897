/**
 * A chart as a picture that can stand alone: its marks with the colours of white paper, and around them its title, unit,
 * 截至, basis and the legend of its marks. What is drawn is known by its elements and their looks, so that a browser and a
 * server that has none draw the same. Words are kept apart from marks: whoever paints sets them in fonts of its own.
 */
import { widthOf, wrapped } from "./wrapped.ts";

const namespace = "http://www.w3.org/2000/svg";
const pad = 24;
const size = { title: 18, note: 12, legend: 12 };

/** An element of a drawn chart, as style sheets make it look. */
export interface DrawnElement {
  /** In lower case. */
  readonly name: string;
  readonly classes: readonly string[];
  readonly children: readonly DrawnElement[];
  readonly text: string;
  readonly attribute: (name: string) => string | null;
  /** A property of its style with colours as they come out; "" where nothing is said. */
  readonly look: (property: string) => string;
}

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

/** What stands around a chart. */
export interface AroundChart {
  readonly title: string;
  /** Unit, 截至 and basis, and below the chart whose figures they are and whether they are invented. */
  readonly subtitle: string;
  readonly notes: readonly string[];
  readonly legend: readonly { readonly mark: DrawnElement; readonly word: string }[];
}

/** What a picture is written with. */
export interface Ink {
  readonly ink: string;
  readonly soft: string;
  /** Families, the first one that is there. */
  readonly font: string;
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
  ...["svg", "g", "a", "defs", "symbol", "use", "pattern"],
  ...["path", "rect", "circle", "line", "polyline", "polygon"],
];
/** For a finger or a pointer alone. */
const unseen = ["row-touch", "map-pointed", "history-cursor", "history-active"];
/** What is pale because white paper lies over it, and would be white itself where there is no paper. */
const veils = ["map-later"];

function escaped(text: string): string {
  const written: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  return text.replace(/[&<>"]/g, (each) => written[each] ?? each);
}

function copyOf(original: DrawnElement, left: readonly string[], own: Readonly<Record<string, string>> = {}): string {
  const { name, classes, children } = original;
  if (!drawn.includes(name) || classes.some((each) => left.includes(each))) return "";
  const said = new Map<string, string>();
  for (const each of [...places, ...inner]) {
    const value = original.attribute(each);
    if (value !== null) said.set(each, value);
  }
  const href = original.attribute("href");
  if (name === "use" && href?.startsWith("#")) said.set("href", href);
  for (const look of looks) {
    const value = original.look(look).replace(/^url\(["']?([^"')]*)["']?\)/, "url($1)");
    if (value !== "") said.set(look, value);
  }
  for (const [key, value] of Object.entries(own)) said.set(key, value);
  const attributes = [...said].map(([key, value]) => ` ${key}="${escaped(value)}"`).join("");
  const inside = children.map((child) => copyOf(child, left)).join("");
  const written = name === "a" ? "g" : name;
  return inside === "" ? `<${written}${attributes}/>` : `<${written}${attributes}>${inside}</${written}>`;
}

/** The marks inside an SVG, at a place. */
const marksOf = (original: DrawnElement, x: number, y: number, left = unseen): string =>
  copyOf(original, left, { x: String(x), y: String(y), overflow: "visible" });

const numberOf = (element: DrawnElement, name: string) => Number.parseFloat(element.attribute(name) ?? "0") || 0;

/** The words of a chart, moved to its place; a text's lines stand below each other by their `dy`. On paper nothing leads anywhere. */
function wordsOf(element: DrawnElement, x: number, y: number, ink: string, isLinked = false): Words[] {
  if (element.name !== "text") {
    const isWithin = isLinked || element.name === "a";
    // A chart within a chart stands at a place of its own.
    const isOwn = element.name === "svg";
    const [left, top] = isOwn ? [x + numberOf(element, "x"), y + numberOf(element, "y")] : [x, y];
    return element.children.flatMap((child) => wordsOf(child, left, top, ink, isWithin));
  }
  const anchor = element.attribute("text-anchor");
  const common = {
    size: Number.parseFloat(element.look("font-size")) || 13,
    weight: element.look("font-weight") || "400",
    fill: isLinked ? ink : element.look("fill") || ink,
    anchor: anchor === "end" || anchor === "middle" ? anchor : "start",
  } as const;
  const lines = element.children.length > 0 ? element.children : [element];
  let down = numberOf(element, "y");
  return lines.map((line) => {
    down += line === element ? 0 : numberOf(line, "dy");
    const across = numberOf(line.attribute("x") === null ? element : line, "x");
    return { ...common, text: line.text, x: x + across, y: y + down };
  });
}

/** A chart with what stands around it as one picture, on white paper or on none. */
export function pictureOf(
  chart: DrawnElement,
  { title, subtitle, notes, legend }: AroundChart,
  written: Ink,
  isClear = false,
): ChartPicture {
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
  write(title, size.title, "600", written.ink);
  write(subtitle, size.note, "400", written.soft);
  y += 8;
  const marks = [marksOf(chart, pad, y, isClear ? [...unseen, ...veils] : unseen)];
  words.push(...wordsOf(chart, pad, y, written.ink));
  y += numberOf(chart, "height") + 12;
  let x = pad;
  for (const { mark, word } of legend) {
    const [width, height] = [numberOf(mark, "width") || 14, numberOf(mark, "height") || 14];
    const whole = width + 6 + widthOf(word, size.legend);
    if (x > pad && x + whole > pad + inside) [x, y] = [pad, y + 20];
    marks.push(marksOf(mark, x, y + 8 - height / 2));
    const place = { x: x + width + 6, y: y + 12.5, size: size.legend };
    words.push({ text: word, ...place, weight: "400", fill: written.soft, anchor: "start" });
    x += whole + 18;
  }
  if (legend.length > 0) y += 24;
  for (const note of notes) write(note, size.note, "400", written.soft);
  const { font } = written;
  return { width: inside + 2 * pad, height: Math.ceil(y + pad - 4), marks: marks.join(""), words, font, isClear };
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
