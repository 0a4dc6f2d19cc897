/** Which periods of a plan's calendar are due, from whom, and until which day. */
import { isQuarterEnd } from "../domain/appraisal-sentence.ts";
import type { Calendar } from "../domain/model.ts";
import {
  addMonths,
  earlier,
  isMonth,
  later,
  latestPeriod,
  type Month,
  monthsFrom,
  periodEnd,
} from "../domain/month.ts";
import { isCountedAt } from "./additions.ts";
import type { MeasureEntry, PlanOutline } from "./outline.ts";

/** The day on which a period's report is due, YYYY-MM-DD. */
export function dueOn(period: Month, { dueDay }: Calendar): string {
  return `${addMonths(period, 1)}-${String(dueDay).padStart(2, "0")}`;
}

/** What periods are reckoned from: the calendar, the first origin, and the horizons, each a deadline month or `standing`. */
export type PlanCalendar = Pick<PlanOutline, "calendar" | "firstMonth" | "horizons">;

/** The period with which the last target ends; null while a standing target asks for reports without end. */
function lastPeriod({ horizons, calendar }: PlanCalendar): Month | null {
  const deadlines = horizons.filter(isMonth);
  if (deadlines.length === 0 || deadlines.length < horizons.length) return null;
  return deadlines.map((deadline) => periodEnd(deadline, calendar.frequency)).reduce(later);
}

/** The last period that ends at or before the month and for which the plan asks reports; null before the first. */
export function periodBy(outline: PlanCalendar, month: Month): Month | null {
  const { calendar, firstMonth } = outline;
  const last = lastPeriod(outline);
  const until = last === null ? month : earlier(month, last);
  return latestPeriod(until, calendar.frequency, calendar.firstPeriod, firstMonth);
}

/** The latest period whose due day has passed; null before that of the first. */
export function latestPeriodDue(outline: PlanCalendar, today: string): Month | null {
  const month = today.slice(0, 7);
  if (!isMonth(month)) throw new RangeError(`the clock says ${today}`);
  const hasPassed = today > dueOn(addMonths(month, -1), outline.calendar);
  return periodBy(outline, addMonths(month, hasPassed ? -1 : -2));
}

/** All periods of the plan up to a month, in order. */
export function periodsUntil(outline: PlanCalendar, month: Month): readonly Month[] {
  const { frequency, firstPeriod } = outline.calendar;
  const last = periodBy(outline, month);
  if (last === null) return [];
  return monthsFrom(firstPeriod, last).filter((each) => periodEnd(each, frequency) === each);
}

/**
 * Whether a measure's figures are asked for at a period: it counts by then, and one of its targets has begun and was not over
 * before. A measure without targets is one that is appraised (季考评): it is asked for at each quarter's end from its month on.
 */
export function isAskedAt({ row, targets }: MeasureEntry, period: Month, { frequency }: Calendar): boolean {
  if (!isCountedAt(row, period)) return false;
  if (targets.length === 0) return isQuarterEnd(period);
  return targets.some(
    ({ target }) =>
      target.origin < period && (target.deadline === null || period <= periodEnd(target.deadline, frequency)),
  );
}
