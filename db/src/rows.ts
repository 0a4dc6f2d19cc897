/** Answers of statements taken apart: the one row, the first, rows by a key. */

/** The row of a statement that always answers one: a count of all rows, an insertion that answers its id. Throws else. */
export async function onlyRow<Row>(answer: Promise<readonly Row[]>): Promise<Row> {
  const rows = await answer;
  const [row] = rows;
  if (row === undefined || rows.length > 1) throw new Error(`a statement of one row answered ${rows.length}`);
  return row;
}

/** The first row of an answer, null where it has none. */
export async function firstRow<Row>(answer: Promise<readonly Row[]>): Promise<Row | null> {
  const [row] = await answer;
  return row ?? null;
}

/** The id that an insertion answers. */
export async function insertedId(answer: Promise<readonly { id: number }[]>): Promise<number> {
  return (await onlyRow(answer)).id;
}

/** Columns that are stored together: all of them, or null where one of them is. */
export function wholeOf<Columns extends object>(
  columns: Columns,
): { [Name in keyof Columns]: Exclude<Columns[Name], null> } | null {
  // That none of them is null is what has just been seen.
  type Whole = { [Name in keyof Columns]: Exclude<Columns[Name], null> };
  return Object.values(columns).includes(null) ? null : (columns as Whole);
}

/** How many rows a counting statement found. */
export async function countedRows(answer: Promise<readonly { count: number }[]>): Promise<number> {
  return (await onlyRow(answer)).count;
}

/** Asks for the rows of a key, in their order; a key that none has is answered with none. */
export function groupedBy<Key, Row>(rows: readonly Row[], keyOf: (row: Row) => Key): (key: Key) => readonly Row[] {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return (key) => groups.get(key) ?? [];
}
