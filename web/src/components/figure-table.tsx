import { type ReactNode, useState } from "react";
import { pressed, type Sorted, type SortValue, sortedRows } from "../lib/sorted-rows.ts";

/** One column: a heading, what stands in a row's cell, and whether it is figures (right-aligned, tabular). */
export interface Column<Row> {
  readonly key: string;
  readonly heading: ReactNode;
  readonly cell: (row: Row) => ReactNode;
  readonly isFigure?: boolean;
  /** Leaves the column out on narrow screens, where the row's other cells carry it. */
  readonly isWide?: boolean;
  /** What rows are sorted by, null where there is nothing; the heading of a column that has it is a button. */
  readonly value?: (row: Row) => SortValue;
}

/**
 * A three-line table whose first column names the row; it scrolls within its own frame where it is too wide. A press on a
 * heading sorts (figures the largest first), another turns the order, a third gives back the order of `rows`.
 */
export function FigureTable<Row>({
  caption,
  columns,
  rows,
  keyOf,
  isCaptionSeen = false,
}: {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly isCaptionSeen?: boolean;
}) {
  const classOf = ({ isFigure, isWide }: Column<Row>) =>
    [isFigure && "figure", isWide && "wide-only"].filter(Boolean).join(" ") || undefined;
  const [sorted, setSorted] = useState<Sorted | null>(null);
  const sortBy = columns.find(({ key }) => key === sorted?.key)?.value;
  const shown = sorted !== null && sortBy ? sortedRows(rows, sortBy, sorted.direction) : rows;
  const press = ({ key, isFigure }: Column<Row>) =>
    setSorted(pressed(sorted, key, isFigure ? "descending" : "ascending"));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard
    <section className="table-frame" aria-label={caption} tabIndex={0}>
      <table className="figures">
        <caption className={isCaptionSeen ? undefined : "unseen"}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) =>
              column.value === undefined ? (
                <th key={column.key} scope="col" className={classOf(column)}>
                  {column.heading}
                </th>
              ) : (
                <th
                  key={column.key}
                  scope="col"
                  className={classOf(column)}
                  aria-sort={sorted?.key === column.key ? sorted.direction : "none"}
                >
                  <button type="button" className="sorter" onClick={() => press(column)}>
                    {column.heading}
                  </button>
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map((column, place) =>
                place === 0 ? (
                  <th key={column.key} scope="row">
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.key} className={classOf(column)}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
