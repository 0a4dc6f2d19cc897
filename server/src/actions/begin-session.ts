import { findAccount, insertSession, inTransaction, type RecordedAccount, type Store, updateVisits } from "@beizeng/db";
import { type Answer, give, refuse } from "../problems.ts";
import { auditUnrevised } from "./ledger.ts";

/** A session to be begun for an account that has shown who it is. */
export interface BeginSession {
  readonly account: string;
  /** The hash under which its token is kept. */
  readonly tokenHash: string;
  /** The instant by the wall clock, ISO UTC. */
  readonly now: string;
  /** The instant by the ledger's clock. */
  readonly at: string;
  readonly hasSecondFactor: boolean;
}

/** Begins a session and writes its row of the audit; an account that is not there or is disabled is refused. */
export async function beginSession(store: Store, request: BeginSession): Promise<Answer<RecordedAccount>> {
  const { account: key, tokenHash, now, at, hasSecondFactor } = request;
  return inTransaction(store, async (transaction): Promise<Answer<RecordedAccount>> => {
    const account = await findAccount(transaction, key);
    if (account === null || account.disabledAt !== null) {
      return refuse({ code: "unknown-account", field: "account", value: key });
    }
    const data = JSON.stringify({ hasSecondFactor });
    await insertSession(transaction, { tokenHash, accountId: account.id, data, createdAt: now, seenAt: now });
    // What is new is counted from the visit before this one; nothing more is kept of who was here when.
    await updateVisits(transaction, { accountId: account.id, begunAt: at });
    const actor = { id: account.key, role: account.role };
    await auditUnrevised(transaction, { action: "sign-in", at, actor, entity: `account:${account.key}` }, {});
    return give(account);
  });
}
