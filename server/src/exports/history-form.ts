/** A unit's history as a workbook holds it: values only, made by `papers/history` and laid out by `history-workbook`. */
import type { Nature } from "../../../db/src/vocabulary.ts";
import type { Month } from "../domain/month.ts";
import type { LineField } from "./workbook-form.ts";

/** A period's cell of a line: open where history may be typed, else with what was accepted, "" for nothing. */
export interface HistoryCell {
  readonly isOpen: boolean;
  readonly text: string;
}

/** One figure of a measure, period by period. */
export interface HistoryLine {
  readonly measure: string;
  readonly subject: string;
  readonly name: string;
  readonly unit: string;
  readonly decimals: number;
  readonly nature: Nature;
  readonly field: LineField;
  /** True for the line that carries what is said once of the measure. */
  readonly isFirst: boolean;
  /** One for each period of the form, in their order. */
  readonly cells: readonly HistoryCell[];
}

/** A form of past periods of one unit. */
export interface HistoryForm {
  readonly plan: string;
  readonly department: string;
  readonly title: string;
  readonly departmentName: string;
  readonly isDemonstration: boolean;
  /** The product's version. */
  readonly build: string;
  readonly periods: readonly Month[];
  readonly lines: readonly HistoryLine[];
}

/** Something to be mended at a cell of it. */
export interface HistoryMark {
  /** Such as `F7`. */
  readonly at: string;
  readonly severity: "error" | "warning";
  readonly text: string;
}
