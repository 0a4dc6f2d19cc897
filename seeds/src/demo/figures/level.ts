/** Invented values of what stands at a month's end (产能, 保有量, 占比 …) and is led to a target, upwards or downwards. */
import type { Month } from "@beizeng/server/domain/month.ts";
import { sway } from "../accident.ts";
import { baseOf, type Figures, type FollowedMeasure, type Series, scaled } from "../followed-measure.ts";
import { paceAt } from "../paces.ts";
import { dueOn, type Way, waypoints } from "../way.ts";

/** Share of the target at which a level begins where nobody states it: below a rising one, above a falling one. */
const usualBeginning = { rising: 0.6, falling: 1.2 } as const;

/** How far single months stray, as a share of the way. */
const unrest = 0.015;

/** The values of a level at its periods. */
export function levelSeries(followed: FollowedMeasure, periods: readonly Month[]): Series {
  const { decimals, pace, name } = followed;
  const way = wayOf(followed);
  const start = way.points[0]?.value ?? 0;
  const length = (way.points.at(-1)?.value ?? start) - start;
  const series = new Map<Month, Figures>();
  for (const period of periods) {
    const done = (dueOn(way, period) - start) * paceAt(pace, period, name);
    const stray = decimals === 0 ? 0 : length * unrest * sway(name, "stray", period);
    series.set(period, { amount: Math.max(0, scaled(start + done + stray, decimals)) });
  }
  return series;
}

function wayOf(followed: FollowedMeasure): Way {
  const { aims, origin } = followed;
  const dated = aims.flatMap(({ deadline, value }) => (deadline === null ? [] : [{ month: deadline, value }]));
  const direction = aims[0]?.target.direction ?? "rising";
  const start = baseOf(followed) ?? (aims[0]?.value ?? 0) * usualBeginning[direction];
  return { points: waypoints([{ month: origin, value: start }, ...dated], false), curve: "linear", onward: 0 };
}
