/** What the security officer decides, with the values that hold until they do and the bounds that hold always. */
import { type PasswordProfile, passwordProfiles } from "../../../db/src/vocabulary.ts";
import type { LockRule } from "./lock.ts";

/** The settings of a workspace. */
export interface SecuritySettings extends LockRule {
  readonly passwordProfile: PasswordProfile;
  /** Whether those who accept, close or administer need a second factor. */
  readonly isSecondFactorRequired: boolean;
  /** Whether who was vouched for by the identity provider is asked for no second factor here. */
  readonly isSingleSignOnSecondFactor: boolean;
  /** Whether a wall is shown to whoever stands before it, without signing in. */
  readonly isWallOpen: boolean;
}

/** A lock can be made stricter than five tries and fifteen minutes, never looser. */
export const lockBounds = { lockAfter: { least: 3, most: 5 }, lockMinutes: { least: 15, most: 1440 } } as const;

/** The settings of a workspace where nobody has decided. */
export function openingSettings(isDemonstration: boolean): SecuritySettings {
  const factors = { isSecondFactorRequired: !isDemonstration, isSingleSignOnSecondFactor: false, isWallOpen: false };
  return { passwordProfile: "dengbao", ...factors, lockAfter: 5, lockMinutes: 15 };
}

/** The settings as they were stored, over those that hold otherwise. */
export function settingsFrom(stored: unknown, isDemonstration: boolean): SecuritySettings {
  const opening = openingSettings(isDemonstration);
  const said: Partial<Record<keyof SecuritySettings, unknown>> =
    typeof stored === "object" && stored !== null ? stored : {};
  const { isSecondFactorRequired, isSingleSignOnSecondFactor, isWallOpen, lockAfter, lockMinutes } = said;
  return {
    passwordProfile: passwordProfiles.find((known) => known === said.passwordProfile) ?? opening.passwordProfile,
    isSecondFactorRequired:
      typeof isSecondFactorRequired === "boolean" ? isSecondFactorRequired : opening.isSecondFactorRequired,
    isSingleSignOnSecondFactor:
      typeof isSingleSignOnSecondFactor === "boolean" ? isSingleSignOnSecondFactor : opening.isSingleSignOnSecondFactor,
    isWallOpen: typeof isWallOpen === "boolean" ? isWallOpen : opening.isWallOpen,
    lockAfter: typeof lockAfter === "number" ? lockAfter : opening.lockAfter,
    lockMinutes: typeof lockMinutes === "number" ? lockMinutes : opening.lockMinutes,
  };
}
