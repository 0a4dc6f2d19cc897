import { readFileSync } from "node:fs";
import {
  generateDrizzleJson,
  generateMigration,
  generateSQLiteDrizzleJson,
  generateSQLiteMigration,
} from "drizzle-kit/api";
import { getTableColumns } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { storedName, wordCondition } from "../../db/src/schema/checks.ts";
import { dictionary } from "../../db/src/schema/dictionary.ts";
import { postgresTables } from "../../db/src/schema/postgres.ts";
import { sqliteTables } from "../../db/src/schema/sqlite.ts";
import { openTestStore, type StoreSource, storeSource, type TestStore } from "../helpers/store.ts";

const own = "schema_migrations";
const tableNames = Object.keys(sqliteTables).map(storedName);

/** Every column with a closed list of words: [table, column, words]. */
const wordColumns = Object.entries(sqliteTables).flatMap(([table, columns]) =>
  Object.entries(getTableColumns(columns)).flatMap(([column, { enumValues }]) =>
    enumValues === undefined || enumValues.length === 0
      ? []
      : [[storedName(table), storedName(column), [...enumValues]] as const],
  ),
);

const snapshotOf = (engine: string) =>
  JSON.parse(readFileSync(new URL(`../../db/migrations/${engine}/snapshot.json`, import.meta.url), "utf8"));

test("the data dictionary has a full sentence for every table and column", () => {
  const said = Object.entries(dictionary).map(([table, { sentence, columns }]) => ({
    table,
    columns: Object.keys(columns).toSorted(),
    sentences: [sentence, ...Object.values(columns)],
  }));
  expect(said.map(({ table, columns }) => [table, columns]).toSorted()).toEqual(
    Object.entries(sqliteTables)
      .map(([table, columns]) => [table, Object.keys(getTableColumns(columns)).toSorted()])
      .toSorted(),
  );
  for (const sentence of said.flatMap(({ sentences }) => sentences)) expect(sentence).toMatch(/^\S.{5,}\.$/);
});

test("the vocabulary reaches 39 columns", () => {
  // Counted by hand over the tables: a column that loses its list shows here.
  expect(wordColumns).toHaveLength(39);
});

describe("the schema on sqlite", () => {
  let opened: TestStore;
  beforeAll(async () => {
    opened = await openTestStore();
  });
  afterAll(() => opened.dispose());

  test("migrations make exactly the tables that are defined", async () => {
    const before = snapshotOf("sqlite");
    const after = await generateSQLiteDrizzleJson(sqliteTables, before.id, "snake_case");
    expect(await generateSQLiteMigration(before, after)).toEqual([]);
    const tables = await opened.runRaw("SELECT name FROM sqlite_schema WHERE type = 'table'");
    expect(tables.map(({ name }) => name).toSorted()).toEqual([...tableNames, own].toSorted());
  });

  test("every table is STRICT", async () => {
    const list = await opened.runRaw("PRAGMA table_list");
    const lax = list.filter(
      ({ schema, strict, name }) => schema === "main" && strict === 0 && name !== "sqlite_schema",
    );
    expect(lax.map(({ name }) => name)).toEqual([]);
    expect(list.filter(({ strict }) => strict === 1)).toHaveLength(tableNames.length + 1);
    expect(
      list
        .filter(({ wr }) => wr === 1)
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(["headline_rows", "observations"]);
  });

  test.each(wordColumns)("%s.%s holds the words of the vocabulary only", async (table, column, words) => {
    const [row] = await opened.runRaw(`SELECT sql FROM sqlite_schema WHERE name = '${table}'`);
    expect(row?.sql).toContain(`CHECK(${wordCondition(column, words)})`);
  });

  test("the file is sound", async () => {
    expect(await opened.runRaw("PRAGMA integrity_check")).toEqual([{ integrity_check: "ok" }]);
    expect(await opened.runRaw("PRAGMA foreign_key_check")).toEqual([]);
  });
});

describe("the schema on postgres", () => {
  let source: StoreSource;
  let opened: TestStore;
  beforeAll(async () => {
    source = await storeSource("postgres");
    opened = await source.open();
  });
  afterAll(async () => {
    await opened.dispose();
    await source.stop();
  });

  test("migrations make exactly the tables that are defined", async () => {
    const before = snapshotOf("postgres");
    const after = generateDrizzleJson(postgresTables, before.id, undefined, "snake_case");
    expect(await generateMigration(before, after)).toEqual([]);
    const tables = await opened.runRaw("SELECT tablename FROM pg_tables WHERE schemaname = 'public'");
    expect(tables.map(({ tablename }) => tablename).toSorted()).toEqual([...tableNames, own].toSorted());
  });

  test.each(wordColumns)("%s.%s holds the words of the vocabulary only", async (table, column, words) => {
    const [row] = await opened.runRaw(
      `SELECT pg_get_constraintdef(oid) AS condition FROM pg_constraint WHERE conname = '${table}_${column}_word'`,
    );
    expect([...String(row?.condition).matchAll(/'([^']*)'/g)].map(([, word]) => word)).toEqual(words);
  });

  test("the data dictionary is on every table and column", async () => {
    const rows = await opened.runRaw(
      "SELECT c.relname AS name, a.attname AS column, col_description(c.oid, a.attnum) AS sentence " +
        "FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 " +
        `WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.relname <> '${own}'`,
    );
    expect(rows.length).toBeGreaterThan(150);
    expect(rows.filter(({ sentence }) => sentence === null)).toEqual([]);
    const [row] = await opened.runRaw("SELECT obj_description('plans'::regclass) AS sentence");
    expect(row?.sentence).toBe(dictionary.plans.sentence);
  });
});
