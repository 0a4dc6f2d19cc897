import { findAccount, findSession, inTransaction, type Store } from "@beizeng/db";
import type { Moment } from "../accounts/moment.ts";
import { isPassword } from "../accounts/password-hash.ts";
import { findSecuritySettings, isLocked } from "../accounts/security.ts";
import { type Answer, give, refuse } from "../problems.ts";
import { auditUnrevised } from "./ledger.ts";
import { noteRefusedSignIn } from "./note-refused-sign-in.ts";
import { renewSession } from "./renew-session.ts";

/** The password of who is signed in, typed once more; the session goes on under a new token. */
export interface GivePassword extends Moment {
  readonly account: string;
  readonly password: string;
  readonly isDemonstration: boolean;
  readonly tokenHash: string;
  readonly newTokenHash: string;
}

/**
 * Shows again who is there. Wrong tries count towards the lock, and a locked name's right one is refused as a wrong one; who
 * has an authenticator shows its code instead.
 */
export async function givePassword(store: Store, request: GivePassword): Promise<Answer<null>> {
  const { account: name, password, isDemonstration, tokenHash, newTokenHash, now, at } = request;
  const seen = await findAccount(store, name);
  const isRight = await isPassword(seen?.passwordHash ?? null, password);
  return inTransaction(store, async (transaction): Promise<Answer<null>> => {
    const account = await findAccount(transaction, name);
    const session = await findSession(transaction, tokenHash);
    if (account === null || session === null) return refuse({ code: "sign-in-needed" });
    if (account.secondFactorSecret !== null) return refuse({ code: "second-factor-needed" });
    const wasLocked = await isLocked(transaction, await findSecuritySettings(transaction, isDemonstration), name, now);
    if (!isRight || wasLocked || account.passwordHash !== seen?.passwordHash) {
      await noteRefusedSignIn(transaction, name, "password", wasLocked, { now, at });
      return refuse({ code: "password-wrong", field: "password" });
    }
    const data: object = JSON.parse(session.data);
    await renewSession(transaction, { account, session, tokenHash, newTokenHash, data, now });
    const actor = { id: name, role: account.role };
    await auditUnrevised(transaction, { action: "give-password", at, actor, entity: `account:${name}` }, {});
    return give(null);
  });
}
