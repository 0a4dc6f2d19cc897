import type { LightMap, LightRow, Text } from "../../api/types.ts";

/** The kinds of subjects in the order of the map: chains first, for they are what a month's review is about. */
const kinds = ["chain", "headline", "task"] as const;

/** What the rows of a map can be: each subject as a whole (null), or its targets of one indicator and reading. */
export interface MapChoice {
  readonly key: string;
  readonly indicatorName: Text;
  readonly reading: NonNullable<LightRow["reading"]>;
  readonly count: number;
}

const keyOf = ({ indicator, reading }: LightRow) => (indicator === null ? null : `${indicator}.${reading}`);

/** The indicators that more than one row has, the commonest first. */
export function mapChoices({ rows }: LightMap): MapChoice[] {
  const found = new Map<string, MapChoice>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key === null || row.indicatorName === null || row.reading === null) continue;
    const { indicatorName, reading } = row;
    found.set(key, { key, indicatorName, reading, count: (found.get(key)?.count ?? 0) + 1 });
  }
  return [...found.values()].filter(({ count }) => count > 1).sort((one, other) => other.count - one.count);
}

/** The rows of a choice, chains before the headline and tasks, otherwise in the order of the document. */
export function rowsOf({ rows }: LightMap, choice: MapChoice | null): LightRow[] {
  const chosen = rows.filter((row) => (choice === null ? row.target === null : keyOf(row) === choice.key));
  return kinds.flatMap((kind) => chosen.filter(({ subject }) => subject.kind === kind));
}
