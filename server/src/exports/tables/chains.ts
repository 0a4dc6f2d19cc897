import type { Text } from "../../domain/model.ts";
import { type AssessedSubject, assessmentColumns, assessmentRows } from "./assessment-rows.ts";
import { headings } from "./headings.ts";
import type { TableSource, TakenTable } from "./table.ts";

/** All chains at a month, with every indicator or with one (`indicator.reading`), in the order of the document. */
export function chainsTable(
  answer: TableSource & { readonly chains: readonly AssessedSubject[]; readonly summary: Text },
  indicator: string | undefined,
): TakenTable {
  return {
    name: { zh: "产业链进度", en: "Progress of the chains" },
    title: answer.summary,
    unit: null,
    columns: [{ heading: headings.chain }, ...assessmentColumns],
    rows: assessmentRows(answer.chains, answer.quotation.basis, indicator),
  };
}
