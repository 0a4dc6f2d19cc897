/** Who is signed in, what they may do, and who can be played in a demonstration. */
import { findAccounts, findPlanUnits, type RecordedAccount } from "@beizeng/db";
import type { DemonstrationPeople, Session } from "../contract/session.ts";
import { powersOf, visitorPowers } from "../domain/access.ts";
import { type Answer, give, refuse } from "../problems.ts";
import type { Reads } from "./reads.ts";

const shown = ({ key, name, role, departments }: RecordedAccount) => ({ key, name, role, departments });

/** The answer of GET /api/session, for the account of a session or for nobody. */
export function readSession({ isDemonstration }: Reads, account: RecordedAccount | null): Session {
  const visitors = isDemonstration ? visitorPowers : [];
  return {
    account: account === null ? null : shown(account),
    powers: [...(account === null ? visitors : powersOf[account.role])],
    isDemonstration,
  };
}

/** The people of a demonstration by plan, those of none first; refused where the workspace is none. */
export async function readDemonstrationPeople({ store, isDemonstration }: Reads): Promise<Answer<DemonstrationPeople>> {
  if (!isDemonstration) return refuse({ code: "unknown-path", value: "/api/session/demonstration" });
  const accounts = (await findAccounts(store)).filter(({ disabledAt }) => disabledAt === null);
  const units = await findPlanUnits(store);
  const planOf = ({ departments }: RecordedAccount) => units.find(({ key }) => departments.includes(key))?.plan ?? null;
  const groupOf = (plan: string | null) => ({
    plan,
    place: units.find((unit) => unit.plan === plan)?.place ?? null,
    accounts: accounts.filter((account) => planOf(account) === plan).map(shown),
  });
  const groups = [null, ...new Set(units.map(({ plan }) => plan))].map(groupOf);
  return give({ groups: groups.filter(({ accounts: [first] }) => first !== undefined) });
}
