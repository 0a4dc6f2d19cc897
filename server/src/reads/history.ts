/** One target month by month: what was achieved, what the curve asked for, the light. */
import type { TrendPoint } from "../contract/subject.ts";
import { scheduleOf } from "../domain/assess.ts";
import { ofDecimal, zero } from "../domain/fraction.ts";
import { earlier, type Month, monthsFrom } from "../domain/month.ts";
import { firstCounted } from "../plans/additions.ts";
import type { TargetEntry } from "../plans/outline.ts";
import { shownBeside, shownDecimal, shownShare, shownShort } from "../plans/shown-figure.ts";
import { type MonthView, monthView, type PlanView } from "../plans/view.ts";
import { shownFormer } from "./shown-assessment.ts";
import type { SubjectTarget } from "./subject.ts";

/** A target at the view's month as a point of its way. */
export function trendPoint(month: MonthView, entry: TargetEntry): TrendPoint {
  const assessed = month.assessment(entry);
  const { achieved, expected, decimals, judgedMonth } = assessed;
  return {
    month: month.month,
    targetValue: shownDecimal(assessed.targetValue),
    achieved: shownBeside(achieved, ofDecimal(assessed.targetValue), decimals),
    expected: shownShort(expected, achieved ?? zero, decimals),
    completion: shownShare(assessed.completion),
    light: assessed.light,
    isReported: judgedMonth === month.month,
    isCorrected: assessed.isCorrected,
    correctedFrom: assessed.isCorrected ? shownFormer(month, entry) : null,
  };
}

/** The points of a target from the first month that it counts in to a month, or to its deadline before that. */
export function history(view: PlanView, entry: TargetEntry, until: Month): TrendPoint[] {
  const { deadline } = entry.target;
  const last = deadline === null ? until : earlier(until, deadline);
  return monthsFrom(firstCounted(entry), last).map((month) => trendPoint(monthView(view, month), entry));
}

/** What the curve asks for from origin to deadline, month by month; empty where the target is not pro-rated. */
export function schedule(month: MonthView, entry: TargetEntry): SubjectTarget["schedule"] {
  const { origin, deadline } = entry.target;
  if (deadline === null) return [];
  const { decimals } = month.assessment(entry);
  const months = monthsFrom(origin, deadline);
  return scheduleOf(month.input(entry), months).flatMap((expected, place) => {
    const each = months[place];
    return expected === null || each === undefined
      ? []
      : [{ month: each, expected: shownShort(expected, zero, decimals) }];
  });
}
