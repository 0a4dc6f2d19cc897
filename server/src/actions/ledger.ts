/** What every accepted write leaves behind: one revision of the ledger and one row of the audit. */
import { insertAuditRow, nextRevision, type Transaction } from "@beizeng/db";
import type { Actor } from "./actor.ts";

/** What is done, when, by whom, about what; the payload holds all that was written. */
export interface Deed {
  readonly action: string;
  readonly at: string;
  readonly actor: Pick<Actor, "id" | "role">;
  /** Such as `submission:17`. */
  readonly entity: string;
}

/** Raises the ledger's revision for what is done at an instant. */
export function raise(transaction: Transaction, action: string, at: string): Promise<number> {
  return nextRevision(transaction, action, at);
}

/** Writes the deed's row of the audit and answers its hash. */
export function audit(transaction: Transaction, deed: Deed, revision: number, payload: unknown): Promise<string> {
  const { action, at, actor, entity } = deed;
  return insertAuditRow(transaction, { revision, at, actor: actor.id, actorRole: actor.role, action, entity, payload });
}

/** Writes the row of a deed that changes no figure, such as a sign-in or a draft. */
export async function auditUnrevised(transaction: Transaction, deed: Deed, payload: unknown): Promise<void> {
  const { action, at, actor, entity } = deed;
  await insertAuditRow(transaction, {
    revision: null,
    at,
    actor: actor.id,
    actorRole: actor.role,
    action,
    entity,
    payload,
  });
}
