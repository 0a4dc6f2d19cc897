/** When a name is locked: so many refused tries within so many minutes lock it for as many. TRUST S5. */

/** How many tries are refused before a name is locked, and for how long. */
export interface LockRule {
  readonly lockAfter: number;
  readonly lockMinutes: number;
}

const aMinute = 60 * 1000;

/** The instant from which on tries matter for a lock at `now` (ISO UTC). */
export function lockHorizon({ lockMinutes }: LockRule, now: string): string {
  return new Date(Date.parse(now) - 2 * lockMinutes * aMinute).toISOString();
}

/** The instant until which a name is locked at `now` by its refused tries (ISO UTC, in order), null where it is not. */
export function lockedUntil(
  { lockAfter, lockMinutes }: LockRule,
  tries: readonly string[],
  now: string,
): string | null {
  const times = tries.map((instant) => Date.parse(instant));
  const ends = times.flatMap((time, place) => {
    const first = times[place - lockAfter + 1];
    return first !== undefined && time - first <= lockMinutes * aMinute ? [time + lockMinutes * aMinute] : [];
  });
  const end = ends.at(-1);
  return end !== undefined && Date.parse(now) < end ? new Date(end).toISOString() : null;
}
