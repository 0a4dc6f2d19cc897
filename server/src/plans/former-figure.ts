/** What a corrected value was before (更正): the old figure that stands beside the new one wherever it is shown. */
import { assess } from "../domain/assess.ts";
import type { Fraction } from "../domain/fraction.ts";
import type { TargetEntry } from "./outline.ts";
import type { MonthView } from "./view.ts";

/** What the target had achieved by the value that was corrected; null where no correction stands or nothing could be formed before. */
export function formerAchieved(month: MonthView, entry: TargetEntry): Fraction | null {
  const { isCorrected, judgedMonth } = month.assessment(entry);
  if (!isCorrected || judgedMonth === null) return null;
  const former = month.view.standing.get(entry.measure.row.id)?.find((value) => value.month === judgedMonth)?.former;
  if (!former) return null;
  const input = month.input(entry);
  const observations = input.measure.observations.map((seen) =>
    seen.month === judgedMonth ? { ...seen, ...former } : seen,
  );
  const before = assess({ ...input, measure: { ...input.measure, observations } });
  return before.judgedMonth === judgedMonth ? before.achieved : null;
}
