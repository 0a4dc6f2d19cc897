/**
 * 季考评 in the demonstration: 吕梁's notice names six indicators for counties and zones, and neither weights nor a method. Both
 * are invented here and say so, as are the figures.
 */

import type { ReportLine } from "@beizeng/server/actions/report-lines.ts";
import type { AddAppraisalRule } from "@beizeng/server/actions/set-appraisal.ts";
import { writeDecimal } from "@beizeng/server/domain/decimal.ts";
import { type Month, monthOfYear } from "@beizeng/server/domain/month.ts";
import type { ExpandedPlan } from "../expanded-plan.ts";
import { accident, sway } from "./accident.ts";
import { instantOf } from "./office-hours.ts";
import { reviewerOf } from "./people.ts";
import type { Step } from "./script.ts";

/** What the office sets, as it types it. */
export type AppraisalStory = Pick<AddAppraisalRule, "subject" | "units" | "indicators"> & {
  readonly from: Month;
  readonly on: string;
  readonly reason: string;
  readonly document: string;
  /** For each indicator what an average unit has at a year's end, and by how much units differ from it. */
  readonly figures: readonly { readonly average: number; readonly spread: number; readonly isRate?: boolean }[];
};

/** The key that the product gives the plan's n-th new indicator. */
const indicatorKey = (plan: ExpandedPlan, place: number) => `${plan.id}-indicator-${place + 1}`;

/** The units that are appraised: members of the groups. */
function unitsOf({ departments }: ExpandedPlan, { units }: AppraisalStory): readonly string[] {
  const groups = departments.filter(({ id }) => units.includes(id));
  return groups.flatMap(({ members }) => members.map(({ department }) => department));
}

/** The office's setting of the rule. */
export function appraisalSteps(plan: ExpandedPlan, story: AppraisalStory | undefined): Step[] {
  if (story === undefined) return [];
  const { figures: _, on, ...rule } = story;
  const actor = reviewerOf(plan);
  return [{ kind: "set-appraisal", at: instantOf(on, 90), actor, plan: plan.id, rule }];
}

/** A unit's appraised figures for a period, none but at a quarter's end from the rule's first month on. */
export function appraisalLines(
  plan: ExpandedPlan,
  story: AppraisalStory | undefined,
  department: string,
  period: Month,
): readonly ReportLine[] {
  if (story === undefined || period < story.from || monthOfYear(period) % 3 !== 0) return [];
  if (!unitsOf(plan, story).includes(department)) return [];
  return story.indicators.map(({ newIndicator }, place) => {
    const { average = 0, spread = 0, isRate = false } = story.figures[place] ?? {};
    const decimals = newIndicator?.decimals ?? 0;
    const year = period.slice(0, 4);
    const due = isRate ? 1 : monthOfYear(period) / 12;
    const own = average + spread * sway(department, "appraised", place, year);
    const moved = own * due * (0.85 + 0.3 * accident(department, "appraised", place, period));
    const digits = Math.round(moved * 10 ** decimals);
    const measure = `${story.subject}.${indicatorKey(plan, place)}.${department}`;
    return { measure, amount: writeDecimal({ digits: digits === 0 ? 0 : digits, decimals }), note: "演示数据" };
  });
}
