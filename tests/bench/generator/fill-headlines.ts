import { findHeadlineRow, findPlans, inTransaction, openStore, type Store } from "@beizeng/db";
import { findView } from "@beizeng/server/plans/find-view.ts";
import {
  headlineMonths,
  headlineRow,
  headlineTargets,
  updateHeadlineRows,
} from "@beizeng/server/plans/headline-rows.ts";
import { monthView } from "@beizeng/server/plans/view.ts";

const running = "2027-01";

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
      const renewal = { basis: "department", from: null, running } as const;
      await updateHeadlineRows(transaction, found.view, headlineTargets(found.view.outline), renewal);
    }
  });
}

/** True when the product still derives the rows of the file's first plan as they stand there. */
export async function headlinesStand(file: string): Promise<boolean> {
  const store = await openStore({ engine: "sqlite", file, now: () => "", migrate: false });
  try {
    const [plan] = await findPlans(store);
    const found = plan === undefined ? null : await findView(store, store, plan.key, "department");
    if (found === null) return false;
    for (const entry of headlineTargets(found.view.outline)) {
      for (const month of headlineMonths(entry, running)) {
        const fresh = headlineRow(monthView(found.view, month), entry, "department");
        if ((await findHeadlineRow(store, fresh)) !== fresh.row) return false;
      }
    }
    return true;
  } finally {
    await store.close();
  }
}
