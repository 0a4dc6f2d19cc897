import { sqliteMakers } from "./sqlite-makers.ts";
import { defineTables } from "./tables.ts";

/** The tables of SQLite. */
export const sqliteTables = defineTables(sqliteMakers);
