/** Until which day each unit reports each period: the calendar's, or a later one that was granted (延期). DOMAIN section 8. */
import { findExtensions, type Reader, type RecordedExtension } from "@beizeng/db";
import type { Month } from "../domain/month.ts";
import { endOfDay } from "./china-day.ts";
import type { PlanOutline } from "./outline.ts";
import { dueOn } from "./periods.ts";

/** A unit's due day for a period, and the extension that moved it, null where it is the calendar's. */
export interface DueDay {
  readonly dueOn: string;
  readonly extension: RecordedExtension | null;
}

/** The due day of a unit (key) for a period. */
export type DueDays = (department: string, period: Month) => DueDay;

/** The due days by what was granted; of several extensions that concern a unit the last one counts. */
export function dueDaysOf({ calendar }: Pick<PlanOutline, "calendar">, granted: readonly RecordedExtension[]): DueDays {
  return (department, period) => {
    const extension = granted.findLast(
      (each) => each.period === period && (each.department === null || each.department === department),
    );
    return { dueOn: extension?.dueOn ?? dueOn(period, calendar), extension: extension ?? null };
  };
}

/** The due days of a plan; with `asKnownOn` (ISO UTC instant) by what was granted until then. */
export async function findDueDays(
  reader: Reader,
  outline: Pick<PlanOutline, "calendar" | "facts">,
  asKnownOn: string = endOfDay("9999-12-31"),
): Promise<DueDays> {
  const granted = await findExtensions(reader, outline.facts.id);
  return dueDaysOf(
    outline,
    granted.filter(({ at }) => at <= asKnownOn),
  );
}
