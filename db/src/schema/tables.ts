import { defineAccountTables } from "./account-tables.ts";
import { defineAppraisalTables } from "./appraisal-tables.ts";
import { defineBriefingTables } from "./briefing-tables.ts";
import type { ColumnMakers } from "./column-makers.ts";
import { defineDerivedTables } from "./derived-tables.ts";
import { defineDraftTables } from "./draft-tables.ts";
import { defineLedgerTables } from "./ledger-tables.ts";
import { defineFigureTables, defineMeasureTables } from "./measure-tables.ts";
import { defineMonthTables } from "./month-tables.ts";
import { defineNoteTables } from "./note-tables.ts";
import { definePlaceTables } from "./place-tables.ts";
import { definePlanTables } from "./plan-tables.ts";
import { defineSubmissionTables } from "./submission-tables.ts";

/** All tables, from one definition, in an order in which they can be created; the dialect is that of the makers. */
export function defineTables(make: ColumnMakers) {
  const ledger = defineLedgerTables(make);
  const places = definePlaceTables(make);
  const plan = definePlanTables(make, places, ledger);
  const measures = defineMeasureTables(make, places, plan);
  const submissions = defineSubmissionTables(make, places, plan, measures, ledger);
  const figures = defineFigureTables(make, measures, ledger, submissions);
  const derived = defineDerivedTables(make, measures);
  const accounts = defineAccountTables(make, places);
  const drafts = defineDraftTables(make, places, plan, measures, submissions);
  const months = defineMonthTables(make, places, plan, ledger);
  const notes = defineNoteTables(make, places, plan, measures, accounts);
  const appraisals = defineAppraisalTables(make, places, plan, measures);
  const briefings = defineBriefingTables(make, plan);
  return {
    ...ledger,
    ...places,
    ...plan,
    ...measures,
    ...submissions,
    ...figures,
    ...derived,
    ...accounts,
    ...drafts,
    ...months,
    ...notes,
    ...briefings,
    ...appraisals,
  };
}

/** The tables as the queries see them. */
export type Tables = ReturnType<typeof defineTables>;

/** Tables whose rows are never updated or deleted; triggers refuse both. */
export const appendOnlyTables = [
  "ledgerRevisions",
  "auditRows",
  "submissions",
  "submissionMoves",
  "submissionLines",
  "returnedLines",
  "targetRevisions",
  "observations",
  "evidence",
  "evidenceOfLines",
  "monthMoves",
  "planEdits",
  "lightRules",
  "entryCalendars",
  "extensions",
  "notes",
  "noteSteps",
  "briefings",
  "briefingFiles",
  "briefingSkeletons",
  "appraisalRules",
  "appraisedIndicators",
  "appraisedUnits",
] as const satisfies readonly (keyof Tables)[];

/** Tables that SQLite keeps in the order of their primary key (WITHOUT ROWID); PostgreSQL knows no such thing. */
export const clusteredTables = ["observations", "headlineRows"] as const satisfies readonly (keyof Tables)[];
