/** The parts of a zipped workbook, unpacked and looked through before any library sees them. In the worker. */
import { FaultyFile } from "./faults.ts";
import type { WorkbookFile } from "./file-kind.ts";
import { limits } from "./limits.ts";
import { unpacked } from "./zip-directory.ts";

/** A part with its content. */
export interface Part {
  readonly name: string;
  readonly content: Uint8Array;
}

const isMarkup = (name: string) => /\.(xml|rels)$/i.test(name) || name === "mimetype";

function textOf(content: Uint8Array): string {
  // Parts in UTF-16 are written by nobody, and would hide from what is looked for here.
  const isWide = (content[0] === 0xff && content[1] === 0xfe) || (content[0] === 0xfe && content[1] === 0xff);
  if (isWide || content[0] === 0 || content[1] === 0) throw new FaultyFile("broken");
  return new TextDecoder().decode(content);
}

/** How often a tag of a sheet stands in a text. */
function countOf(text: string, pattern: RegExp): number {
  let count = 0;
  for (const _ of text.matchAll(pattern)) count += 1;
  return count;
}

function assertCells(count: number): void {
  if (count > limits.cells) throw new FaultyFile("too-many-cells");
}

function attributeOf(tag: string, name: string): number {
  const value = Number(new RegExp(`${name}="(\\d{1,9})"`).exec(tag)?.[1] ?? "1");
  return Math.max(value, 1);
}

/** The cells of an .ods with the rows and columns by which they are repeated, empty ones left out. */
function cellsOfTable(text: string): number {
  let count = 0;
  let rowRepeated = 1;
  for (const [tag, kind = ""] of text.matchAll(/<table:(table-row|table-cell|covered-table-cell)\b[^>]*>/g)) {
    if (kind === "table-row") rowRepeated = attributeOf(tag, "table:number-rows-repeated");
    else if (!tag.endsWith("/>") || tag.includes("value")) {
      count += rowRepeated * attributeOf(tag, "table:number-columns-repeated");
    }
  }
  return count;
}

/** The library tells of a merged range of an .ods only where its first cell has an end of its own, which a blank one lacks. */
const withMergesTold = (text: string): string =>
  text.replace(/<table:table-cell\b([^<>]*)\/>/g, (tag, attributes: string) =>
    /\bnumber-(?:columns|rows)-spanned=/.test(attributes) ? `<table:table-cell${attributes}></table:table-cell>` : tag,
  );

function assertMarkup(kind: "xlsx" | "ods", name: string, text: string): void {
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) throw new FaultyFile("declares-entities");
  if (/macroEnabled/i.test(text) && name === "[Content_Types].xml") throw new FaultyFile("holds-macros");
  if (/manifest:encryption-data/.test(text)) throw new FaultyFile("encrypted");
  if (kind === "ods" && name === "mimetype" && !text.includes("spreadsheet")) throw new FaultyFile("not-a-workbook");
}

/** The parts that hold markup, unpacked; refuses what declares entities, is encrypted or holds too many cells. */
export function markupParts(bytes: Uint8Array, file: WorkbookFile & { kind: "xlsx" | "ods" }): readonly Part[] {
  let cells = 0;
  let rows = 0;
  return file.entries
    .filter(({ name }) => isMarkup(name))
    .map((entry) => {
      const content = unpacked(bytes, entry);
      const text = textOf(content);
      assertMarkup(file.kind, entry.name, text);
      if (file.kind === "ods") cells += cellsOfTable(text);
      else if (/worksheets\//i.test(entry.name)) {
        cells += countOf(text, /<(?:\w+:)?c[\s/>]/g);
        rows += countOf(text, /<(?:\w+:)?row[\s/>]/g);
      }
      assertCells(Math.max(cells, rows));
      const isOdsContent = file.kind === "ods" && entry.name === "content.xml";
      return { name: entry.name, content: isOdsContent ? new TextEncoder().encode(withMergesTold(text)) : content };
    });
}
