import {
  findAccount,
  findDepartmentIds,
  insertAccount,
  insertSession,
  inTransaction,
  type Store,
  updateAccountDepartments,
} from "@beizeng/db";
import type { Role } from "@beizeng/db/vocabulary";
import { newToken, sessionCookie, tokenHashOf } from "@beizeng/server/plugins/sessions.ts";

/** Who is to be signed in, and when. */
export interface SignedIn {
  readonly key: string;
  readonly role: Role;
  /** Keys of units in the store. */
  readonly departments: readonly string[];
  readonly now: string;
  /** Whether the application is reached by TLS. */
  readonly isSecure?: boolean;
}

/** Makes the account if there is none of the name, begins a session with both factors given, and answers its headers. */
export async function signIn(store: Store, person: SignedIn): Promise<{ cookie: string }> {
  const { key, role, departments, now, isSecure = false } = person;
  const token = newToken();
  await inTransaction(store, async (transaction) => {
    const known = await findAccount(transaction, key);
    const accountId = known?.id ?? (await insertAccount(transaction, plainAccount(key, role, now)));
    const ids = await findDepartmentIds(transaction, departments);
    await updateAccountDepartments(transaction, accountId, [...ids.values()]);
    const data = JSON.stringify({ hasSecondFactor: true });
    await insertSession(transaction, { tokenHash: tokenHashOf(token), accountId, data, createdAt: now, seenAt: now });
  });
  return { cookie: `${sessionCookie(isSecure)}=${token}` };
}

const plainAccount = (key: string, role: Role, now: string) => ({
  key,
  name: key,
  role,
  passwordHash: null,
  passwordChangedAt: now,
  mustChangePassword: false,
  secondFactorSecret: null,
  secondFactorCounter: null,
  singleSignOnSubject: null,
  createdAt: now,
  disabledAt: null,
  version: 1,
});
