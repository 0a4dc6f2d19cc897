/** A table of a page to take away: what it says of itself, and its cells as the page shows them. */
import type { Basis, Light } from "../../../../db/src/vocabulary.ts";
import type { Text } from "../../domain/model.ts";
import { lightWord } from "../../domain/words.ts";

/** A quantity as the API gives it. */
export interface Shown {
  readonly value: number | null;
  readonly text: string;
}

/** Where a column of the table stands in a sheet (E7), in the row of the cell or in another of the table, counted from 0. */
export type CellPlace = (column: number, row?: number) => string;

/** A quantity that a sheet reckons from others beside it; what the formula comes to is what is shown. */
export interface Reckoned extends Shown {
  readonly formula: (at: CellPlace) => string;
}

/** What stands in a cell: words in both languages, a quantity, or a text that is the same in both. */
export type TableCell = Text | Shown | Reckoned | string;

/** A column; `isPercent` where its quantities carry a percent sign. */
export interface TableColumn {
  readonly heading: Text;
  readonly isFigure?: true;
  readonly isPercent?: true;
}

/** A table of a page; `title` is the sentence that stands above it, `unit` is null where each row has its own. */
export interface TakenTable {
  readonly name: Text;
  readonly title: Text;
  readonly unit: Text | null;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly TableCell[])[];
}

/** What every answer about a plan's figures says of itself, as far as a file repeats it. */
export interface TableSource {
  readonly plan: { readonly title: Text; readonly jurisdiction: { readonly name: Text } };
  readonly quotation: {
    readonly month: string;
    readonly basis: Basis;
    readonly asKnownOn: string | null;
    readonly isDemonstration: boolean;
  };
  /** Null where every horizon of its subject stands in it. */
  readonly horizon: string | null;
}

/** A subject or an indicator with the part that it is narrowed to. */
export const narrowed = (name: Text, scope: Text | null): Text =>
  scope === null ? name : { zh: `${name.zh} · ${scope.zh}`, en: `${name.en} · ${scope.en}` };

/** A light in words, or the sign for none. */
export const lightCell = (light: Light | null, basis: Basis): TableCell =>
  light === null ? "—" : lightWord(light, basis);

/** Names one after another, as each language sets them apart. */
export const namesCell = (names: readonly Text[]): Text => ({
  zh: names.map(({ zh }) => zh).join("、"),
  en: names.map(({ en }) => en).join(", "),
});
