/** What a password must be, by profile: 等保 asks for kinds of characters and for change, ASVS for length. TRUST S5. */
import type { PasswordProfile } from "../../../db/src/vocabulary.ts";
import { knownPasswords } from "./known-passwords.ts";

/** The rules of a profile. */
export interface PasswordRules {
  readonly leastLength: number;
  /** How many of the four kinds must occur: small letters, capitals, digits, others. */
  readonly leastKinds: number;
  /** Whether the password that is being changed may be kept. */
  readonly mayRepeat: boolean;
  /** After how many days it must be changed, null for never. */
  readonly lastsDays: number | null;
}

/** The rules of each profile; both refuse passwords that everybody tries, the account's own name and the system's. */
export const passwordRules: Readonly<Record<PasswordProfile, PasswordRules>> = {
  dengbao: { leastLength: 8, leastKinds: 3, mayRepeat: false, lastsDays: 90 },
  asvs: { leastLength: 12, leastKinds: 1, mayRepeat: false, lastsDays: null },
};

/** What everybody here would think of first: what the system is called. */
const systemNames = ["beizeng", "taizhang", "倍增", "台账"];

/** Why a password is refused. */
export type PasswordFault = "too-short" | "too-few-kinds" | "known" | "holds-the-name";

const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{Ll}\p{Lu}\p{Nd}]/u];
const aDay = 24 * 60 * 60 * 1000;

/** True of a password that everybody tries, also written several times in a row or with other capitals. */
function isKnown(password: string): boolean {
  const small = password.toLowerCase();
  const first = `${small}${small}`.indexOf(small, 1);
  return knownPasswords.has(small) || knownPasswords.has(small.slice(0, first)) || first === 1;
}

/** The first reason against a password for the account of a name, null where there is none. */
export function faultOfPassword(profile: PasswordProfile, password: string, name: string): PasswordFault | null {
  const { leastLength, leastKinds } = passwordRules[profile];
  if ([...password].length < leastLength) {
    return "too-short";
  }
  if (kinds.filter((kind) => kind.test(password)).length < leastKinds) {
    return "too-few-kinds";
  }
  if (isKnown(password)) {
    return "known";
  }
  const named = [...name].length >= 3 ? [...systemNames, name] : systemNames;
  return named.some((one) => password.toLowerCase().includes(one.toLowerCase())) ? "holds-the-name" : null;
}

/** Whether a password last changed at an instant must be changed now (both ISO UTC). */
export function hasExpired(profile: PasswordProfile, changedAt: string, now: string): boolean {
  const { lastsDays } = passwordRules[profile];
  return lastsDays !== null && Date.parse(now) - Date.parse(changedAt) > lastsDays * aDay;
}
