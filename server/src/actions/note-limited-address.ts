import { inTransaction, type Store } from "@beizeng/db";
import type { Moment } from "../accounts/moment.ts";
import { addressRule } from "../accounts/tries-by-address.ts";
import { auditUnrevised } from "./ledger.ts";

/** Keeps that an address has been refused too often and has to wait: one row for the wait, none for the tries in it. */
export async function noteLimitedAddress(store: Store, address: string, { at }: Moment): Promise<void> {
  const actor = { id: "system", role: "system" } as const;
  await inTransaction(store, (transaction) =>
    auditUnrevised(transaction, { action: "refuse-address", at, actor, entity: `address:${address}` }, addressRule),
  );
}
