/** An assessment as the API gives it: what the plan says of the target beside what `assess` answers. */
import type { Assessment as Shown, RollUp as ShownRollUp } from "../contract/assessment.ts";
import { achievedText } from "../domain/figures.ts";
import { ofDecimal, zero } from "../domain/fraction.ts";
import type { Decimal, RolledUp } from "../domain/model.ts";
import { explain } from "../domain/sentence.ts";
import { formerAchieved } from "../plans/former-figure.ts";
import type { TargetEntry } from "../plans/outline.ts";
import { type Figure, shownBeside, shownPercent, shownShare, shownShort, shownValue } from "../plans/shown-figure.ts";
import type { MonthView } from "../plans/view.ts";
import { adjustmentAt } from "./adjustments.ts";
import { targetInWords } from "./target-in-words.ts";

function shownRollUp({ partsReported, parts, allocated, unallocated }: RolledUp, entry: TargetEntry): ShownRollUp {
  const { decimals } = entry.measure.row.indicator;
  return {
    partsReported,
    parts,
    allocated: shownValue(allocated, decimals),
    unallocated: shownValue(unallocated, decimals),
    note: entry.row.madeOf?.note ?? null,
  };
}

/** What a corrected figure was before, null where nothing could be formed. */
export function shownFormer(month: MonthView, entry: TargetEntry): Figure | null {
  const former = formerAchieved(month, entry);
  const { achieved, decimals } = month.assessment(entry);
  return former === null ? null : shownBeside(former, achieved ?? zero, decimals);
}

/**
 * The assessment of a target at the view's month, as the API gives it. One literal without spreads: an object of so many
 * members that is put together from others costs a multiple to make and to write.
 */
export function shownAssessment(month: MonthView, entry: TargetEntry): Shown {
  const { row, measure, target } = entry;
  const assessed = month.assessment(entry);
  const { achieved, decimals, stretch, rollUp } = assessed;
  const { basis, outline } = month.view;
  const { calendar } = outline;
  const targetValue = ofDecimal(assessed.targetValue);
  // As many places as the figures beside it, but none of its own is left out.
  const shownTargetValue = (value: Decimal) => shownValue(ofDecimal(value), Math.max(value.decimals, decimals));
  return {
    target: row.key,
    measure: row.measure,
    subject: measure.row.subject,
    indicator: measure.row.indicator.key,
    indicatorName: measure.row.indicator.name,
    scopeName: measure.row.scope?.name ?? null,
    reading: row.reading,
    comparator: row.comparator,
    direction: row.direction,
    hardness: row.hardness,
    horizon: row.horizon,
    origin: row.origin,
    deadline: row.deadline,
    clause: row.clause,
    isAmbiguous: row.ambiguous !== null,
    isImplied: row.implied !== null,
    unit: assessed.unit,
    month: assessed.month,
    judgedMonth: assessed.judgedMonth,
    isCarriedForward: assessed.isCarriedForward,
    isCorrected: assessed.isCorrected,
    correctedFrom: assessed.isCorrected ? shownFormer(month, entry) : null,
    targetValue: shownTargetValue(assessed.targetValue),
    targetText: targetInWords(entry, assessed),
    adjustment: adjustmentAt(entry, month.month, assessed.unit),
    stretch: stretch === null ? null : shownTargetValue(stretch),
    start: shownValue(assessed.start, decimals),
    achieved: shownBeside(achieved, targetValue, decimals),
    achievedText: achievedText(assessed, basis),
    expected: shownShort(assessed.expected, achieved ?? zero, decimals),
    scheduleShare: shownShare(assessed.scheduleShare),
    gap: shownShort(assessed.gap, zero, decimals),
    gapPercent: shownPercent(assessed.gapPercent),
    remaining: shownBeside(assessed.remaining, zero, decimals),
    completion: shownShare(assessed.completion),
    completionBasis: assessed.completionBasis,
    isMet: assessed.isMet,
    isStretchMet: assessed.isStretchMet,
    light: assessed.light,
    cause: assessed.cause,
    metLateAt: assessed.metLateAt,
    curve: row.curve,
    rollUp: rollUp === null ? null : shownRollUp(rollUp, entry),
    explanation: explain({ target, measure: month.view.measure(measure), calendar, basis }, assessed),
  };
}
