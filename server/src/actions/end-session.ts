import { deleteSession, inTransaction, type Store } from "@beizeng/db";
import type { Actor } from "./actor.ts";
import { auditUnrevised } from "./ledger.ts";

/** Ends a session for good and writes its row of the audit; `at` is the instant by the ledger's clock. */
export function endSession(
  store: Store,
  {
    actor,
    tokenHash,
    at,
  }: { readonly actor: Pick<Actor, "id" | "role">; readonly tokenHash: string; readonly at: string },
): Promise<void> {
  return inTransaction(store, async (transaction) => {
    await deleteSession(transaction, tokenHash);
    await auditUnrevised(transaction, { action: "sign-out", at, actor, entity: `account:${actor.id}` }, {});
  });
}
