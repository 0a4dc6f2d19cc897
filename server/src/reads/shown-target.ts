/** A target as the document states it. */
import type { Plan } from "../contract/plans.ts";
import { isBaseOf } from "../domain/base.ts";
import type { Assessment } from "../domain/model.ts";
import { observationAt } from "../domain/observation.ts";
import type { TargetEntry } from "../plans/outline.ts";
import { shownDecimal, shownScaled } from "../plans/shown-figure.ts";
import type { MonthView } from "../plans/view.ts";
import { adjustmentsOf } from "./adjustments.ts";
import { targetInWords } from "./target-in-words.ts";

/**
 * The base (基期值) that was reported for the target's origin, scaled by the indicator's decimals; null without one, and for
 * a target whose unit is not the indicator's: it is shown with the target's.
 */
function baseReported({ view }: MonthView, { target, measure }: TargetEntry, { unit }: Assessment): number | null {
  if (!isBaseOf([target], target.origin) || unit.zh !== measure.row.indicator.unit.zh) return null;
  const reported = observationAt(view.measure(measure), target.origin);
  return reported?.stock ?? reported?.amount ?? null;
}

/** The target with the value in force at the view's month. */
export function shownTarget(month: MonthView, entry: TargetEntry): Plan["targets"][number] {
  const { row, measure } = entry;
  const { key, reading, comparator, direction, origin, deadline, horizon, hardness, curve, clause } = row;
  const { ambiguous, implied } = row;
  const { indicator, scope, nature, opening, subject } = measure.row;
  const assessed = month.assessment(entry);
  return {
    ...{ key, measure: row.measure, subject, indicator: indicator.key, indicatorName: indicator.name },
    scopeName: scope?.name ?? null,
    ...{ nature, reading, comparator, direction, origin, deadline, horizon, hardness, curve, clause },
    value: shownDecimal(assessed.targetValue),
    stretch: assessed.stretch === null ? null : shownDecimal(assessed.stretch),
    text: targetInWords(entry, assessed),
    unit: assessed.unit,
    opening: shownScaled(opening?.amount ?? baseReported(month, entry, assessed), indicator.decimals),
    ambiguous,
    implied,
    adjustments: adjustmentsOf(entry, assessed.unit),
  };
}
