import type { Month } from "@beizeng/server/domain/month.ts";

/** The day on which the demonstration stands still. */
export const demonstrationDay = "2025-10-12";

/** The last period that is reported by then. */
export const lastPeriod: Month = "2025-09";
