import { noteSteps, roles } from "../vocabulary.ts";
import type { AccountTables } from "./account-tables.ts";
import { checksOf } from "./checks.ts";
import type { ColumnMakers } from "./column-makers.ts";
import type { MeasureTables } from "./measure-tables.ts";
import type { PlaceTables } from "./place-tables.ts";
import type { PlanTables } from "./plan-tables.ts";

/** 批示 of leaders, what became of them, and up to where somebody has seen what happened. */
export function defineNoteTables(
  make: ColumnMakers,
  { departments }: PlaceTables,
  { plans, subjects }: PlanTables,
  { targets }: MeasureTables,
  { accounts }: AccountTables,
) {
  const ofNotes = checksOf(make, "notes");
  const notes = make.table(
    "notes",
    {
      id: make.id(),
      planId: make
        .whole()
        .notNull()
        .references(() => plans.id),
      month: make.text().notNull(),
      subjectId: make.whole().references(() => subjects.id),
      targetId: make.whole().references(() => targets.id),
      text: make.text().notNull(),
      actor: make.text().notNull(),
      actorRole: make.word(roles).notNull(),
      at: make.text().notNull(),
    },
    (t) => [
      ...ofNotes.words(t),
      ...ofNotes.months(t.month),
      ...ofNotes.instants(t.at),
      ofNotes.that("target_of_subject", "target_id is null or subject_id is not null"),
      make.index("notes_by_month").on(t.planId, t.month),
    ],
  );

  const ofSteps = checksOf(make, "note_steps");
  const steps = make.table(
    "note_steps",
    {
      id: make.id(),
      noteId: make
        .whole()
        .notNull()
        .references(() => notes.id),
      step: make.word(noteSteps).notNull(),
      departmentId: make.whole().references(() => departments.id),
      text: make.text(),
      actor: make.text().notNull(),
      actorRole: make.word(roles).notNull(),
      at: make.text().notNull(),
    },
    (t) => [
      ...ofSteps.words(t),
      ...ofSteps.instants(t.at),
      ofSteps.that("answer_of_unit", "(step = 'answer') = (department_id is not null)"),
      ofSteps.that("answer_has_text", "step <> 'answer' or text is not null"),
      make.index("note_steps_by_note").on(t.noteId),
    ],
  );

  const ofVisits = checksOf(make, "visits");
  const visits = make.table(
    "visits",
    {
      accountId: make
        .whole()
        .primaryKey()
        .references(() => accounts.id),
      begunAt: make.text().notNull(),
      auditRow: make.whole().notNull(),
      previousAt: make.text(),
      previousRow: make.whole(),
    },
    (t) => [...ofVisits.instants(t.begunAt, t.previousAt)],
  );
  return { notes, noteSteps: steps, visits };
}
