import {
  findAccount,
  findAccountOfSubject,
  findDepartmentIds,
  insertAccount,
  inTransaction,
  type Store,
  updateAccountDepartments,
} from "@beizeng/db";
import type { Moment } from "../accounts/moment.ts";
import { hashPassword, newPassword } from "../accounts/password-hash.ts";
import { type AccountRole, faultOfDepartments } from "../domain/account-rules.ts";
import { type Answer, give, refuse } from "../problems.ts";
import type { Actor } from "./actor.ts";
import { auditUnrevised } from "./ledger.ts";

/** An account to be made, by an administrator. */
export interface MakeAccount extends Moment {
  readonly actor: Actor;
  readonly account: string;
  readonly name: string;
  readonly role: AccountRole;
  /** Keys of units. */
  readonly departments: readonly string[];
  /** What an identity provider calls the person, null where they sign in by password. */
  readonly singleSignOnSubject: string | null;
}

/** Makes an account and answers its password, which is shown once and must be changed when it is first used. */
export async function makeAccount(store: Store, request: MakeAccount): Promise<Answer<{ password: string }>> {
  const { actor, account, name, role, departments, singleSignOnSubject, now, at } = request;
  const fault = faultOfDepartments(role, departments);
  if (fault !== null) return refuse({ code: fault, field: "departments" });
  const password = newPassword();
  const passwordHash = await hashPassword(password);
  return inTransaction(store, async (transaction): Promise<Answer<{ password: string }>> => {
    if ((await findAccount(transaction, account)) !== null) {
      return refuse({ code: "account-taken", field: "account", value: account });
    }
    if (singleSignOnSubject !== null && (await findAccountOfSubject(transaction, singleSignOnSubject)) !== null) {
      return refuse({ code: "subject-taken", field: "singleSignOnSubject", value: singleSignOnSubject });
    }
    const ids = await findDepartmentIds(transaction, departments);
    const unknown = departments.find((department) => !ids.has(department));
    if (unknown !== undefined) return refuse({ code: "unknown-unit", field: "departments", value: unknown });
    const id = await insertAccount(transaction, {
      ...{ key: account, name, role, passwordHash, passwordChangedAt: now, mustChangePassword: true },
      ...{ secondFactorSecret: null, secondFactorCounter: null, singleSignOnSubject },
      ...{ createdAt: now, disabledAt: null, version: 1 },
    });
    await updateAccountDepartments(transaction, id, [...ids.values()]);
    const deed = { action: "make-account", at, actor, entity: `account:${account}` };
    await auditUnrevised(transaction, deed, { name, role, departments, singleSignOnSubject });
    return give({ password });
  });
}
