import type { Month } from "@beizeng/server/domain/month.ts";

/** The instant (ISO UTC) at which the invented ledger begins: before any report. */
export const demonstrationBeginning = "2022-01-04T01:00:00.000Z";

/** The day on which the demonstration stands still. */
export const demonstrationDay = "2025-10-12";

/** The last period that is reported by then. */
export const lastPeriod: Month = "2025-09";

/** The last period that the offices have closed by then. */
export const lastClosedPeriod: Month = "2025-06";
