/** A chart's component as drawn elements with their looks, where no browser is there to draw it. */
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { DrawnElement } from "../../../../web/src/charts/picture.ts";
import { rulesFor, type StyledElement } from "./style-sheet.ts";

interface Node extends StyledElement {
  readonly children: Node[];
  text: string;
}

const written: Readonly<Record<string, string>> = {
  ...{ "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#x27;": "'" },
};
const unescaped = (text: string) => text.replaceAll(/&(?:amp|lt|gt|quot|#x27);/g, (each) => written[each] ?? each);

/** The tree of what React wrote: every element is closed, every attribute quoted. */
function parsed(markup: string): Node {
  const top: Node = { name: "", classes: [], attributes: new Map(), children: [], text: "" };
  const open = [top];
  for (const [whole, closing, name = "", said = "", isAlone] of markup.matchAll(
    /<(\/)?([A-Za-z]+)((?:\s+[\w:-]+="[^"]*")*)\s*(\/)?>|[^<]+/g,
  )) {
    if (name === "") for (const each of open) each.text += unescaped(whole);
    else if (closing !== undefined) open.pop();
    else {
      const attributes = new Map(
        [...said.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, key = "", value = ""]) => [key, unescaped(value)]),
      );
      const classes = (attributes.get("class") ?? "").split(/\s+/);
      const node: Node = { name: name.toLowerCase(), classes, attributes, children: [], text: "" };
      open.at(-1)?.children.push(node);
      if (isAlone === undefined) open.push(node);
    }
  }
  return top;
}

/** What an element without a word of its own has from the one around it. */
const inherited = [
  ...["color", "fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap"],
  ...["font-size", "font-weight"],
];
const properties = [...inherited, "opacity"];

function drawnNode(node: Node, around: ReadonlyMap<string, string>, path: readonly StyledElement[]): DrawnElement {
  const here = [...path, node];
  const rules = rulesFor(here);
  const style = new Map<string, string>();
  for (const property of properties) {
    const said = rules.get(property) ?? node.attributes.get(property);
    const value = said ?? (inherited.includes(property) ? around.get(property) : undefined);
    if (value !== undefined) style.set(property, value);
  }
  return {
    name: node.name,
    classes: node.classes,
    children: node.children.map((child) => drawnNode(child, style, here)),
    text: node.text,
    attribute: (name) => node.attributes.get(name) ?? null,
    look: (property) => {
      const value = style.get(property) ?? "";
      return value === "currentColor" ? (style.get("color") ?? "") : value;
    },
  };
}

/** Draws a component that is one SVG; `prefix` sets its ids apart from those of others in the same picture. */
export function drawnChart(chart: ReactElement, prefix: string): DrawnElement {
  const [svg] = parsed(renderToStaticMarkup(chart, { identifierPrefix: prefix })).children;
  if (svg === undefined) throw new Error("the chart drew nothing");
  return drawnNode(svg, new Map(), []);
}
