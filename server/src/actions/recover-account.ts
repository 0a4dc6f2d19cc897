import {
  deleteRefusedSignIns,
  deleteSessionsOf,
  findAccount,
  inTransaction,
  type Store,
  updateAccount,
} from "@beizeng/db";
import type { Moment } from "../accounts/moment.ts";
import { hashPassword, newPassword } from "../accounts/password-hash.ts";
import { type Answer, give, refuse } from "../problems.ts";
import { auditUnrevised } from "./ledger.ts";

/** An administrator whom nobody else can help. */
export interface RecoverAccount extends Moment {
  readonly account: string;
}

const product = { id: "system", role: "system" } as const;

/**
 * Gives an administrator a password that is shown once and serves once, and takes the authenticator away; sessions and
 * lock end. For whoever stands before the machine: everybody else is reset by an administrator.
 */
export async function recoverAccount(
  store: Store,
  { account: name, now, at }: RecoverAccount,
): Promise<Answer<{ password: string }>> {
  const password = newPassword();
  const passwordHash = await hashPassword(password);
  return inTransaction(store, async (transaction): Promise<Answer<{ password: string }>> => {
    const account = await findAccount(transaction, name);
    if (account === null) return refuse({ code: "unknown-account", field: "account", value: name });
    if (account.role !== "admin" || account.disabledAt !== null)
      return refuse({ code: "not-recoverable", value: name });
    await updateAccount(transaction, account.id, account.version, {
      ...account,
      ...{ passwordHash, passwordChangedAt: now, mustChangePassword: true },
      ...{ secondFactorSecret: null, secondFactorCounter: null },
    });
    await deleteSessionsOf(transaction, account.id);
    await deleteRefusedSignIns(transaction, name);
    const deed = { action: "recover-account", at, actor: product, entity: `account:${name}` };
    await auditUnrevised(transaction, deed, {});
    return give({ password });
  });
}
