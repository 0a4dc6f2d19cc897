import {
  bases,
  comparators,
  curveKinds,
  directions,
  hardnesses,
  natures,
  readings,
  scopeKinds,
} from "../vocabulary.ts";
import { checksOf } from "./checks.ts";
import type { ColumnMakers } from "./column-makers.ts";
import type { LedgerTables } from "./ledger-tables.ts";
import type { PlaceTables } from "./place-tables.ts";
import type { PlanTables } from "./plan-tables.ts";
import type { SubmissionTables } from "./submission-tables.ts";

/** A point of a custom curve: the percent due by the month's end. */
export type CurvePoint = { month: string; percent: number };

/** What is measured and what is promised of it (DOMAIN.md sections 1 to 3). */
export function defineMeasureTables(make: ColumnMakers, { departments }: PlaceTables, plan: PlanTables) {
  const { plans, planEdits, subjects } = plan;
  const ofIndicators = checksOf(make, "indicators");
  const indicators = make.table(
    "indicators",
    {
      id: make.id(),
      key: make.text().notNull().unique("indicators_key"),
      nameZh: make.text().notNull(),
      nameEn: make.text().notNull(),
      unitZh: make.text().notNull(),
      unitEn: make.text().notNull(),
      decimals: make.whole().notNull(),
      isIndivisible: make.flag().notNull(),
      definitionZh: make.text(),
      definitionEn: make.text(),
    },
    (t) => [...ofIndicators.words(t), ofIndicators.that("decimals_range", "decimals between 0 and 6")],
  );

  const ofMeasures = checksOf(make, "measures");
  const measures = make.table(
    "measures",
    {
      id: make.id(),
      planId: make
        .whole()
        .notNull()
        .references(() => plans.id),
      subjectId: make
        .whole()
        .notNull()
        .references(() => subjects.id),
      key: make.text().notNull(),
      indicatorId: make
        .whole()
        .notNull()
        .references(() => indicators.id),
      nature: make.word(natures).notNull(),
      scopeKind: make.word(scopeKinds),
      scopeKey: make.text(),
      scopeNameZh: make.text(),
      scopeNameEn: make.text(),
      openingMonth: make.text(),
      openingAmount: make.whole(),
      openingImpliedZh: make.text(),
      openingImpliedEn: make.text(),
      reportingDepartmentId: make
        .whole()
        .notNull()
        .references(() => departments.id),
      position: make.whole().notNull(),
      editId: make.whole().references(() => planEdits.id),
    },
    (t) => [
      ...ofMeasures.words(t),
      ...ofMeasures.months(t.openingMonth),
      ...ofMeasures.exact(t.openingAmount),
      ofMeasures.that("scope_whole", "(scope_kind is null) = (scope_key is null)"),
      ofMeasures.that("opening_whole", "(opening_month is null) = (opening_amount is null)"),
      make.uniqueIndex("measures_key").on(t.planId, t.key),
      make.index("measures_by_subject").on(t.subjectId),
      make.index("measures_by_indicator").on(t.indicatorId),
      make.index("measures_by_department").on(t.reportingDepartmentId),
    ],
  );

  const ofTargets = checksOf(make, "targets");
  const targets = make.table(
    "targets",
    {
      id: make.id(),
      planId: make
        .whole()
        .notNull()
        .references(() => plans.id),
      measureId: make
        .whole()
        .notNull()
        .references(() => measures.id),
      key: make.text().notNull(),
      reading: make.word(readings).notNull(),
      comparator: make.word(comparators).notNull(),
      direction: make.word(directions).notNull(),
      origin: make.text().notNull(),
      deadline: make.text(),
      horizon: make.text().notNull(),
      isYearly: make.flag().notNull(),
      hardness: make.word(hardnesses).notNull(),
      clause: make.text().notNull(),
      curve: make.word(curveKinds).notNull(),
      curvePoints: make.json<CurvePoint[]>(),
      ambiguousZh: make.text(),
      ambiguousEn: make.text(),
      impliedZh: make.text(),
      impliedEn: make.text(),
      isMadeOfParts: make.flag().notNull(),
      madeOfNoteZh: make.text(),
      madeOfNoteEn: make.text(),
      position: make.whole().notNull(),
    },
    (t) => [
      ...ofTargets.words(t),
      ...ofTargets.months(t.origin, t.deadline),
      ...ofTargets.json(t.curvePoints),
      ofTargets.that("horizon_names_deadline", "horizon = coalesce(deadline, 'standing')"),
      ofTargets.that("points_for_custom", "(curve = 'custom') = (curve_points is not null)"),
      make.uniqueIndex("targets_key").on(t.planId, t.key),
      make.index("targets_by_measure").on(t.measureId),
    ],
  );

  const targetParts = make.table(
    "target_parts",
    {
      id: make.id(),
      targetId: make
        .whole()
        .notNull()
        .references(() => targets.id),
      partId: make
        .whole()
        .notNull()
        .references(() => targets.id),
      position: make.whole().notNull(),
    },
    (t) => [
      make.uniqueIndex("target_parts_once").on(t.targetId, t.partId),
      make.index("target_parts_by_part").on(t.partId),
      checksOf(make, "target_parts").that("not_itself", "target_id <> part_id"),
    ],
  );

  return { indicators, measures, targets, targetParts };
}

export type MeasureTables = ReturnType<typeof defineMeasureTables>;

/** What became known of measures and targets, appended and never changed (DOMAIN.md sections 2 and 8). */
export function defineFigureTables(
  make: ColumnMakers,
  { measures, targets }: MeasureTables,
  { ledgerRevisions }: LedgerTables,
  { submissions }: SubmissionTables,
) {
  const ofRevisions = checksOf(make, "target_revisions");
  const targetRevisions = make.table(
    "target_revisions",
    {
      id: make.id(),
      targetId: make
        .whole()
        .notNull()
        .references(() => targets.id),
      fromMonth: make.text().notNull(),
      digits: make.whole().notNull(),
      decimals: make.whole().notNull(),
      stretchDigits: make.whole(),
      stretchDecimals: make.whole(),
      reason: make.text(),
      document: make.text(),
      knownAt: make.text().notNull(),
      revision: make
        .whole()
        .notNull()
        .references(() => ledgerRevisions.revision),
      actor: make.text().notNull(),
    },
    (t) => [
      ...ofRevisions.months(t.fromMonth),
      ...ofRevisions.instants(t.knownAt),
      ...ofRevisions.exact(t.digits, t.stretchDigits),
      ofRevisions.that("decimals_range", "decimals between 0 and 15 and stretch_decimals between 0 and 15"),
      ofRevisions.that("stretch_whole", "(stretch_digits is null) = (stretch_decimals is null)"),
      make.index("target_revisions_by_target").on(t.targetId, t.fromMonth),
    ],
  );

  const ofObservations = checksOf(make, "observations");
  const observations = make.table(
    "observations",
    {
      measureId: make
        .whole()
        .notNull()
        .references(() => measures.id),
      basis: make.word(bases).notNull(),
      month: make.text().notNull(),
      number: make.whole().notNull(),
      entries: make.whole(),
      exits: make.whole(),
      stock: make.whole(),
      amount: make.whole(),
      doneOn: make.text(),
      submissionId: make.whole().references(() => submissions.id),
      reportedBy: make.text().notNull(),
      reportedAt: make.text().notNull(),
      acceptedBy: make.text().notNull(),
      knownAt: make.text().notNull(),
      revision: make
        .whole()
        .notNull()
        .references(() => ledgerRevisions.revision),
      reason: make.text(),
      note: make.text(),
    },
    (t) => [
      // The key is the order in which SQLite keeps the rows (see clusteredTables): a measure's months lie together, so
      // that one county's question costs in the whole nation's file what it costs in its own.
      make.primaryKey({ columns: [t.measureId, t.basis, t.month, t.number] }),
      ...ofObservations.words(t),
      ...ofObservations.months(t.month),
      ...ofObservations.dates(t.doneOn),
      ...ofObservations.instants(t.reportedAt, t.knownAt),
      ...ofObservations.exact(t.entries, t.exits, t.stock, t.amount),
      ofObservations.that("says_something", "coalesce(entries, exits, stock, amount) is not null"),
      ofObservations.that("number_from_one", "number >= 1"),
      ofObservations.that("correction_has_reason", "number = 1 or reason is not null"),
    ],
  );

  return { targetRevisions, observations };
}
