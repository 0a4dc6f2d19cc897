/** Who is signed in, and what they may do. */
import { findAccounts, type RecordedAccount } from "@beizeng/db";
import type { Session } from "../contract/session.ts";
import { powersOf, visitorPowers } from "../domain/access.ts";
import type { Reads } from "./reads.ts";

const shown = ({ key, name, role, departments }: RecordedAccount) => ({ key, name, role, departments });

/** The answer of GET /api/session, for the account of a session or for nobody. */
export async function readSession(
  { store, isDemonstration }: Reads,
  account: RecordedAccount | null,
): Promise<Session> {
  const visitors = isDemonstration ? visitorPowers : [];
  return {
    account: account === null ? null : shown(account),
    powers: [...(account === null ? visitors : powersOf[account.role])],
    isDemonstration,
    demonstrationAccounts: isDemonstration ? (await findAccounts(store)).map(shown) : [],
  };
}
