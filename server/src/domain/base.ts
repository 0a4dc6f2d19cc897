/**
 * 基期值: what stood at the origin of a target, from which a growth is told and the way to a total or level begins. A plan
 * states it as the opening, or the reporting unit gives it as an observation of the origin month. DOMAIN section 2.
 */
import type { Reading } from "../../../db/src/vocabulary.ts";
import type { Target } from "./model.ts";
import type { Month } from "./month.ts";

/** Readings that look at what stood at the origin, to be formed at all or as their start. */
const readingsOfBase: readonly Reading[] = ["net", "total", "growth", "level", "gain", "annual-growth"];

/** True when a month is the origin of one of the targets whose reading looks at what stood there. */
export function isBaseOf(targets: readonly Target[], month: Month): boolean {
  return targets.some(({ reading, origin }) => origin === month && readingsOfBase.includes(reading));
}
