/**
 * 基期值: what stood at the origin of a target, from which a growth is told and the way to a total or level begins. A plan
 * states it as the opening, or the reporting unit gives it as an observation of the origin month. DOMAIN section 2.
 */
import type { Reading } from "../../../db/src/vocabulary.ts";
import type { Measure, Target } from "./model.ts";
import type { Month } from "./month.ts";
import { observationAt } from "./observation.ts";

/** Readings that look at what stood at the origin, to be formed at all or as their start. */
const readingsOfBase: readonly Reading[] = ["net", "total", "growth", "level", "gain", "annual-growth"];

/** True when a month is the origin of one of the targets whose reading looks at what stood there. */
export function isBaseOf(targets: readonly Target[], month: Month): boolean {
  return targets.some(({ reading, origin }) => origin === month && readingsOfBase.includes(reading));
}

/** Readings of which nothing is known without what stood at the origin. */
const readingsAgainstBase: readonly Reading[] = ["growth", "gain", "annual-growth"];

/** True when a target cannot be told because nobody said what stood at its origin: neither the plan nor a report. */
export function lacksBase({ reading, origin }: Target, measure: Measure): boolean {
  const reported = observationAt(measure, origin);
  const figure = measure.nature === "population" ? reported?.stock : reported?.amount;
  return readingsAgainstBase.includes(reading) && measure.opening === null && (figure ?? null) === null;
}
