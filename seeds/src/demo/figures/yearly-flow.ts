/** Invented values of what is counted since each January (产值, 投资 …). */
import { type Month, monthOf, monthOfYear, yearOf } from "@beizeng/server/domain/month.ts";
import { sway } from "../accident.ts";
import { type Aim, baseOf, type Figures, type FollowedMeasure, type Series, scaled } from "../followed-measure.ts";
import { paceAt } from "../paces.ts";
import { dueOn, type Way, waypoints } from "../way.ts";

/** What each month of a year brings, as parts of a hundred: a slow February, a strong December. */
const months = [7.4, 6.2, 8.1, 8, 8.3, 8.9, 8.2, 8.1, 8.6, 8.5, 8.8, 10.9];

/** Share of the target at which a year's volume begins where nobody states it. */
const usualBeginning = 0.62;

/** Growth of a year's volume once all deadlines are past, against the mean year's. */
const onward = 0.6;

/** The year to date at every period: never less than the month before in the same year. */
export function yearlyFlowSeries(followed: FollowedMeasure, periods: readonly Month[]): Series {
  const way = wayOf(followed);
  const series = new Map<Month, Figures>();
  for (const period of periods) {
    const year = yearOf(period);
    const december = monthOf(year, 12);
    const start = way.points[0]?.value ?? 0;
    const volume = start + (dueOn(way, december) - start) * paceAt(followed.pace, december, followed.name);
    series.set(period, { amount: scaled(volume * shareOfYear(followed.name, period), followed.decimals) });
  }
  return series;
}

/** Share of a year that has come by the end of a month. */
function shareOfYear(name: string, period: Month): number {
  const weights = months.map((weight, month) => weight * (1 + 0.06 * sway(name, yearOf(period), month)));
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  return sum(weights.slice(0, monthOfYear(period))) / sum(weights);
}

function wayOf(followed: FollowedMeasure): Way {
  const { aims, origin } = followed;
  const level = aims.find(({ target }) => target.reading === "level")?.value;
  const start = baseOf(followed) ?? (level ?? 100) * usualBeginning;
  const points = aims.flatMap((aim) =>
    aim.deadline === null ? [] : [{ month: aim.deadline, value: volumeAt(aim, start) }],
  );
  return { points: waypoints([{ month: origin, value: start }, ...points], false), curve: "linear", onward };
}

/** The volume of the year that ends at the deadline, as the target asks for it. */
function volumeAt({ target, origin, deadline, value }: Aim, start: number): number {
  switch (target.reading) {
    case "growth":
      return start * (1 + value / 100);
    case "annual-growth": {
      const years = deadline === null ? 0 : yearOf(deadline) - yearOf(origin);
      return Array.from({ length: years }).reduce((volume: number) => volume * (1 + value / 100), start);
    }
    default:
      return value;
  }
}
