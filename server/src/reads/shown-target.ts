/** A target as the document states it. */
import type { Plan } from "../contract/plans.ts";
import { isBaseOf } from "../domain/base.ts";
import { observationAt } from "../domain/observation.ts";
import type { TargetEntry } from "../plans/outline.ts";
import { noFigure, shownDecimal, shownScaled } from "../plans/shown-figure.ts";
import type { MonthView } from "../plans/view.ts";
import { adjustmentsOf } from "./adjustments.ts";
import { targetInWords } from "./target-in-words.ts";

/** What stood at the target's origin, scaled by the indicator's decimals: as the plan states it, else as it was reported; null where neither does. */
function stoodAtOrigin({ view }: MonthView, { target, measure }: TargetEntry): number | null {
  const { opening } = measure.row;
  if (opening !== null && opening.month === target.origin) return opening.amount;
  if (!isBaseOf([target], target.origin)) return null;
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
  const base = shownScaled(stoodAtOrigin(month, entry), indicator.decimals);
  // A growth is in percent of what it counts from, which has the indicator's unit.
  const isOfOtherUnit = isBaseOf([entry.target], entry.target.origin) && assessed.unit.zh !== indicator.unit.zh;
  return {
    ...{ key, measure: row.measure, subject, indicator: indicator.key, indicatorName: indicator.name },
    scopeName: scope?.name ?? null,
    ...{ nature, reading, comparator, direction, origin, deadline, horizon, hardness, curve, clause },
    value: shownDecimal(assessed.targetValue),
    stretch: assessed.stretch === null ? null : shownDecimal(assessed.stretch),
    text: targetInWords(entry, assessed),
    unit: assessed.unit,
    opening: isOfOtherUnit ? noFigure : opening === null ? base : shownScaled(opening.amount, indicator.decimals),
    base: isOfOtherUnit ? { figure: base, unit: indicator.unit } : null,
    ambiguous,
    implied,
    adjustments: adjustmentsOf(entry, assessed.unit),
  };
}
