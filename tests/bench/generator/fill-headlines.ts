import { findPlans, inTransaction, openStore, type Store } from "@beizeng/db";
import { findView } from "@beizeng/server/plans/find-view.ts";
import { headlineTargets, updateHeadlineRows } from "@beizeng/server/plans/headline-rows.ts";

/** Plans whose rows are written in one transaction. */
const plansAtOnce = 50;

/** Derives the rows of all headlines by the product's own function, as accepted reports would have done one by one. */
export async function fillHeadlines(file: string, now: string): Promise<void> {
  const store = await openStore({ engine: "sqlite", file, now: () => now, migrate: false });
  const plans = await findPlans(store);
  for (let place = 0; place < plans.length; place += plansAtOnce) {
    await fillSome(
      store,
      plans.slice(place, place + plansAtOnce).map(({ key }) => key),
    );
  }
  await store.close();
}

function fillSome(store: Store, plans: readonly string[]): Promise<void> {
  return inTransaction(store, async (transaction) => {
    for (const plan of plans) {
      const found = await findView(store, transaction, plan, "department");
      if (found === null) throw new Error(`there is no plan ${plan}`);
      const renewal = { basis: "department", from: null, running: "2027-01" } as const;
      await updateHeadlineRows(transaction, found.view, headlineTargets(found.view.outline), renewal);
    }
  });
}
