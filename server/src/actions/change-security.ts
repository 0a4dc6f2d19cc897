import { deleteRefusedSignIns, findSetting, inTransaction, type Store, updateSetting } from "@beizeng/db";
import type { Moment } from "../accounts/moment.ts";
import { findSecuritySettings, isLocked, securityKey } from "../accounts/security.ts";
import type { SecuritySettings } from "../domain/security-settings.ts";
import { type Answer, give, refuse } from "../problems.ts";
import type { Actor } from "./actor.ts";
import { auditUnrevised } from "./ledger.ts";

/** The settings as the security officer wants them, who saw those of an instant (null: that nobody had set). */
export interface ChangeSecurity extends Moment {
  readonly actor: Actor;
  readonly isDemonstration: boolean;
  readonly seen: string | null;
  readonly settings: SecuritySettings;
}

/** Changes the security settings; refused where somebody else was first. */
export async function changeSecurity(store: Store, request: ChangeSecurity): Promise<Answer<null>> {
  const { actor, isDemonstration, seen, settings, now, at } = request;
  return inTransaction(store, async (transaction): Promise<Answer<null>> => {
    const stored = await findSetting(transaction, securityKey);
    if ((stored?.changedAt ?? null) !== seen) return refuse({ code: "changed-meanwhile" });
    const before = await findSecuritySettings(transaction, isDemonstration);
    const value = JSON.stringify(settings);
    await updateSetting(transaction, { key: securityKey, value, changedAt: now, changedBy: actor.id });
    const deed = { action: "change-security", at, actor, entity: "settings:security" };
    await auditUnrevised(transaction, deed, { before, after: settings });
    return give(null);
  });
}

/** A name to be unlocked before its time. */
export interface UnlockName extends Moment {
  readonly actor: Actor;
  readonly isDemonstration: boolean;
  readonly name: string;
}

/** Forgets the refused tries of a locked name. */
export async function unlockName(store: Store, request: UnlockName): Promise<Answer<null>> {
  const { actor, isDemonstration, name, now, at } = request;
  return inTransaction(store, async (transaction): Promise<Answer<null>> => {
    const settings = await findSecuritySettings(transaction, isDemonstration);
    if (!(await isLocked(transaction, settings, name, now))) return refuse({ code: "not-locked", value: name });
    await deleteRefusedSignIns(transaction, name);
    await auditUnrevised(transaction, { action: "unlock", at, actor, entity: `account:${name}` }, {});
    return give(null);
  });
}
