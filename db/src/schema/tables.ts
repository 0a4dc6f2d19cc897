import type { ColumnMakers } from "./column-makers.ts";
import { defineDerivedTables } from "./derived-tables.ts";
import { defineLedgerTables } from "./ledger-tables.ts";
import { defineFigureTables, defineMeasureTables } from "./measure-tables.ts";
import { definePlaceTables } from "./place-tables.ts";
import { definePlanTables } from "./plan-tables.ts";
import { defineSubmissionTables } from "./submission-tables.ts";

/** All tables, from one definition, in an order in which they can be created; the dialect is that of the makers. */
export function defineTables(make: ColumnMakers) {
  const ledger = defineLedgerTables(make);
  const places = definePlaceTables(make);
  const plan = definePlanTables(make, places);
  const measures = defineMeasureTables(make, places, plan);
  const submissions = defineSubmissionTables(make, places, plan, measures, ledger);
  const figures = defineFigureTables(make, measures, ledger, submissions);
  const derived = defineDerivedTables(make, measures);
  return { ...ledger, ...places, ...plan, ...measures, ...submissions, ...figures, ...derived };
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
  "targetRevisions",
  "observations",
] as const satisfies readonly (keyof Tables)[];

/** Tables that SQLite keeps in the order of their primary key (WITHOUT ROWID); PostgreSQL knows no such thing. */
export const clusteredTables = ["observations", "headlineRows"] as const satisfies readonly (keyof Tables)[];
