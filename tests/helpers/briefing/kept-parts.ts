/**
 * The files of a briefing as lines of text that can be kept and compared: an Office file by its parts, an XML part by an element
 * a line, the workbooks in it opened as well. Both sides are written the same way, and nothing of a part is left out but what a
 * hash stands for.
 */
import { createHash } from "node:crypto";
import { unpacked, zipDirectory } from "@beizeng/server/imports/zip-directory.ts";

/** The lines of each part by its name; of a file that is no package, of itself. */
export type Parts = ReadonlyMap<string, readonly string[]>;

/** A longer part is kept by its first lines, and the others by a hash of so many; a line of a list is a whole row. */
const mostElements = { lines: 700, first: 200, hashed: 200 } as const;
const mostRows = { lines: 40, first: 20, hashed: 50 } as const;

const isPackage = (name: string) => /\.(docx|pptx|xlsx|zip)$/.test(name);

/** Ends of lines that stand in the part itself are shown, so that they are compared and no editor changes them. */
const shown = (text: string) => text.replaceAll("\r", "␍").replaceAll("\uFEFF", "〔BOM〕");

/** Of a PNG its size in dots, which stands in its first part, and a hash for the dots. */
function linesOfPicture(content: Uint8Array): string[] {
  const [width, height] = [16, 20].map((at) => Buffer.from(content).readUInt32BE(at));
  return [`${width} × ${height}`, `sha256 ${createHash("sha256").update(content).digest("hex")}`];
}

function linesOf(name: string, content: Uint8Array): string[] {
  if (name.endsWith(".png")) return linesOfPicture(content);
  const text = shown(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(content));
  if (/\.(xml|rels|vml|svg)$/.test(name)) return text.replaceAll("\n", "␊").split(/(?<=>)(?=<[^/])/);
  if (/\.(csv|json)$/.test(name)) return text.split("\n");
  throw new Error(`${name} is of no kind that can be kept as text`);
}

/** A part's lines as they are kept. */
function shortened(name: string, lines: readonly string[]): readonly string[] {
  const most = /\.(csv|json)$/.test(name) ? mostRows : mostElements;
  if (lines.length <= most.lines) return lines;
  const hashes: string[] = [];
  for (let from = most.first; from < lines.length; from += most.hashed) {
    const block = lines.slice(from, from + most.hashed);
    const hash = createHash("sha256").update(block.join("\n")).digest("hex");
    hashes.push(`… lines ${from + 1} to ${from + block.length}: sha256 ${hash}`);
  }
  return [...lines.slice(0, most.first), ...hashes];
}

/** The parts of a file in their order; those of a workbook within are named by its own name and theirs. */
export function partsOf(name: string, content: Uint8Array): Parts {
  if (!isPackage(name)) return new Map([["", shortened(name, linesOf(name, content))]]);
  return new Map(
    zipDirectory(content).flatMap((entry): [string, readonly string[]][] => {
      const { name: part } = entry;
      const bytes = unpacked(content, entry);
      return isPackage(part)
        ? [...partsOf(part, bytes)].map(([inner, lines]) => [`${part}/${inner}`, lines])
        : [[part, shortened(part, linesOf(part, bytes))]];
    }),
  );
}

/** What is otherwise than it was kept: each part with its first line that differs, parts that came or went, another order. */
export function differencesOf(file: string, kept: Parts, now: Parts): string[] {
  const gone = [...kept.keys()].filter((part) => !now.has(part)).map((part) => `${file} ${part} is not there any more`);
  const isOtherOrder = [...kept.keys()].join("\n") !== [...now.keys()].join("\n");
  const others = [...now].flatMap(([part, lines]) => {
    const before = kept.get(part);
    if (before === undefined) return [`${file} ${part} was not there`];
    const length = Math.max(lines.length, before.length);
    const at = Array.from({ length }, (_, line) => line).find((line) => lines[line] !== before[line]);
    if (at === undefined) return [];
    return [`${file} ${part} line ${at + 1}: ${lines[at] ?? "(end)"}, kept: ${before[at] ?? "(end)"}`];
  });
  if (gone.length === 0 && others.length === 0 && isOtherOrder) return [`${file}: its parts stand in another order`];
  return [...gone, ...others];
}
