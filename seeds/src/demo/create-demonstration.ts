/** Makes the demonstration's workspace: the plans, the people, and four years of invented reports. */
import { insertWorkspace, inTransaction, type Store } from "@beizeng/db";
import type { ExpandedPlan } from "../expanded-plan.ts";
import { loadPlans } from "../load-plan.ts";
import { demonstrationBeginning, demonstrationDay } from "./clock.ts";
import { enterAccounts } from "./enter-accounts.ts";
import { enterReports } from "./enter-reports.ts";
import { peopleOf } from "./people.ts";
import { scenarios } from "./scenarios.ts";
import { writeScript } from "./script.ts";

/** Fills an empty store; the same plans give the same ledger, row by row. Throws where the story breaks the rules. */
export async function createDemonstration(store: Store, plans: readonly ExpandedPlan[]): Promise<void> {
  await inTransaction(store, (transaction) =>
    insertWorkspace(transaction, {
      kind: "demonstration",
      name: "演示数据",
      createdAt: demonstrationBeginning,
      today: demonstrationDay,
    }),
  );
  const loaded = await loadPlans(store, plans, demonstrationBeginning);
  if (!loaded.ok) throw new Error(`an empty store holds plans already: ${loaded.plans.join(", ")}`);
  const people = peopleOf(plans);
  const first = people.filter(({ role }) => role !== "head");
  await enterAccounts(store, first, demonstrationBeginning);
  await enterReports(store, writeScript(plans, scenarios));
  // Heads come today: what was handed in before was signed by nobody.
  await enterAccounts(store, people, `${demonstrationDay}T00:30:00.000Z`);
}
