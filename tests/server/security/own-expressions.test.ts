/** None of our regular expressions can be kept busy: each, on 100 KB made to keep it busy, is done within the bound. ASVS 1.3.12. */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import { root } from "../../../server/bin/install.mjs";

/** A regular expression of the sources, and where it stands. */
interface Own {
  readonly place: string;
  readonly expression: RegExp;
}

/** The expressions that a text writes as literals. */
function expressionsIn(text: string, place: string): readonly Own[] {
  const source = ts.createSourceFile(place, text, ts.ScriptTarget.Latest, true);
  const found: Own[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf("/");
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      found.push({
        place: `${place}:${line + 1}`,
        expression: new RegExp(node.text.slice(1, end), node.text.slice(end + 1)),
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The patterns that the contract writes as texts. */
const patternsIn = (text: string, place: string): readonly Own[] =>
  [...text.matchAll(/"pattern":\s*("(?:[^"\\]|\\.)*")/g)].map(([, literal = '""']) => ({
    place,
    expression: new RegExp(JSON.parse(literal), "u"),
  }));

const sources = ["server/src", "db/src", "seeds/src", "web/src"].flatMap((room) =>
  readdirSync(join(root, room), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name)),
);
const own = [
  ...sources.flatMap((file) => expressionsIn(readFileSync(file, "utf8"), relative(root, file))),
  ...patternsIn(readFileSync(join(root, "server/openapi.json"), "utf8"), "server/openapi.json"),
];

/** What is slow with little is not tried with more: 100 KB would keep it busy for minutes. */
const lengths = [1000, 10_000, 100_000] as const;
const bound = 10;
/** What keeps loops within loops busy: long runs of what they take, ending otherwise. */
const runs = [
  "a",
  "A",
  "0",
  "1",
  " ",
  "\n",
  "-",
  ".",
  "_",
  "/",
  "<",
  '"',
  "倍",
  "a-",
  "1.",
  "1,",
  "a ",
  "0-",
  "&",
  "中文 ",
];

/** The same runs of the expression's own letters: each of its plain pieces, as often as it fits. */
const piecesOf = ({ source }: RegExp): readonly string[] =>
  [...new Set(source.match(/[\p{L}\p{N}<>="':;,@-]{1,20}/gu) ?? [])].slice(0, 6);

const hostile = (piece: string, length: number) =>
  `${piece.repeat(Math.ceil(length / piece.length)).slice(0, length)}\u0001`;
const common = lengths.map((length) => runs.map((run) => hostile(run, length)));

/** How long an expression is busy with a text, in milliseconds; the better of two where it is long, as others may have the machine. */
function busyWith(expression: RegExp, text: string): number {
  const once = () => {
    const began = performance.now();
    expression.lastIndex = 0;
    expression.test(text);
    return performance.now() - began;
  };
  const first = once();
  return first < bound ? first : Math.min(first, once());
}

/** The longest that an expression is busy with one text, up to the first that is too long. */
function busiest({ expression }: Own): number {
  let longest = 0;
  for (const [place, length] of lengths.entries()) {
    const own = piecesOf(expression).map((piece) => hostile(piece, length));
    for (const text of [...(common[place] ?? []), ...own]) {
      longest = Math.max(longest, busyWith(expression, text));
      if (longest >= bound) return longest;
    }
  }
  return longest;
}

/** Slow with 100 KB, and never given anything but what the product has written itself: numbers, style sheets, drawings, addresses of cells. */
const ofOurOwnTexts = [
  ["server/src/domain/figures.ts", "\\B(?=(?:\\d{3})+$)"],
  ["server/src/domain/figures.ts", "\\.?0+$"],
  ["server/src/exports/pictures/drawn-markup.ts", '([\\w:-]+)="([^"]*)"'],
  ["server/src/exports/pictures/style-sheet.ts", "([^{}]+)\\{([^{}]*)\\}"],
  ["server/src/exports/spreadsheet/workbook.ts", "([A-Z]+)(\\d+)"],
] as const;
const isOfOurOwn = ({ place, expression: { source } }: Own) =>
  ofOurOwnTexts.some(([file, text]) => place.startsWith(`${file}:`) && text === source);

test("every expression of ours is done with 100 KB within 10 ms", () => {
  expect(own.length).toBeGreaterThan(150);
  const slow = own
    .filter((each) => !isOfOurOwn(each))
    .map((each) => ({ ...each, milliseconds: busiest(each) }))
    .filter(({ milliseconds }) => milliseconds >= bound);
  expect(
    slow.map(({ place, expression, milliseconds }) => `${place} ${expression} ${Math.round(milliseconds)} ms`),
  ).toEqual([]);
}, 120_000);

test("the check itself finds a slow one", () => {
  const [slow] = expressionsIn("const slow = /\\s+$/;", "x.ts");
  expect(slow === undefined ? 0 : busiest(slow)).toBeGreaterThan(bound);
});
