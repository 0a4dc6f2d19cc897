import type { Database } from "better-sqlite3";
import { templateCode, templateCounty } from "./county-plan.ts";

/** The tables that one plan fills, each before those that refer to it. */
const planTables = [
  "departments",
  "plans",
  "plan_departments",
  "department_aliases",
  "subjects",
  "assignments",
  "measures",
  "targets",
  "target_parts",
  "target_revisions",
] as const;

/** Texts in which the county's word is replaced by the copy's. */
const countyColumns: Readonly<Record<string, readonly string[]>> = {
  departments: ["key"],
  plans: ["key"],
};

/**
 * Copies the one plan of the store, as the store's own loader wrote it, until there are `counties` of it: the copy
 * with number n has every id moved on by n times what the template holds, so that a statement per table is enough.
 * Places and indicators are shared but for the county itself.
 */
export function copyPlan(database: Database, counties: number): void {
  const rowsOf = new Map<string, number>(
    planTables.map((table) => [table, Number(database.prepare(`SELECT count(*) FROM ${table}`).pluck().get())]),
  );
  const place = Number(database.prepare("SELECT id FROM jurisdictions WHERE code = ?").pluck().get(templateCode));
  const numbers = `WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n + 1 < ${counties})`;
  const word = "printf('c%04d', n + 1)";
  const copy = (table: string, expressions: ReadonlyMap<string, string>, where: string) => {
    const columns = columnsOf(database, table);
    const values = columns.map((column) => expressions.get(column) ?? `"${column}"`);
    database.exec(
      `${numbers} INSERT INTO ${table} (${columns.map((column) => `"${column}"`).join(", ")}) ` +
        `SELECT ${values.join(", ")} FROM numbers CROSS JOIN ${table} WHERE ${counties} > 1 AND ${where} ORDER BY n, id`,
    );
  };

  const ofPlace = new Map([
    ["id", `id + n`],
    ["code", `${templateCode} + n`],
    ["name_zh", "name_zh || (n + 1)"],
  ]);
  copy("jurisdictions", ofPlace, `id = ${place}`);
  for (const table of planTables) {
    const moved = new Map([["id", `id + n * ${rowsOf.get(table)}`]]);
    for (const { from, table: parent } of parentsOf(database, table)) {
      if (parent === "jurisdictions") moved.set(from, `"${from}" + n`);
      else if (rowsOf.has(parent)) moved.set(from, `"${from}" + n * ${rowsOf.get(parent)}`);
    }
    for (const column of countyColumns[table] ?? [])
      moved.set(column, `replace("${column}", '${templateCounty}', ${word})`);
    copy(table, moved, "true");
  }
}

function columnsOf(database: Database, table: string): string[] {
  return database.prepare<[], string>(`SELECT name FROM pragma_table_info('${table}')`).pluck().all();
}

function parentsOf(database: Database, table: string): { from: string; table: string }[] {
  return database
    .prepare<[], { from: string; table: string }>(`SELECT "from", "table" FROM pragma_foreign_key_list('${table}')`)
    .all();
}
