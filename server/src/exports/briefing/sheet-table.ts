/** What the sheets of a briefing's workbook share. A 通报 is Chinese, and so are its tables. */
import type { Text } from "../../domain/model.ts";
import { namesCell, type TableCell, type TableColumn, type TakenTable } from "../tables/table.ts";

/** A word that the workbook says in Chinese wherever it goes. */
const chinese = (word: string): Text => ({ zh: word, en: word });

/** A column of words. */
export const words = (heading: string): TableColumn => ({ heading: chinese(heading) });
/** A column of figures. */
export const figures = (heading: string): TableColumn => ({ heading: chinese(heading), isFigure: true });

/** A whole number, as a figure is shown. */
export const count = (value: number) => ({ value, text: String(value) });

/** Names one after another, or the sign for none. */
export const names = (of: readonly Text[]): TableCell => (of.length === 0 ? "—" : namesCell(of));

/** A table that stands on a sheet of its own. */
export const sheetTable = (
  name: string,
  title: string,
  columns: readonly TableColumn[],
  rows: readonly (readonly TableCell[])[],
): TakenTable => ({ name: chinese(name), title: chinese(title), unit: null, columns, rows });
