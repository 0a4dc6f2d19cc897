const parts = (instant: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai", ...options }).format(new Date(instant));

/** An instant as the offices read it: 2025-10-12 10:32. */
export const dayAndTime = (instant: string): string => parts(instant, { dateStyle: "short", timeStyle: "short" });

/** Its time of day: 10:32. */
export const timeOfDay = (instant: string): string => parts(instant, { timeStyle: "short" });
