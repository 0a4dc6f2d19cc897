/** What was in force at a month: a target's value, a plan's rule of lights and entry calendar, none of which changes the past. */
import type { EntryCalendar, LightRule, Target, TargetRevision } from "./model.ts";
import type { Month } from "./month.ts";

/** The rule of DOMAIN section 4 where a plan gives none: behind up to and including 20 points. */
export const defaultLightRule: LightRule = {
  from: "1000-01",
  mode: "points",
  tolerancePercent: 20,
  isInclusive: true,
};

/** The house table of DOMAIN section 3: cumulative percent due by the end of each month, firms entering in batches at the year's end. */
export const houseEntryCalendar: EntryCalendar = {
  from: "1000-01",
  monthlyPercent: [0, 10, 15, 20, 25, 30, 35, 40, 45, 50, 75, 100],
  yearWeights: null,
};

/** The value of a target at a month: the last revision that began by then, or the first one for an earlier month; a target without any throws. */
export function revisionInForce(target: Target, month: Month): TargetRevision {
  const revision = target.revisions.findLast(({ from }) => from <= month) ?? target.revisions[0];
  if (revision === undefined) {
    throw new RangeError(`target ${target.key} has no value`);
  }
  return revision;
}

/** The latest to have begun by a month, of several from one month the last given; the house's before the first. */
function latestBegun<Dated extends { readonly from: Month }>(
  dated: readonly Dated[],
  month: Month,
  house: Dated,
): Dated {
  return dated.reduce((latest, each) => (each.from <= month && each.from >= latest.from ? each : latest), house);
}

/** The rule at a month; the default rule before the first. */
export function ruleInForce(rules: readonly LightRule[], month: Month): LightRule {
  return latestBegun(rules, month, defaultLightRule);
}

/** The entry calendar at a month; the house table before the first. */
export function calendarInForce(calendars: readonly EntryCalendar[], month: Month): EntryCalendar {
  return latestBegun(calendars, month, houseEntryCalendar);
}
