/**
 * Writes the next migration of both engines from the difference between the tables and the last snapshot:
 * `npm run generate -w db -- <name>`. drizzle-kit writes neither STRICT nor triggers: both are added here.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import {
  generateDrizzleJson,
  generateMigration,
  generateSQLiteDrizzleJson,
  generateSQLiteMigration,
} from "drizzle-kit/api";
import { appendOnlyTriggers } from "./src/schema/append-only.ts";
import { storedName } from "./src/schema/checks.ts";
import { postgresTables } from "./src/schema/postgres.ts";
import { sqliteTables } from "./src/schema/sqlite.ts";
import { clusteredTables } from "./src/schema/tables.ts";

const name = process.argv[2];
if (name === undefined || !/^[a-z]+(-[a-z]+)*$/.test(name)) {
  throw new Error("name the migration in lower-case words joined by hyphens");
}

const folder = (dialect: string) => new URL(`./migrations/${dialect}/`, import.meta.url);

/** The snapshot's own type is drizzle-kit's; it is read back as it was written. */
function readSnapshot(dialect: string) {
  const file = new URL("snapshot.json", folder(dialect));
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}

function createdTable(statement: string): string | undefined {
  return /^CREATE TABLE [`"](\w+)[`"]/.exec(statement)?.[1];
}

function strictly(statement: string): string {
  const table = createdTable(statement);
  if (table === undefined) return statement.trimEnd();
  const isClustered = clusteredTables.map(storedName).includes(table);
  return statement.trimEnd().replace(/\);?$/, isClustered ? ") STRICT, WITHOUT ROWID;" : ") STRICT;");
}

function write(dialect: "sqlite" | "postgres", statements: string[], snapshot: unknown): void {
  if (statements.length === 0) {
    process.stdout.write(`${dialect}: nothing to change\n`);
    return;
  }
  const number = readdirSync(folder(dialect)).filter((file) => file.endsWith(".sql")).length + 1;
  const file = `${String(number).padStart(4, "0")}-${name}.sql`;
  const created = statements.flatMap((statement) => createdTable(statement) ?? []);
  const finished = statements.map((statement) => (dialect === "sqlite" ? strictly(statement) : statement.trimEnd()));
  const text = [...finished, ...appendOnlyTriggers(dialect, created)].join("\n\n");
  writeFileSync(new URL(file, folder(dialect)), `${text}\n`);
  writeFileSync(new URL("snapshot.json", folder(dialect)), `${JSON.stringify(snapshot, null, 1)}\n`);
  process.stdout.write(`${dialect}: ${file}\n`);
}

const sqliteBefore = readSnapshot("sqlite") ?? (await generateSQLiteDrizzleJson({}));
const sqliteAfter = await generateSQLiteDrizzleJson(sqliteTables, sqliteBefore.id, "snake_case");
write("sqlite", await generateSQLiteMigration(sqliteBefore, sqliteAfter), sqliteAfter);

const postgresBefore = readSnapshot("postgres") ?? generateDrizzleJson({});
const postgresAfter = generateDrizzleJson(postgresTables, postgresBefore.id, undefined, "snake_case");
write("postgres", await generateMigration(postgresBefore, postgresAfter), postgresAfter);
