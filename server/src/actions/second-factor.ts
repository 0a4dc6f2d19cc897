import {
  deleteSessionsOf,
  findAccount,
  findSession,
  inTransaction,
  type Store,
  type Transaction,
  updateAccount,
  updateSecondFactorCounter,
  updateSession,
} from "@beizeng/db";
import type { Moment } from "../accounts/moment.ts";
import { counterOfCode, factorAddress, newFactorSecret } from "../accounts/second-factor.ts";
import { findSecuritySettings, isLocked } from "../accounts/security.ts";
import { type Answer, give, refuse } from "../problems.ts";
import { auditUnrevised } from "./ledger.ts";
import { noteRefusedSignIn } from "./note-refused-sign-in.ts";
import { renewSession } from "./renew-session.ts";

/** The session on which a second factor is set up or given. */
export interface OnSession extends Moment {
  readonly account: string;
  readonly tokenHash: string;
}

/** A code as typed; the session goes on under a new token, since it has more powers from now on. */
export interface GiveCode extends OnSession {
  readonly code: string;
  readonly newTokenHash: string;
  readonly isDemonstration: boolean;
}

/** A secret for an authenticator, kept with the session until a code has shown that it was taken over. */
export async function proposeSecondFactor(
  store: Store,
  { account: name, tokenHash, now, at }: OnSession,
): Promise<Answer<{ secret: string; address: string }>> {
  return inTransaction(store, async (transaction) => {
    const account = await findAccount(transaction, name);
    const session = await findSession(transaction, tokenHash);
    if (account === null || session === null) return refuse({ code: "sign-in-needed" });
    if (account.secondFactorSecret !== null) return refuse({ code: "second-factor-already" });
    const secret = newFactorSecret();
    const data = JSON.stringify({ ...JSON.parse(session.data), proposedSecret: secret });
    await updateSession(transaction, { tokenHash, seenAt: now, data });
    const actor = { id: name, role: account.role };
    await auditUnrevised(transaction, { action: "propose-second-factor", at, actor, entity: `account:${name}` }, {});
    return give({ secret, address: factorAddress(secret, name) });
  });
}

/** Takes the proposed secret as the account's second factor once its code is right; other sessions end. */
export function setUpSecondFactor(store: Store, request: GiveCode): Promise<Answer<null>> {
  return withCode(store, request, async (transaction, account, proposed) => {
    if (account.secondFactorSecret !== null) return refuse({ code: "second-factor-already" });
    if (proposed === null) return refuse({ code: "second-factor-not-proposed" });
    const counter = counterOfCode(proposed, request.code, null, request.now);
    if (counter === null) return null;
    const change = { ...account, secondFactorSecret: proposed, secondFactorCounter: counter };
    if (!(await updateAccount(transaction, account.id, account.version, change))) {
      return refuse({ code: "changed-meanwhile" });
    }
    await deleteSessionsOf(transaction, account.id, request.tokenHash);
    return give("set-up-second-factor");
  });
}

/** Takes the code of an account's authenticator, at sign-in or to show again who is there; each code counts once. */
export function giveSecondFactor(store: Store, request: GiveCode): Promise<Answer<null>> {
  return withCode(store, request, async (transaction, account) => {
    const { secondFactorSecret, secondFactorCounter } = account;
    if (secondFactorSecret === null) return refuse({ code: "second-factor-not-proposed" });
    const counter = counterOfCode(secondFactorSecret, request.code, secondFactorCounter, request.now);
    if (counter === null || !(await updateSecondFactorCounter(transaction, account.id, counter))) return null;
    return give("give-second-factor");
  });
}

type Known = NonNullable<Awaited<ReturnType<typeof findAccount>>>;

/** Runs a check of a code, null for a wrong one, which counts towards the lock; a right one renews the session. */
async function withCode(
  store: Store,
  request: GiveCode,
  check: (transaction: Transaction, account: Known, proposed: string | null) => Promise<Answer<string> | null>,
): Promise<Answer<null>> {
  const { account: name, tokenHash, newTokenHash, isDemonstration, now, at } = request;
  return inTransaction(store, async (transaction): Promise<Answer<null>> => {
    const account = await findAccount(transaction, name);
    const session = await findSession(transaction, tokenHash);
    if (account === null || session === null) return refuse({ code: "sign-in-needed" });
    const wasLocked = await isLocked(transaction, await findSecuritySettings(transaction, isDemonstration), name, now);
    const { proposedSecret = null, ...kept }: { proposedSecret?: string | null } = JSON.parse(session.data);
    const checked = wasLocked ? null : await check(transaction, account, proposedSecret);
    if (checked === null) {
      await noteRefusedSignIn(transaction, name, "second-factor", wasLocked, { now, at });
      return refuse({ code: "code-refused", field: "code" });
    }
    if (!checked.ok) return checked;
    const data = { ...kept, hasSecondFactor: true };
    await renewSession(transaction, { account, session, tokenHash, newTokenHash, data, now });
    const actor = { id: name, role: account.role };
    await auditUnrevised(transaction, { action: checked.value, at, actor, entity: `account:${name}` }, {});
    return give(null);
  });
}
