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
import type { Actor } from "./actor.ts";
import { auditUnrevised } from "./ledger.ts";

/** An account whose password or second factor is lost, as an administrator saw it at a version. */
export interface ResetSignIn extends Moment {
  readonly actor: Actor;
  readonly account: string;
  readonly version: number;
}

/** Gives an account a new password, shown once and to be changed when it is first used; ends its sessions and its lock. */
export async function resetPassword(store: Store, request: ResetSignIn): Promise<Answer<{ password: string }>> {
  const password = newPassword();
  const passwordHash = await hashPassword(password);
  const change = { passwordHash, passwordChangedAt: request.now, mustChangePassword: true };
  const done = await reset(store, request, "reset-password", change);
  return done.ok ? give({ password }) : done;
}

/** Takes an account's second factor away, to be set up anew when it is next asked for; ends its sessions. */
export function resetSecondFactor(store: Store, request: ResetSignIn): Promise<Answer<null>> {
  return reset(store, request, "reset-second-factor", { secondFactorSecret: null, secondFactorCounter: null });
}

function reset(store: Store, request: ResetSignIn, action: string, change: object): Promise<Answer<null>> {
  const { actor, account: name, version, at } = request;
  return inTransaction(store, async (transaction): Promise<Answer<null>> => {
    if (actor.id === name) return refuse({ code: "your-own-account", field: "account" });
    const account = await findAccount(transaction, name);
    if (account === null) return refuse({ code: "unknown-account", field: "account", value: name });
    const isFirst = await updateAccount(transaction, account.id, version, { ...account, ...change });
    if (!isFirst) return refuse({ code: "changed-meanwhile" });
    await deleteSessionsOf(transaction, account.id);
    await deleteRefusedSignIns(transaction, name);
    await auditUnrevised(transaction, { action, at, actor, entity: `account:${name}` }, {});
    return give(null);
  });
}
