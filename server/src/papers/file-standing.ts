import { type EvidenceFile, findDraftLines, findDrafts, isEvidenceHandedIn, type Reader } from "@beizeng/db";
import type { Basis } from "@beizeng/db/vocabulary";
import type { FileStanding } from "../domain/access.ts";
import { typedOf } from "./paper-lines.ts";

/** Where a file stands: with what was handed in, or only in what is typed. */
export async function findFileStanding(
  reader: Reader,
  { id, planId, departmentId, period, department, addedBy }: Omit<EvidenceFile, "content">,
): Promise<FileStanding> {
  const drafts: Basis[] = [];
  for (const draft of await findDrafts(reader, { planId, departmentId })) {
    if (draft.period !== period) continue;
    const lines = await findDraftLines(reader, draft.id);
    if (lines.some((line) => typedOf(line).evidence?.includes(id))) drafts.push(draft.basis);
  }
  return { department, addedBy, isHandedIn: await isEvidenceHandedIn(reader, id), drafts };
}
