import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import type { ClientBase, Pool, QueryArrayConfig, QueryArrayResult } from "pg";
import { postgresTables } from "../schema/postgres.ts";
import { type Build, type Compiler, compilerOf, type Dialect, type Statement } from "../statement.ts";
import type { Connection } from "../store.ts";
import { asStoreProblem } from "./problems.ts";

// The boundary between the dialects again: the methods that the queries use are the same in both builders.
const build = drizzle.mock({ casing: "snake_case" }) as unknown as Build;
const dialect: Dialect = {
  tables: postgresTables,
  build,
  bytesOf: (text) => sql`convert_to(${text}, 'UTF8')`,
  memberOf: (json, name) => sql`cast(${json} as json) ->> ${sql.raw(`'${name}'`)}`,
};

/** What an opened store compiles its statements with. */
export const postgresCompiler = (): Compiler => compilerOf(dialect);

/** A connection over a client or a pool; the server prepares each named statement once a client. */
export function connect(client: ClientBase | Pool, compileOnce: Compiler): Connection {
  return {
    async all<Values, Row>(statement: Statement<Values, Row>, values: Values): Promise<Row[]> {
      const text = compileOnce(statement);
      const query: QueryArrayConfig = {
        name: statement.name,
        text: text.sql,
        // The values are those that the statement names; rows are decoded to the type that it declares.
        values: text.bind(values as object),
        rowMode: "array",
      };
      try {
        const result: QueryArrayResult<unknown[]> = await client.query<unknown[]>(query);
        return result.rows.map((row) => text.decode(row)) as Row[];
      } catch (error) {
        throw asStoreProblem(error);
      }
    },
  };
}
