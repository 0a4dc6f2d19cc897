import type { Light } from "../../../../db/src/vocabulary.ts";
import type { Text } from "../../domain/model.ts";
import { headings } from "./headings.ts";
import { lightCell, type TakenTable } from "./table.ts";

const sides = [
  { side: "before", word: { zh: "现行", en: "As it is" } },
  { side: "after", word: { zh: "试算", en: "As it would be" } },
] as const;

interface Map {
  readonly months: readonly string[];
  readonly rows: readonly {
    readonly subject: { readonly name: Text };
    readonly before: readonly (Light | null)[];
    readonly after: readonly (Light | null)[];
  }[];
}

/** The map of a trial: each subject's lights as they are and, in the row below, as they would be, and how many differ. */
export function judgingTable(sentence: Text, map: Map): TakenTable {
  const seen = map.months.slice(0, map.rows[0]?.before.length ?? 0);
  const name: Text = { zh: "亮灯试算", en: "Lights tried" };
  return {
    name,
    title: sentence,
    unit: null,
    columns: [
      { heading: headings.subject },
      { heading: headings.judged },
      ...seen.map((month) => ({ heading: { zh: month, en: month } })),
      { heading: headings.moved, isFigure: true },
    ],
    rows: map.rows.flatMap((row) => {
      const moved = row.before.filter((light, at) => light !== row.after[at]).length;
      return sides.map(({ side, word }) => [
        row.subject.name,
        word,
        ...row[side].map((light) => lightCell(light, "department")),
        side === "after" ? { value: moved, text: String(moved) } : "",
      ]);
    }),
  };
}
