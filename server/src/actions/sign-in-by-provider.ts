import {
  deleteSession,
  findAccount,
  findAccountOfSubject,
  insertSession,
  inTransaction,
  type RecordedAccount,
  type Store,
  type Transaction,
} from "@beizeng/db";
import type { Moment } from "../accounts/moment.ts";
import { findSecuritySettings } from "../accounts/security.ts";
import { type Answer, give, type Refusal, refuse } from "../problems.ts";
import { auditUnrevised } from "./ledger.ts";

/** Who somebody is as the identity provider says, or why it does not, and the session to be begun. */
export interface SignInByProvider extends Moment {
  readonly identified: Answer<string>;
  readonly isDemonstration: boolean;
  /** The hash under which the new session's token is kept. */
  readonly tokenHash: string;
  /** The session that the browser has had so far, which ends. */
  readonly formerTokenHash: string | null;
}

const product = { id: "system", role: "system" } as const;

/**
 * Begins a session for the account that is bound to the person. None is made: whoever has no account, or one that is
 * disabled, is told so, since they have shown who they are. Each refusal leaves its row.
 */
export async function signInByProvider(store: Store, request: SignInByProvider): Promise<Answer<RecordedAccount>> {
  const { identified, isDemonstration, tokenHash, formerTokenHash, now, at } = request;
  return inTransaction(store, async (transaction): Promise<Answer<RecordedAccount>> => {
    const refuseFor = async (entity: string, reason: Refusal) => {
      const deed = { action: "refuse-sign-in", at, actor: product, entity };
      await auditUnrevised(transaction, deed, { failure: "single-sign-on", code: reason.code });
      return refuse(reason);
    };
    if (!identified.ok) return refuseFor("single-sign-on", identified.reason);
    const subject = identified.value;
    const account = await accountOf(transaction, subject);
    if (account === null) return refuseFor(`identity:${subject}`, { code: "sign-on-unknown", value: subject });
    if (account.disabledAt !== null) return refuseFor(`account:${account.key}`, { code: "sign-on-disabled" });
    const { isSingleSignOnSecondFactor } = await findSecuritySettings(transaction, isDemonstration);
    if (formerTokenHash !== null) await deleteSession(transaction, formerTokenHash);
    const data = JSON.stringify({ hasSecondFactor: isSingleSignOnSecondFactor, isSingleSignOn: true });
    await insertSession(transaction, { tokenHash, accountId: account.id, data, createdAt: now, seenAt: now });
    const deed = { action: "sign-in", at, actor: { id: account.key, role: account.role } };
    await auditUnrevised(transaction, { ...deed, entity: `account:${account.key}` }, { by: "single-sign-on" });
    return give(account);
  });
}

async function accountOf(transaction: Transaction, subject: string): Promise<RecordedAccount | null> {
  const key = await findAccountOfSubject(transaction, subject);
  return key === null ? null : findAccount(transaction, key);
}
