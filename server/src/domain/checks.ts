/** What a reported observation must satisfy, the same while typing and on the server. DOMAIN section 8. */
import { checks, type Finding, figureFields } from "./check-list.ts";
import type { Measure, Observation, Target } from "./model.ts";
import { yearOf } from "./month.ts";

/**
 * What is wrong or odd about an observation among the accepted ones of its measure, figure by figure, errors first at each.
 * `targets` are all targets of the measure. An accepted observation of the same month is the one to be corrected and is not
 * compared with. Blank figures are not checked; typed text is read by `readTyped` before.
 */
export function checkObservation(
  measure: Measure,
  targets: readonly Target[],
  observation: Observation,
): readonly Finding[] {
  return figureFields.flatMap((field) => {
    const figure = observation[field];
    if (figure === null) {
      return [];
    }
    const seen = measure.observations.flatMap((other) => {
      const known = other[field];
      return known === null ? [] : [{ month: other.month, year: yearOf(other.month), figure: known }];
    });
    const earlier = seen.filter(({ month }) => month < observation.month);
    const next = seen.find(({ month }) => month > observation.month) ?? null;
    return checks.flatMap(({ code, severity, find }) => {
      const text = find({ measure, targets, observation, field, figure, earlier, next });
      return text === null ? [] : [{ code, severity, field, text }];
    });
  });
}
