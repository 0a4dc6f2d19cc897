/** The invented figures of all measures of a plan. */
import type { Nature } from "@beizeng/db/vocabulary";
import type { Month } from "@beizeng/server/domain/month.ts";
import type { ExpandedPlan } from "../expanded-plan.ts";
import { levelSeries } from "./figures/level.ts";
import { milestoneSeries } from "./figures/milestone.ts";
import { type Part, populationSeries } from "./figures/population.ts";
import { rateSeries } from "./figures/rate.ts";
import { tallySeries } from "./figures/tally.ts";
import { yearlyFlowSeries } from "./figures/yearly-flow.ts";
import { type FollowedMeasure, followMeasure, type Series } from "./followed-measure.ts";
import type { Scenario } from "./story.ts";

type Inventor = (followed: FollowedMeasure, periods: readonly Month[], parts: readonly Part[]) => Series;

const inventors: Readonly<Record<Nature, Inventor>> = {
  population: populationSeries,
  tally: tallySeries,
  "yearly-flow": yearlyFlowSeries,
  level: (followed, periods) => (isStanding(followed) ? rateSeries : levelSeries)(followed, periods),
  rate: rateSeries,
  milestone: milestoneSeries,
};

/** A measure and its figures at the plan's periods. */
export type InventedMeasure = Part;

/** The measures of a plan in its order, each with its figures; the scenario may name no measure that the plan lacks. */
export function inventSeries(plan: ExpandedPlan, scenario: Scenario, periods: readonly Month[]): InventedMeasure[] {
  const known = new Set(plan.measures.map(({ key }) => key));
  const unknown = Object.keys(scenario.measures).filter((key) => !known.has(key));
  if (unknown.length > 0) throw new Error(`${plan.id} has no measure ${unknown.join(", ")}`);
  const followed = plan.measures.map((measure) => followMeasure(plan, measure, scenario.measures[measure.key] ?? {}));
  const invented = new Map<string, InventedMeasure>();
  // Those that are made of others come last, when their parts are known.
  for (const one of [...followed].sort((left, right) => partsOf(plan, left).length - partsOf(plan, right).length)) {
    const parts = partsOf(plan, one).flatMap((key) => invented.get(key) ?? []);
    invented.set(one.measure.key, { followed: one, series: inventors[one.measure.nature](one, periods, parts) });
  }
  return plan.measures.flatMap(({ key }) => invented.get(key) ?? []);
}

/** Keys of the measures of which one of the measure's targets is made. */
function partsOf(plan: ExpandedPlan, { aims }: FollowedMeasure): string[] {
  const parts = new Set(aims.flatMap(({ target }) => target.madeOf?.parts ?? []));
  return [...new Set(plan.targets.filter(({ key }) => parts.has(key)).map(({ measure }) => measure))];
}

/** Whether a level is only asked to stand where it is. */
function isStanding({ aims }: FollowedMeasure): boolean {
  return aims.every(({ deadline }) => deadline === null);
}
