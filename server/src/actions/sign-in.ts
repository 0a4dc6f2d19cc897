import {
  deleteRefusedSignIns,
  deleteSession,
  findAccount,
  insertSession,
  inTransaction,
  type RecordedAccount,
  type Store,
} from "@beizeng/db";
import type { Moment } from "../accounts/moment.ts";
import { isPassword } from "../accounts/password-hash.ts";
import { findSecuritySettings, isLocked } from "../accounts/security.ts";
import { type Answer, give, refuse } from "../problems.ts";
import { auditUnrevised } from "./ledger.ts";
import { noteRefusedSignIn } from "./note-refused-sign-in.ts";

/** A name and a password as typed, and the session to be begun. */
export interface SignIn extends Moment {
  readonly account: string;
  readonly password: string;
  readonly isDemonstration: boolean;
  /** The hash under which the new session's token is kept. */
  readonly tokenHash: string;
  /** The session that the browser has had so far, which ends. */
  readonly formerTokenHash: string | null;
}

/**
 * Begins a session for who knows the password. An unknown name, a wrong password, a locked name and a disabled account
 * are refused by one answer, in the same time: a hash is computed and a row written for each.
 */
export async function signIn(store: Store, request: SignIn): Promise<Answer<RecordedAccount>> {
  const { account: name, password, isDemonstration, tokenHash, formerTokenHash, now, at } = request;
  const seen = await findAccount(store, name);
  const isRight = await isPassword(seen?.passwordHash ?? null, password);
  return inTransaction(store, async (transaction): Promise<Answer<RecordedAccount>> => {
    const wasLocked = await isLocked(transaction, await findSecuritySettings(transaction, isDemonstration), name, now);
    const account = await findAccount(transaction, name);
    const isUnchanged = account !== null && account.passwordHash === seen?.passwordHash && account.disabledAt === null;
    if (!isRight || !isUnchanged || wasLocked) {
      await noteRefusedSignIn(transaction, name, "password", wasLocked, { now, at });
      return refuse({ code: "sign-in-refused" });
    }
    await deleteRefusedSignIns(transaction, name);
    if (formerTokenHash !== null) await deleteSession(transaction, formerTokenHash);
    const data = JSON.stringify({ hasSecondFactor: false });
    await insertSession(transaction, { tokenHash, accountId: account.id, data, createdAt: now, seenAt: now });
    const actor = { id: account.key, role: account.role };
    await auditUnrevised(transaction, { action: "sign-in", at, actor, entity: `account:${name}` }, { by: "password" });
    return give(account);
  });
}
