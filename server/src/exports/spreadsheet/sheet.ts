/** A workbook as values: what `workbook` writes as OOXML. Only what the product's own workbooks need. */

/** How a cell looks; what is left out is plain. */
export interface CellStyle {
  /** RRGGBB. */
  readonly fill?: string;
  readonly size?: number;
  readonly isBold?: boolean;
  readonly isBoxed?: boolean;
  readonly horizontal?: "left" | "center" | "right";
  /** A number format; `@` is text and stays text when the cell is edited. */
  readonly format?: string;
  /** True where a person may type although the sheet is locked. */
  readonly isOpen?: boolean;
}

/** What may be typed into a cell: a rule of the spreadsheet with the words that it says. */
export interface CellRule {
  readonly type: "whole" | "date" | "list" | "custom" | "textLength";
  readonly operator?: "between" | "greaterThanOrEqual" | "lessThanOrEqual";
  readonly formulas: readonly string[];
  readonly words: string;
  /** Said while the cell is chosen, where it is not the same as what is said after a mistake. */
  readonly prompt?: string;
}

/** A cell; a text is always a text, whatever it begins with. */
export interface Cell {
  /** Such as `J7`. */
  readonly at: string;
  readonly value: string | number | null;
  /** What a number comes from, without its sign of equality; `value` is what it comes to. Never made of anybody's text. */
  readonly formula?: string;
  readonly style: CellStyle;
  readonly rule?: CellRule;
  /** A comment (批注) at the cell. */
  readonly comment?: string;
}

/** A sheet, its cells row by row and from left to right. */
export interface Sheet {
  readonly name: string;
  /** True for a sheet that only the product reads. */
  readonly isHidden?: boolean;
  /** True for a sheet that may be changed anywhere: a table to work on. */
  readonly isUnlocked?: boolean;
  readonly cells: readonly Cell[];
  readonly widths?: readonly number[];
  /** Row → its height in points. */
  readonly heights?: ReadonlyMap<number, number>;
  /** Ranges such as `A1:C1`. */
  readonly merged?: readonly string[];
  /** How many rows and columns stay in sight, and where one begins to type. */
  readonly frozen?: { readonly rows: number; readonly columns: number; readonly start: string };
  /** Printed on A4 across, as wide as the page, with these rows on each. */
  readonly printed?: { readonly area: string; readonly repeatedRow: number };
}
