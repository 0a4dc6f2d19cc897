/** The light of a target at a month, decided in the order of DOMAIN section 4. */
import type { Light } from "../../../db/src/vocabulary.ts";
import { compare, type Fraction, ofNumber, one } from "./fraction.ts";
import type { LightCause, LightRule } from "./model.ts";

/** How a target stands with the latest period due. */
export type Coverage = "before-first-period" | "not-formed" | "parts-missing" | "no-report" | "reported";

/** How far a value is behind what is asked before the deadline. */
export interface Lag {
  readonly isAbreast: boolean;
  readonly units: Fraction;
  readonly percent: Fraction;
  /** True for a pro-rated target counted in an indivisible unit. */
  readonly isIndivisible: boolean;
  /** True in the last three months before the deadline. */
  readonly isNearDeadline: boolean;
}

/** What a light is decided on. */
export interface LightFacts {
  readonly coverage: Coverage;
  readonly isMet: boolean;
  /** True for a reading that cannot fall back, on a target that has a deadline and rises. */
  readonly isMetForGood: boolean;
  readonly isDeadlinePast: boolean;
  readonly isMetLate: boolean;
  /** Null where nothing is asked before the deadline. */
  readonly lag: Lag | null;
  readonly rule: LightRule;
}

/** A light and why. */
export interface Verdict {
  readonly light: Light | null;
  readonly cause: LightCause;
}

/** True when a gap is within the tolerance of a rule, whose bound itself is within when the rule says so. DOMAIN section 4. */
export function isTolerated(gapPercent: Fraction, rule: LightRule): boolean {
  const side = compare(gapPercent, ofNumber(rule.tolerancePercent));
  return side < 0 || (side === 0 && rule.isInclusive);
}

function lightOfLag(lag: Lag, rule: LightRule): Verdict {
  if (lag.isAbreast) {
    return { light: "on-schedule", cause: "no-gap" };
  }
  if (lag.isIndivisible && compare(lag.units, one) < 0) {
    return lag.isNearDeadline
      ? { light: "behind", cause: "under-one-unit-near-deadline" }
      : { light: "on-schedule", cause: "under-one-unit" };
  }
  return isTolerated(lag.percent, rule)
    ? { light: "behind", cause: "within-tolerance" }
    : { light: "far-behind", cause: "beyond-tolerance" };
}

/** The light of a target, the first row that applies. DOMAIN section 4. */
export function decideLight(facts: LightFacts): Verdict {
  switch (facts.coverage) {
    case "before-first-period":
    case "not-formed":
    case "parts-missing":
      return { light: null, cause: facts.coverage };
    case "no-report":
      return { light: "unreported", cause: "no-report" };
  }
  if (facts.isDeadlinePast) {
    return facts.isMet
      ? { light: "met", cause: "met-at-deadline" }
      : { light: "missed", cause: facts.isMetLate ? "met-late" : "missed-at-deadline" };
  }
  if (facts.isMet && facts.isMetForGood) {
    return { light: "met", cause: "met-for-good" };
  }
  return facts.lag === null ? { light: "not-due", cause: "waits-for-deadline" } : lightOfLag(facts.lag, facts.rule);
}
