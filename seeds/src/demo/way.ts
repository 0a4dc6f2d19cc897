/** The way that a measure is meant to go: through the values that its targets ask for, month by month. */
import type { CurveKind } from "@beizeng/db/vocabulary";
import { shareDue } from "@beizeng/server/domain/curve.ts";
import { toNumber } from "@beizeng/server/domain/fraction.ts";
import { type Month, monthsBetween } from "@beizeng/server/domain/month.ts";

/** A value, in the indicator's unit, that is to stand at the end of a month. */
export type Waypoint = { readonly month: Month; readonly value: number };

/** A way from its first waypoint on; after the last one it goes on at `pace` of its mean speed, 0 being a standstill. */
export type Way = { readonly points: readonly Waypoint[]; readonly curve: CurveKind; readonly onward: number };

/** What is due on a way at the end of a month. */
export function dueOn({ points, curve, onward }: Way, month: Month): number {
  const first = points[0];
  const last = points.at(-1);
  if (first === undefined || last === undefined) return 0;
  if (month <= first.month) return first.value;
  const place = points.findIndex((point) => month <= point.month);
  const to = points[place];
  const from = points[place - 1];
  if (to !== undefined && from !== undefined) {
    return from.value + (to.value - from.value) * shareOf(curve, from.month, to.month, month);
  }
  const speed = (last.value - first.value) / Math.max(monthsBetween(first.month, last.month), 1);
  return last.value + speed * onward * monthsBetween(last.month, month);
}

function shareOf(kind: CurveKind, from: Month, to: Month, month: Month): number {
  const curve = {
    kind: kind === "batch" ? ("batch" as const) : ("linear" as const),
    calendars: [],
    points: null,
  };
  return toNumber(shareDue(curve, { from, to }, month));
}

/** The waypoints by month; of two in one month the one that asks for more, and none that falls behind an earlier one where `isRising`. */
export function waypoints(points: readonly Waypoint[], isRising: boolean): Waypoint[] {
  const ordered = [...points].sort((left, right) => monthsBetween(right.month, left.month));
  const way: Waypoint[] = [];
  for (const point of ordered) {
    const last = way.at(-1);
    const value = isRising && last !== undefined ? Math.max(last.value, point.value) : point.value;
    if (last?.month === point.month) way.pop();
    way.push({ month: point.month, value });
  }
  return way;
}
