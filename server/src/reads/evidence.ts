import { type EvidenceFile, findEvidence, inSnapshot } from "@beizeng/db";
import { mayReadFile, type PaperReader } from "../domain/access.ts";
import { findFileStanding } from "../papers/file-standing.ts";
import { type Answer, give, refuse } from "../problems.ts";
import type { Reads } from "./reads.ts";

/** A file that somebody may read; of any other it is not told whether there is one. */
export function readEvidence({ store }: Reads, id: number, actor: PaperReader): Promise<Answer<EvidenceFile>> {
  return inSnapshot(store, async (reader): Promise<Answer<EvidenceFile>> => {
    const file = await findEvidence(reader, id);
    if (file === null || !mayReadFile(actor, await findFileStanding(reader, file))) {
      return refuse({ code: "unknown-evidence", field: "id" });
    }
    return give(file);
  });
}
