const eightHours = 8 * 60 * 60 * 1000;

/** An instant (ISO UTC) as the offices' clocks show it: China time, `2022-04-08 10:00:00`. */
export const secondInChina = (instant: string): string =>
  new Date(Date.parse(instant) + eightHours).toISOString().slice(0, 19).replace("T", " ");
