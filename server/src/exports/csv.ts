/** Tables as CSV that an office's spreadsheet opens as they are meant. TRUST S9. */

/** What stands first in the file, so that spreadsheets read it as UTF-8. */
export const byteOrderMark = "\uFEFF";

/** Texts that a spreadsheet could take for a formula or a command, in half and full width. */
const startsLikeCode = /^[=+\-@\t\r\n\0＝＋－＠]/;

/** True for a text that a spreadsheet could take for a formula or a command once somebody edits it. */
export const looksLikeCode = (text: string): boolean => startsLikeCode.test(text);

/** A cell: texts that look like code get an apostrophe before them, numbers stay numbers, null is an empty cell. */
function cellText(cell: string | number | null): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const text = looksLikeCode(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A line with its end. */
export function csvLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map(cellText).join(",")}\r\n`;
}
