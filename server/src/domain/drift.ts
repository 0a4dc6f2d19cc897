/** Where a level goes on to when it drifts with normal errors; floats, for forecasts only. */
import { type Month, monthsBetween } from "./month.ts";
import { deviateOf90Percent, studentProbability } from "./student.ts";

/** A value at a month. */
export interface PathPoint {
  readonly month: Month;
  readonly value: number;
}

/** How a level moves: where it stands, its mean change a month, the variance of a month's change, and in how many steps over how many months that was seen. */
export interface Drift {
  readonly level: number;
  readonly perMonth: number;
  readonly variance: number;
  readonly steps: number;
  readonly months: number;
}

/** A level at a later month: its expected value and standard error, and the degrees of freedom with which that error is known. */
export interface LevelAhead {
  readonly mean: number;
  readonly error: number;
  readonly freedom: number;
}

/** Errors smaller than this, beside the values, are of the float and not of the figures. */
const negligible = 1e-9;

/** The drift of a level from a first point over two or more later ones, months ascending. */
export function driftOf(first: PathPoint, later: readonly PathPoint[]): Drift {
  const last = later.reduce((_, point) => point, first);
  const months = monthsBetween(first.month, last.month);
  const perMonth = (last.value - first.value) / months;
  let squares = 0;
  let previous = first;
  for (const point of later) {
    const length = monthsBetween(previous.month, point.month);
    squares += (point.value - previous.value - perMonth * length) ** 2 / length;
    previous = point;
  }
  return { level: last.value, perMonth, variance: squares / (later.length - 1), steps: later.length, months };
}

/** The level so many months on: the error grows with the way ahead, and with how little of the drift was seen. */
export function levelAhead({ level, perMonth, variance, steps, months }: Drift, ahead: number): LevelAhead {
  return {
    mean: level + perMonth * ahead,
    error: Math.sqrt(variance * ahead * (1 + ahead / months)),
    freedom: steps - 1,
  };
}

/** How far the 80 % interval reaches to each side. */
export function reachOf80Percent({ error, freedom }: LevelAhead): number {
  return error * deviateOf90Percent(freedom);
}

/** The probability that a level is at or above a value. */
export function probabilityAbove({ mean, error, freedom }: LevelAhead, value: number): number {
  const float = negligible * Math.max(1, Math.abs(mean), Math.abs(value));
  if (error < float) {
    return mean > value - float ? 1 : 0;
  }
  return studentProbability((mean - value) / error, freedom);
}
