import { insertRefusedSignIn, type Transaction } from "@beizeng/db";
import type { SignInFailure } from "@beizeng/db/vocabulary";
import type { Moment } from "../accounts/moment.ts";
import { auditUnrevised } from "./ledger.ts";

/** Keeps a refused try to sign in, which counts towards a lock unless the name is locked already, and its row of the audit. */
export async function noteRefusedSignIn(
  transaction: Transaction,
  name: string,
  failure: SignInFailure,
  wasLocked: boolean,
  { now, at }: Moment,
): Promise<void> {
  if (!wasLocked) await insertRefusedSignIn(transaction, { account: name, failure, at: now });
  const actor = { id: "system", role: "system" } as const;
  const deed = { action: "refuse-sign-in", at, actor, entity: `account:${name}` };
  await auditUnrevised(transaction, deed, { failure, isLocked: wasLocked });
}
