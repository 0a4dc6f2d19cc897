import { findMovesOfMonth, type Reader } from "@beizeng/db";
import { isClosed, monthStandingOf } from "../domain/months.ts";
import { type Answer, give, refuse } from "../problems.ts";

/** Refuses what is about a month of a plan (by the store's id) that is closed, naming the edition. DOMAIN section 8. */
export async function askOpenMonth(reader: Reader, planId: number, month: string): Promise<Answer<null>> {
  const standing = monthStandingOf(await findMovesOfMonth(reader, planId, month));
  if (!isClosed(standing)) return give(null);
  return refuse({ code: "month-closed", field: "period", value: month, allowed: String(standing.edition) });
}
