/** What happens beside the regular reports: corrections, targets set anew, later due days, figures of the statistics bureau. */
import type { Month } from "@beizeng/server/domain/month.ts";
import type { ExpandedPlan } from "../expanded-plan.ts";
import { reopening } from "./closings.ts";
import { confirmations } from "./confirmations.ts";
import type { InventedMeasure } from "./invented-series.ts";
import { lineOf } from "./lines.ts";
import { addDays, instantOf, officeDay } from "./office-hours.ts";
import { reporterOf, reviewerOf } from "./people.ts";
import { accept, told } from "./regular-reports.ts";
import type { Step } from "./script.ts";
import type { ExtensionStory, Misreport, Revision, Scenario } from "./story.ts";

/** Minutes after nine at which a correction is handed in, a target set anew, and a later due day granted. */
const correctionMinute = 95;
const revisionMinute = 210;
const extensionMinute = 120;

/** Days from one correction to the next, a weekend included. */
const daysOfCorrection = 4;

/** The steps of a plan that no calendar asks for, in no order. */
export function afterthoughts(
  plan: ExpandedPlan,
  scenario: Scenario,
  invented: readonly InventedMeasure[],
  periods: readonly Month[],
): Step[] {
  const measureOf = (key: string) => {
    const found = invented.find(({ followed }) => followed.measure.key === key);
    if (found === undefined) throw new Error(`${plan.id} has no measure ${key}`);
    return found;
  };
  return [
    ...scenario.misreports.flatMap((misreport) => corrections(plan, misreport, measureOf(misreport.measure), periods)),
    ...scenario.revisions.map((revision) => revisionStep(plan, revision)),
    ...(scenario.extensions ?? []).map((extension) => extensionStep(plan, extension)),
    ...confirmations(plan, scenario, invented, periods),
  ];
}

/** The true figures of each period that was misreported, one after the other: a figure is held against the accepted ones. */
function corrections(
  plan: ExpandedPlan,
  { from, until, correctedOn, reason }: Misreport,
  measure: InventedMeasure,
  periods: readonly Month[],
): Step[] {
  const department = measure.followed.measure.reporting;
  const wrong = periods.filter((period) => from <= period && period <= until);
  return wrong.flatMap((period, place): Step[] => {
    const slip = `${plan.id}/${department}/${period}/${measure.followed.measure.key}`;
    const day = officeDay(addDays(correctedOn, place * daysOfCorrection));
    const accepted = officeDay(addDays(day, 1));
    return [
      ...reopening(plan, period, { corrected: day, accepted, reason }),
      {
        kind: "correct",
        at: instantOf(day, correctionMinute),
        actor: reporterOf(plan, department),
        slip,
        plan: plan.id,
        department,
        period,
        lines: [lineOf(measure, measure.series.get(period) ?? {}, told(reason))],
        reason: told(reason),
      },
      accept(slip, accepted, reviewerOf(plan)),
    ];
  });
}

function extensionStep(plan: ExpandedPlan, { department, period, on, until, reason }: ExtensionStory): Step {
  return {
    kind: "extend",
    at: instantOf(on, extensionMinute),
    actor: reviewerOf(plan),
    plan: plan.id,
    department,
    period,
    until,
    reason: told(reason),
  };
}

function revisionStep(plan: ExpandedPlan, { target, from, on, value, reason, document }: Revision): Step {
  return {
    kind: "revise",
    at: instantOf(on, revisionMinute),
    actor: reviewerOf(plan),
    plan: plan.id,
    target,
    from,
    value,
    reason: told(reason),
    document,
  };
}
