/** That the product answers. */
import { findLedgerRevision } from "@beizeng/db";
import type { Health } from "../contract/health.ts";
import type { Reads } from "./reads.ts";

/** The answer of GET /api/health. */
export async function readHealth({ store, build, isDemonstration }: Reads): Promise<Health> {
  return { status: "ok", build, revision: await findLedgerRevision(store), isDemonstration };
}
