/** Invented counts of events since the origin (对接活动, 重点项目 …). */
import type { Month } from "@beizeng/server/domain/month.ts";
import type { Figures, FollowedMeasure, Series } from "../followed-measure.ts";
import { paceAt } from "../paces.ts";
import { dueOn, type Way, type Waypoint, waypoints } from "../way.ts";

/** How fast events go on once all deadlines are past. */
const onward = 0.4;

/** The counts of a tally at its periods; a year's quota adds to what was counted before. */
export function tallySeries(followed: FollowedMeasure, periods: readonly Month[]): Series {
  const { decimals, pace, name } = followed;
  const way = wayOf(followed);
  const series = new Map<Month, Figures>();
  let amount = 0;
  for (const period of periods) {
    const counted = dueOn(way, period) * paceAt(pace, period, name) * 10 ** decimals;
    amount = Math.max(amount, Math.floor(counted + 1e-9));
    series.set(period, { amount });
  }
  return series;
}

function wayOf(followed: FollowedMeasure): Way {
  let points: Waypoint[] = [{ month: followed.origin, value: 0 }];
  const aims = [...followed.aims].sort((left, right) => (left.origin < right.origin ? -1 : 1));
  for (const { origin, deadline, value } of aims) {
    if (deadline === null) continue;
    const before = dueOn({ points, curve: "linear", onward: 0 }, origin);
    points = waypoints([...points, { month: deadline, value: before + value }], true);
  }
  return { points, curve: followed.aims[0]?.target.curve ?? "linear", onward };
}
