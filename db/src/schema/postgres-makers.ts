import {
  bigint,
  bigserial,
  boolean,
  check,
  customType,
  index,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import type { ColumnMakers } from "./column-makers.ts";

/** JSON kept as text, byte for byte as it was written: jsonb would reorder it. */
const jsonText = customType<{ data: unknown; driverData: string }>({
  dataType: () => "text",
  toDriver: (value) => JSON.stringify(value),
  fromDriver: (value) => JSON.parse(value),
});

const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => "bytea" });

const makers = {
  dialect: "postgresql",
  table: pgTable,
  id: () => bigserial({ mode: "number" }).primaryKey(),
  whole: () => bigint({ mode: "number" }),
  text: () => text(),
  word: (words: readonly [string, ...string[]]) => text({ enum: words }),
  bytes: () => bytes(),
  flag: () => boolean(),
  json: () => jsonText(),
  primaryKey,
  index,
  uniqueIndex,
  unique,
  check,
};

/**
 * The column makers of PostgreSQL. The boundary between the dialects: drizzle's classes differ by name only in what the
 * definition and the queries use, so the tables carry SQLite's types here and the contract tests hold them equal.
 */
export const postgresMakers = makers as unknown as ColumnMakers;
