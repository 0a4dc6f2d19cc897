import {
  deleteAnsweredRequestsBefore,
  deleteRefusedSignInsBefore,
  deleteSessionsSeenBefore,
  inTransaction,
  type Store,
} from "@beizeng/db";
import type { Moment } from "../accounts/moment.ts";
import { lockHorizon } from "../domain/lock.ts";
import { lockBounds } from "../domain/security-settings.ts";

const aDay = 24 * 60 * 60 * 1000;
/** A key sent again after so long is taken for a new request: no browser or network repeats one so late. */
const answersKept = 30 * aDay;
/** Longer than any session lives. */
const sessionsKept = aDay;

const longestLock = { lockAfter: lockBounds.lockAfter.most, lockMinutes: lockBounds.lockMinutes.most };

const before = (instant: string, milliseconds: number) => new Date(Date.parse(instant) - milliseconds).toISOString();

/**
 * Forgets what has served its time: what was answered to requests that nobody repeats any more, sessions that are over,
 * refused tries that no lock looks back to. Figures, submissions, evidence and the audit are never among it.
 */
export async function forgetExpired(store: Store, { now, at }: Moment): Promise<void> {
  await inTransaction(store, async (transaction) => {
    await deleteAnsweredRequestsBefore(transaction, before(at, answersKept));
    await deleteSessionsSeenBefore(transaction, before(now, sessionsKept));
    await deleteRefusedSignInsBefore(transaction, lockHorizon(longestLock, now));
  });
}
