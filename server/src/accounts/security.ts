/** The security settings of a store, and which names are locked by them. */
import { findAccounts, findRefusedSignIns, findSetting, type Reader } from "@beizeng/db";
import { lockedUntil, lockHorizon } from "../domain/lock.ts";
import { type SecuritySettings, settingsFrom } from "../domain/security-settings.ts";

/** Under what the settings are kept, and under what the hash of the set-up code. */
export const securityKey = "security";
export const setUpCodeKey = "set-up-code";

/** As whom tries with a set-up code are counted: no account can have this name. */
export const setUpName = "(set-up)";

/** The settings in force. */
export async function findSecuritySettings(reader: Reader, isDemonstration: boolean): Promise<SecuritySettings> {
  const stored = await findSetting(reader, securityKey);
  return settingsFrom(stored === null ? null : JSON.parse(stored.value), isDemonstration);
}

/** Whether a name is locked at an instant (ISO UTC). */
export async function isLocked(reader: Reader, rule: SecuritySettings, name: string, now: string): Promise<boolean> {
  const tries = await findRefusedSignIns(reader, name, lockHorizon(rule, now));
  return lockedUntil(rule, tries, now) !== null;
}

/** Whether there is an administrator, or has been one. */
export async function hasAdministrator(reader: Reader): Promise<boolean> {
  return (await findAccounts(reader)).some(({ role }) => role === "admin");
}
