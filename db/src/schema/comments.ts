import { storedName } from "./checks.ts";
import { dictionary } from "./dictionary.ts";

/** The data dictionary as PostgreSQL's COMMENT ON statements, one a table and column. */
export function commentStatements(): string[] {
  const quoted = (sentence: string) => `'${sentence.replaceAll("'", "''")}'`;
  return Object.entries(dictionary).flatMap(([table, { sentence, columns }]) => [
    `COMMENT ON TABLE ${storedName(table)} IS ${quoted(sentence)};`,
    ...Object.entries(columns).map(
      ([column, text]) => `COMMENT ON COLUMN ${storedName(table)}.${storedName(column)} IS ${quoted(text)};`,
    ),
  ]);
}
