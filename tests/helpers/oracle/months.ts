/** Months of the oracle are their text, 2022-09; text order is time order. */

const yearOf = (month: string): number => Number(month.slice(0, 4));
const calendarMonthOf = (month: string): number => Number(month.slice(5, 7));

/** Year and calendar month (1…12) of a month. */
export function taken(month: string): { readonly year: number; readonly calendarMonth: number } {
  return { year: yearOf(month), calendarMonth: calendarMonthOf(month) };
}

/** The text of a year and calendar month. */
export function named(year: number, calendarMonth: number): string {
  return `${String(year).padStart(4, "0")}-${String(calendarMonth).padStart(2, "0")}`;
}

/** The month after (or, for negative counts, before) by so many months. */
export function later(month: string, count: number): string {
  const months = yearOf(month) * 12 + calendarMonthOf(month) - 1 + count;
  return named(Math.floor(months / 12), (months % 12) + 1);
}

/** Months from one to another: 12 from 2021-12 to 2022-12. */
export function between(from: string, to: string): number {
  return (yearOf(to) - yearOf(from)) * 12 + calendarMonthOf(to) - calendarMonthOf(from);
}

export const earlier = (a: string, b: string): string => (a < b ? a : b);

/** December of the year before. */
export const decemberBefore = (month: string): string => named(yearOf(month) - 1, 12);

export const sameMonthYearBefore = (month: string): string => later(month, -12);

export const isDecember = (month: string): boolean => calendarMonthOf(month) === 12;

/** "A quarter is its last month": March, June, September, December. */
export const endsQuarter = (month: string): boolean => [3, 6, 9, 12].includes(calendarMonthOf(month));
