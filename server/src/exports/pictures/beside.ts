/** Charts of one picture as one: a chart alone as it is, small multiples two in a row under their headings. */
import { drawnWidth } from "../../../../web/src/charts/drawings/drawing.ts";
import type { DrawnElement } from "../../../../web/src/charts/picture.ts";
import { wrapped } from "../../../../web/src/charts/wrapped.ts";

const size = { heading: 13, line: 18, under: 6, between: 32, below: 18 };
const inRow = 2;

/** An element that nothing but this file draws: with attributes, without a style sheet. */
const made = (
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  inside: { readonly children?: readonly DrawnElement[]; readonly text?: string; readonly fill?: string },
): DrawnElement => ({
  name,
  classes: [],
  children: inside.children ?? [],
  text: inside.text ?? "",
  attribute: (each) => (attributes[each] === undefined ? null : String(attributes[each])),
  look: (property) => {
    if (property === "font-size") return `${size.heading}px`;
    if (property === "font-weight") return "600";
    return property === "fill" ? (inside.fill ?? "") : "";
  },
});

/** A chart at a place, whose marks may stand out of its frame as they may on a page. */
const placed = (chart: DrawnElement, x: number, y: number): DrawnElement => {
  const own = new Map([
    ["x", String(x)],
    ["y", String(y)],
    ["overflow", "visible"],
  ]);
  return { ...chart, attribute: (name) => own.get(name) ?? chart.attribute(name) };
};

const heightOf = (chart: DrawnElement) => Number(chart.attribute("height"));

/** The charts as the children of one SVG that is as wide as the widest row; without any, one of no height. */
export function beside(
  charts: readonly { readonly heading: string | null; readonly chart: DrawnElement }[],
  ink: string,
): DrawnElement {
  const [first, ...others] = charts;
  if (first === undefined) return made("svg", { width: drawnWidth.alone, height: 0 }, {});
  if (others.length === 0) return first.chart;
  const children: DrawnElement[] = [];
  let y = 0;
  for (let place = 0; place < charts.length; place += inRow) {
    const row = charts.slice(place, place + inRow).map(({ heading, chart }) => ({
      lines: heading === null ? [] : wrapped(heading, drawnWidth.multiple, size.heading, 3),
      chart,
    }));
    const head = Math.max(...row.map(({ lines }) => lines.length)) * size.line + size.under;
    row.forEach(({ lines, chart }, at) => {
      const x = at * (drawnWidth.multiple + size.between);
      lines.forEach((text, line) => {
        children.push(made("text", { x, y: y + (line + 1) * size.line - 4 }, { text, fill: ink }));
      });
      children.push(placed(chart, x, y + head));
    });
    y += head + Math.max(...row.map(({ chart }) => heightOf(chart))) + size.below;
  }
  const width = inRow * drawnWidth.multiple + (inRow - 1) * size.between;
  return made("svg", { width, height: y - size.below }, { children });
}
