import { bases, submissionKinds } from "../vocabulary.ts";
import { checksOf } from "./checks.ts";
import type { ColumnMakers } from "./column-makers.ts";
import type { MeasureTables } from "./measure-tables.ts";
import type { PlaceTables } from "./place-tables.ts";
import type { PlanTables } from "./plan-tables.ts";
import type { SubmissionTables } from "./submission-tables.ts";

/** What is being written before it is handed in, and what is shown as proof of a figure (DOMAIN.md section 8). */
export function defineDraftTables(
  make: ColumnMakers,
  { departments }: PlaceTables,
  { plans }: PlanTables,
  { measures }: MeasureTables,
  { submissionLines }: SubmissionTables,
) {
  const ofDrafts = checksOf(make, "drafts");
  const drafts = make.table(
    "drafts",
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
      basis: make.word(bases).notNull(),
      createdAt: make.text().notNull(),
    },
    (t) => [
      ...ofDrafts.words(t),
      ...ofDrafts.months(t.period),
      ...ofDrafts.instants(t.createdAt),
      make.uniqueIndex("drafts_one_a_paper").on(t.planId, t.departmentId, t.period, t.kind, t.basis),
    ],
  );

  const ofCells = checksOf(make, "draft_lines");
  const draftLines = make.table(
    "draft_lines",
    {
      draftId: make
        .whole()
        .notNull()
        .references(() => drafts.id),
      measureId: make
        .whole()
        .notNull()
        .references(() => measures.id),
      typed: make.text().notNull(),
      version: make.whole().notNull(),
      writtenBy: make.text().notNull(),
      writtenAt: make.text().notNull(),
    },
    (t) => [
      make.primaryKey({ columns: [t.draftId, t.measureId] }),
      ...ofCells.json(t.typed),
      ...ofCells.instants(t.writtenAt),
      ofCells.that("version_from_one", "version >= 1"),
    ],
  );

  const ofEvidence = checksOf(make, "evidence");
  const evidence = make.table(
    "evidence",
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
      measureId: make
        .whole()
        .notNull()
        .references(() => measures.id),
      period: make.text().notNull(),
      name: make.text().notNull(),
      mediaType: make.text().notNull(),
      bytes: make.whole().notNull(),
      sha256: make.text().notNull(),
      content: make.bytes().notNull(),
      addedBy: make.text().notNull(),
      addedAt: make.text().notNull(),
    },
    (t) => [
      ...ofEvidence.months(t.period),
      ...ofEvidence.instants(t.addedAt),
      ofEvidence.that("hash_length", "length(sha256) = 64"),
      make.index("evidence_by_measure").on(t.measureId, t.period),
    ],
  );

  const evidenceOfLines = make.table(
    "evidence_of_lines",
    {
      lineId: make
        .whole()
        .notNull()
        .references(() => submissionLines.id),
      evidenceId: make
        .whole()
        .notNull()
        .references(() => evidence.id),
    },
    (t) => [make.primaryKey({ columns: [t.lineId, t.evidenceId] })],
  );

  return { drafts, draftLines, evidence, evidenceOfLines };
}
