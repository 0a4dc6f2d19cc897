/** The reported figures that stand corrected (更正) in what a briefing quotes, with the reason that was given. */
import { findRecordedValues, type RecordedValue } from "@beizeng/db";
import type { BriefingCorrection } from "../contract/briefing.ts";
import { fieldWords } from "../domain/briefing-words.ts";
import { figureFields } from "../domain/check-list.ts";
import { dayInChina } from "../plans/china-day.ts";
import type { MeasureEntry } from "../plans/outline.ts";
import { shownScaled } from "../plans/shown-figure.ts";
import { storedMonth } from "../plans/stored.ts";
import type { MonthView } from "../plans/view.ts";
import type { Reads } from "./reads.ts";

/** A value as it stands beside what it took the place of first. */
function correctionsOf(
  { row, subject }: MeasureEntry,
  values: readonly RecordedValue[],
): readonly BriefingCorrection[] {
  const [first, last] = [values[0], values.at(-1)];
  if (first === undefined || last === undefined || first === last) return [];
  const { indicator, scope } = row;
  const name =
    scope === null
      ? indicator.name
      : { zh: `${indicator.name.zh}（${scope.name.zh}）`, en: `${indicator.name.en} (${scope.name.en})` };
  return figureFields
    .filter((field) => first[field] !== last[field])
    .map((field) => ({
      ...{ subject: subject.row.name, name, month: storedMonth(last.month), field: fieldWords[field] },
      former: shownScaled(first[field], indicator.decimals),
      now: shownScaled(last[field], indicator.decimals),
      ...{ unit: indicator.unit, reason: last.reason, acceptedOn: dayInChina(last.knownAt) },
    }));
}

/** Every figure up to the month that was corrected, in the order of the document: as first accepted, and as it stands. */
export async function briefingCorrections(reads: Reads, { month, view }: MonthView): Promise<BriefingCorrection[]> {
  const { asOfRevision, store } = reads;
  const found: BriefingCorrection[] = [];
  for (const entry of view.outline.measures) {
    const corrected = view.measure(entry).observations.filter((each) => each.isCorrected && each.month <= month);
    if (corrected.length === 0) continue;
    const recorded = await findRecordedValues(store, { measureId: entry.row.id, basis: view.basis });
    const known = recorded.filter(({ revision }) => asOfRevision === null || revision <= asOfRevision);
    for (const { month: of } of corrected)
      found.push(
        ...correctionsOf(
          entry,
          known.filter((value) => value.month === of),
        ),
      );
  }
  return found;
}
