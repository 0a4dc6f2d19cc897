/** Every month from `first` to `last`, both `YYYY-MM`, both included; none when `last` is before `first`. */
export function monthsBetween(first: string, last: string): string[] {
  const months: string[] = [];
  for (let month = first; month <= last && months.length < 1200; month = shiftMonth(month, 1)) months.push(month);
  return months;
}

/** The month `by` months later (earlier when negative); `month` is `YYYY-MM`. */
export function shiftMonth(month: string, by: number): string {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + by;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, "0")}`;
}

/** The month nearest to `month` that is neither before `first` nor after `last`; `first` where `last` is before it. */
export function monthWithin(month: string, first: string, last: string): string {
  if (month < first || last < first) return first;
  return month > last ? last : month;
}

/** A month as the words of either language need it: whole (`2022-09`), its year, its number (`9`). */
export const partsOfMonth = (month: string) => ({
  whole: month,
  year: month.slice(0, 4),
  month: String(Number(month.slice(5, 7))),
});
