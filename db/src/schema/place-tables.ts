import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import { departmentKinds, jurisdictionKinds, workspaceKinds } from "../vocabulary.ts";
import { checksOf } from "./checks.ts";
import type { ColumnMakers } from "./column-makers.ts";

/** The workspace itself, places, and the units in them: what plans share. */
export function definePlaceTables(make: ColumnMakers) {
  const ofWorkspaces = checksOf(make, "workspaces");
  const workspaces = make.table(
    "workspaces",
    {
      id: make.whole().primaryKey(),
      kind: make.word(workspaceKinds).notNull(),
      name: make.text().notNull(),
      createdAt: make.text().notNull(),
      today: make.text(),
    },
    (t) => [
      ...ofWorkspaces.words(t),
      ...ofWorkspaces.instants(t.createdAt),
      ...ofWorkspaces.dates(t.today),
      ofWorkspaces.that("one_row", "id = 1"),
      ofWorkspaces.that("own_clock", "(kind = 'demonstration') = (today is not null)"),
    ],
  );

  const ofJurisdictions = checksOf(make, "jurisdictions");
  const jurisdictions = make.table(
    "jurisdictions",
    {
      id: make.id(),
      code: make.text().notNull().unique("jurisdictions_code"),
      nameZh: make.text().notNull(),
      nameEn: make.text().notNull(),
      kind: make.word(jurisdictionKinds).notNull(),
      parentId: make.whole().references((): AnySQLiteColumn => jurisdictions.id),
      validFrom: make.text(),
      validTo: make.text(),
    },
    (t) => [
      ...ofJurisdictions.words(t),
      ...ofJurisdictions.dates(t.validFrom, t.validTo),
      ofJurisdictions.that("nation_alone_has_no_parent", "(kind = 'nation') = (parent_id is null)"),
      make.index("jurisdictions_by_parent").on(t.parentId),
    ],
  );

  const ofDepartments = checksOf(make, "departments");
  const departments = make.table(
    "departments",
    {
      id: make.id(),
      key: make.text().notNull().unique("departments_key"),
      nameZh: make.text().notNull(),
      nameEn: make.text().notNull(),
      kind: make.word(departmentKinds).notNull(),
      jurisdictionId: make
        .whole()
        .notNull()
        .references(() => jurisdictions.id),
      membersAreComplete: make.flag().notNull(),
    },
    (t) => [...ofDepartments.words(t), make.index("departments_by_jurisdiction").on(t.jurisdictionId)],
  );

  const ofMembers = checksOf(make, "department_members");
  const departmentMembers = make.table(
    "department_members",
    {
      id: make.id(),
      groupId: make
        .whole()
        .notNull()
        .references(() => departments.id),
      memberId: make
        .whole()
        .notNull()
        .references(() => departments.id),
      fromMonth: make.text(),
      toMonth: make.text(),
      position: make.whole().notNull(),
    },
    (t) => [
      ...ofMembers.months(t.fromMonth, t.toMonth),
      ofMembers.that("not_itself", "group_id <> member_id"),
      make.index("department_members_by_group").on(t.groupId),
      make.index("department_members_by_member").on(t.memberId),
    ],
  );

  return { workspaces, jurisdictions, departments, departmentMembers };
}

export type PlaceTables = ReturnType<typeof definePlaceTables>;
