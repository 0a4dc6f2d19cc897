/**
 * One text of queries for both engines. A statement is composed once with drizzle's builder over the one definition of
 * the tables; each dialect compiles it to SQL text once, each connection prepares that text once, and what runs per call
 * is binding and decoding alone. Drizzle is the typed writer of the SQL here, not the runner: its own prepared queries
 * cost a multiple of the driver's for a county's month.
 */
import { getTableColumns, type Placeholder, type SQL, sql } from "drizzle-orm";
import type { BetterSQLite3Database } from "drizzle-orm/better-sqlite3";
import type { SelectedFields, SQLiteColumn } from "drizzle-orm/sqlite-core";
import { binder, decoder } from "./row-coding.ts";
import type { Tables } from "./schema/tables.ts";

/** The builder of a dialect, in SQLite's types. */
export type Build = BetterSQLite3Database;

/** Makes the bytes of a text in UTF-8: what is only sent on need not become a text of ours in between. */
type BytesOf = (text: SQL) => SQL<Buffer>;

/** The member of an object that is kept as JSON, as text; null where it is null or is not there. */
type MemberOf = (json: SQLiteColumn, name: string) => SQL<string | null>;

/** What composing a statement is given: `select` is the outermost one's, `p` the named values of a call. */
export type Scope<Values> = {
  readonly build: Build;
  readonly select: <Fields extends SelectedFields>(fields: Fields) => ReturnType<typeof selectFrom<Fields>>;
  readonly bytesOf: BytesOf;
  readonly memberOf: MemberOf;
  readonly t: Tables;
  readonly p: { readonly [Name in keyof Values]: Placeholder };
};

/** A composed query: its SQL and parameters; `_` carries the type of its rows. */
type Composed = { toSQL(): { sql: string; params: unknown[] } };
type SelectedRow<Query> = Query extends { readonly _: { readonly result: (infer Row)[] } } ? Row : never;

/** A query of the store, typed by the values that it is called with and the rows that it answers. */
export type Statement<Values, Row> = {
  /** Names the prepared statement on a server. */
  readonly name: string;
  readonly compose: (scope: Scope<Values>) => Composed;
  /** Only a type: what a row is. */
  readonly row?: Row;
};

/** The rows of a statement. */
export type RowOf<Query> = Query extends { readonly row?: infer Row } ? Exclude<Row, undefined> : never;

let statements = 0;

/** A query that answers rows. */
export function reading<Values, Query extends Composed>(
  compose: (scope: Scope<Values>) => Query,
): Statement<Values, SelectedRow<Query>> {
  statements += 1;
  return { name: `read_${statements}`, compose };
}

/** A write that answers the ids of its rows: compose it with `.returning({ id })`, or it answers none. */
export function writing<Values>(compose: (scope: Scope<Values>) => Composed): Statement<Values, { id: number }> {
  statements += 1;
  return { name: `write_${statements}`, compose };
}

/** The values of a row to insert: every column but the id that the engine gives. */
export type NewRow<Name extends keyof Tables> = Omit<Tables[Name]["$inferSelect"], "id">;

/** The insertion of one whole row; where the engine gives the id, it is answered. */
export function inserting<Name extends keyof Tables>(name: Name): Statement<NewRow<Name>, { id: number }> {
  return writing(({ build, t, p }) => {
    const table: Tables[keyof Tables] = t[name];
    const { id, ...columns }: Record<string, SQLiteColumn> = getTableColumns(table);
    // The builder wants the row type of one table; the names are exactly that table's columns, and the values holes.
    const row = Object.fromEntries(Object.keys(columns).map((column) => [column, Reflect.get(p, column)])) as never;
    const insertion = build.insert(table).values(row);
    return id === undefined ? insertion : insertion.returning({ id });
  });
}

/** The holes of the named columns, for `set`: its type knows values only, and the names are exactly columns of the table. */
export function holes<Name extends string>(
  p: { readonly [Column in Name]: Placeholder },
  names: readonly Name[],
): never {
  return Object.fromEntries(names.map((name) => [name, p[name]])) as never;
}

/** Only to name the type of a select with given fields. */
function selectFrom<Fields extends SelectedFields>(build: Build, fields: Fields) {
  return build.select(fields);
}

/** A dialect: its tables, a builder that writes its SQL without a connection, and what it says otherwise than the other. */
export type Dialect = {
  readonly tables: Tables;
  readonly build: Build;
  readonly bytesOf: BytesOf;
  readonly memberOf: MemberOf;
};

/** A statement as one dialect's SQL text. */
export type Compiled = {
  readonly sql: string;
  readonly bind: (values: object) => unknown[];
  readonly decode: (row: readonly unknown[]) => unknown;
};

/** Compiles the statements of a dialect, each once. */
export type Compiler = <Values, Row>(statement: Statement<Values, Row>) => Compiled;

/** A compiler of an opened store's own, which its connections share. */
export function compilerOf(dialect: Dialect): Compiler {
  const compiled = new Map<object, Compiled>();
  return (statement) => {
    const known = compiled.get(statement);
    if (known !== undefined) return known;
    const fresh = compile(statement, dialect);
    compiled.set(statement, fresh);
    return fresh;
  };
}

/** Compiles a statement; drizzle's placeholders become positions, its columns decoders. */
function compile<Values, Row>(statement: Statement<Values, Row>, dialect: Dialect): Compiled {
  let fields: SelectedFields | undefined;
  const scope: Scope<Values> = {
    build: dialect.build,
    bytesOf: dialect.bytesOf,
    memberOf: dialect.memberOf,
    t: dialect.tables,
    select: (chosen) => {
      fields ??= chosen;
      return selectFrom(dialect.build, chosen);
    },
    // Any name answers a placeholder of that name; the type of the values says which names there are.
    p: new Proxy({}, { get: (_, name) => sql.placeholder(String(name)) }) as Scope<Values>["p"],
  };
  const query = statement.compose(scope).toSQL();
  return { sql: query.sql, bind: binder(query.params), decode: decoder(fields) };
}
