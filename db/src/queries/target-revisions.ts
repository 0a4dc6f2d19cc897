import { asc, eq } from "drizzle-orm";
import { reading, type Scope } from "../statement.ts";
import type { Reader } from "../store.ts";
import { type BookRevision, targetValueOf } from "./plan-targets.ts";

/** A value as it was entered: by whom, in which revision of the ledger. */
export type EnteredRevision = Omit<BookRevision, "replaced"> & { revision: number; actor: string };

const enteredRows = reading(({ select, t, p }: Scope<{ targetId: number }>) => {
  const { fromMonth, digits, decimals, stretchDigits, stretchDecimals, id } = t.targetRevisions;
  const { reason, document, knownAt, revision, actor, targetId } = t.targetRevisions;
  const value = { digits, decimals, stretchDigits, stretchDecimals };
  return select({ from: fromMonth, ...value, reason, document, knownAt, revision, actor })
    .from(t.targetRevisions)
    .where(eq(targetId, p.targetId))
    .orderBy(asc(id));
});

/** Every value that a target was ever given, in the order of entry; the first is the document's own. */
export async function findEnteredRevisions(reader: Reader, targetId: number): Promise<EnteredRevision[]> {
  const rows = await reader.all(enteredRows, { targetId });
  return rows.map(({ from, reason, document, knownAt, revision, actor, ...row }) => ({
    from,
    ...targetValueOf(row),
    ...{ reason, document, knownAt, revision, actor },
  }));
}
