import { monthMoves, roles } from "../vocabulary.ts";
import { checksOf } from "./checks.ts";
import type { ColumnMakers } from "./column-makers.ts";
import type { LedgerTables } from "./ledger-tables.ts";
import type { PlaceTables } from "./place-tables.ts";
import type { PlanTables } from "./plan-tables.ts";

/** A plan's months: until when they are reported, and how they are closed (DOMAIN.md section 8). */
export function defineMonthTables(
  make: ColumnMakers,
  { departments }: PlaceTables,
  { plans }: PlanTables,
  { ledgerRevisions }: LedgerTables,
) {
  const ofMoves = checksOf(make, "month_moves");
  const moves = make.table(
    "month_moves",
    {
      id: make.id(),
      planId: make
        .whole()
        .notNull()
        .references(() => plans.id),
      month: make.text().notNull(),
      move: make.word(monthMoves).notNull(),
      edition: make.whole().notNull(),
      hash: make.text(),
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
      ...ofMoves.months(t.month),
      ...ofMoves.instants(t.at),
      ofMoves.that("edition_from_one", "edition >= 1"),
      ofMoves.that("edition_hashed", "(move = 'close') = (hash is not null)"),
      ofMoves.that("reopening_has_reason", "move <> 'ask-reopening' or reason is not null"),
      make.index("month_moves_by_month").on(t.planId, t.month),
    ],
  );

  const ofExtensions = checksOf(make, "extensions");
  const extensions = make.table(
    "extensions",
    {
      id: make.id(),
      planId: make
        .whole()
        .notNull()
        .references(() => plans.id),
      departmentId: make.whole().references(() => departments.id),
      period: make.text().notNull(),
      dueOn: make.text().notNull(),
      reason: make.text().notNull(),
      actor: make.text().notNull(),
      at: make.text().notNull(),
      revision: make
        .whole()
        .notNull()
        .references(() => ledgerRevisions.revision),
    },
    (t) => [
      ...ofExtensions.months(t.period),
      ...ofExtensions.dates(t.dueOn),
      ...ofExtensions.instants(t.at),
      make.index("extensions_by_period").on(t.planId, t.period),
    ],
  );

  return { monthMoves: moves, extensions };
}
