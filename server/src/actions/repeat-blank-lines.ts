import { inTransaction, type Store } from "@beizeng/db";
import { noLine } from "../papers/paper-lines.ts";
import { isRowBlank, readRow } from "../papers/read-row.ts";
import { type Answer, give } from "../problems.ts";
import { openPaper, type Writing, writeLines } from "./draft-lines.ts";

/** Says 无变化 in every line of a paper into which nothing was typed and that has something to repeat; answers in how many. */
export function repeatBlankLines(store: Store, request: Writing): Promise<Answer<number>> {
  return inTransaction(store, async (transaction): Promise<Answer<number>> => {
    const paper = await openPaper(store, transaction, request);
    if (!paper.ok) return paper;
    const { asked, standing, measures } = paper.value;
    const lines = measures.flatMap((entry) => {
      const { typed } = standing.lines.get(entry.row.id) ?? noLine;
      const row = readRow(asked, entry, typed);
      return isRowBlank(row) && row.canRepeat ? [[entry, { ...typed, isUnchanged: true }] as const] : [];
    });
    if (lines.length > 0) {
      await writeLines(transaction, request, paper.value, { action: "repeat-blank-lines", lines });
    }
    return give(lines.length);
  });
}
