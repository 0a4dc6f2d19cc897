/** What was in force at a month: a target's value and a plan's rule of lights, neither of which changes the past. */
import type { LightRule, Target, TargetRevision } from "./model.ts";
import type { Month } from "./month.ts";

/** The rule of DOMAIN section 4 where a plan gives none: behind up to and including 20 points. */
export const defaultLightRule: LightRule = {
  from: "1000-01",
  mode: "points",
  tolerancePercent: 20,
  isInclusive: true,
};

/** The value of a target at a month: the last revision that began by then, or the first one for an earlier month; a target without any throws. */
export function revisionInForce(target: Target, month: Month): TargetRevision {
  const revision = target.revisions.findLast(({ from }) => from <= month) ?? target.revisions[0];
  if (revision === undefined) {
    throw new RangeError(`target ${target.key} has no value`);
  }
  return revision;
}

/** The rule at a month, the latest to have begun by then, in whatever order they are given; the default rule before the first. */
export function ruleInForce(rules: readonly LightRule[], month: Month): LightRule {
  return rules.reduce(
    (latest, rule) => (rule.from <= month && rule.from >= latest.from ? rule : latest),
    defaultLightRule,
  );
}
