/** What weighs so much that a session is not enough: who does it has shown a moment ago who they are. ASVS 5.0.0, 7.5.3. */
import type { routeAccess } from "./access.ts";

/**
 * The routes that ask for it: to accept, to close, to open again, to revise a target, to issue; to decide who may sign in, as
 * what and by what; and to carry the whole audit away.
 */
export const weightyRoutes: readonly (keyof typeof routeAccess)[] = [
  "POST /api/submissions/:submission/acceptance",
  "POST /api/reviews/acceptances",
  "POST /api/plans/:plan/months/:month/closing",
  "POST /api/plans/:plan/months/:month/reopening",
  "POST /api/plans/:plan/months/:month/reopening/decision",
  "POST /api/plans/:plan/targets/:target/revisions",
  "POST /api/plans/:plan/briefings",
  "POST /api/session/second-factor/secret",
  "POST /api/accounts",
  "PUT /api/accounts/:account",
  "POST /api/accounts/:account/password",
  "DELETE /api/accounts/:account/second-factor",
  "PUT /api/security",
  "DELETE /api/security/locks/:name",
  "GET /api/audit/export",
];

/** How long it is enough to have shown who one is. */
export const shownMinutes = 15;

/** True where who acts at `now` has shown who they are within the last quarter of an hour; both instants ISO UTC. */
export function isShownLately(shownAt: string, now: string): boolean {
  const since = Date.parse(now) - Date.parse(shownAt);
  return since >= 0 && since < shownMinutes * 60_000;
}

/** By what somebody shows again who they are: an authenticator's code, the password, or the identity provider anew. */
export const waysToShow = ["code", "password", "provider"] as const;
export type WayToShow = (typeof waysToShow)[number];

/** The way of an account on its session: the code wherever there is an authenticator. */
export function wayToShow({ hasSecret, hasPassword }: { hasSecret: boolean; hasPassword: boolean }): WayToShow {
  if (hasSecret) {
    return "code";
  }
  return hasPassword ? "password" : "provider";
}
