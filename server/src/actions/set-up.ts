import { createHash } from "node:crypto";
import { deleteSetting, findSetting, insertAccount, inTransaction, type Store, updateSetting } from "@beizeng/db";
import type { Moment } from "../accounts/moment.ts";
import { refusalOfPassword } from "../accounts/new-password.ts";
import { hashPassword, newSetUpCode } from "../accounts/password-hash.ts";
import { findSecuritySettings, hasAdministrator, isLocked, setUpCodeKey, setUpName } from "../accounts/security.ts";
import { type Answer, give, refuse } from "../problems.ts";
import { auditUnrevised } from "./ledger.ts";
import { noteRefusedSignIn } from "./note-refused-sign-in.ts";

const hashOf = (code: string) => createHash("sha256").update(code.trim().toUpperCase()).digest("hex");
const product = { id: "system", role: "system" } as const;

/** Makes a new set-up code and keeps its hash; null where there is an administrator already. */
export async function issueSetUpCode(store: Store, { now, at }: Moment): Promise<string | null> {
  return inTransaction(store, async (transaction) => {
    if (await hasAdministrator(transaction)) return null;
    const code = newSetUpCode();
    const value = JSON.stringify({ hash: hashOf(code) });
    await updateSetting(transaction, { key: setUpCodeKey, value, changedAt: now, changedBy: product.id });
    const deed = { action: "issue-set-up-code", at, actor: product, entity: "workspace" };
    await auditUnrevised(transaction, deed, {});
    return code;
  });
}

/** The first administrator, as typed by whoever holds the set-up code. */
export interface SetUp extends Moment {
  readonly code: string;
  readonly account: string;
  readonly name: string;
  readonly password: string;
}

/** Makes the first administrator of a production workspace; the code is spent. Wrong codes lock the set-up as wrong passwords lock a name. */
export async function setUp(store: Store, request: SetUp): Promise<Answer<null>> {
  const { code, account, name, password, now, at } = request;
  const settings = await findSecuritySettings(store, false);
  const passwordHash = await hashPassword(password);
  return inTransaction(store, async (transaction): Promise<Answer<null>> => {
    const stored = await findSetting(transaction, setUpCodeKey);
    if (stored === null || (await hasAdministrator(transaction))) return refuse({ code: "set-up-already" });
    const wasLocked = await isLocked(transaction, settings, setUpName, now);
    const { hash }: { hash: string } = JSON.parse(stored.value);
    if (wasLocked || hashOf(code) !== hash) {
      await noteRefusedSignIn(transaction, setUpName, "set-up-code", wasLocked, { now, at });
      return refuse({ code: "set-up-code-refused", field: "code" });
    }
    const fault = refusalOfPassword(settings, password, account);
    if (fault !== null) return refuse(fault);
    await insertAccount(transaction, {
      ...{
        key: account,
        name,
        role: "admin" as const,
        passwordHash,
        passwordChangedAt: now,
        mustChangePassword: false,
      },
      ...{ secondFactorSecret: null, secondFactorCounter: null, singleSignOnSubject: null },
      ...{ createdAt: now, disabledAt: null, version: 1 },
    });
    await deleteSetting(transaction, setUpCodeKey);
    const deed = { action: "set-up", at, actor: product, entity: `account:${account}` };
    await auditUnrevised(transaction, deed, { name, role: "admin" });
    return give(null);
  });
}
