/** Who is signed in, what they may do, and who can be played in a demonstration. */
import { findAccounts, findPlanUnits, type RecordedAccount } from "@beizeng/db";
import { findSecuritySettings, hasAdministrator } from "../accounts/security.ts";
import type { DemonstrationPeople, Session } from "../contract/session.ts";
import { powersOf, visitorPowers } from "../domain/access.ts";
import type { WayToShow } from "../domain/reauthentication.ts";
import type { SignInStep } from "../domain/sign-in-step.ts";
import { type Answer, give, refuse } from "../problems.ts";
import type { Reads } from "./reads.ts";

const shown = ({ key, name, role, departments }: RecordedAccount) => ({ key, name, role, departments });

/** A session as far as it is shown: whose it is, and what is still asked of them. */
interface ShownSession {
  readonly account: RecordedAccount;
  readonly step: SignInStep | null;
  readonly wayToShow: WayToShow;
}

/** The answer of GET /api/session, for a session or for nobody. */
export async function readSession(reads: Reads, session: ShownSession | null): Promise<Session> {
  const { store, isDemonstration } = reads;
  const { account = null, step = null, wayToShow = null } = session ?? {};
  const { passwordProfile } = await findSecuritySettings(store, isDemonstration);
  const granted = account === null ? (isDemonstration ? visitorPowers : []) : powersOf[account.role];
  return {
    account: account === null ? null : shown(account),
    powers: step === null ? [...granted] : [],
    step,
    hasSecondFactor: account !== null && account.secondFactorSecret !== null,
    wayToShow: isDemonstration ? null : wayToShow,
    isDemonstration,
    today: reads.today(),
    awaitsSetUp: !isDemonstration && account === null && !(await hasAdministrator(store)),
    hasSingleSignOn: reads.entrance.identityProvider !== null,
    passwordProfile,
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
