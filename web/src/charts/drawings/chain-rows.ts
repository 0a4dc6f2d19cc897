import type { Assessment, Progress, Reading, SubjectProgress, Text } from "../../api/types.ts";

/** One row of the chart of chains: a chain's target with the chosen indicator and reading. */
export interface ChainRow {
  readonly subject: SubjectProgress["subject"];
  readonly assessment: Assessment;
}

/** An indicator in one reading, over the chains that have such a target; `key` is what stands on the URL. */
export interface ChainIndicator {
  readonly key: string;
  readonly indicatorName: Text;
  readonly reading: Reading;
  readonly unit: Text;
  readonly rows: readonly ChainRow[];
}

/**
 * The indicators that a horizon's chains have, in the order of the document; those that fewer than half as many chains
 * share as the commonest one stand after the rest, so that the page opens with one that speaks of most chains.
 */
export function chainIndicators(chains: Progress["chains"]): ChainIndicator[] {
  const found = new Map<string, { first: Assessment; rows: ChainRow[] }>();
  for (const { subject, assessments } of chains) {
    for (const assessment of assessments) {
      const key = `${assessment.indicator}.${assessment.reading}`;
      const group = found.get(key) ?? { first: assessment, rows: [] };
      group.rows.push({ subject, assessment });
      found.set(key, group);
    }
  }
  const commonest = Math.max(0, ...[...found.values()].map(({ rows }) => rows.length));
  const isRare = ({ rows }: ChainIndicator) => Number(rows.length * 2 < commonest);
  return [...found]
    .map(([key, { first, rows }]) => ({
      key,
      indicatorName: first.indicatorName,
      reading: first.reading,
      unit: first.unit,
      rows,
    }))
    .sort((one, other) => isRare(one) - isRare(other));
}

/** The orders in which chains can stand. */
export const sortings = ["gap", "completion", "document", "name"] as const;
export type Sorting = (typeof sortings)[number];

/** The order that an address asks for; the largest gap first where it asks for none. */
export const sortingOf = (word: string | undefined): Sorting => sortings.find((known) => known === word) ?? "gap";

/** Rows in an order; what cannot be compared stands last, and equals keep the order of the document. */
export function sortRows(rows: readonly ChainRow[], sorting: Sorting, nameOf: (text: Text) => string): ChainRow[] {
  if (sorting === "document") return [...rows];
  if (sorting === "name") {
    return [...rows].sort((one, other) => nameOf(one.subject.name).localeCompare(nameOf(other.subject.name), "zh-CN"));
  }
  const rank = ({ assessment }: ChainRow) =>
    sorting === "gap"
      ? -(assessment.gap.value ?? Number.NEGATIVE_INFINITY)
      : (assessment.completion.value ?? Number.POSITIVE_INFINITY);
  return [...rows].sort((one, other) => {
    const [here, there] = [rank(one), rank(other)];
    return here === there ? 0 : here < there ? -1 : 1;
  });
}
