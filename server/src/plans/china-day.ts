/** Days as the offices count them: China time, all year eight hours ahead. */

const eightHours = 8 * 60 * 60 * 1000;

/** The day of an instant (ISO UTC) in China, YYYY-MM-DD. */
export function dayInChina(instant: string): string {
  // Until four in the afternoon of UTC the days are the same: all that offices do.
  if (instant.slice(11, 13) < "16") return instant.slice(0, 10);
  return new Date(Date.parse(instant) + eightHours).toISOString().slice(0, 10);
}

/** The minute of an instant (ISO UTC) in China, YYYY-MM-DD HH:MM. */
export function minuteInChina(instant: string): string {
  return new Date(Date.parse(instant) + eightHours).toISOString().slice(0, 16).replace("T", " ");
}

/** True for a day that the calendar has, written YYYY-MM-DD. */
export function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
}

/** The first instant of a day in China, as the ledger writes instants. */
export const startOfDay = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) - eightHours).toISOString();

/** The last instant of a day in China, as the ledger writes instants. */
export const endOfDay = (day: string): string => `${day}T15:59:59.999Z`;

/** An instant (ISO UTC) moved to the given day in China at the same time of day: the ledger of a demonstration stands still at its day. */
export function instantOn(day: string, instant: string): string {
  const moved = Date.parse(`${day}T00:00:00Z`) - Date.parse(`${dayInChina(instant)}T00:00:00Z`);
  return new Date(Date.parse(instant) + moved).toISOString();
}
