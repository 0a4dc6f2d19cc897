import type { ConcernedTarget, Light } from "../../api/types.ts";

type RevisionMonth = ConcernedTarget["months"][number];

/** Months one after another whose light changes in the same way. */
export interface Change {
  readonly first: string;
  readonly last: string;
  readonly before: Light | null;
  readonly after: Light | null;
}

export const isLightMoved = ({ before, after }: RevisionMonth): boolean => before.light !== after.light;

/** How the lights of a target change, months that change alike taken together. */
export function changesOf(months: readonly RevisionMonth[]): Change[] {
  const changes: Change[] = [];
  let isRunning = false;
  for (const each of months) {
    const change = changes.at(-1);
    const [before, after] = [each.before.light, each.after.light];
    const isMoved = isLightMoved(each);
    if (isMoved && isRunning && change && change.before === before && change.after === after) {
      changes[changes.length - 1] = { ...change, last: each.month };
    } else if (isMoved) {
      changes.push({ first: each.month, last: each.month, before, after });
    }
    isRunning = isMoved;
  }
  return changes;
}
