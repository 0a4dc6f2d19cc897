/**
 * Which submissions wait for review. Moves are only ever appended, so that what waits is known from what waited and the
 * moves since: all of a nation's moves are looked through once, at the first question.
 */
import { findLastMove, findMovesAfter, findSubmissionsInState, inSnapshot, type Reader, type Store } from "@beizeng/db";

/** What waited once the move of a number had been made. */
interface Known {
  readonly until: number;
  readonly waiting: ReadonlySet<number>;
}

const memories = new WeakMap<Store, Known>();

async function findAnew(reader: Reader): Promise<Known> {
  const waiting = await findSubmissionsInState(reader, "submitted");
  return { until: await findLastMove(reader), waiting: new Set(waiting) };
}

async function findSince(reader: Reader, before: Known): Promise<Known> {
  const moves = await findMovesAfter(reader, before.until);
  const waiting = new Set(before.waiting);
  for (const { submissionId, toState } of moves) {
    if (toState === "submitted") waiting.add(submissionId);
    else waiting.delete(submissionId);
  }
  return { until: moves.at(-1)?.id ?? before.until, waiting };
}

/** The ids of all submissions of all plans that wait for review now. */
export async function findWaitingSubmissions(store: Store): Promise<readonly number[]> {
  const before = memories.get(store);
  const now = await inSnapshot(store, (reader) =>
    before === undefined ? findAnew(reader) : findSince(reader, before),
  );
  memories.set(store, now);
  return [...now.waiting];
}
