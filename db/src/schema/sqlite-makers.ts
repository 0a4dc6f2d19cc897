import {
  blob,
  check,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  unique,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";

/** The column makers of SQLite; texts of months, dates and instants are checked by `shapes` in checks.ts. */
export const sqliteMakers = {
  dialect: "sqlite",
  table: sqliteTable,
  /** Surrogate key, given by the engine. */
  id: () => integer().primaryKey(),
  /** A whole number of up to 2^53 either way. */
  whole: () => integer(),
  text: () => text(),
  /** One word of a closed list. */
  word: <const Words extends readonly [string, ...string[]]>(words: Words) => text({ enum: words }),
  /** The bytes of a file. */
  bytes: () => blob({ mode: "buffer" }),
  /** True or false. */
  flag: () => integer({ mode: "boolean" }),
  /** A value written as JSON text. */
  json: <Value>() => text({ mode: "json" }).$type<Value>(),
  primaryKey,
  index,
  uniqueIndex,
  unique,
  check,
};
