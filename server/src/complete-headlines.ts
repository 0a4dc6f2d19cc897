/** Completing the derived rows to the running month: after a plan was loaded, and when a month begins. */
import { findPlans, inTransaction, type Store } from "@beizeng/db";
import { bases } from "@beizeng/db/vocabulary";
import { findView } from "./plans/find-view.ts";
import { headlineTargets, updateHeadlineRows } from "./plans/headline-rows.ts";
import { storedMonth } from "./plans/stored.ts";

/** Writes the rows that are missing up to the month of `today` (YYYY-MM-DD), a transaction a plan; answers how many. */
export async function completeHeadlines(store: Store, today: string): Promise<number> {
  const running = storedMonth(today.slice(0, 7));
  let written = 0;
  for (const { key } of await findPlans(store)) {
    written += await inTransaction(store, async (transaction) => {
      let rows = 0;
      for (const basis of bases) {
        const known = await findView(store, transaction, key, basis);
        if (known === null) continue;
        const { view } = known;
        rows += await updateHeadlineRows(transaction, view, headlineTargets(view.outline), {
          basis,
          from: null,
          running,
        });
      }
      return rows;
    });
  }
  return written;
}
