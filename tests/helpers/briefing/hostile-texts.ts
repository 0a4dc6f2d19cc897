/** Texts that somebody could type so that a file runs code, opens an address or breaks (TRUST S9), and where they ended up. */
import { looksLikeCode } from "@beizeng/server/exports/csv.ts";
import { drawnFrom } from "../drawn.ts";
import { type OpenedPackage, openedPackage } from "../office/opened-package.ts";
import { packageFaults } from "../office/package-faults.ts";
import { allNamed, childNamed, everyElement, type XmlElement } from "../office/xml-tree.ts";
import { readCsv } from "../read-csv.ts";

const beginnings = [
  ...["=", "+", "-", "@", "\t=", "\r=", "\n=", "\0=", "＝", "＋", "－", "＠", " =", "　=", "\u00a0=", "'=", '"='],
  ...["\u202e=", "\ufeff=", "\ud800=", "<", "&", "|", "%", "{=", ""],
];
const bodies = [
  ...["1+1", "SUM(A1:A9)*1", "cmd|'/c calc'!A0", 'HYPERLINK("http://x.invalid","点")', 'DDE("cmd","/c calc","x")'],
  ...['{ DDEAUTO c:\\cmd.exe "/k" }', '<w:fldSimple w:instr="DDEAUTO cmd"/>', '</w:t></w:r><w:hyperlink r:id="rId1">'],
  ...[
    '"><c:f>A1</c:f><c:v x="',
    "]]><a:fld/>",
    "&#61;1&amp;<!--",
    "_x003D_1+1",
    "\u0001\u0008\u001f\u007f",
    "https://x.invalid/?a=1&b=2",
  ],
  ...['甲,"乙",丙', "\r\n=1+1", "\n@A1", "\u2028=1", "&P&N&A", "长".repeat(40), "𠮷\udc00"],
];
const marks = /〔\d+〕/g;

/** Each of them once, whatever is drawn; `next` draws another one, which ends with a mark of its own. */
export function hostileTexts(seed: number) {
  const draw = drawnFrom(seed);
  const drawn: string[] = [];
  const one = (of: readonly string[]) => of[Math.floor(draw() * of.length)] ?? "";
  const next = (): string => {
    const number = drawn.length;
    const beginning = number < beginnings.length ? (beginnings[number] ?? "") : one(beginnings);
    const body = number < bodies.length ? (bodies[number] ?? "") : one(bodies);
    const text = `${beginning}${body}〔${number}〕`;
    drawn.push(text);
    return text;
  };
  return { next, drawn };
}

/** What people wrote: names and sentences, headings, reasons. Numbers as they are shown, keys and days are the product's own. */
const written = new Set(["zh", "en", "title", "heading", "reason", "clause", "remarks", "paragraphs"]);

/** A value with every text in it that people wrote replaced. */
export function replaced(value: unknown, next: () => string, key = ""): unknown {
  if (typeof value === "string") return written.has(key) ? next() : value;
  if (Array.isArray(value)) return value.map((each) => replaced(each, next, key));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, replaced(each, next, name)]));
}

/** Elements in which text is nothing but text. */
const texts = new Set(["t", "w:t", "a:t", "c:v", "dc:title", "dc:creator", "dc:description", "cp:lastModifiedBy"]);
/** Attributes that are shown as text: headings of a table, what a drawing is called. */
const named = new Set(["tableColumn name", "wp:docPr name", "wp:docPr descr", "p:cNvPr name", "p:cNvPr descr"]);
const forbidden =
  /^(w:(hyperlink|fldSimple|object|altChunk)|a:hlink\w+|p:oleObj|hyperlink|oleObject|ddeLink|externalReference|c:userShapes)$/;
/** Half a character is no character in any file. */
const wellFormed = (text: string) =>
  text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd");
/** What a text becomes in XML: what it cannot hold is left out. */
const held = (text: string) =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML cannot hold.
  wellFormed(text).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");

const marked = (text: string) => text.match(marks) ?? [];

function elementFaults(element: XmlElement): string[] {
  const { name, text, attributes } = element;
  const misplaced = marked(text).length > 0 && !texts.has(name) ? [`${text} in ${name}`] : [];
  const inAttributes = [...attributes]
    .filter(([attribute, value]) => marked(value).length > 0 && !named.has(`${name} ${attribute}`))
    .map(([attribute, value]) => `${value} in ${name} ${attribute}`);
  const active = forbidden.test(name) ? [`${name} is there`] : [];
  const isOwnField = name !== "w:instrText" || text.trim() === "PAGE";
  const isNumber = name !== "a:fld" || attributes.get("type") === "slidenum";
  const isReckoning = name !== "f" || /^[A-Z0-9$:,()+\-/]+$/.test(text);
  const field = isOwnField && isNumber && isReckoning ? [] : [`${name} is ${text}`];
  return [...misplaced, ...inAttributes, ...active, ...field];
}

/** A cell with a text is one of a text, which is the text that was given. */
function cellFaults(cell: XmlElement, given: ReadonlyMap<string, string>): string[] {
  const text = allNamed(cell, "t")
    .map((each) => each.text)
    .join("");
  const own = marked(text);
  if (own.length === 0) return [];
  const isText = cell.attributes.get("t") === "inlineStr" && childNamed(cell, "f") === null;
  const read = text.replace(/_x([0-9A-F]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  const lost = own.flatMap((mark) => {
    const wanted = wellFormed(given.get(mark) ?? "").replaceAll("\r\n", "\n");
    return read.includes(wanted) ? [] : [`${read} is not ${wanted}`];
  });
  return [...(isText ? [] : [`${text} is no text cell`]), ...lost];
}

/** The line on which its mark stands: on slides each line is a paragraph; breaks and tabs are elements of their own. */
const lastLine = (text: string) =>
  text
    .split(/[\n\r]/)
    .at(-1)
    ?.replaceAll("\t", "") ?? "";

/** A paragraph that ends a text says its last line whole. */
function paragraphFaults(paragraph: XmlElement, given: ReadonlyMap<string, string>): string[] {
  const said = everyElement(paragraph)
    .filter(({ name }) => name === "w:t" || name === "a:t")
    .map(({ text }) => text.replaceAll("\t", ""))
    .join("");
  return marked(said).flatMap((mark) => {
    const wanted = lastLine(held(given.get(mark) ?? ""));
    return said.includes(wanted) ? [] : [`${said} lacks ${wanted}`];
  });
}

function partFaults(opened: OpenedPackage, given: ReadonlyMap<string, string>): string[] {
  const outside = opened.names
    .filter((name) => name.endsWith(".rels"))
    .filter((name) => /TargetMode|Target="[^"]*:/.test(Buffer.from(opened.bytes(name)).toString()))
    .map((name) => `${name} leads out of the file`);
  const ofParts = [...opened.trees].flatMap(([part, root]) =>
    [
      ...everyElement(root).flatMap(elementFaults),
      ...allNamed(root, "c").flatMap((cell) => cellFaults(cell, given)),
      ...["w:p", "a:p"].flatMap((name) => allNamed(root, name)).flatMap((each) => paragraphFaults(each, given)),
    ].map((fault) => `${part}: ${fault}`),
  );
  return [...outside, ...ofParts];
}

const byMark = (given: readonly string[]) => new Map(given.map((text) => [marked(text).at(-1) ?? "", text]));

/** What is wrong with an Office file in which those texts stand, the workbooks in it included. */
export function officeTextFaults(file: Uint8Array, given: readonly string[]): string[] {
  const opened = openedPackage(file);
  const embedded = opened.names.filter((name) => name.endsWith(".xlsx"));
  return [
    ...packageFaults(file),
    ...partFaults(opened, byMark(given)),
    ...embedded.flatMap((name) => officeTextFaults(opened.bytes(name), given).map((fault) => `${name}: ${fault}`)),
  ];
}

/** What is wrong with a CSV in which those texts stand: one that could be code has an apostrophe before it, the others stand as they are. */
export function csvTextFaults(file: Uint8Array, given: readonly string[]): string[] {
  const known = byMark(given);
  return readCsv(Buffer.from(file).toString())
    .flat()
    .flatMap((cell) => {
      const mark = marked(cell).at(-1);
      if (mark === undefined) return looksLikeCode(cell) && Number.isNaN(Number(cell)) ? [`${cell} could be code`] : [];
      const text = wellFormed(known.get(mark) ?? "");
      const wanted = looksLikeCode(text) ? `'${text}` : text;
      return cell === wanted ? [] : [`${cell} is not ${wanted}`];
    });
}

/** The marks of the texts that stand in a file. */
export function marksIn(file: Uint8Array, isPackage: boolean): string[] {
  if (!isPackage) return marked(Buffer.from(file).toString());
  const { names, bytes, trees } = openedPackage(file);
  const own = [...trees.values()].flatMap(everyElement).flatMap(({ text }) => marked(text));
  return [...own, ...names.filter((name) => name.endsWith(".xlsx")).flatMap((name) => marksIn(bytes(name), true))];
}
