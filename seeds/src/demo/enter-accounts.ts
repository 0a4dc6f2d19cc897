/** Gives those who act in the demonstration their accounts, which one enters by choosing them: none has a password. */
import {
  findAccount,
  findDepartmentIds,
  insertAccount,
  insertAuditRow,
  inTransaction,
  type Store,
  updateAccountDepartments,
} from "@beizeng/db";
import type { Actor } from "@beizeng/server/actions/actor.ts";

/** Makes the accounts of the people who have none yet, in one transaction with one row of the audit, at an instant (ISO UTC). */
export async function enterAccounts(store: Store, people: readonly Actor[], at: string): Promise<void> {
  return inTransaction(store, async (transaction) => {
    const made: Actor[] = [];
    for (const person of people) {
      if ((await findAccount(transaction, person.id)) !== null) continue;
      const account = await insertAccount(transaction, accountOf(person, at));
      const departments = await findDepartmentIds(transaction, person.departments);
      await updateAccountDepartments(transaction, account, [...departments.values()]);
      made.push(person);
    }
    if (made.length === 0) return;
    await insertAuditRow(transaction, {
      ...{ revision: null, at, actor: "system", actorRole: "system", action: "make-accounts" },
      entity: "accounts",
      payload: made.map(({ id, role, departments }) => ({ account: id, role, departments })),
    });
  });
}

const accountOf = ({ id, role }: Actor, at: string) => ({
  key: id,
  name: id,
  role,
  passwordHash: null,
  passwordChangedAt: null,
  mustChangePassword: false,
  secondFactorSecret: null,
  secondFactorCounter: null,
  singleSignOnSubject: null,
  createdAt: at,
  disabledAt: null,
  version: 1,
});
