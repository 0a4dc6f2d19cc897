/** What adds up and what does not: a headline beside the targets that it declares itself made of. */
import type { Reconciliation } from "../contract/plans.ts";
import { revisionInForce } from "../domain/in-force.ts";
import { earlier, type Month } from "../domain/month.ts";
import { allocate } from "../domain/roll-up.ts";
import { readingName } from "../domain/words.ts";
import type { PlanOutline, TargetEntry } from "../plans/outline.ts";
import { shownDecimal, shownValue } from "../plans/shown-figure.ts";

const inForce = ({ target }: TargetEntry, month: Month) =>
  revisionInForce(target, target.deadline === null ? month : earlier(month, target.deadline)).value;

/** The parts of a headline, and the subjects of their kind that have none ("—"), in the order of the document. */
function partsOf(outline: PlanOutline, entry: TargetEntry, month: Month): Reconciliation["parts"] {
  const kinds = new Set(entry.parts.map(({ measure }) => measure.subject.row.kind));
  return outline.subjects
    .filter(({ row }) => kinds.has(row.kind))
    .flatMap<Reconciliation["parts"][number]>((subject) => {
      const { key, name } = subject.row;
      const own = entry.parts.filter(({ measure }) => measure.subject === subject);
      if (own.length === 0) return [{ subject: key, name, value: null }];
      return own.map((part) => ({ subject: key, name, value: shownDecimal(inForce(part, month)) }));
    });
}

function reconciliation(outline: PlanOutline, entry: TargetEntry, month: Month): Reconciliation {
  const { row, measure, parts } = entry;
  const value = inForce(entry, month);
  const { allocated, unallocated } = allocate(
    value,
    parts.map((part) => inForce(part, month)),
  );
  const { indicator } = measure.row;
  return {
    target: row.key,
    subject: measure.row.subject,
    name: readingName(row.reading, indicator.name),
    horizon: row.horizon,
    unit: indicator.unit,
    targetValue: shownDecimal(value),
    allocated: shownValue(allocated, indicator.decimals),
    unallocated: shownValue(unallocated, indicator.decimals),
    parts: partsOf(outline, entry, month),
    note: row.madeOf?.note ?? null,
  };
}

/** Every headline that declares parts, by the values in force at a month (at the deadline after it); of one horizon, or of all. */
export function reconciliations(whole: PlanOutline, month: Month, horizon?: string): Reconciliation[] {
  const outline = whole.at(month);
  return outline.targets
    .filter(({ parts, row }) => parts.length > 0 && (horizon === undefined || row.horizon === horizon))
    .map((entry) => reconciliation(outline, entry, month));
}
