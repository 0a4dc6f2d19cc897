import { deleteSessionsOf, findAccount, inTransaction, type Store, updateAccount } from "@beizeng/db";
import type { Moment } from "../accounts/moment.ts";
import { refusalOfPassword } from "../accounts/new-password.ts";
import { hashPassword, isPassword } from "../accounts/password-hash.ts";
import { findSecuritySettings, isLocked } from "../accounts/security.ts";
import { type Answer, give, refuse } from "../problems.ts";
import { auditUnrevised } from "./ledger.ts";
import { noteRefusedSignIn } from "./note-refused-sign-in.ts";

/** A person's own password, changed by who knows the one that stands. */
export interface ChangePassword extends Moment {
  readonly account: string;
  readonly standing: string;
  readonly password: string;
  readonly isDemonstration: boolean;
  /** The session that goes on; all others of the account end. */
  readonly tokenHash: string;
}

/** Changes a password and ends the account's other sessions. Wrong tries at the standing one count towards the lock. */
export async function changePassword(store: Store, request: ChangePassword): Promise<Answer<null>> {
  const { account: name, standing, password, isDemonstration, tokenHash, now, at } = request;
  const settings = await findSecuritySettings(store, isDemonstration);
  const seen = await findAccount(store, name);
  const fault = refusalOfPassword(settings, password, name);
  const isRight = await isPassword(seen?.passwordHash ?? null, standing);
  const passwordHash = await hashPassword(password);
  return inTransaction(store, async (transaction): Promise<Answer<null>> => {
    const wasLocked = await isLocked(transaction, settings, name, now);
    if (seen === null || !isRight || wasLocked) {
      await noteRefusedSignIn(transaction, name, "password", wasLocked, { now, at });
      return refuse({ code: "standing-password-wrong", field: "standing" });
    }
    if (fault !== null) return refuse(fault);
    if (standing === password) return refuse({ code: "password-repeated", field: "password" });
    const { id, key, role, version } = seen;
    const change = { ...seen, passwordHash, passwordChangedAt: now, mustChangePassword: false };
    if (!(await updateAccount(transaction, id, version, change))) return refuse({ code: "changed-meanwhile" });
    await deleteSessionsOf(transaction, id, tokenHash);
    await auditUnrevised(
      transaction,
      { action: "change-password", at, actor: { id: key, role }, entity: `account:${key}` },
      {},
    );
    return give(null);
  });
}
