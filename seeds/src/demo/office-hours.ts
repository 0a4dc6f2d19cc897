/**
 * Days and instants of an office in the zone of Asia/Shanghai, which is eight hours ahead of UTC all year. Days are
 * `YYYY-MM-DD`; nothing here asks what day it is.
 */
import { addMonths, type Month, monthOfYear } from "@beizeng/server/domain/month.ts";

const hoursAheadOfUtc = 8;
const sunday = 0;
const saturday = 6;

/** The first working day of a month by its public holidays, where it is not the second day: New Year, Spring Festival, Labour Day, National Day. */
const firstOfficeDay: Readonly<Record<number, number>> = { 1: 4, 2: 7, 5: 6, 10: 9 };

/** The date that many days later, or earlier for a negative count. */
export function addDays(day: string, days: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(Date.UTC(year, month - 1, date + days)).toISOString().slice(0, 10);
}

/** The day itself where it is a working day, else the next one; public holidays inside a month are not known. */
export function officeDay(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  if (weekday === saturday) return addDays(day, 2);
  return weekday === sunday ? addDays(day, 1) : day;
}

/** The instant (ISO UTC with milliseconds) of a minute of the office's day, from 09:00 on; minutes below 480 stay within it. */
export function instantOf(day: string, minute: number): string {
  const time = Date.parse(`${day}T09:00:00Z`) + (minute * 60 - hoursAheadOfUtc * 3600) * 1000;
  return new Date(time).toISOString();
}

/** The day of the month after the period, moved to the next working day. */
export function dayAfter(period: Month, date: number): string {
  return officeDay(`${addMonths(period, 1)}-${String(date).padStart(2, "0")}`);
}

/** The first day of the month after the period on which the office works. */
export function firstDayAfter(period: Month): number {
  return firstOfficeDay[monthOfYear(addMonths(period, 1))] ?? 2;
}
