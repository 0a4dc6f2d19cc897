/** What each quarter brought of a figure: by how much it moved from the last one known before it. */
import { compare, type Fraction, subtract, zero } from "./fraction.ts";
import { addMonths, type Month, monthOf, monthsBetween, periodEnd, yearOf } from "./month.ts";

/** What was reported of a figure for a month; null where it cannot be formed from the report. */
export interface StepValue {
  readonly month: Month;
  readonly value: Fraction | null;
}

/** What is asked of a figure within a quarter: `unreported` where a period ended in it and nothing came. */
export type StepState = "reported" | "unreported" | "awaited";

/** One quarter of one figure. */
export interface Step {
  /** The quarter's last month. */
  readonly quarter: Month;
  readonly state: StepState;
  /** What it brought; null where nothing is reported, or no earlier value is known to count from. */
  readonly gained: Fraction | null;
  /** The month whose value it counts from, earlier than the quarter before where that was not reported; null without `gained`. */
  readonly since: Month | null;
  /** The month that its value is from, the last one reported within it; null where nothing is. */
  readonly standsAt: Month | null;
}

/** What the steps of a figure are made of. */
export interface StepSource {
  /** Quarters' last months, one after another. */
  readonly quarters: readonly Month[];
  /** What was reported, months ascending, none after the month looked at. */
  readonly values: readonly StepValue[];
  /** Where the figure began; its value may be unknown. */
  readonly start: StepValue;
  /** True for a flow that is reported since January: each year begins at 0. */
  readonly restartsYearly: boolean;
  /** The first and the last period due at the month looked at; null before the first. */
  readonly due: { readonly first: Month; readonly last: Month } | null;
}

/** The quarters from the one in which a month lies to the one of another, by their last months. */
export function quartersFrom(first: Month, last: Month): readonly Month[] {
  const [from, to] = [periodEnd(first, "quarter"), periodEnd(last, "quarter")];
  const count = Math.max(0, monthsBetween(from, to) / 3 + 1);
  return Array.from({ length: count }, (_, place) => addMonths(from, place * 3));
}

/** The value that a quarter's is counted from: the last one known before it, or 0 at the beginning of a flow's year. */
function baseOf({ values, start, restartsYearly }: StepSource, before: Month): StepValue {
  const known = values.findLast(({ month, value }) => month <= before && value !== null) ?? start;
  const newYear = monthOf(yearOf(addMonths(before, 1)) - 1, 12);
  return restartsYearly && known.month <= newYear ? { month: newYear, value: zero } : known;
}

/** What each quarter brought. A quarter without a report brings nothing; the next one then counts from before it. */
export function stepsOf(source: StepSource): Step[] {
  return source.quarters.map((quarter) => {
    const before = addMonths(quarter, -3);
    const own = source.values.filter(({ month }) => month > before && month <= quarter);
    const last = own.findLast(({ value }) => value !== null) ?? own.at(-1);
    if (last === undefined) {
      const { due } = source;
      const isOwed = due !== null && due.first <= quarter && due.last > before;
      return { quarter, state: isOwed ? "unreported" : "awaited", gained: null, since: null, standsAt: null };
    }
    const base = baseOf(source, before);
    const gained = last.value === null || base.value === null ? null : subtract(last.value, base.value);
    return {
      quarter,
      state: "reported",
      gained,
      since: gained === null ? null : base.month,
      standsAt: last.month,
    };
  });
}

/** Of amounts with their places the largest that is above zero, the first of equals; null where none is. */
export function mostOf<Entry>(
  entries: readonly { readonly entry: Entry; readonly amount: Fraction | null }[],
): { readonly entry: Entry; readonly amount: Fraction } | null {
  let most: { entry: Entry; amount: Fraction } | null = null;
  for (const { entry, amount } of entries) {
    if (amount !== null && compare(amount, most?.amount ?? zero) > 0) most = { entry, amount };
  }
  return most;
}
