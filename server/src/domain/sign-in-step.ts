/** What still lies between a begun session and its powers: a second factor, a password of one's own. TRUST S5 and S6. */
import type { PasswordProfile, Role } from "../../../db/src/vocabulary.ts";
import { may, type Power } from "./access.ts";
import { hasExpired } from "./passwords.ts";

/** What is asked next of who signs in. */
export const signInSteps = ["second-factor", "password-change", "second-factor-set-up"] as const;
export type SignInStep = (typeof signInSteps)[number];

/** Powers that a second factor guards: to accept, to close, to administer. */
const guardedPowers: readonly Power[] = ["review-submissions", "close-months", "manage-accounts", "manage-security"];

/** What is known of a session when the next step is asked for. */
export interface SigningIn {
  readonly role: Role;
  /** False in a demonstration, and where an identity provider has vouched. */
  readonly hasPassword: boolean;
  readonly passwordChangedAt: string | null;
  readonly mustChangePassword: boolean;
  readonly hasSecret: boolean;
  /** Whether the second factor was given on this session. */
  readonly hasSecondFactor: boolean;
}

/** Whether the policy asks the holder of a role for a second factor. */
export function needsSecondFactor(role: Role, isSecondFactorRequired: boolean): boolean {
  return isSecondFactorRequired && guardedPowers.some((power) => may(role, power));
}

/** The next step of a session at `now` (ISO UTC), null for one that is signed in. */
export function nextStep(
  signingIn: SigningIn,
  policy: { readonly passwordProfile: PasswordProfile; readonly isSecondFactorRequired: boolean },
  now: string,
): SignInStep | null {
  const { role, hasPassword, passwordChangedAt, mustChangePassword, hasSecret, hasSecondFactor } = signingIn;
  if (hasSecret && !hasSecondFactor) {
    return "second-factor";
  }
  const isOld = passwordChangedAt !== null && hasExpired(policy.passwordProfile, passwordChangedAt, now);
  if (hasPassword && (mustChangePassword || isOld)) {
    return "password-change";
  }
  return !hasSecondFactor && needsSecondFactor(role, policy.isSecondFactorRequired) ? "second-factor-set-up" : null;
}
