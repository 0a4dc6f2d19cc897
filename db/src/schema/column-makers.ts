import type { sqliteMakers } from "./sqlite-makers.ts";

/**
 * What a dialect must offer to the one definition of the tables. The types are SQLite's; PostgreSQL's makers answer
 * builders of the same methods, and the contract tests run every table and query on both.
 */
export type ColumnMakers = typeof sqliteMakers;

/** A text in the product's two languages, as stored in JSON columns. */
export type Text = { zh: string; en: string };
