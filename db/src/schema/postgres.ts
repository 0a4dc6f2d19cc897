import { postgresMakers } from "./postgres-makers.ts";
import { defineTables } from "./tables.ts";

/** The tables of PostgreSQL. */
export const postgresTables = defineTables(postgresMakers);
