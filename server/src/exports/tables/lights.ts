import type { Light, Reading } from "../../../../db/src/vocabulary.ts";
import type { Text } from "../../domain/model.ts";
import { headings } from "./headings.ts";
import { lightCell, narrowed, type TableSource, type TakenTable } from "./table.ts";

interface Row {
  readonly subject: { readonly name: Text };
  readonly indicator: string | null;
  readonly reading: Reading | null;
  readonly scopeName: Text | null;
  readonly lights: readonly (Light | null)[];
}

/** The lights month by month: of each subject as a whole, or of the targets of one indicator (`indicator.reading`). */
export function lightsTable(
  answer: TableSource & { readonly months: readonly string[]; readonly rows: readonly Row[] },
  indicator: string | undefined,
): TakenTable {
  const rows = answer.rows.filter((row) =>
    indicator === undefined ? row.indicator === null : `${row.indicator}.${row.reading}` === indicator,
  );
  const seen = answer.months.slice(0, answer.rows[0]?.lights.length ?? 0);
  const name: Text = { zh: "亮灯历程", en: "Lights over time" };
  return {
    name,
    title: name,
    unit: null,
    columns: [{ heading: headings.subject }, ...seen.map((month) => ({ heading: { zh: month, en: month } }))],
    rows: rows.map(({ subject, scopeName, lights }) => [
      narrowed(subject.name, scopeName),
      ...lights.map((light) => lightCell(light, answer.quotation.basis)),
    ]),
  };
}
