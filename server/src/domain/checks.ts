/** What a reported observation must satisfy, the same while typing and on the server. DOMAIN section 8. */
import { checks, type Figure, type FigureField, type Finding, figureFields, type Seen } from "./check-list.ts";
import type { Measure, Observation, Target } from "./model.ts";
import type { Month } from "./month.ts";
import { observationAt, originOf } from "./observation.ts";

/** The accepted figures of a field before a month, ascending, and the first one after it. */
function seenOf({ observations }: Measure, field: FigureField, month: Month): Pick<Figure, "earlier" | "next"> {
  const earlier: Seen[] = [];
  for (const other of observations) {
    const figure = other[field];
    if (figure === null || other.month === month) {
      continue;
    }
    const seen = { month: other.month, figure };
    if (other.month > month) {
      return { earlier, next: seen };
    }
    earlier.push(seen);
  }
  return { earlier, next: null };
}

/**
 * What is wrong or odd about an observation among the accepted ones of its measure, figure by figure, errors first at each.
 * `targets` are all targets of the measure. An accepted observation of the same month is the one to be corrected and is not
 * compared with. Blank figures are not checked; typed text is read by `readTyped` before. A figure that is
 * confirmed is held against what the department `reported` for the month as well: a difference asks for a word.
 */
export function checkObservation(
  measure: Measure,
  targets: readonly Target[],
  observation: Observation,
  reported: Observation | null = null,
): readonly Finding[] {
  const [target] = targets;
  const baseValue = target === undefined ? null : observationAt(measure, originOf(target, targets));
  const beside = { measure, targets, baseValue, observation };
  return figureFields.flatMap((field) => {
    const figure = observation[field];
    if (figure === null) {
      return [];
    }
    const among = seenOf(measure, field, observation.month);
    const checked: Figure = { ...beside, field, figure, reported: reported?.[field] ?? null, ...among };
    return checks.flatMap(({ code, severity, find }) => {
      const text = find(checked);
      return text === null ? [] : [{ code, severity, field, text }];
    });
  });
}
