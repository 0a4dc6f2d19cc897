/** Invented values of what moves around its bar and is not led anywhere: rates, service promises, standing demands. */
import type { Month } from "@beizeng/server/domain/month.ts";
import { type Aim, type Figures, type FollowedMeasure, type Series, scaled } from "../followed-measure.ts";
import { paceAt } from "../paces.ts";

/** A rate strays from its bar by this share of what a count would be ahead or behind. */
const damping = 0.4;

/** The values of a rate at its periods; a share of the whole never passes 100 %. */
export function rateSeries(followed: FollowedMeasure, periods: readonly Month[]): Series {
  const { decimals, pace, name, isPercent } = followed;
  const series = new Map<Month, Figures>();
  for (const period of periods) {
    const aim = aimAt(followed, period);
    const lead = (paceAt(pace, period, name) - 1) * damping;
    const value = aim.value * (aim.target.direction === "rising" ? 1 + lead : 1 - lead);
    const most = isPercent ? 100 : Infinity;
    series.set(period, { amount: scaled(Math.min(value, most), decimals) });
  }
  return series;
}

/** The target of the nearest deadline that is not past, else a standing one, else the last. */
function aimAt({ aims, measure }: FollowedMeasure, period: Month): Aim {
  const dated = aims.filter(({ deadline }) => deadline !== null).sort(byDeadline);
  const aim =
    dated.find(({ deadline }) => (deadline ?? "") >= period) ??
    aims.find(({ deadline }) => deadline === null) ??
    dated.at(-1);
  if (aim === undefined) throw new Error(`${measure.key} has no target`);
  return aim;
}

function byDeadline(left: Aim, right: Aim): number {
  return (left.deadline ?? "") < (right.deadline ?? "") ? -1 : 1;
}
