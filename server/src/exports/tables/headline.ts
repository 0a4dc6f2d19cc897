import type { Text } from "../../domain/model.ts";
import { type AssessedSubject, assessmentColumns, assessmentRows } from "./assessment-rows.ts";
import { headings } from "./headings.ts";
import type { TableSource, TakenTable } from "./table.ts";

/** The overall goals at a month. */
export function headlineTable(
  answer: TableSource & { readonly headline: readonly AssessedSubject[]; readonly summary: Text },
): TakenTable {
  return {
    name: { zh: "总体目标", en: "Overall goals" },
    title: answer.summary,
    unit: null,
    columns: [{ heading: headings.subject }, ...assessmentColumns],
    rows: assessmentRows(answer.headline, answer.quotation.basis, undefined),
  };
}
