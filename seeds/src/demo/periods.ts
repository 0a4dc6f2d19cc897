/** The periods that a plan's calendar asks for in the demonstration. */
import { latestPeriod, type Month, monthsFrom } from "@beizeng/server/domain/month.ts";
import type { ExpandedPlan } from "../expanded-plan.ts";
import { lastPeriod } from "./clock.ts";
import { monthIn } from "./followed-measure.ts";

/** Every period end of the plan's calendar from its first period to the demonstration's last, in order. */
export function periodsOf({ calendar }: ExpandedPlan): Month[] {
  const first = monthIn(calendar.firstPeriod);
  return monthsFrom(first, lastPeriod).filter(
    (month) => month === latestPeriod(month, calendar.frequency, first, "1000-01"),
  );
}
