import { type EvidenceFile, findEvidence } from "@beizeng/db";
import type { Mover } from "../domain/workflow.ts";
import { type Answer, give, refuse } from "../problems.ts";
import { seesPapersOf } from "./paper.ts";
import type { Reads } from "./reads.ts";

/** A file of a paper that somebody may read; of any other it is not told whether there is one. */
export async function readEvidence({ store }: Reads, id: number, mover: Mover): Promise<Answer<EvidenceFile>> {
  const file = await findEvidence(store, id);
  if (file === null || !seesPapersOf(mover, file.department)) return refuse({ code: "unknown-evidence", field: "id" });
  return give(file);
}
