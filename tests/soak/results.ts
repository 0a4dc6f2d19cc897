/** What the full sizes have found: kept in results.json by the runs themselves, shown as a table between two marks. */
import { readFileSync, writeFileSync } from "node:fs";

/** What one run of a harness found. */
export interface SoakRow {
  /** The promise, such as R1; — where a harness is of none. */
  readonly promise: string;
  readonly what: string;
  /** How much was run, of which unit, and how much the full size is. */
  readonly size: number;
  readonly full: number;
  readonly unit: string;
  /** Draws the same again by SOAK_SEED; null where nothing is drawn. */
  readonly seed: number | null;
  readonly isGood: boolean;
  readonly found: string;
  readonly seconds: number;
  /** YYYY-MM-DD. */
  readonly day: string;
  readonly machine: string;
}

const file = new URL("results.json", import.meta.url);
const readme = new URL("../README.md", import.meta.url);
const [begin, end] = ["<!-- soak: written by npm run soak -->", "<!-- soak: end -->"] as const;

/** The rows that are kept. */
export const readRows = (): readonly SoakRow[] => JSON.parse(readFileSync(file, "utf8"));

const order = ({ promise, what }: SoakRow) =>
  `${promise.replace(/\d+/, (number) => number.padStart(2, "0")).replace("—", "Z")} ${what}`;

/**
 * The rows with a new one: it takes the place of the same harness's, unless it passed at a smaller size than the one
 * that stands there did.
 */
export function withRow(rows: readonly SoakRow[], row: SoakRow): readonly SoakRow[] {
  const standing = rows.find(({ promise, what }) => promise === row.promise && what === row.what);
  if (standing?.isGood === true && row.isGood && standing.size > row.size) return rows;
  const others = rows.filter((each) => each !== standing);
  return [...others, row].sort((one, other) => (order(one) < order(other) ? -1 : 1));
}

const count = (value: number) => value.toLocaleString("en-US");

function line({ promise, what, size, full, unit, seed, isGood, found, seconds, day, machine }: SoakRow): string {
  const run = size === full ? `${count(size)} ${unit}` : `${count(size)} of ${count(full)} ${unit}`;
  const said = isGood ? found : `**failed**: ${found}`;
  return `| ${[promise, what, run, seed ?? "", said, count(Math.round(seconds)), day, machine].join(" | ")} |`;
}

/** The table of the rows. */
const tableOf = (rows: readonly SoakRow[]): string =>
  [
    "| promise | what is run | run so far | seed | found | seconds | day | machine |",
    "| --- | --- | --- | --- | --- | --- | --- | --- |",
    ...rows.map(line),
  ].join("\n");

/** A text with the rows' table between its marks; throws where it has none. */
export function withTable(text: string, rows: readonly SoakRow[]): string {
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from === -1 || to < from) throw new Error("the marks of the table of full sizes are gone");
  return `${text.slice(0, from + begin.length)}\n\n${tableOf(rows)}\n\n${text.slice(to)}`;
}

/** The README as it stands. */
export const readReadme = (): string => readFileSync(readme, "utf8");

/** Keeps the rows and writes the table anew. */
export function keepRows(rows: readonly SoakRow[]): void {
  writeFileSync(file, `${JSON.stringify(rows, null, 2)}\n`);
  writeFileSync(readme, withTable(readReadme(), rows));
}
