import { bases, roles } from "../vocabulary.ts";
import { checksOf } from "./checks.ts";
import type { ColumnMakers } from "./column-makers.ts";
import type { PlanTables } from "./plan-tables.ts";

/** Briefings (通报材料) that were issued, their files as they went out, and how an office wants its text to be built. */
export function defineBriefingTables(make: ColumnMakers, { plans }: PlanTables) {
  const ofBriefings = checksOf(make, "briefings");
  const briefings = make.table(
    "briefings",
    {
      id: make.id(),
      planId: make
        .whole()
        .notNull()
        .references(() => plans.id),
      year: make.whole().notNull(),
      number: make.whole().notNull(),
      title: make.text().notNull(),
      month: make.text().notNull(),
      horizon: make.text().notNull(),
      basis: make.word(bases).notNull(),
      edition: make.whole().notNull(),
      hash: make.text().notNull(),
      skeleton: make.whole().notNull(),
      actor: make.text().notNull(),
      actorRole: make.word(roles).notNull(),
      at: make.text().notNull(),
    },
    (t) => [
      ...ofBriefings.words(t),
      ...ofBriefings.months(t.month),
      ...ofBriefings.instants(t.at),
      ofBriefings.that("hash_length", "length(hash) = 64"),
      make.uniqueIndex("briefings_by_number").on(t.planId, t.year, t.number),
    ],
  );

  const ofFiles = checksOf(make, "briefing_files");
  const files = make.table(
    "briefing_files",
    {
      id: make.id(),
      briefingId: make
        .whole()
        .notNull()
        .references(() => briefings.id),
      name: make.text().notNull(),
      mediaType: make.text().notNull(),
      bytes: make.whole().notNull(),
      sha256: make.text().notNull(),
      content: make.bytes().notNull(),
    },
    (t) => [
      ofFiles.that("hash_length", "length(sha256) = 64"),
      make.uniqueIndex("briefing_files_by_name").on(t.briefingId, t.name),
    ],
  );

  const ofSkeletons = checksOf(make, "briefing_skeletons");
  const skeletons = make.table(
    "briefing_skeletons",
    {
      id: make.id(),
      planId: make
        .whole()
        .notNull()
        .references(() => plans.id),
      version: make.whole().notNull(),
      skeleton: make.text().notNull(),
      actor: make.text().notNull(),
      actorRole: make.word(roles).notNull(),
      at: make.text().notNull(),
    },
    (t) => [
      ...ofSkeletons.words(t),
      ...ofSkeletons.instants(t.at),
      ...ofSkeletons.json(t.skeleton),
      make.uniqueIndex("briefing_skeletons_by_version").on(t.planId, t.version),
    ],
  );
  return { briefings, briefingFiles: files, briefingSkeletons: skeletons };
}
