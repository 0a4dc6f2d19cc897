/** When backups are due: at one minute of each day, China time. */
import { dayInChina, startOfDay } from "../plans/china-day.ts";

const aMinute = 60 * 1000;
const aDay = 24 * 60 * aMinute;

/** The latest instant (ISO UTC) not after `now` at which it was HH:MM in China. */
export function latestMoment(now: string, at: string): string {
  const [hours = 0, minutes = 0] = at.split(":").map(Number);
  const today = Date.parse(startOfDay(dayInChina(now))) + (hours * 60 + minutes) * aMinute;
  return new Date(today <= Date.parse(now) ? today : today - aDay).toISOString();
}

/** The first instant after `now` at which it is HH:MM in China. */
export const nextMoment = (now: string, at: string): string =>
  new Date(Date.parse(latestMoment(now, at)) + aDay).toISOString();
