import type { Light, Reading } from "../../../../db/src/vocabulary.ts";
import type { Text } from "../../domain/model.ts";
import { readingName } from "../../domain/words.ts";
import { headings } from "./headings.ts";
import { lightCell, narrowed, type Shown, type TableSource, type TakenTable } from "./table.ts";

interface Change {
  readonly subject: { readonly name: Text };
  readonly indicatorName: Text;
  readonly scopeName: Text | null;
  readonly reading: Reading;
  readonly unit: Text;
  readonly before: { readonly light: Light | null; readonly achieved: Shown } | null;
  readonly after: { readonly light: Light | null; readonly achieved: Shown };
  readonly gained: Shown;
  readonly shortfallBefore: Shown;
  readonly shortfall: Shown;
}

/** What differs between two months, lights that moved first. */
export function changesTable(
  answer: TableSource & { readonly since: string; readonly changes: readonly Change[]; readonly sentence: Text },
): TakenTable {
  const { basis } = answer.quotation;
  return {
    name: { zh: `较${answer.since}变化`, en: `Changes since ${answer.since}` },
    title: answer.sentence,
    unit: null,
    columns: [
      { heading: headings.subject },
      { heading: headings.indicator },
      { heading: headings.unit },
      { heading: headings.lightBefore },
      { heading: headings.light },
      { heading: headings.achievedBefore, isFigure: true },
      { heading: headings.achieved, isFigure: true },
      { heading: headings.gained, isFigure: true },
      { heading: headings.shortfallBefore, isFigure: true },
      { heading: headings.shortfall, isFigure: true },
    ],
    rows: answer.changes.map(({ before, after, ...each }) => [
      each.subject.name,
      narrowed(readingName(each.reading, each.indicatorName), each.scopeName),
      each.unit,
      lightCell(before?.light ?? null, basis),
      lightCell(after.light, basis),
      before?.achieved ?? "—",
      ...[after.achieved, each.gained, each.shortfallBefore, each.shortfall],
    ]),
  };
}
