/** DOMAIN sections 5 and 6: what is added up, and how units are ranked. */
import {
  type AssignmentRole,
  type Attribution,
  type Direction,
  type Light,
  lights,
  type Reading,
} from "../../../db/src/vocabulary.ts";
import { isZero, minus, one, order, over, type Pair, pair, plus, sum, times, zero } from "./fractions.ts";
import { earlier } from "./months.ts";
import type { PlainAnswer, PlainRollUp } from "./plain.ts";

/** One target of a subject that a unit is assigned to, with the oracle's answer. */
export interface PlainAssigned {
  readonly key: string;
  readonly subject: string;
  readonly indicator: string;
  readonly reading: Reading;
  readonly direction: Direction;
  readonly value: Pair;
  readonly parts: readonly string[];
  readonly role: AssignmentRole;
  readonly unitsAssigned: number;
  readonly hasLead: boolean;
  readonly answer: PlainAnswer;
}

export interface PlainFigures {
  readonly due: number;
  readonly reported: number;
  readonly composite: Pair | null;
  readonly sums: readonly PlainSum[];
  readonly lights: Readonly<Record<string, number>>;
  readonly withoutLead: readonly string[];
}

interface PlainSum {
  readonly group: string;
  readonly achieved: Pair | null;
  readonly target: Pair;
}

/** "only for the lead"; "a headline never together with its parts". */
function answeredFor(all: readonly PlainAssigned[], view: Attribution): readonly PlainAssigned[] {
  const led = all.filter((each) => view !== "lead" || each.role === "lead");
  return led.filter((each) => !led.some((other) => each.parts.includes(other.key)));
}

/** "counts in full for each unit, or 1/n". */
const weightOf = (each: PlainAssigned, view: Attribution): Pair =>
  view === "shared" ? pair(1, each.unitsAssigned) : one;

function heldBetween(completion: Pair): Pair {
  if (order(completion, zero) < 0) return zero;
  return order(completion, one) > 0 ? one : completion;
}

/** "mean of min(max(completion, 0), 1) over its reported targets, those 按总量 left out", and sums that lack something. */
function compositeOf(targets: readonly PlainAssigned[], view: Attribution): Pair | null {
  let [earned, weights] = [zero, zero];
  for (const each of targets) {
    const { isReported, completion, completionBasis, cause } = each.answer;
    if (!isReported || cause === "parts-missing" || completion === null || completionBasis === "whole") continue;
    earned = plus(earned, times(weightOf(each, view), heldBetween(completion)));
    weights = plus(weights, weightOf(each, view));
  }
  return isZero(weights) ? null : over(earned, weights);
}

/** "Σ achieved / Σ target over its targets with that indicator and an additive reading"; never mixing what differs. */
function sumsOf(targets: readonly PlainAssigned[], view: Attribution): readonly PlainSum[] {
  const additive = targets.filter((each) => ["new", "net", "cumulative", "gain"].includes(each.reading));
  const groupOf = (each: PlainAssigned) => `${each.indicator} ${each.reading} ${each.direction}`;
  const groups = [...new Set(additive.map(groupOf))];
  return groups.map((group) => {
    const members = additive.filter((each) => groupOf(each) === group);
    const known = members.flatMap((each) =>
      each.answer.achieved === null ? [] : [times(each.answer.achieved, weightOf(each, view))],
    );
    const target = sum(members.map((each) => times(each.value, weightOf(each, view))));
    return { group, achieved: known.length === 0 ? null : sum(known), target };
  });
}

/** "counts of each light", and of those without one. */
function countsOf(targets: readonly PlainAssigned[]): Readonly<Record<string, number>> {
  const count = (light: Light | null) => targets.filter((each) => each.answer.light === light).length;
  return { ...Object.fromEntries(lights.map((light) => [light, count(light)])), none: count(null) };
}

/** A unit's figures in one of the three views. */
export function figuresOf(all: readonly PlainAssigned[], view: Attribution): PlainFigures {
  const targets = answeredFor(all, view);
  const unled = view === "lead" ? all.filter((each) => !each.hasLead).map((each) => each.subject) : [];
  return {
    due: targets.filter((each) => each.answer.latestPeriod !== null).length,
    reported: targets.filter((each) => each.answer.isReported || each.answer.cause === "not-formed").length,
    composite: compositeOf(targets, view),
    sums: sumsOf(targets, view),
    lights: countsOf(targets),
    withoutLead: unled.filter((subject, index) => unled.indexOf(subject) === index),
  };
}

/** "Ranked by composite once everything due is reported, ties share a rank": one more than those ahead. */
export function ranksOf(units: readonly PlainFigures[]): readonly (number | null)[] {
  const standing = units.map((unit) => (unit.reported === unit.due ? unit.composite : null));
  return standing.map((own) => {
    if (own === null) return null;
    return 1 + standing.filter((other) => other !== null && order(other, own) > 0).length;
  });
}

/** "allocated = Σ parts, unallocated = headline − Σ parts", and Σ of what the parts achieved with its coverage. */
export function rollUpOf(
  value: Pair,
  parts: readonly { readonly value: Pair; readonly answer: PlainAnswer }[],
): PlainRollUp {
  const known = parts.flatMap(({ answer }) => (answer.achieved === null ? [] : [answer.achieved]));
  const months = parts.flatMap(({ answer }) => (answer.judgedMonth === null ? [] : [answer.judgedMonth]));
  const allocated = sum(parts.map((part) => part.value));
  return {
    achieved: known.length === 0 ? null : sum(known),
    judgedMonth: months.length === 0 ? null : months.reduce(earlier),
    partsReported: parts.filter(({ answer }) => answer.isReported).length,
    parts: parts.length,
    allocated,
    unallocated: minus(value, allocated),
  };
}
