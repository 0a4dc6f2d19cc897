/** The accounts and the units that they can report for. */
import { findAccounts, findPlanUnits, type PlanUnit, type RecordedAccount } from "@beizeng/db";
import type { Accounts } from "../contract/accounts.ts";
import type { Reads } from "./reads.ts";

const shown = (account: RecordedAccount) => {
  const { key, name, role, departments, singleSignOnSubject, mustChangePassword, createdAt, version } = account;
  return {
    ...{ key, name, role, departments, singleSignOnSubject, mustChangePassword, createdAt, version },
    isDisabled: account.disabledAt !== null,
    hasSecondFactor: account.secondFactorSecret !== null,
  };
};

/** The units plan by plan, in the order of loading. */
function byPlan(units: readonly PlanUnit[]): Accounts["units"] {
  return [...new Set(units.map(({ plan }) => plan))].flatMap((plan) => {
    const own = units.filter((unit) => unit.plan === plan);
    const [first] = own;
    return first === undefined
      ? []
      : [{ plan, place: first.place, departments: own.map(({ key, name }) => ({ key, name })) }];
  });
}

/** The answer of GET /api/accounts. */
export async function readAccounts({ store }: Reads): Promise<Accounts> {
  return { accounts: (await findAccounts(store)).map(shown), units: byPlan(await findPlanUnits(store)) };
}
