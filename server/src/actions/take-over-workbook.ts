import { inTransaction, type Store } from "@beizeng/db";
import type { TypedLine } from "../domain/typed-line.ts";
import { draftState } from "../papers/draft-state.ts";
import type { MeasureEntry } from "../plans/outline.ts";
import { type Answer, give, refuse } from "../problems.ts";
import { askMeasure, openPaper, type Writing, writeLines } from "./draft-lines.ts";

/** Lines that a workbook types, and the state of the draft that they were compared with. */
export interface TakeOverWorkbook extends Writing {
  readonly lines: readonly { readonly measure: string; readonly typed: TypedLine }[];
  readonly seen: string;
}

/**
 * Writes what was typed in a workbook into the draft, unchecked as all drafts are, with one row of the audit; refused when
 * somebody wrote on the draft since it was compared. Answers how many lines were written.
 */
export function takeOverWorkbook(store: Store, request: TakeOverWorkbook): Promise<Answer<number>> {
  return inTransaction(store, async (transaction): Promise<Answer<number>> => {
    const paper = await openPaper(store, transaction, request);
    if (!paper.ok) return paper;
    if (draftState(paper.value.standing) !== request.seen) return refuse({ code: "draft-moved-on", field: "seen" });
    const lines: (readonly [MeasureEntry, TypedLine])[] = [];
    for (const { measure, typed } of request.lines) {
      const entry = askMeasure(paper.value, measure);
      if (!entry.ok) return entry;
      lines.push([entry.value, typed]);
    }
    if (lines.length > 0) {
      await writeLines(transaction, request, paper.value, { action: "take-over-workbook", lines });
    }
    return give(lines.length);
  });
}
