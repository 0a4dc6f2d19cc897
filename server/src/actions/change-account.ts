import {
  deleteSessionsOf,
  findAccountOfSubject,
  findAccounts,
  findDepartmentIds,
  inTransaction,
  type RecordedAccount,
  type Store,
  updateAccount,
  updateAccountDepartments,
} from "@beizeng/db";
import type { Moment } from "../accounts/moment.ts";
import { type AccountRole, faultOfChange, faultOfDepartments } from "../domain/account-rules.ts";
import { type Answer, give, refuse } from "../problems.ts";
import type { Actor } from "./actor.ts";
import { auditUnrevised } from "./ledger.ts";

/** An account as it is to be, by an administrator who saw it at a version. */
export interface ChangeAccount extends Moment {
  readonly actor: Actor;
  readonly account: string;
  readonly version: number;
  readonly name: string;
  readonly role: AccountRole;
  readonly departments: readonly string[];
  readonly singleSignOnSubject: string | null;
  readonly isDisabled: boolean;
}

const sorted = (departments: readonly string[]) => departments.toSorted().join(" ");
const ruled = ({ key, role, disabledAt }: RecordedAccount) => ({ key, role, isDisabled: disabledAt !== null });
const told = ({ name, role, departments, singleSignOnSubject, disabledAt }: RecordedAccount) => ({
  ...{ name, role, departments, singleSignOnSubject },
  isDisabled: disabledAt !== null,
});

/**
 * Changes an account. Another role, other units or being disabled end its sessions at once. Refused for one's own
 * account and the last administrator where it would put them out, and where somebody else was first.
 */
export async function changeAccount(store: Store, request: ChangeAccount): Promise<Answer<null>> {
  const { actor, account: name, version, role, departments, singleSignOnSubject, isDisabled, now, at } = request;
  return inTransaction(store, async (transaction): Promise<Answer<null>> => {
    const all = await findAccounts(transaction);
    const before = all.find(({ key }) => key === name);
    if (before === undefined) return refuse({ code: "unknown-account", field: "account", value: name });
    const fault =
      faultOfDepartments(role, departments) ??
      faultOfChange(actor.id, all.map(ruled), ruled(before), { key: name, role, isDisabled });
    if (fault !== null) return refuse({ code: fault, field: fault.endsWith("account") ? "account" : "role" });
    const holder = singleSignOnSubject === null ? null : await findAccountOfSubject(transaction, singleSignOnSubject);
    if (singleSignOnSubject !== null && holder !== null && holder !== name) {
      return refuse({ code: "subject-taken", field: "singleSignOnSubject", value: singleSignOnSubject });
    }
    const ids = await findDepartmentIds(transaction, departments);
    const unknown = departments.find((department) => !ids.has(department));
    if (unknown !== undefined) return refuse({ code: "unknown-unit", field: "departments", value: unknown });
    const disabledAt = isDisabled ? (before.disabledAt ?? now) : null;
    const after = {
      ...before,
      name: request.name,
      role,
      departments: [...departments],
      singleSignOnSubject,
      disabledAt,
    };
    if (!(await updateAccount(transaction, before.id, version, after))) return refuse({ code: "changed-meanwhile" });
    await updateAccountDepartments(transaction, before.id, [...ids.values()]);
    const hasOtherPowers = before.role !== role || sorted(before.departments) !== sorted(departments) || isDisabled;
    if (hasOtherPowers) await deleteSessionsOf(transaction, before.id);
    const deed = { action: "change-account", at, actor, entity: `account:${name}` };
    await auditUnrevised(transaction, deed, { before: told(before), after: told(after) });
    return give(null);
  });
}
