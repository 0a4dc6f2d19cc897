/** How a target was adjusted (目标调整): the old value beside the new, wherever the target is shown. */
import type { BookRevision, TargetValue } from "@beizeng/db";
import type { TargetAdjustment } from "../contract/plans.ts";
import type { Text } from "../domain/model.ts";
import { earlier, type Month } from "../domain/month.ts";
import type { TargetEntry } from "../plans/outline.ts";
import { shownDecimal } from "../plans/shown-figure.ts";
import { storedMonth } from "../plans/stored.ts";
import { targetInWords } from "./target-in-words.ts";

/** What a value took the place of: that of the months before, or what was first entered for its own month. */
const formerOf = (revisions: readonly BookRevision[], place: number): TargetValue | undefined =>
  revisions[place - 1] ?? revisions[place]?.replaced[0];

function adjustment(entry: TargetEntry, place: number, unit: Text): TargetAdjustment[] {
  const { revisions } = entry.row;
  const [revision, former] = [revisions[place], formerOf(revisions, place)];
  if (revision === undefined || former === undefined) return [];
  const inWords = ({ value, stretch }: TargetValue) => targetInWords(entry, { targetValue: value, stretch, unit });
  const { from, reason, document } = revision;
  return [
    {
      from: storedMonth(from),
      former: inWords(former),
      formerValue: shownDecimal(former.value),
      text: inWords(revision),
      value: shownDecimal(revision.value),
      reason,
      document,
    },
  ];
}

/** Every adjustment of a target, ascending by month; empty while the text's own value stands. */
export function adjustmentsOf(entry: TargetEntry, unit: Text): TargetAdjustment[] {
  return entry.row.revisions.flatMap((_, place) => adjustment(entry, place, unit));
}

/** The adjustment by which a target is what it is at a month, or at its deadline before that; null where none is in force. */
export function adjustmentAt(entry: TargetEntry, month: Month, unit: Text): TargetAdjustment | null {
  const { revisions, deadline } = entry.target;
  const until = deadline === null ? month : earlier(month, deadline);
  const place = revisions.findLastIndex(({ from }) => from <= until);
  return adjustment(entry, Math.max(place, 0), unit)[0] ?? null;
}
