import {
  assignmentRoles,
  frequencies,
  marketEntityWords,
  planEditKinds,
  ruleModes,
  subjectKinds,
} from "../vocabulary.ts";
import { checksOf } from "./checks.ts";
import type { ColumnMakers, Text } from "./column-makers.ts";
import type { LedgerTables } from "./ledger-tables.ts";
import type { PlaceTables } from "./place-tables.ts";

/** What a policy document is and what it is about: plans, subjects, who is responsible, and how a plan is judged. */
export function definePlanTables(
  make: ColumnMakers,
  { jurisdictions, departments }: PlaceTables,
  { ledgerRevisions }: LedgerTables,
) {
  const ofPlans = checksOf(make, "plans");
  const plans = make.table(
    "plans",
    {
      id: make.id(),
      key: make.text().notNull().unique("plans_key"),
      titleZh: make.text().notNull(),
      titleEn: make.text().notNull(),
      documentNumber: make.text(),
      issuerId: make
        .whole()
        .notNull()
        .references(() => departments.id),
      jurisdictionId: make
        .whole()
        .notNull()
        .references(() => jurisdictions.id),
      marketEntityWord: make.word(marketEntityWords).notNull(),
      issuedOn: make.text().notNull(),
      publishedOn: make.text(),
      effectiveFrom: make.text(),
      expiresOn: make.text(),
      frequency: make.word(frequencies).notNull(),
      firstPeriod: make.text().notNull(),
      dueDay: make.whole().notNull(),
      calendarReasonZh: make.text(),
      calendarReasonEn: make.text(),
      contentHash: make.text().notNull(),
    },
    (t) => [
      ...ofPlans.words(t),
      ...ofPlans.dates(t.issuedOn, t.publishedOn, t.effectiveFrom, t.expiresOn),
      ...ofPlans.months(t.firstPeriod),
      ofPlans.that("due_day_range", "due_day between 1 and 28"),
      make.index("plans_by_jurisdiction").on(t.jurisdictionId),
    ],
  );

  const ofEdits = checksOf(make, "plan_edits");
  const planEdits = make.table(
    "plan_edits",
    {
      id: make.id(),
      planId: make
        .whole()
        .notNull()
        .references(() => plans.id),
      kind: make.word(planEditKinds).notNull(),
      entity: make.text().notNull(),
      fromMonth: make.text(),
      reason: make.text().notNull(),
      document: make.text(),
      knownAt: make.text().notNull(),
      revision: make
        .whole()
        .notNull()
        .references(() => ledgerRevisions.revision),
      actor: make.text().notNull(),
    },
    (t) => [
      ...ofEdits.words(t),
      ...ofEdits.months(t.fromMonth),
      ...ofEdits.instants(t.knownAt),
      make.index("plan_edits_by_plan").on(t.planId),
    ],
  );
  /** By which addition a row came in; null for what the document itself says. */
  const editId = () => make.whole().references(() => planEdits.id);

  const planDepartments = make.table(
    "plan_departments",
    {
      id: make.id(),
      planId: make
        .whole()
        .notNull()
        .references(() => plans.id),
      departmentId: make
        .whole()
        .notNull()
        .references(() => departments.id),
      position: make.whole().notNull(),
      editId: editId(),
    },
    (t) => [
      make.uniqueIndex("plan_departments_once").on(t.planId, t.departmentId),
      make.index("plan_departments_by_department").on(t.departmentId),
    ],
  );

  const departmentAliases = make.table(
    "department_aliases",
    {
      id: make.id(),
      planId: make
        .whole()
        .notNull()
        .references(() => plans.id),
      departmentId: make
        .whole()
        .notNull()
        .references(() => departments.id),
      alias: make.text().notNull(),
      editId: editId(),
    },
    (t) => [make.uniqueIndex("department_aliases_once").on(t.planId, t.alias)],
  );

  const ofSubjects = checksOf(make, "subjects");
  const subjects = make.table(
    "subjects",
    {
      id: make.id(),
      planId: make
        .whole()
        .notNull()
        .references(() => plans.id),
      key: make.text().notNull(),
      kind: make.word(subjectKinds).notNull(),
      nameZh: make.text().notNull(),
      nameEn: make.text().notNull(),
      clause: make.text().notNull(),
      parkZh: make.text(),
      parkEn: make.text(),
      leadEnterpriseZh: make.text(),
      leadEnterpriseEn: make.text(),
      directions: make.json<Text[]>().notNull(),
      position: make.whole().notNull(),
      editId: editId(),
    },
    (t) => [
      ...ofSubjects.words(t),
      ...ofSubjects.json(t.directions),
      make.uniqueIndex("subjects_key").on(t.planId, t.key),
    ],
  );

  const ofAssignments = checksOf(make, "assignments");
  const assignments = make.table(
    "assignments",
    {
      id: make.id(),
      subjectId: make
        .whole()
        .notNull()
        .references(() => subjects.id),
      departmentId: make
        .whole()
        .notNull()
        .references(() => departments.id),
      role: make.word(assignmentRoles).notNull(),
      isReporting: make.flag().notNull(),
      isImplied: make.flag().notNull(),
      position: make.whole().notNull(),
      editId: editId(),
    },
    (t) => [
      ...ofAssignments.words(t),
      make.uniqueIndex("assignments_once").on(t.subjectId, t.departmentId, t.role),
      make.index("assignments_by_department").on(t.departmentId),
    ],
  );

  const ofRules = checksOf(make, "light_rules");
  const lightRules = make.table(
    "light_rules",
    {
      id: make.id(),
      planId: make
        .whole()
        .notNull()
        .references(() => plans.id),
      fromMonth: make.text().notNull(),
      mode: make.word(ruleModes).notNull(),
      tolerancePercent: make.whole().notNull(),
      isInclusive: make.flag().notNull(),
      editId: editId(),
    },
    (t) => [
      ...ofRules.words(t),
      ...ofRules.months(t.fromMonth),
      ofRules.that("tolerance_range", "tolerance_percent between 0 and 100"),
      make.index("light_rules_by_plan").on(t.planId),
    ],
  );

  const ofCalendars = checksOf(make, "entry_calendars");
  const entryCalendars = make.table(
    "entry_calendars",
    {
      id: make.id(),
      planId: make
        .whole()
        .notNull()
        .references(() => plans.id),
      fromMonth: make.text(),
      monthlyPercent: make.json<number[]>().notNull(),
      yearWeights: make.json<Record<string, number>>(),
      editId: editId(),
    },
    (t) => [
      ...ofCalendars.months(t.fromMonth),
      ...ofCalendars.json(t.monthlyPercent, t.yearWeights),
      make.index("entry_calendars_by_plan").on(t.planId),
    ],
  );

  const ofIncentives = checksOf(make, "incentives");
  const incentives = make.table(
    "incentives",
    {
      id: make.id(),
      planId: make
        .whole()
        .notNull()
        .references(() => plans.id),
      key: make.text().notNull(),
      payload: make.json<unknown>().notNull(),
      position: make.whole().notNull(),
    },
    (t) => [...ofIncentives.json(t.payload), make.uniqueIndex("incentives_key").on(t.planId, t.key)],
  );

  return {
    plans,
    planEdits,
    planDepartments,
    departmentAliases,
    subjects,
    assignments,
    lightRules,
    entryCalendars,
    incentives,
  };
}

export type PlanTables = ReturnType<typeof definePlanTables>;
