import type { Database, Statement as Prepared } from "better-sqlite3";
import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { sqliteTables } from "../schema/sqlite.ts";
import { type Compiled, type Compiler, compilerOf, type Dialect, type Statement } from "../statement.ts";
import type { Connection } from "../store.ts";
import { StoreProblem } from "../store-problem.ts";
import { asStoreProblem } from "./problems.ts";

const dialect: Dialect = {
  tables: sqliteTables,
  build: drizzle.mock({ casing: "snake_case" }),
  bytesOf: (text) => sql`cast(${text} as blob)`,
  memberOf: (json, name) => sql`json_extract(${json}, ${sql.raw(`'$.${name}'`)})`,
};

/** What an opened store compiles its statements with. */
export const sqliteCompiler = (): Compiler => compilerOf(dialect);

/** A connection that prepares each statement once; several of one store share what compiles them. Writes on a reading one are refused. */
export function connect(database: Database, role: "writer" | "reader", compileOnce = sqliteCompiler()): Connection {
  const prepared = new Map<object, { compiled: Compiled; query: Prepared<unknown[], unknown[]> }>();
  return {
    async all<Values, Row>(statement: Statement<Values, Row>, values: Values): Promise<Row[]> {
      try {
        let entry = prepared.get(statement);
        if (entry === undefined) {
          const text = compileOnce(statement);
          const query = database.prepare<unknown[], unknown[]>(text.sql);
          if (role === "reader" && !query.readonly) throw new StoreProblem("write-outside-transaction");
          entry = { compiled: text, query: query.reader ? query.raw(true) : query };
          prepared.set(statement, entry);
        }
        // The values are those that the statement names; rows are decoded to the type that it declares.
        const bound = entry.compiled.bind(values as object);
        if (!entry.query.reader) {
          entry.query.run(...bound);
          return [];
        }
        return entry.query.all(...bound).map((row) => entry.compiled.decode(row)) as Row[];
      } catch (error) {
        throw asStoreProblem(error);
      }
    },
  };
}
