/** The security settings and the names that are locked by them. */
import { findAllRefusedSignIns, findSetting } from "@beizeng/db";
import { findSecuritySettings, securityKey } from "../accounts/security.ts";
import type { Security } from "../contract/accounts.ts";
import { lockedUntil, lockHorizon } from "../domain/lock.ts";
import type { Reads } from "./reads.ts";

/** The answer of GET /api/security. */
export async function readSecurity({ store, isDemonstration, now }: Reads): Promise<Security> {
  const settings = await findSecuritySettings(store, isDemonstration);
  const stored = await findSetting(store, securityKey);
  const instant = now();
  const tries = await findAllRefusedSignIns(store, lockHorizon(settings, instant));
  const locked = [...new Set(tries.map(({ account }) => account))].flatMap((name) => {
    const own = tries.filter(({ account }) => account === name).map(({ at }) => at);
    const until = lockedUntil(settings, own, instant);
    return until === null ? [] : [{ name, until }];
  });
  return { ...settings, changedAt: stored?.changedAt ?? null, changedBy: stored?.changedBy ?? null, locked };
}
