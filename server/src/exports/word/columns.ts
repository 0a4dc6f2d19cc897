/** The widths of a table's columns: a number is never broken over two lines, names share what is left. */
import type { WordColumn } from "./blocks.ts";
import { page, sizes } from "./measures.ts";

/** A column whose width is still to be found. */
interface OpenColumn {
  readonly heading: string;
  readonly isFigure?: true;
  /** True for words that must stand in one line. */
  readonly isUnbroken?: boolean;
  /** How much of what is left a column of words takes beside the others; 1 where nothing is said. */
  readonly share?: number;
}

const em = (sizes.table / 72) * 25.4;
/** The margins of a cell and a little air. */
const margin = 2.6;
const leastWidth = 12;

/** The width of a text on one line, in millimetres. */
const widthOf = (text: string) =>
  [...text].reduce((sum, each) => sum + (/[\u2014\u2190-\u21ff\u2e80-\uffef]/.test(each) ? em : em * 0.55), margin);

/** Figures and unbroken words get what they need, the others share the rest. */
export function fittedColumns(
  columns: readonly OpenColumn[],
  rows: readonly (readonly string[])[],
): readonly WordColumn[] {
  const needed = columns.map(({ heading, isFigure, isUnbroken }, index) => {
    if (isFigure !== true && isUnbroken !== true) return null;
    const texts = [...heading.split("\n"), ...rows.map((row) => row[index] ?? "")];
    return Math.max(leastWidth, ...texts.map(widthOf));
  });
  const taken = needed.reduce((sum: number, width) => sum + (width ?? 0), 0);
  const shares = columns.map(({ share = 1 }, index) => (needed[index] === null ? share : 0));
  const open = shares.reduce((sum, share) => sum + share, 0);
  // Names get a tenth of the page at least, so that a strange figure cannot press them out of it.
  const rest = Math.max((page.textWidth - taken) / Math.max(open, 1), page.textWidth / 10);
  const all = needed.map((width, index) => width ?? rest * (shares[index] ?? 1));
  const scale = page.textWidth / all.reduce((sum, width) => sum + width, 0);
  return columns.map(({ heading, isFigure }, index) => ({
    heading,
    width: (all[index] ?? rest) * scale,
    ...(isFigure === undefined ? {} : { isFigure }),
  }));
}
