import type { Light, Reading } from "../../../../db/src/vocabulary.ts";
import type { Text } from "../../domain/model.ts";
import { readingName } from "../../domain/words.ts";
import { headings } from "./headings.ts";
import { lightCell, namesCell, narrowed, type Shown, type TableSource, type TakenTable } from "./table.ts";

interface Group {
  readonly key: string;
  readonly indicatorName: Text;
  readonly reading: Reading;
  readonly unit: Text;
  readonly sentence: Text;
  readonly rows: readonly {
    readonly subject: { readonly name: Text };
    readonly scopeName: Text | null;
    readonly light: Light;
    readonly shortfall: Shown;
    readonly share: Shown;
    readonly cumulative: Shown;
    readonly since: string;
    readonly units: readonly { readonly name: Text }[];
  }[];
}

/** What is lacking, the largest first, of every indicator or of one (`indicator.reading`); shares are of an indicator each. */
export function shortfallsTable(
  answer: TableSource & { readonly groups: readonly Group[]; readonly longest: Text },
  indicator: string | undefined,
): TakenTable {
  const groups = answer.groups.filter(({ key, rows }) => rows.length > 0 && (indicator ?? key) === key);
  const [first, ...rest] = groups;
  const isOne = first !== undefined && rest.length === 0;
  return {
    name: { zh: "差距排名", en: "Where the gap is" },
    title: isOne ? first.sentence : answer.longest,
    unit: isOne ? first.unit : null,
    columns: [
      { heading: headings.subject },
      { heading: headings.indicator },
      { heading: headings.unit },
      { heading: headings.light },
      { heading: headings.shortfall, isFigure: true },
      { heading: headings.share, isFigure: true, isPercent: true },
      { heading: headings.cumulative, isFigure: true, isPercent: true },
      { heading: headings.since },
      { heading: headings.units },
    ],
    rows: groups.flatMap(({ rows, reading, indicatorName, unit }) =>
      rows.map((row) => [
        narrowed(row.subject.name, row.scopeName),
        readingName(reading, indicatorName),
        unit,
        lightCell(row.light, answer.quotation.basis),
        ...[row.shortfall, row.share, row.cumulative],
        row.since,
        namesCell(row.units.map(({ name }) => name)),
      ]),
    ),
  };
}
