/** What a cell is sorted by; null stands for what is not there. */
export type SortValue = number | string | null;
type Direction = "ascending" | "descending";
/** A column with the direction in which a table stands by it. */
export interface Sorted {
  readonly key: string;
  readonly direction: Direction;
}

/** What a press on a heading makes of an order: `first`, the other direction, and the order given (null) again. */
export function pressed(now: Sorted | null, key: string, first: Direction): Sorted | null {
  if (now?.key !== key) return { key, direction: first };
  if (now.direction !== first) return null;
  return { key, direction: first === "ascending" ? "descending" : "ascending" };
}

function compared(left: number | string, right: number | string): number {
  if (typeof left === "number" && typeof right === "number") return left - right;
  return String(left).localeCompare(String(right), "zh-CN", { numeric: true });
}

/** Rows by a value of theirs; equals keep their order, and what has no value stands last in either direction. */
export function sortedRows<Row>(
  rows: readonly Row[],
  sortBy: (row: Row) => SortValue,
  direction: Direction,
): readonly Row[] {
  const sign = direction === "ascending" ? 1 : -1;
  return rows
    .map((row) => ({ row, value: sortBy(row) }))
    .sort((left, right) => {
      if (left.value === null || right.value === null)
        return Number(left.value === null) - Number(right.value === null);
      return sign * compared(left.value, right.value);
    })
    .map(({ row }) => row);
}
