import { sql } from "drizzle-orm";
import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import { bases, roles, submissionKinds, submissionMoves, submissionStates } from "../vocabulary.ts";
import { checksOf } from "./checks.ts";
import type { ColumnMakers } from "./column-makers.ts";
import type { LedgerTables } from "./ledger-tables.ts";
import type { MeasureTables } from "./measure-tables.ts";
import type { PlaceTables } from "./place-tables.ts";
import type { PlanTables } from "./plan-tables.ts";

/** A department's reports and their way through review (DOMAIN.md section 8). */
export function defineSubmissionTables(
  make: ColumnMakers,
  { departments }: PlaceTables,
  { plans }: PlanTables,
  { measures }: MeasureTables,
  { ledgerRevisions }: LedgerTables,
) {
  const ofSubmissions = checksOf(make, "submissions");
  const submissions = make.table(
    "submissions",
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
      period: make.text().notNull(),
      kind: make.word(submissionKinds).notNull(),
      correctsId: make.whole().references((): AnySQLiteColumn => submissions.id),
      number: make.whole().notNull(),
      createdAt: make.text().notNull(),
    },
    (t) => [
      ...ofSubmissions.words(t),
      ...ofSubmissions.months(t.period),
      ...ofSubmissions.instants(t.createdAt),
      ofSubmissions.that("number_from_one", "number >= 1"),
      ofSubmissions.that("correction_corrects", "(kind = 'correction') = (corrects_id is not null)"),
      make.uniqueIndex("submissions_number").on(t.planId, t.period, t.departmentId, t.number),
      make
        .uniqueIndex("submissions_one_report")
        .on(t.planId, t.period, t.departmentId)
        .where(sql.raw("kind = 'report'")),
      make.index("submissions_by_department").on(t.departmentId),
    ],
  );

  const ofMoves = checksOf(make, "submission_moves");
  const moves = make.table(
    "submission_moves",
    {
      id: make.id(),
      submissionId: make
        .whole()
        .notNull()
        .references(() => submissions.id),
      move: make.word(submissionMoves).notNull(),
      fromState: make.word(submissionStates).notNull(),
      toState: make.word(submissionStates).notNull(),
      actor: make.text().notNull(),
      actorRole: make.word(roles).notNull(),
      at: make.text().notNull(),
      reason: make.text(),
      revision: make
        .whole()
        .notNull()
        .references(() => ledgerRevisions.revision),
    },
    (t) => [
      ...ofMoves.words(t),
      ...ofMoves.instants(t.at),
      ofMoves.that("return_has_reason", "move <> 'return' or reason is not null"),
      make.index("submission_moves_by_submission").on(t.submissionId),
    ],
  );

  const ofLines = checksOf(make, "submission_lines");
  const lines = make.table(
    "submission_lines",
    {
      id: make.id(),
      submissionId: make
        .whole()
        .notNull()
        .references(() => submissions.id),
      round: make.whole().notNull(),
      measureId: make
        .whole()
        .notNull()
        .references(() => measures.id),
      basis: make.word(bases).notNull(),
      entries: make.whole(),
      exits: make.whole(),
      stock: make.whole(),
      amount: make.whole(),
      doneOn: make.text(),
      isUnchanged: make.flag().notNull(),
      note: make.text(),
      reason: make.text(),
      revision: make
        .whole()
        .notNull()
        .references(() => ledgerRevisions.revision),
    },
    (t) => [
      ...ofLines.words(t),
      ...ofLines.dates(t.doneOn),
      ...ofLines.exact(t.entries, t.exits, t.stock, t.amount),
      ofLines.that("round_from_one", "round >= 1"),
      make.index("submission_lines_by_submission").on(t.submissionId),
    ],
  );

  const returnedLines = make.table(
    "returned_lines",
    {
      moveId: make
        .whole()
        .notNull()
        .references(() => moves.id),
      measureId: make
        .whole()
        .notNull()
        .references(() => measures.id),
      reason: make.text().notNull(),
    },
    (t) => [make.primaryKey({ columns: [t.moveId, t.measureId] })],
  );

  return { submissions, submissionMoves: moves, submissionLines: lines, returnedLines };
}

export type SubmissionTables = ReturnType<typeof defineSubmissionTables>;
