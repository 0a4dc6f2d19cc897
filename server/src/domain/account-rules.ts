/** What an administrator may not do to an account: to their own, and to the last one that administers. */
import type { Role } from "../../../db/src/vocabulary.ts";

/** An account as far as the rules look at it. */
export interface RuledAccount {
  readonly key: string;
  readonly role: Role;
  readonly isDisabled: boolean;
}

/** Roles that an account may have: the product itself is nobody's. */
export type AccountRole = Exclude<Role, "system">;

/** Why a change is refused. */
export type AccountFault = "your-own-account" | "last-administrator" | "no-department" | "departments-without-use";

const reporting: readonly Role[] = ["reporter", "head"];

/** Units belong to those who report for them, and to the reviewers and statisticians who look after them; nobody else has any. */
const withoutDepartments: readonly Role[] = ["leader", "security", "admin", "auditor"];

/** The first reason against an account's role and units, null where there is none. */
export function faultOfDepartments(role: Role, departments: readonly string[]): AccountFault | null {
  if (reporting.includes(role) && departments.length === 0) {
    return "no-department";
  }
  return withoutDepartments.includes(role) && departments.length > 0 ? "departments-without-use" : null;
}

const administers = ({ role, isDisabled }: RuledAccount) => role === "admin" && !isDisabled;

/** The first reason against changing an account of all accounts into another, null where there is none. */
export function faultOfChange(
  actor: string,
  all: readonly RuledAccount[],
  before: RuledAccount,
  after: RuledAccount,
): AccountFault | null {
  const isOut = before.role !== after.role || (after.isDisabled && !before.isDisabled);
  if (!isOut) {
    return null;
  }
  if (actor === before.key) {
    return "your-own-account";
  }
  const others = all.filter(({ key }) => key !== before.key);
  return administers(before) && !others.some(administers) ? "last-administrator" : null;
}
