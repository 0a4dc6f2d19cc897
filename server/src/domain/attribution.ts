/** What a department answers for and how it stands, DOMAIN section 6. */
import { type AssignmentRole, type Attribution, additiveReadings, type Reading } from "../../../db/src/vocabulary.ts";
import {
  compare,
  divide,
  type Fraction,
  fractionOf,
  larger,
  multiply,
  ofDecimal,
  one,
  sign,
  smaller,
  zero,
} from "./fraction.ts";
import { countLights, type LightCounts } from "./lights.ts";
import type { Assessment, Target } from "./model.ts";
import { sumOf } from "./roll-up.ts";

/** A target of a subject that a department is assigned to, judged at the month and of the horizon looked at. */
export interface AssignedTarget {
  readonly subject: string;
  readonly indicator: string;
  readonly target: Target;
  readonly assessment: Assessment;
  /** Keys of the targets that this one declares itself made of; none for most. */
  readonly parts: readonly string[];
  /** What the department does for the subject. */
  readonly role: AssignmentRole;
  /** How many units are assigned to the subject, this one included; at least 1. */
  readonly unitsAssigned: number;
  /** True when the plan names a lead unit for the subject. */
  readonly hasLead: boolean;
}

/** Σ achieved / Σ target over targets of one indicator, reading and direction: the only ones that may be added. */
export interface IndicatorSum {
  readonly indicator: string;
  readonly reading: Reading;
  /** Sum of what is known, null when nothing is. */
  readonly achieved: Fraction | null;
  readonly target: Fraction;
  /** achieved / target; null without a value or where the targets sum to 0. */
  readonly completion: Fraction | null;
  readonly reported: number;
  readonly targets: number;
}

/** A department's figures at a month and horizon in one of the three views. */
export interface DepartmentFigures {
  /** What it answers for in this view, in the order given. */
  readonly answersFor: readonly AssignedTarget[];
  /** N of "n of N reported": targets for which a period is due. */
  readonly due: number;
  /** n of "n of N reported". */
  readonly reported: number;
  /** 综合完成率, 0…1; null when nothing that counts is reported. */
  readonly composite: Fraction | null;
  /** How many targets the composite is the mean of: the reported ones that have a completion of their own. */
  readonly counted: number;
  readonly sums: readonly IndicatorSum[];
  readonly lights: LightCounts;
  /** Subjects left out of the view `lead` because no unit leads them (未明确牵头); none in the other views. */
  readonly withoutLead: readonly string[];
}

/** What is added up over targets that weigh differently. */
interface Weighed {
  readonly assigned: AssignedTarget;
  readonly weight: Fraction;
}

/** The targets of a view: a headline never together with its parts, of the lead only what it leads. */
function inView(assigned: readonly AssignedTarget[], attribution: Attribution): readonly AssignedTarget[] {
  const taken = attribution === "lead" ? assigned.filter(({ role }) => role === "lead") : assigned;
  const keys = new Set(taken.map(({ target }) => target.key));
  return taken.filter(({ parts }) => !parts.some((part) => keys.has(part)));
}

function isAdditive(reading: Reading): boolean {
  const readings: readonly Reading[] = additiveReadings;
  return readings.includes(reading);
}

function sumOfGroup(group: readonly Weighed[], { indicator, target }: AssignedTarget): IndicatorSum {
  const known = group.flatMap(({ assigned, weight }) => {
    const { achieved } = assigned.assessment;
    return achieved === null ? [] : [multiply(achieved, weight)];
  });
  const achieved = known.length === 0 ? null : sumOf(known);
  const asked = sumOf(
    group.map(({ assigned, weight }) => multiply(ofDecimal(assigned.assessment.targetValue), weight)),
  );
  return {
    indicator,
    reading: target.reading,
    achieved,
    target: asked,
    completion: achieved === null || sign(asked) === 0 ? null : divide(achieved, asked),
    reported: group.filter(({ assigned }) => assigned.assessment.isReported).length,
    targets: group.length,
  };
}

function sumsOf(weighed: readonly Weighed[]): readonly IndicatorSum[] {
  const groups = new Map<string, { first: AssignedTarget; members: Weighed[] }>();
  for (const entry of weighed) {
    const { indicator, target } = entry.assigned;
    if (isAdditive(target.reading)) {
      const key = `${indicator} ${target.reading} ${target.direction}`;
      const group = groups.get(key) ?? { first: entry.assigned, members: [] };
      group.members.push(entry);
      groups.set(key, group);
    }
  }
  return [...groups.values()].map(({ first, members }) => sumOfGroup(members, first));
}

/**
 * The mean of the completions held between 0 and 1 over what is reported, without those taken over the whole value (按总量)
 * and those of a headline whose sum is not whole: what is not allocated lies with none of its parts.
 */
function compositeOf(weighed: readonly Weighed[]): Pick<DepartmentFigures, "composite" | "counted"> {
  const counted = weighed.flatMap(({ assigned, weight }) => {
    const { completion, completionBasis, isReported, cause } = assigned.assessment;
    return isReported && cause !== "parts-missing" && completion !== null && completionBasis !== "whole"
      ? [{ weight, earned: multiply(weight, smaller(larger(completion, zero), one)) }]
      : [];
  });
  const composite =
    counted.length === 0
      ? null
      : divide(sumOf(counted.map(({ earned }) => earned)), sumOf(counted.map(({ weight }) => weight)));
  return { composite, counted: counted.length };
}

/**
 * True where the unit owes nothing for the latest period: it reported, even if the reading cannot be formed from what it
 * said ("—" is not 未报).
 */
function isAnswered({ isReported, cause }: Assessment): boolean {
  return isReported || cause === "not-formed";
}

/** A department's figures from all targets of its subjects at one month and horizon. DOMAIN section 6. */
export function departmentFigures(assigned: readonly AssignedTarget[], attribution: Attribution): DepartmentFigures {
  const answersFor = inView(assigned, attribution);
  const weighed = answersFor.map((entry) => ({
    assigned: entry,
    weight: attribution === "shared" ? fractionOf(1n, BigInt(entry.unitsAssigned)) : one,
  }));
  const assessments = answersFor.map(({ assessment }) => assessment);
  const unled = assigned.filter(({ hasLead }) => attribution === "lead" && !hasLead);
  return {
    answersFor,
    due: assessments.filter(({ latestPeriod }) => latestPeriod !== null).length,
    reported: assessments.filter(isAnswered).length,
    ...compositeOf(weighed),
    sums: sumsOf(weighed),
    lights: countLights(assessments),
    withoutLead: [...new Set(unled.map(({ subject }) => subject))],
  };
}

/**
 * Ranks from 1 by composite, the highest first, in the order of the departments given; equal composites share a rank
 * (1, 2, 2, 4). Null (未报齐) while something due is not reported, or where nothing counts. DOMAIN section 6.
 */
export function rankDepartments(
  departments: readonly Pick<DepartmentFigures, "due" | "reported" | "composite">[],
): readonly (number | null)[] {
  const composites = departments.map(({ due, reported, composite }) => (reported === due ? composite : null));
  return composites.map((own) =>
    own === null ? null : composites.filter((other) => other !== null && compare(other, own) > 0).length + 1,
  );
}
