import { storedName } from "./checks.ts";
import { appendOnlyTables } from "./tables.ts";

/** What an append-only table's trigger says; the engines recognise a refused change by it. */
export const appendOnlyMessage = "append-only";

/** The statements that make those of the named tables append-only which are declared to be; PostgreSQL's stand on one function. */
export function appendOnlyTriggers(dialect: "sqlite" | "postgres", created: readonly string[]): string[] {
  const tables = appendOnlyTables.map(storedName).filter((table) => created.includes(table));
  if (dialect === "sqlite") {
    return tables.flatMap((table) =>
      ["UPDATE", "DELETE"].map(
        (change) =>
          `CREATE TRIGGER ${table}_no_${change.toLowerCase()} BEFORE ${change} ON ${table}\n` +
          `BEGIN SELECT RAISE(ABORT, '${appendOnlyMessage}: ${table}'); END;`,
      ),
    );
  }
  if (tables.length === 0) return [];
  return [
    "CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$\n" +
      `BEGIN RAISE EXCEPTION '${appendOnlyMessage}: %', TG_TABLE_NAME; END $$;`,
    ...tables.map(
      (table) =>
        `CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}\n` +
        "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();",
    ),
  ];
}
