/** Writing anew the derived rows of headlines that a change of the plan moves. */
import { findPlanBook, type Store, type Transaction } from "@beizeng/db";
import { type Basis, bases } from "@beizeng/db/vocabulary";
import type { Month } from "../domain/month.ts";
import { dayInChina } from "../plans/china-day.ts";
import { findView } from "../plans/find-view.ts";
import { headlineTargets, updateHeadlineRows } from "../plans/headline-rows.ts";
import { outlineOf, type TargetEntry } from "../plans/outline.ts";
import { storedMonth } from "../plans/stored.ts";
import { planView, type Standing } from "../plans/view.ts";

/** What stands of a plan, by basis. */
export type Standings = readonly { readonly basis: Basis; readonly standing: Standing }[];

/** What stands of the plan on every basis, read before anything is written. */
export async function findStandings(store: Store, transaction: Transaction, plan: string): Promise<Standings> {
  const found: { basis: Basis; standing: Standing }[] = [];
  for (const basis of bases) {
    const known = await findView(store, transaction, plan, basis);
    found.push({ basis, standing: known?.view.standing ?? new Map() });
  }
  return found;
}

/** Writes anew, from a month on, the rows of all headlines that the measure's targets move; without a measure, of all. */
export async function renewHeadlines(
  transaction: Transaction,
  {
    plan,
    measure,
    from,
    now,
  }: { readonly plan: string; readonly measure: string | null; readonly from: Month; readonly now: string },
  known: Standings,
): Promise<void> {
  const book = await findPlanBook(transaction, plan);
  if (book === null) throw new Error(`the plan ${plan} was changed and is not there`);
  const outline = outlineOf(book);
  const moves = (other: TargetEntry) => measure === null || other.row.measure === measure;
  const moved = headlineTargets(outline).filter((each) => moves(each) || each.parts.some(moves));
  const running = storedMonth(dayInChina(now).slice(0, 7));
  for (const { basis, standing } of known) {
    await updateHeadlineRows(transaction, planView(outline, standing, basis), moved, { basis, from, running });
  }
}
