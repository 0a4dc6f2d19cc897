import { bases, readings } from "../vocabulary.ts";
import { checksOf } from "./checks.ts";
import type { ColumnMakers } from "./column-makers.ts";
import type { MeasureTables } from "./measure-tables.ts";

/** What is computed from the ledger and kept, so that one question about all places reads one row of each. */
export function defineDerivedTables(make: ColumnMakers, { targets }: MeasureTables) {
  const ofRows = checksOf(make, "headline_rows");
  const headlineRows = make.table(
    "headline_rows",
    {
      indicator: make.text().notNull(),
      reading: make.word(readings).notNull(),
      horizon: make.text().notNull(),
      basis: make.word(bases).notNull(),
      month: make.text().notNull(),
      targetId: make
        .whole()
        .notNull()
        .references(() => targets.id),
      row: make.text().notNull(),
    },
    (t) => [
      // The key is the order in which SQLite keeps the rows: what one question asks for lies together.
      make.primaryKey({ columns: [t.indicator, t.reading, t.horizon, t.basis, t.month, t.targetId] }),
      ...ofRows.words(t),
      ...ofRows.months(t.month),
      ...ofRows.json(t.row),
    ],
  );
  return { headlineRows };
}
