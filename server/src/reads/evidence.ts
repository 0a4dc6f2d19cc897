import { type EvidenceFile, findEvidence } from "@beizeng/db";
import { mayReadPapers, type PaperReader } from "../domain/access.ts";
import { type Answer, give, refuse } from "../problems.ts";
import type { Reads } from "./reads.ts";

/** A file of a paper that somebody may read; of any other it is not told whether there is one. */
export async function readEvidence({ store }: Reads, id: number, reader: PaperReader): Promise<Answer<EvidenceFile>> {
  const file = await findEvidence(store, id);
  if (file === null || !mayReadPapers(reader, file.department))
    return refuse({ code: "unknown-evidence", field: "id" });
  return give(file);
}
