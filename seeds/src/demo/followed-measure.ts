/** A measure with all that its invented figures depend on. */
import { type Month, parseMonth } from "@beizeng/server/domain/month.ts";
import type { ExpandedMeasure, ExpandedPlan, ExpandedTarget } from "../expanded-plan.ts";
import { accident } from "./accident.ts";
import type { Pace } from "./paces.ts";
import type { MeasureStory } from "./story.ts";

/** The figures of a period, scaled by the indicator's decimals; `doneOn` is a day. */
export type Figures = {
  readonly entries?: number;
  readonly exits?: number;
  readonly stock?: number;
  readonly amount?: number;
  readonly doneOn?: string;
};

/** The figures of every period, in order. */
export type Series = ReadonlyMap<Month, Figures>;

/** What a target asks for: its value in the target's unit, a strict one's by one last place more (or less, falling). */
export type Aim = {
  readonly target: ExpandedTarget;
  readonly origin: Month;
  readonly deadline: Month | null;
  readonly value: number;
};

export type FollowedMeasure = {
  /** Names the measure among those of all plans. */
  readonly name: string;
  readonly measure: ExpandedMeasure;
  readonly decimals: number;
  readonly isPercent: boolean;
  readonly aims: readonly Aim[];
  /** The earliest origin among the aims: what is counted is 0 there. */
  readonly origin: Month;
  readonly pace: Pace;
  readonly story: MeasureStory;
};

/** How measures get on of which nothing is told: most well, some not. */
const usualPaces: readonly Pace[] = ["steady", "steady", "steady", "ahead", "ahead", "last-minute", "slow", "lagging"];
const usualPacesOfRates: readonly Pace[] = ["steady", "steady", "steady", "ahead", "ahead", "slow"];

/** A measure of a plan as the demonstration follows it, by what is told of it. */
export function followMeasure(plan: ExpandedPlan, measure: ExpandedMeasure, story: MeasureStory): FollowedMeasure {
  const indicator = plan.indicators.find(({ id }) => id === measure.indicator);
  if (indicator === undefined) throw new Error(`${measure.key} has no indicator`);
  const name = `${plan.id}/${measure.key}`;
  const aims = plan.targets
    .filter((target) => target.measure === measure.key)
    .map((target) => aimOf(target, indicator.decimals));
  const usual = measure.nature === "rate" ? usualPacesOfRates : usualPaces;
  const origin = aims.map((aim) => aim.origin).sort()[0];
  if (origin === undefined) throw new Error(`${measure.key} has no target`);
  return {
    name,
    measure,
    decimals: indicator.decimals,
    isPercent: indicator.unit.zh === "%",
    aims,
    origin,
    pace: story.pace ?? usual[Math.floor(accident(name, "pace") * usual.length)] ?? "steady",
    story,
  };
}

function aimOf(target: ExpandedTarget, decimals: number): Aim {
  const value = target.value.digits / 10 ** target.value.decimals;
  const lastPlace = 1 / 10 ** decimals;
  const strictly = { ">": lastPlace, "<": -lastPlace }[target.comparator as string] ?? 0;
  return {
    target,
    origin: monthIn(target.origin),
    deadline: target.deadline === null ? null : monthIn(target.deadline),
    value: value + strictly,
  };
}

/** A month of a checked plan or a scenario. */
export function monthIn(text: string): Month {
  const month = parseMonth(text);
  if (month === null) throw new Error(`${text} is not a month`);
  return month;
}

/** The value at the origin that a plan states, else what the scenario tells; undefined where neither does. */
export function baseOf({ measure, story }: FollowedMeasure): number | undefined {
  return measure.opening === null ? story.base : measure.opening.value.digits / 10 ** measure.opening.value.decimals;
}

/** A number in the indicator's unit as it is stored: scaled by its decimals and rounded. */
export function scaled(value: number, decimals: number): number {
  return Math.round(value * 10 ** decimals);
}

/** The base of a measure on which a growth is asked for; none where the plan states it, or the scenario tells of none. */
export function reportedBase({
  measure,
  aims,
  story,
  decimals,
}: FollowedMeasure): readonly (readonly [Month, Figures])[] {
  const growth = aims.find(({ target }) => target.reading === "growth" || target.reading === "annual-growth");
  if (growth === undefined || measure.opening !== null || story.base === undefined) return [];
  const figure = scaled(story.base, decimals);
  return [[growth.origin, measure.nature === "population" ? { stock: figure } : { amount: figure }]];
}
