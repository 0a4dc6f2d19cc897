/**
 * The pages' own style sheets, as far as they say what a chart's marks look like: rules of elements, classes and attributes,
 * within and directly within each other, with the colours of white paper. Whatever is for a screen, a pointer or the night
 * is left out.
 */
import { readFileSync } from "node:fs";

/** An element as rules ask about it, from the outermost to itself. */
export interface StyledElement {
  readonly name: string;
  readonly classes: readonly string[];
  readonly attributes: ReadonlyMap<string, string>;
}

interface Part {
  readonly name: string | null;
  readonly classes: readonly string[];
  readonly attributes: readonly string[];
  /** True where the part before must be its parent. */
  readonly isChild: boolean;
}

interface Rule {
  readonly parts: readonly Part[];
  readonly weight: number;
  readonly said: ReadonlyMap<string, string>;
}

const folder = new URL("../../../../web/src/styles/", import.meta.url);
/** In the order in which a page has them. */
const sheets = [
  ...["tokens", "marks", "people", "row-chart", "light-map"],
  ...["history-marks", "step-chart", "outlook-marks", "unit-history"],
];

/** A style sheet without its comments and whatever holds for some screens alone. */
function plain(sheet: string): string {
  let kept = "";
  let depth = 0;
  let left: number | null = null;
  for (const character of sheet.replaceAll(/\/\*[\s\S]*?\*\//g, "")) {
    if (character === "@" && left === null) left = depth;
    if (character === "{") depth += 1;
    if (left === null) kept += character;
    if (character !== "}") continue;
    depth -= 1;
    if (left === depth) left = null;
  }
  return kept;
}

function partOf(written: string, isChild: boolean): Part | null {
  const found = /^([a-z]+)?((?:\.[\w-]+|\[[\w-]+\])*)$/.exec(written);
  if (found === null) return null;
  const [, name = null, rest = ""] = found;
  const named = (pattern: RegExp) => [...rest.matchAll(pattern)].map(([, word = ""]) => word);
  return { name, classes: named(/\.([\w-]+)/g), attributes: named(/\[([\w-]+)\]/g), isChild };
}

/** The parts of a selector; null for one that asks what a picture has not, such as a pointer. */
function partsOf(selector: string): readonly Part[] | null {
  const parts: Part[] = [];
  let isChild = false;
  for (const written of selector.trim().split(/\s+/)) {
    if (written === ">") {
      isChild = true;
      continue;
    }
    const part = partOf(written, isChild);
    if (part === null) return null;
    parts.push(part);
    isChild = false;
  }
  return parts;
}

function declared(block: string): Map<string, string> {
  return new Map(
    block.split(";").flatMap((line) => {
      const at = line.indexOf(":");
      return at < 0
        ? []
        : [
            [
              line.slice(0, at).trim(),
              line
                .slice(at + 1)
                .trim()
                .replaceAll(/\s+/g, " "),
            ] as const,
          ];
    }),
  );
}

const weightOf = (parts: readonly Part[]) =>
  parts.reduce(
    (sum, { name, classes, attributes }) => sum + (name === null ? 0 : 1) + 10 * (classes.length + attributes.length),
    0,
  );

function readSheets() {
  const tokens = new Map<string, string>();
  const rules: Rule[] = [];
  const text = sheets.map((name) => plain(readFileSync(new URL(`${name}.css`, folder), "utf8"))).join("\n");
  for (const [, selectors = "", block = ""] of text.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    const said = declared(block);
    for (const selector of selectors.split(",")) {
      if (selector.trim() === ":root") for (const [name, value] of said) tokens.set(name, value);
      const parts = partsOf(selector);
      if (parts !== null) rules.push({ parts, weight: weightOf(parts), said });
    }
  }
  // What weighs more is asked later and wins; of equals the later one does.
  return { tokens, rules: rules.toSorted((left, right) => left.weight - right.weight) };
}

let read: ReturnType<typeof readSheets> | null = null;
const known = () => {
  read ??= readSheets();
  return read;
};

/** A token of the pages by its name, as --ink, with what it refers to filled in. */
export function token(name: string): string {
  const value = known().tokens.get(name);
  if (value === undefined) throw new Error(`the style sheets have no ${name}`);
  return filled(value);
}

const filled = (value: string): string => value.replaceAll(/var\((--[\w-]+)\)/g, (_, name: string) => token(name));

const fits = ({ name, classes, attributes }: Part, element: StyledElement) =>
  (name === null || name === element.name) &&
  classes.every((each) => element.classes.includes(each)) &&
  attributes.every((each) => element.attributes.has(each));

/** Whether the parts before `upTo` are found among the elements around, each where it must be. */
function isWithin(parts: readonly Part[], upTo: number, path: readonly StyledElement[], below: number): boolean {
  const part = parts[upTo - 1];
  if (part === undefined) return true;
  const nearest = parts[upTo]?.isChild === true ? below - 1 : 0;
  for (let at = below - 1; at >= Math.max(0, nearest); at -= 1) {
    const element = path[at];
    if (element !== undefined && fits(part, element) && isWithin(parts, upTo - 1, path, at)) return true;
  }
  return false;
}

/** What the rules say of the last element of a path, the strongest last. */
export function rulesFor(path: readonly StyledElement[]): Map<string, string> {
  const own = path.at(-1);
  const said = new Map<string, string>();
  if (own === undefined) return said;
  for (const { parts, said: declarations } of known().rules) {
    const last = parts.at(-1);
    if (last === undefined || !fits(last, own) || !isWithin(parts, parts.length - 1, path, path.length - 1)) continue;
    for (const [property, value] of declarations) said.set(property, filled(value));
  }
  return said;
}
