import { and, asc, eq, isNull, lt, or } from "drizzle-orm";
import { insertedId } from "../rows.ts";
import { holes, inserting, type NewRow, reading, type Scope, writing } from "../statement.ts";
import type { Reader, Transaction } from "../store.ts";

/** A person's account with the keys of the units that it reports for. */
export type RecordedAccount = NewRow<"accounts"> & { id: number; departments: string[] };

/** What of an account can change. */
export type AccountChange = Omit<NewRow<"accounts">, "key" | "createdAt">;

const changing = [
  "name",
  "role",
  "passwordHash",
  "passwordChangedAt",
  "mustChangePassword",
  "secondFactorSecret",
  "secondFactorCounter",
  "singleSignOnSubject",
  "disabledAt",
  "version",
] as const satisfies readonly (keyof AccountChange)[];
const columns = ["id", "key", "createdAt", ...changing] as const;

const accountRows = reading(({ select, t }) => select(accountColumns(t)).from(t.accounts).orderBy(asc(t.accounts.id)));

const accountRow = reading(({ select, t, p }: Scope<{ key: string }>) =>
  select(accountColumns(t)).from(t.accounts).where(eq(t.accounts.key, p.key)),
);

const accountOfSubject = reading(({ select, t, p }: Scope<{ subject: string }>) =>
  select({ key: t.accounts.key }).from(t.accounts).where(eq(t.accounts.singleSignOnSubject, p.subject)),
);

const departmentRows = reading(({ select, t }) =>
  select({ accountId: t.accountDepartments.accountId, department: t.departments.key })
    .from(t.accountDepartments)
    .innerJoin(t.departments, eq(t.departments.id, t.accountDepartments.departmentId))
    .orderBy(asc(t.departments.id)),
);

const departmentsOfOne = reading(({ select, t, p }: Scope<{ accountId: number }>) =>
  select({ department: t.departments.key })
    .from(t.accountDepartments)
    .innerJoin(t.departments, eq(t.departments.id, t.accountDepartments.departmentId))
    .where(eq(t.accountDepartments.accountId, p.accountId))
    .orderBy(asc(t.departments.id)),
);

const headsOf = reading(({ select, t, p }: Scope<{ departmentId: number }>) =>
  select({ name: t.accounts.name })
    .from(t.accounts)
    .innerJoin(t.accountDepartments, eq(t.accountDepartments.accountId, t.accounts.id))
    .where(
      and(
        eq(t.accountDepartments.departmentId, p.departmentId),
        eq(t.accounts.role, "head"),
        isNull(t.accounts.disabledAt),
      ),
    )
    .orderBy(asc(t.accounts.id)),
);

const accountInsertion = inserting("accounts");
const departmentInsertion = inserting("accountDepartments");

const accountUpdate = writing(({ build, t, p }: Scope<AccountChange & { id: number; seen: number }>) =>
  build
    .update(t.accounts)
    .set(holes(p, changing))
    .where(and(eq(t.accounts.id, p.id), eq(t.accounts.version, p.seen)))
    .returning({ id: t.accounts.id }),
);

const counterUpdate = writing(({ build, t, p }: Scope<{ id: number; secondFactorCounter: number; below: number }>) =>
  build
    .update(t.accounts)
    .set(holes(p, ["secondFactorCounter"]))
    .where(
      and(
        eq(t.accounts.id, p.id),
        or(isNull(t.accounts.secondFactorCounter), lt(t.accounts.secondFactorCounter, p.below)),
      ),
    )
    .returning({ id: t.accounts.id }),
);

const departmentsDeletion = writing(({ build, t, p }: Scope<{ accountId: number }>) =>
  build.delete(t.accountDepartments).where(eq(t.accountDepartments.accountId, p.accountId)),
);

function accountColumns(t: Scope<object>["t"]) {
  const { accounts } = t;
  return Object.fromEntries(columns.map((name) => [name, accounts[name]])) as Pick<
    typeof accounts,
    (typeof columns)[number]
  >;
}

/** All accounts in the order in which they were made. */
export async function findAccounts(reader: Reader): Promise<RecordedAccount[]> {
  const departments = await reader.all(departmentRows, {});
  return (await reader.all(accountRows, {})).map((account) => ({
    ...account,
    departments: departments.filter(({ accountId }) => accountId === account.id).map(({ department }) => department),
  }));
}

/** The account of a name, null where none has it. */
export async function findAccount(reader: Reader, key: string): Promise<RecordedAccount | null> {
  const [account] = await reader.all(accountRow, { key });
  if (account === undefined) return null;
  const departments = await reader.all(departmentsOfOne, { accountId: account.id });
  return { ...account, departments: departments.map(({ department }) => department) };
}

/** The name of the account that an identity provider's subject belongs to, null where none does. */
export async function findAccountOfSubject(reader: Reader, subject: string): Promise<string | null> {
  const [account] = await reader.all(accountOfSubject, { subject });
  return account?.key ?? null;
}

/** The names of those who sign (签发) for a unit: its heads with an account in use, as they were made; of many units none. */
export async function findHeads(reader: Reader, departmentId: number): Promise<string[]> {
  return (await reader.all(headsOf, { departmentId })).map(({ name }) => name);
}

/** Makes an account and answers its id; a name that is taken breaks a constraint. */
export async function insertAccount(transaction: Transaction, account: NewRow<"accounts">): Promise<number> {
  return insertedId(transaction.all(accountInsertion, account));
}

/** Changes an account that still stands at the version `seen` and raises it; false when somebody else was first. */
export async function updateAccount(
  transaction: Transaction,
  id: number,
  seen: number,
  change: Omit<AccountChange, "version">,
): Promise<boolean> {
  const changed = await transaction.all(accountUpdate, { ...change, version: seen + 1, id, seen });
  return changed.length > 0;
}

/** Notes the code by which an account was entered; false where it or a later one was used before. */
export async function updateSecondFactorCounter(
  transaction: Transaction,
  id: number,
  secondFactorCounter: number,
): Promise<boolean> {
  const changed = await transaction.all(counterUpdate, { id, secondFactorCounter, below: secondFactorCounter });
  return changed.length > 0;
}

/** Puts the units (by the store's number) that an account reports for in the place of those that stand. */
export async function updateAccountDepartments(
  transaction: Transaction,
  accountId: number,
  departmentIds: readonly number[],
): Promise<void> {
  await transaction.all(departmentsDeletion, { accountId });
  for (const departmentId of departmentIds) await transaction.all(departmentInsertion, { accountId, departmentId });
}

const departmentIds = reading(({ select, t }) =>
  select({ id: t.departments.id, key: t.departments.key }).from(t.departments),
);

/** The store's numbers of the units of the given keys, in their order; keys that no unit has are left out. */
export async function findDepartmentIds(reader: Reader, keys: readonly string[]): Promise<Map<string, number>> {
  const known = new Map((await reader.all(departmentIds, {})).map(({ id, key }) => [key, id]));
  const pairs = keys.map((key) => [key, known.get(key)] as const);
  return new Map(pairs.filter((pair): pair is readonly [string, number] => pair[1] !== undefined));
}
