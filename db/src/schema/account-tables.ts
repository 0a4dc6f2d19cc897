import { roles, signInFailures } from "../vocabulary.ts";
import { checksOf } from "./checks.ts";
import type { ColumnMakers } from "./column-makers.ts";
import type { PlaceTables } from "./place-tables.ts";

/** Who may sign in, as what, and who is signed in (TRUST.md S2, S5, S6). */
export function defineAccountTables(make: ColumnMakers, { departments }: PlaceTables) {
  const ofAccounts = checksOf(make, "accounts");
  const accounts = make.table(
    "accounts",
    {
      id: make.id(),
      key: make.text().notNull().unique("accounts_key"),
      name: make.text().notNull(),
      role: make.word(roles).notNull(),
      passwordHash: make.text(),
      passwordChangedAt: make.text(),
      mustChangePassword: make.flag().notNull(),
      secondFactorSecret: make.text(),
      secondFactorCounter: make.whole(),
      singleSignOnSubject: make.text().unique("accounts_single_sign_on_subject"),
      createdAt: make.text().notNull(),
      disabledAt: make.text(),
      version: make.whole().notNull(),
    },
    (t) => [
      ...ofAccounts.words(t),
      ...ofAccounts.instants(t.passwordChangedAt, t.createdAt, t.disabledAt),
      ofAccounts.that("not_the_product", "role <> 'system'"),
      ofAccounts.that("counter_of_a_factor", "second_factor_counter is null or second_factor_secret is not null"),
    ],
  );

  const accountDepartments = make.table(
    "account_departments",
    {
      accountId: make
        .whole()
        .notNull()
        .references(() => accounts.id),
      departmentId: make
        .whole()
        .notNull()
        .references(() => departments.id),
    },
    (t) => [make.primaryKey({ columns: [t.accountId, t.departmentId] })],
  );

  const ofSessions = checksOf(make, "sessions");
  const sessions = make.table(
    "sessions",
    {
      tokenHash: make.text().primaryKey(),
      accountId: make.whole().references(() => accounts.id),
      data: make.text().notNull(),
      createdAt: make.text().notNull(),
      seenAt: make.text().notNull(),
    },
    (t) => [
      ...ofSessions.instants(t.createdAt, t.seenAt),
      ...ofSessions.json(t.data),
      ofSessions.that("token_hashed", "length(token_hash) = 64"),
      make.index("sessions_by_account").on(t.accountId),
    ],
  );

  const ofTries = checksOf(make, "refused_sign_ins");
  const refusedSignIns = make.table(
    "refused_sign_ins",
    {
      id: make.id(),
      account: make.text().notNull(),
      failure: make.word(signInFailures).notNull(),
      at: make.text().notNull(),
    },
    (t) => [
      ...ofTries.words(t),
      ...ofTries.instants(t.at),
      make.index("refused_sign_ins_by_account").on(t.account, t.at),
    ],
  );

  const ofSettings = checksOf(make, "settings");
  const settings = make.table(
    "settings",
    {
      key: make.text().primaryKey(),
      value: make.text().notNull(),
      changedAt: make.text().notNull(),
      changedBy: make.text().notNull(),
    },
    (t) => [...ofSettings.instants(t.changedAt), ...ofSettings.json(t.value)],
  );

  const ofAnswers = checksOf(make, "answered_requests");
  const answeredRequests = make.table(
    "answered_requests",
    {
      account: make.text().notNull(),
      key: make.text().notNull(),
      digest: make.text().notNull(),
      answer: make.text().notNull(),
      at: make.text().notNull(),
    },
    (t) => [
      make.primaryKey({ columns: [t.account, t.key] }),
      ...ofAnswers.instants(t.at),
      ...ofAnswers.json(t.answer),
      ofAnswers.that("digest_length", "length(digest) = 64"),
    ],
  );

  return { accounts, accountDepartments, sessions, refusedSignIns, settings, answeredRequests };
}

export type AccountTables = ReturnType<typeof defineAccountTables>;
