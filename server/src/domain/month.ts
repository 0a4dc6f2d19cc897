/**
 * Months as text. A month is a fact of the calendar and is always given: nothing here asks what day it is. Written
 * `YYYY-MM`, months of four-figure years compare as text, so `<` and `>=` on two months mean earlier and not earlier.
 */

const monthsOfYear = ["01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12"] as const;

/** A month as written, such as `2022-09`; it means the state at its last day. */
export type Month = `${number}-${(typeof monthsOfYear)[number]}`;

/** When a plan's periods end: every month, or at quarters' ends. */
export type PeriodLength = "month" | "quarter";

const monthPattern = /^[1-9]\d{3}-(?:0[1-9]|1[0-2])$/;

/** True for text that is a month of the years 1000 to 9999 written as `2022-09`. */
export function isMonth(text: string): text is Month {
  return monthPattern.test(text);
}

/** The month that the text writes, null when it writes none. */
export function parseMonth(text: string): Month | null {
  return isMonth(text) ? text : null;
}

/** The year of a month. */
export function yearOf(month: Month): number {
  return Number.parseInt(month, 10);
}

/** The month within its year, 1 to 12. */
export function monthOfYear(month: Month): number {
  return Number.parseInt(month.slice(-2), 10);
}

/** The quarter within its year, 1 to 4, in figures and as a Chinese numeral. */
export function quarterOfYear(month: Month): { readonly number: number; readonly numeral: string } {
  const number = Math.ceil(monthOfYear(month) / 3);
  return { number, numeral: "一二三四".charAt(number - 1) };
}

/** Months since the beginning of the year 0; the difference of two of them is the distance of their months. */
export function monthNumber(month: Month): number {
  return yearOf(month) * 12 + monthOfYear(month) - 1;
}

/** The month of a year, 1 to 12; other numbers are a fault of the caller and throw. */
export function monthOf(year: number, month: number): Month {
  const text = `${year}-${String(month).padStart(2, "0")}`;
  if (!isMonth(text)) {
    throw new RangeError(`${text} is not a month`);
  }
  return text;
}

/** The month that many months later, or earlier for a negative count. */
export function addMonths(month: Month, months: number): Month {
  const number = monthNumber(month) + months;
  return monthOf(Math.floor(number / 12), (number % 12) + 1);
}

/** Months from one to another, negative when the second is earlier. */
export function monthsBetween(from: Month, to: Month): number {
  return monthNumber(to) - monthNumber(from);
}

/** The earlier of two months. */
export function earlier(left: Month, right: Month): Month {
  return right < left ? right : left;
}

/** The later of two months. */
export function later(left: Month, right: Month): Month {
  return right > left ? right : left;
}

/** The month with which the month's period ends: itself, or the last month of its quarter. */
export function periodEnd(month: Month, length: PeriodLength): Month {
  return length === "month" ? month : addMonths(month, (12 - monthOfYear(month)) % 3);
}

/** The last period end at or before the month that is neither before `first` nor at or before `origin`; null when there is none. DOMAIN section 4. */
export function latestPeriod(month: Month, length: PeriodLength, first: Month, origin: Month): Month | null {
  const end = length === "month" ? month : addMonths(month, -(monthOfYear(month) % 3));
  return end >= first && end > origin ? end : null;
}

/** Every month from the first to the last, both included; none when the last is earlier. */
export function monthsFrom(first: Month, last: Month): readonly Month[] {
  const count = Math.max(monthsBetween(first, last) + 1, 0);
  return Array.from({ length: count }, (_, index) => addMonths(first, index));
}
