import { existsSync } from "node:fs";
import Database from "better-sqlite3";
import type { StoreReader } from "../store.ts";
import { StoreProblem } from "../store-problem.ts";
import { connect } from "./connection.ts";
import { migrateSqlite } from "./migrate.ts";
import { asStoreProblem } from "./problems.ts";

/** Opens a file for reading one state of it; it takes no lock and leaves the file as it is. */
export function openSqliteReader(file: string): StoreReader {
  if (!existsSync(file)) throw new StoreProblem("not-a-store", file);
  const database = new Database(file, { readonly: true });
  try {
    database.pragma("busy_timeout = 5000");
    database.pragma("trusted_schema = OFF");
    // With nothing to apply this only compares; a file of another version is refused.
    migrateSqlite(database, { migrate: false, now: () => "" });
    database.exec("BEGIN");
    const connection = connect(database, "reader");
    return { all: (statement, values) => connection.all(statement, values), close: () => database.close() };
  } catch (error) {
    database.close();
    throw asStoreProblem(error);
  }
}
