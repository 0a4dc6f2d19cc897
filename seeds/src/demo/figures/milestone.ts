/** Invented completions of works (达产, 建成 …). */
import { addMonths, type Month } from "@beizeng/server/domain/month.ts";
import { wholeBetween } from "../accident.ts";
import type { Figures, FollowedMeasure, Series } from "../followed-measure.ts";

/** Not done until the day that the scenario tells, or a day of the month before the deadline; done from then on. */
export function milestoneSeries(followed: FollowedMeasure, periods: readonly Month[]): Series {
  const doneOn = followed.story.doneOn ?? usualDay(followed);
  const figuresAt = (period: Month): Figures => (doneOn.slice(0, 7) <= period ? { amount: 1, doneOn } : { amount: 0 });
  return new Map(periods.map((period) => [period, figuresAt(period)]));
}

function usualDay({ name, aims, origin }: FollowedMeasure): string {
  const deadline = aims[0]?.deadline ?? addMonths(origin, 12);
  return `${addMonths(deadline, -1)}-${wholeBetween(10, 28, name)}`;
}
