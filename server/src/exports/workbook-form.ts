/** A paper's form as a workbook holds it: values only, made by `reads` and laid out by `form-workbook`. */
import { createHash } from "node:crypto";
import type { Nature, SubmissionKind } from "../../../db/src/vocabulary.ts";
import type { FigureField } from "../domain/check-list.ts";
import type { Month } from "../domain/month.ts";

/** What a line of the form asks for: a figure, or the day on which a milestone was reached. */
export type LineField = FigureField | "doneOn";

/** Which paper a form is: the same four that its address names. */
export interface FormIdentity {
  readonly plan: string;
  readonly department: string;
  readonly period: Month;
  readonly kind: SubmissionKind;
}

/** One line of the form: one figure of a measure. Figures are plain decimal texts in the indicator's unit. */
export interface FormLine {
  readonly field: LineField;
  /** False for a figure without which every target can be judged. */
  readonly isNeeded: boolean;
  /** The last accepted figure and its month; null where nothing was accepted. */
  readonly last: { readonly month: Month; readonly text: string } | null;
  /** True where the period's own figure can be typed instead of the cumulative one. */
  readonly takesAdded: boolean;
  /** True for a cumulative figure that cannot fall. */
  readonly isCumulative: boolean;
  /** What is typed so far, as it was typed: of this period, and cumulative or at the period's end; "" for nothing. */
  readonly typedAdded: string;
  readonly typedCumulative: string;
}

/** A measure of the form with its lines. */
export interface FormMeasure {
  readonly key: string;
  readonly subject: string;
  readonly name: string;
  readonly unit: string;
  readonly decimals: number;
  readonly nature: Nature;
  /** Targets and what is due of them by the period, as they are shown. */
  readonly target: string;
  readonly schedule: string;
  readonly lines: readonly FormLine[];
  /** 说明, and the word that a warning asked for. */
  readonly note: string;
  readonly reason: string;
  /** The version of the draft's line that this is; 0 for one that nobody has written. */
  readonly version: number;
}

/** A form with all that stands on its sheet. */
export interface WorkbookForm {
  readonly identity: FormIdentity;
  readonly title: string;
  readonly departmentName: string;
  /** Such as 2022年第三季度. */
  readonly periodName: string;
  /** YYYY-MM-DD. */
  readonly dueOn: string;
  readonly isDemonstration: boolean;
  /** The product's version. */
  readonly build: string;
  readonly measures: readonly FormMeasure[];
}

/** What a mark is set on: one of the cells in which a person types. */
export type InputColumn = "added" | "cumulative" | "note" | "reason";

/** Something to be mended at a cell of the form. */
export interface FormMark {
  readonly measure: string;
  readonly field: LineField;
  readonly column: InputColumn;
  readonly severity: "error" | "warning";
  readonly text: string;
}

/** What a line was filled in against, as the workbook remembers it: it is stale when this has changed. */
export function standingOf({ last }: FormLine): string {
  return last === null ? "" : `${last.month} ${last.text}`;
}

/** The version of a form: the same for the same lines over the same accepted figures, 16 hexadecimal digits. */
export function versionOf({ identity, measures }: Pick<WorkbookForm, "identity" | "measures">): string {
  const lines = measures.flatMap(({ key, decimals, lines }) =>
    lines.map((line) => [key, line.field, decimals, line.takesAdded, standingOf(line)]),
  );
  const { plan, department, period, kind } = identity;
  const all = JSON.stringify([plan, department, period, kind, lines]);
  return createHash("sha256").update(all).digest("hex").slice(0, 16);
}
