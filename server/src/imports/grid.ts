/** A sheet by the addresses of its cells. */
import type { ReadCell, ReadSheet } from "./read-cell.ts";

/** Address → cell. */
export type Grid = ReadonlyMap<string, ReadCell>;

/** The cells of a sheet by their addresses. */
export const gridOf = ({ cells }: ReadSheet): Grid => new Map(cells.map((cell) => [cell.at, cell]));

/** What a cell says, spelled in one way; "" for nothing. */
export const textAt = (grid: Grid, at: string): string => (grid.get(at)?.text ?? "").normalize("NFKC").trim();

/** A heading or name as `textAt` spells it. */
export const plainText = (text: string): string => text.normalize("NFKC").trim();

/** Blank rows after which nothing more is looked for. */
export const mostRows = 5000;
