import { inTransaction, type Store } from "@beizeng/db";
import type { TypedLine } from "../domain/typed-line.ts";
import { noLine } from "../papers/paper-lines.ts";
import { isRowBlank, readRow } from "../papers/read-row.ts";
import { agreeingLine, findReported } from "../papers/reported-values.ts";
import type { MeasureEntry } from "../plans/outline.ts";
import { type Answer, give } from "../problems.ts";
import { openPaper, type Writing, writeLines } from "./draft-lines.ts";

/**
 * Confirms what the department reported (与部门填报一致) in every line of a confirmation into which nothing was typed and for
 * which the department has an accepted figure; answers in how many.
 */
export function agreeWithDepartment(store: Store, request: Writing): Promise<Answer<number>> {
  return inTransaction(store, async (transaction): Promise<Answer<number>> => {
    const paper = await openPaper(store, transaction, request);
    if (!paper.ok) return paper;
    const { asked, standing, measures } = paper.value;
    const lines: (readonly [MeasureEntry, TypedLine])[] = [];
    for (const entry of measures) {
      const { typed } = standing.lines.get(entry.row.id) ?? noLine;
      if (!isRowBlank(readRow(asked, entry, typed))) continue;
      const value = await findReported(transaction, asked, entry);
      if (value !== null) lines.push([entry, { ...typed, ...agreeingLine(entry, value) }]);
    }
    if (lines.length > 0) {
      await writeLines(transaction, request, paper.value, { action: "agree-with-department", lines });
    }
    return give(lines.length);
  });
}
