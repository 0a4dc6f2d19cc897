/** How the office closes periods: each once its papers are reviewed, and again after a correction for which it was reopened. */
import type { Month } from "@beizeng/server/domain/month.ts";
import type { ExpandedPlan } from "../expanded-plan.ts";
import { wholeBetween } from "./accident.ts";
import { lastClosedPeriod } from "./clock.ts";
import { addDays, dayAfter, instantOf, officeDay } from "./office-hours.ts";
import { reviewerOf, secondReviewerOf } from "./people.ts";
import { told } from "./regular-reports.ts";
import type { Step } from "./script.ts";
import type { Scenario } from "./story.ts";

/** Day of the month after the period, when late reports and the bureau's figures are reviewed as well. */
const closingDay = 27;

/** Minutes after nine: a reopening is asked for and granted before the correction that it is for comes in. */
const minutes = { first: 400, last: 470, asked: 15, granted: 60, again: 60 };

/** The closing of each period, in no order. */
export function closings(plan: ExpandedPlan, scenario: Scenario, periods: readonly Month[]): Step[] {
  return periods
    .filter((period) => period <= lastClosedPeriod)
    .map((period) => ({
      kind: "close",
      at: closedAt(plan, period),
      actor: reviewerOf(plan),
      plan: plan.id,
      period,
      reason: isMissed(scenario, period) ? told("仍有单位未报，已催报两次，按期结账。") : null,
    }));
}

const isMissed = ({ departments }: Scenario, period: Month) =>
  Object.values(departments).some(({ misses = [] }) => misses.includes(period));

function closedAt(plan: ExpandedPlan, period: Month): string {
  const slip = `${plan.id}/${period}/closing`;
  return instantOf(dayAfter(period, closingDay), wholeBetween(minutes.first, minutes.last, slip));
}

/** What surrounds a correction that is handed in on a day and accepted on another: nothing while the period is not closed yet. */
export function reopening(
  plan: ExpandedPlan,
  period: Month,
  { corrected, accepted, reason }: { readonly corrected: string; readonly accepted: string; readonly reason: string },
): Step[] {
  if (period > lastClosedPeriod || instantOf(corrected, 0) < closedAt(plan, period)) return [];
  const place = { plan: plan.id, period };
  const [first, second] = [reviewerOf(plan), secondReviewerOf(plan)];
  const again = officeDay(addDays(accepted, 1));
  return [
    { kind: "ask-reopening", at: instantOf(corrected, minutes.asked), actor: first, ...place, reason: told(reason) },
    { kind: "reopen", at: instantOf(corrected, minutes.granted), actor: second, ...place },
    {
      kind: "close",
      at: instantOf(again, minutes.again),
      actor: first,
      ...place,
      reason: told("更正已审核，重新结账。"),
    },
  ];
}
