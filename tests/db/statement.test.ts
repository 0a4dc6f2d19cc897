/** Statements before any engine runs them: what is composed, what is bound, and how rows are named. */
import { eq, sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { describe, expect, test, vi } from "vitest";
import { sqliteTables } from "../../db/src/schema/sqlite.ts";
import {
  compilerOf,
  type Dialect,
  holes,
  inserting,
  reading,
  type Scope,
  type Statement,
  writing,
} from "../../db/src/statement.ts";

const dialect: Dialect = {
  tables: sqliteTables,
  build: drizzle.mock({ casing: "snake_case" }),
  bytesOf: (text) => sql`cast(${text} as blob)`,
  memberOf: (json, name) => sql`${json} -> ${name}`,
};
const compiled = <Values, Row>(statement: Statement<Values, Row>) => compilerOf(dialect)(statement);

const accountRow = reading(({ select, t, p }: Scope<{ key: string }>) => {
  const { id, name, mustChangePassword, secondFactorCounter } = t.accounts;
  const said = { id, name, mustChangePassword, counter: secondFactorCounter };
  return select({ ...said, twice: sql<number>`2 * ${id}`.mapWith(Number) })
    .from(t.accounts)
    .where(eq(t.accounts.key, p.key));
});

describe("a statement that reads", () => {
  test("names the columns of a row as they were selected, and decodes what the driver gives otherwise", () => {
    const { sql: text, decode } = compiled(accountRow);
    expect(text).toContain('"accounts"."key" = ?');
    expect(decode([7, "李", 1, 5, "14"])).toEqual({
      ...{ id: 7, name: "李", mustChangePassword: true, counter: 5, twice: 14 },
    });
  });

  test("leaves null what is null, whatever decodes it", () => {
    expect(compiled(accountRow).decode([7, "李", null, null, null])).toEqual({
      ...{ id: 7, name: "李", mustChangePassword: null, counter: null, twice: null },
    });
  });

  test("is decoded by its outermost selection, not by one within it", () => {
    const counted = reading(({ build, select, t }) => {
      const inner = build.select({ name: t.accounts.name }).from(t.accounts).as("named");
      return select({ last: inner.name }).from(inner);
    });
    expect(compiled(counted).decode(["李"])).toEqual({ last: "李" });
    const both = reading(({ select, t }) =>
      select({ key: t.accounts.key })
        .from(t.accounts)
        .where(eq(t.accounts.key, select({ name: t.accounts.name }).from(t.accounts))),
    );
    expect(compiled(both).decode(["li"])).toEqual({ key: "li" });
  });
});

describe("what is bound", () => {
  test("stands in the places of the names, with the constants between, as their columns keep them", () => {
    const sought = reading(({ select, t, p }: Scope<{ key: string }>) =>
      select({ id: t.accounts.id })
        .from(t.accounts)
        .where(
          sql`${t.accounts.role} = ${"head"} and ${eq(t.accounts.key, p.key)} and ${p.key} <> '' and ${eq(t.accounts.mustChangePassword, true)}`,
        ),
    );
    expect(compiled(sought).bind({ key: "li" })).toEqual(["head", "li", "li", 1]);
  });

  test("may be null and must be there", () => {
    const { bind } = compiled(accountRow);
    // A column's own encoder is not asked what nothing is.
    expect(bind({ key: null })).toEqual([null]);
    expect(() => bind({})).toThrow(new TypeError("no value for key"));
    expect(() => bind({ key: undefined })).toThrow("no value for key");
  });
});

describe("a statement that writes", () => {
  test("of a table with ids inserts every other column and answers the id as a number", () => {
    const { sql: text, bind, decode } = compiled(inserting("incentives"));
    expect(text).toBe(
      'insert into "incentives" ("id", "plan_id", "key", "payload", "position") values (null, ?, ?, ?, ?) returning "id"',
    );
    expect(bind({ planId: 1, key: "first", payload: { a: 1 }, position: 0 })).toEqual([1, "first", '{"a":1}', 0]);
    expect(decode(["12"])).toEqual({ id: 12 });
  });

  test("of a table without ids answers nothing", () => {
    const { sql: text } = compiled(inserting("returnedLines"));
    expect(text).toMatch(/^insert into "returned_lines" \("move_id", .*\) values \(\?, .*\?\)$/);
  });

  test("sets the named columns and no others", () => {
    const renamed = writing(({ build, t, p }: Scope<{ name: string; role: string; key: string }>) =>
      build
        .update(t.accounts)
        .set(holes(p, ["name", "role"]))
        .where(eq(t.accounts.key, p.key)),
    );
    const { sql: text, bind } = compiled(renamed);
    expect(text).toBe('update "accounts" set "name" = ?, "role" = ? where "accounts"."key" = ?');
    expect(bind({ key: "li", role: "head", name: "李" })).toEqual(["李", "head", "li"]);
  });
});

test("each statement has a name of its own that says what it does", () => {
  const make = () => reading(({ select, t }) => select({ id: t.plans.id }).from(t.plans));
  const write = writing(({ build, t }) => build.delete(t.plans));
  const names = [make().name, make().name, write.name];
  expect(new Set(names).size).toBe(3);
  expect(names.map((name) => name.replace(/\d+$/, ""))).toEqual(["read_", "read_", "write_"]);
});

test("a statement is compiled once a store", () => {
  const compose = vi.fn(accountRow.compose);
  const statement: typeof accountRow = { ...accountRow, compose };
  const [store, other] = [compilerOf(dialect), compilerOf(dialect)];
  expect(store(statement)).toBe(store(statement));
  expect(compose).toHaveBeenCalledTimes(1);
  expect(other(statement).sql).toBe(store(statement).sql);
  expect(compose).toHaveBeenCalledTimes(2);
});
