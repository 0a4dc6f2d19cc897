/** Columns of a spreadsheet by their letters, counted from 0. */

/** The letters of a column: A, Z, AA. */
export function letterOf(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : `${letterOf(Math.floor(column / 26) - 1)}${last}`;
}

/** The column of an address such as `AA7`. */
export const columnOf = (at: string): number =>
  [...at.replace(/(?<!\d)\d+$/, "")].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
