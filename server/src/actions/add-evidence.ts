import { createHash } from "node:crypto";
import { insertEvidence, inTransaction, type Store } from "@beizeng/db";
import { fileNameOf, fileTypeOf, fileTypes } from "../domain/file-type.ts";
import { draftPlace, noLine } from "../papers/paper-lines.ts";
import { type Answer, give, refuse } from "../problems.ts";
import { askMeasure, openPaper, type Writing, writeLines } from "./draft-lines.ts";

/** A file for a line of a paper. */
export interface AddEvidence extends Writing {
  readonly measure: string;
  readonly name: string;
  readonly content: Buffer;
}

/** The largest file that is taken. */
export const evidenceBytes = 5 * 1024 * 1024;
const filesOfLine = 10;

const refusals = {
  kind: {
    zh: "只收 PDF、PNG、JPG、DOCX、XLSX 文件（不含宏）",
    en: "only PDF, PNG, JPG, DOCX and XLSX (without macros)",
  },
  size: { zh: "单个文件不得超过5 MB", en: "a file may have 5 MB at most" },
  many: { zh: `每行最多${filesOfLine}份`, en: `a line takes ${filesOfLine} files at most` },
};

/** Keeps a file and puts it to a line of the draft, whatever was typed there meanwhile; answers its number. */
export function addEvidence(store: Store, request: AddEvidence): Promise<Answer<number>> {
  const { actor, now, measure, name, content } = request;
  const bytes = new Uint8Array(content.buffer, content.byteOffset, content.byteLength);
  const ending = fileTypeOf(bytes);
  const refused = (allowed: (typeof refusals)["kind"]) =>
    refuse({ code: "evidence-refused", field: "file", value: name, allowed });
  return inTransaction(store, async (transaction): Promise<Answer<number>> => {
    const paper = await openPaper(store, transaction, request);
    if (!paper.ok) return paper;
    const entry = askMeasure(paper.value, measure);
    if (!entry.ok) return entry;
    if (content.byteLength > evidenceBytes) return refused(refusals.size);
    if (ending === null) return refused(refusals.kind);
    const { row } = entry.value;
    const { typed } = paper.value.standing.lines.get(row.id) ?? noLine;
    if ((typed.evidence ?? []).length >= filesOfLine) return refused(refusals.many);
    const { planId, departmentId, period } = draftPlace(paper.value.asked);
    const id = await insertEvidence(transaction, {
      ...{ planId, departmentId, period, measureId: row.id },
      ...{ name: fileNameOf(name, ending), mediaType: fileTypes[ending] },
      ...{ bytes: content.byteLength, sha256: createHash("sha256").update(bytes).digest("hex") },
      ...{ content, addedBy: actor.id, addedAt: now },
    });
    const evidence = [...(typed.evidence ?? []), id];
    const lines = [[entry.value, { ...typed, evidence }] as const];
    await writeLines(transaction, request, paper.value, { action: "add-evidence", lines });
    return give(id);
  });
}
