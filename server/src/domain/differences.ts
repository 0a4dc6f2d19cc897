/**
 * What the statistics bureau confirmed (统计核定) beside what the departments reported (部门填报): neither overwrites the
 * other, and where they differ both are shown. DOMAIN section 8.
 */
import { type FigureField, figureFields } from "./check-list.ts";
import type { Measure, Observation } from "./model.ts";
import type { Month } from "./month.ts";

/** A figure on both bases, scaled by the indicator's decimals; `difference` is what was confirmed less what was reported. */
export interface FigureDifference {
  readonly field: FigureField;
  readonly reported: number;
  readonly confirmed: number;
  readonly difference: number;
}

/** Both observations of a month. */
export interface ComparedObservations {
  readonly reported: Observation;
  readonly confirmed: Observation;
}

/** The figures that both hold, as far as they differ. */
export function differencesOf({ reported, confirmed }: ComparedObservations): readonly FigureDifference[] {
  return figureFields.flatMap((field) => {
    const [theirs, ours] = [reported[field], confirmed[field]];
    return theirs === null || ours === null || theirs === ours
      ? []
      : [{ field, reported: theirs, confirmed: ours, difference: ours - theirs }];
  });
}

function share({ reported, confirmed }: ComparedObservations): boolean {
  return figureFields.some((field) => reported[field] !== null && confirmed[field] !== null);
}

/**
 * What can be compared of a measure at a month: both observations of the latest month up to it for which either basis has a
 * figure of the same kind; null where there is no such month. A figure is never held against one of another month.
 */
export function latestCompared(reported: Measure, confirmed: Measure, month: Month): ComparedObservations | null {
  const byMonth = new Map(reported.observations.map((observation) => [observation.month, observation]));
  const compared = confirmed.observations.flatMap((ours): ComparedObservations[] => {
    const theirs = byMonth.get(ours.month);
    return theirs === undefined || ours.month > month ? [] : [{ reported: theirs, confirmed: ours }];
  });
  return compared.findLast(share) ?? null;
}
