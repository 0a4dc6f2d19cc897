import { type Column, type SQL, sql } from "drizzle-orm";
import type { ColumnMakers } from "./column-makers.ts";

/** The texts whose form the store itself checks, as patterns of LIKE. */
const shapes = {
  month: "____-__",
  date: "____-__-__",
  instant: "____-__-__T__:__:__.___Z",
} as const;

/** The name of a column or table as stored: `titleZh` → `title_zh`. */
export function storedName(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** The condition that a column holds one of the words, as it stands in the migrations. */
export function wordCondition(column: string, words: readonly string[]): string {
  return `${storedName(column)} in (${words.map((word) => `'${word}'`).join(", ")})`;
}

/** The closed list of a column, empty where it has none. PostgreSQL's columns keep it in their protected configuration only. */
function wordsOf(column: Column): readonly string[] {
  if (column.enumValues !== undefined) return column.enumValues;
  const configuration: { enumValues?: readonly string[] } = Reflect.get(column, "config");
  return configuration.enumValues ?? [];
}

/** The constraints of one table; each is named after the table and what it is about. */
export function checksOf(make: ColumnMakers, table: string) {
  const named = (about: string, condition: SQL) => make.check(`${table}_${about}`, condition);
  const shaped = (shape: keyof typeof shapes) => (columns: Column[]) =>
    columns.map((column) =>
      named(`${storedName(column.name)}_shape`, sql.raw(`${storedName(column.name)} like '${shapes[shape]}'`)),
    );
  return {
    /** A condition of its own in plain SQL. */
    that: (about: string, condition: string) => named(about, sql.raw(condition)),
    /** Word lists (from the vocabulary) and, where the engine has no booleans, 0 or 1. */
    words: (columns: object) => {
      const all: Column[] = Object.values(columns);
      return all.flatMap((column) => {
        const words = wordsOf(column);
        const name = storedName(column.name);
        if (words.length > 0) return [named(`${name}_word`, sql.raw(wordCondition(name, words)))];
        if (column.columnType !== "SQLiteBoolean") return [];
        return [named(`${name}_flag`, sql.raw(`${name} in (0, 1)`))];
      });
    },
    months: (...columns: Column[]) => shaped("month")(columns),
    dates: (...columns: Column[]) => shaped("date")(columns),
    instants: (...columns: Column[]) => shaped("instant")(columns),
    /** Integers that JavaScript can hold exactly. */
    exact: (...columns: Column[]) =>
      columns.map((column) => {
        const name = storedName(column.name);
        return named(`${name}_exact`, sql.raw(`${name} between -9007199254740991 and 9007199254740991`));
      }),
    /** Texts that are JSON; `null` passes. */
    json: (...columns: Column[]) =>
      columns.map((column) => {
        const name = storedName(column.name);
        const condition =
          make.dialect === "sqlite" ? `json_valid(${name})` : `${name} is null or ${name}::json is not null`;
        return named(`${name}_json`, sql.raw(condition));
      }),
  };
}
