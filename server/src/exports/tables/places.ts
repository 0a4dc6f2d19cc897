import type { Comparator, Light, Reading } from "../../../../db/src/vocabulary.ts";
import type { Text } from "../../domain/model.ts";
import { readingName } from "../../domain/words.ts";
import { targetCell } from "./assessment-rows.ts";
import { headings } from "./headings.ts";
import { lightCell, narrowed, type Shown, type TableSource, type TakenTable } from "./table.ts";

/** A place as a table over all places names it. */
export interface TablePlace {
  readonly name: Text;
  readonly parent: Text | null;
  readonly scope: Text | null;
  readonly plan: Text;
}

/** What all places are asked for. */
export interface AskedKind {
  readonly indicatorName: Text;
  readonly reading: Reading;
}

interface Row {
  readonly achieved: Shown;
  readonly targetValue: Shown;
  readonly expected: Shown;
  readonly gap: Shown;
  readonly completion: Shown;
  readonly light: Light | null;
  readonly partsReported: number | null;
  readonly parts: number | null;
  readonly comparator?: Comparator | undefined;
  readonly stretch?: Shown | undefined;
  readonly carriedFrom?: string | undefined;
}

/** The sentence above a table over all places, with what a reader must know before comparing. */
const titleOf = ({ indicatorName, reading }: AskedKind): Text => {
  const { zh, en } = readingName(reading, indicatorName);
  return {
    zh: `各地${zh}。各方案的口径、计数起点和分解办法不尽相同，只供对照，不相加`,
    en: `${en} of all places. Each plan defines and counts it its own way: compare with care, do not add up`,
  };
};

const whole = ({ name, scope }: TablePlace) => narrowed(name, scope);
/** The largest gap first; what has none comes last. */
const byGap = (one: { gap: Shown }, other: { gap: Shown }) =>
  (other.gap.value ?? Number.NEGATIVE_INFINITY) - (one.gap.value ?? Number.NEGATIVE_INFINITY) || 0;

/** The target as it is stated; a row says only what a bare number does not. */
const targetOf = ({ targetValue, comparator = "=", stretch }: Row, reading: Reading) =>
  targetCell({ targetValue, comparator, stretch: stretch ?? null, reading });

/** One headline target of all places at a month, the largest gap first. */
export function placesTable(
  source: TableSource,
  kind: AskedKind & { readonly unit: Text },
  rows: readonly (Row & { readonly of: TablePlace })[],
): TakenTable {
  return {
    name: { zh: "各地对照", en: "All places" },
    title: titleOf(kind),
    unit: kind.unit,
    columns: [
      { heading: headings.place },
      { heading: headings.parentPlace },
      { heading: headings.plan },
      { heading: headings.achieved, isFigure: true },
      { heading: headings.target, isFigure: true },
      { heading: headings.expected, isFigure: true },
      { heading: headings.gap, isFigure: true },
      { heading: headings.completion, isFigure: true, isPercent: true },
      { heading: headings.light },
      { heading: headings.dataMonth },
      { heading: headings.partsReported },
    ],
    rows: rows
      .toSorted(byGap)
      .map((row) => [
        whole(row.of),
        row.of.parent ?? "—",
        row.of.plan,
        ...[row.achieved, targetOf(row, kind.reading), row.expected, row.gap, row.completion],
        lightCell(row.light, source.quotation.basis),
        row.carriedFrom ?? (row.achieved.value === null ? "—" : source.quotation.month),
        row.parts === null ? "—" : `${row.partsReported ?? 0} / ${row.parts}`,
      ]),
  };
}

/** The lights of all places month by month. */
export function placeLightsTable(
  source: TableSource,
  kind: AskedKind,
  months: readonly string[],
  rows: readonly { readonly of: TablePlace; readonly lights: readonly (Light | null)[] }[],
): TakenTable {
  const seen = months.slice(0, rows[0]?.lights.length ?? 0);
  return {
    name: { zh: "各地亮灯历程", en: "Lights of all places over time" },
    title: titleOf(kind),
    unit: null,
    columns: [
      { heading: headings.place },
      { heading: headings.parentPlace },
      ...seen.map((month) => ({ heading: { zh: month, en: month } })),
    ],
    rows: rows.map(({ of, lights }) => [
      whole(of),
      of.parent ?? "—",
      ...lights.map((light) => lightCell(light, source.quotation.basis)),
    ]),
  };
}
