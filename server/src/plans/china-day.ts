/** Days as the offices count them: China time, all year eight hours ahead. */

const eightHours = 8 * 60 * 60 * 1000;

/** The day of an instant (ISO UTC) in China, YYYY-MM-DD. */
export function dayInChina(instant: string): string {
  return new Date(Date.parse(instant) + eightHours).toISOString().slice(0, 10);
}

/** True for a day that the calendar has, written YYYY-MM-DD. */
export function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
}

/** The last instant of a day in China, as the ledger writes instants. */
export const endOfDay = (day: string): string => `${day}T15:59:59.999Z`;
