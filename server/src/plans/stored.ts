/** From the words of the store to those of the arithmetic; the store's constraints make every conversion possible. */
import type { BookMeasure, BookTarget, PlanBook, StandingValue } from "@beizeng/db";
import { houseEntryCalendar } from "../domain/in-force.ts";
import type { Calendar, Curve, EntryCalendar, LightRule, Measure, Observation, Target } from "../domain/model.ts";
import { isMonth, type Month } from "../domain/month.ts";

/** The month that a stored text is; other texts are a fault of the store and throw. */
export function storedMonth(text: string): Month {
  if (!isMonth(text)) throw new RangeError(`${text} is not a month`);
  return text;
}

const storedMonthOrNull = (text: string | null) => (text === null ? null : storedMonth(text));

/** A plan's calendar for the arithmetic. */
export function calendarOf({ plan }: PlanBook): Calendar {
  const { frequency, firstPeriod, dueDay } = plan.calendar;
  return { frequency, firstPeriod: storedMonth(firstPeriod), dueDay };
}

/** A plan's rules of lights for the arithmetic. */
export function rulesOf({ lightRules }: Pick<PlanBook, "lightRules">): readonly LightRule[] {
  return lightRules.map(({ entered: _, ...rule }) => ({ ...rule, from: storedMonth(rule.from) }));
}

/** A plan's own entry calendars for the arithmetic; that of its document holds from the beginning. */
export function entryCalendarsOf({ entryCalendars }: Pick<PlanBook, "entryCalendars">): readonly EntryCalendar[] {
  return entryCalendars.map(({ from, monthlyPercent, yearWeights }) => ({
    from: from === null ? houseEntryCalendar.from : storedMonth(from),
    monthlyPercent,
    yearWeights,
  }));
}

function curveOf({ curve, curvePoints }: BookTarget, calendars: readonly EntryCalendar[]): Curve {
  return {
    kind: curve,
    calendars: curve === "batch" ? calendars : [],
    points: curvePoints?.map(({ month, percent }) => ({ month: storedMonth(month), percent })) ?? null,
  };
}

/** A stored target for the arithmetic, with the plan's entry calendars. */
export function targetOf(row: BookTarget, calendars: readonly EntryCalendar[]): Target {
  const { key, measure, reading, comparator, direction, hardness, revisions } = row;
  return {
    key,
    measure,
    reading,
    comparator,
    direction,
    hardness,
    origin: storedMonth(row.origin),
    deadline: storedMonthOrNull(row.deadline),
    curve: curveOf(row, calendars),
    revisions: revisions.map(({ from, value, stretch }) => ({ from: storedMonth(from), value, stretch })),
  };
}

const hasMonth = (value: StandingValue): value is StandingValue & Observation => isMonth(value.month);

/** A stored measure for the arithmetic, with what stands of it, months ascending. */
export function measureOf(row: BookMeasure, values: readonly StandingValue[]): Measure {
  const { key, nature, indicator, opening } = row;
  return {
    key,
    nature,
    unit: indicator.unit,
    decimals: indicator.decimals,
    isIndivisible: indicator.isIndivisible,
    opening:
      opening === null
        ? null
        : { month: storedMonth(opening.month), amount: opening.amount, isImplied: opening.implied !== null },
    observations: values.filter(hasMonth),
  };
}
