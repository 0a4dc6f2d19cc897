import { inTransaction, type Store } from "@beizeng/db";
import type { TypedLine } from "../domain/typed-line.ts";
import { noLine, type StandingLine } from "../papers/paper-lines.ts";
import { type Answer, give, refuse } from "../problems.ts";
import { askMeasure, hasItsEvidence, openPaper, type Writing, writeLines } from "./draft-lines.ts";

/** What was typed for a measure, and the version that its writer saw before. */
export interface SaveDraftLine extends Writing {
  readonly measure: string;
  readonly typed: TypedLine;
  readonly version: number;
}

/** Whether the line was saved; where it was not, what somebody else wrote in the meantime. */
export type Saved = { readonly isSaved: true } | { readonly isSaved: false; readonly standing: StandingLine };

/**
 * Saves a line of a draft as typed, unchecked, if nobody has written it since the version that its writer saw: of two who
 * write the same line, the second is told and nothing is overwritten. TRUST R8.
 */
export function saveDraftLine(store: Store, request: SaveDraftLine): Promise<Answer<Saved>> {
  const { measure, typed, version } = request;
  return inTransaction(store, async (transaction): Promise<Answer<Saved>> => {
    const paper = await openPaper(store, transaction, request);
    if (!paper.ok) return paper;
    const entry = askMeasure(paper.value, measure);
    if (!entry.ok) return entry;
    const standing = paper.value.standing.lines.get(entry.value.row.id) ?? noLine;
    if (standing.version !== version) return give({ isSaved: false, standing });
    if (!(await hasItsEvidence(transaction, request, paper.value, entry.value, typed))) {
      return refuse({ code: "unknown-evidence", field: "evidence" });
    }
    const lines = [[entry.value, typed] as const];
    await writeLines(transaction, request, paper.value, { action: "save-draft-line", lines });
    return give({ isSaved: true });
  });
}
