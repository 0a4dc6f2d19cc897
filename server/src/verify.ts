/** Recomputing what is derived, and replaying the chain of the audit. */
import {
  findAuditChain,
  findHeadlineRowsOfTarget,
  findMonthMoves,
  findPlans,
  type PlanFacts,
  type Reader,
  type Store,
} from "@beizeng/db";
import { bases } from "@beizeng/db/vocabulary";
import type { Month } from "./domain/month.ts";
import { editionHash } from "./plans/edition.ts";
import { findEditionState } from "./plans/edition-state.ts";
import { findView } from "./plans/find-view.ts";
import { headlineMonths, headlinePlace, headlineRow, headlineTargets } from "./plans/headline-rows.ts";
import { storedMonth } from "./plans/stored.ts";
import { monthView, type PlanView } from "./plans/view.ts";

/** What was compared, and what differs, a line each. */
export interface Verified {
  readonly rows: number;
  readonly editions: number;
  readonly auditRows: number;
  readonly differences: readonly string[];
}

interface Compared {
  rows: number;
  editions: number;
  readonly differences: string[];
}

async function compareView(
  reader: Reader,
  view: PlanView,
  basis: (typeof bases)[number],
  running: Month,
  into: Compared,
) {
  for (const entry of headlineTargets(view.outline)) {
    const place = `${view.outline.facts.key} ${entry.row.key} ${basis}`;
    const stored = new Map(
      (await findHeadlineRowsOfTarget(reader, headlinePlace(entry, basis))).map((row) => [row.month, row.row]),
    );
    for (const month of headlineMonths(entry, running)) {
      const row = stored.get(month);
      stored.delete(month);
      if (row === undefined) continue;
      into.rows += 1;
      const fresh = headlineRow(monthView(view, month), entry, basis).row;
      if (fresh !== row) into.differences.push(`${place} ${month}: ${row} ≠ ${fresh}`);
    }
    for (const month of stored.keys()) into.differences.push(`${place} ${month}: a row of a month that has none`);
  }
}

/** Makes the hash of every edition of a plan anew, from what was known when the month was closed. */
async function compareEditions(reader: Reader, { key, id }: PlanFacts, into: Compared): Promise<void> {
  for (const { move, month, edition, hash, revision } of await findMonthMoves(reader, id)) {
    if (move !== "close") continue;
    into.editions += 1;
    const { outline, atClosing } = await findEditionState(reader, key, revision);
    const fresh = editionHash(outline, atClosing, storedMonth(month));
    if (fresh !== hash) into.differences.push(`${key} ${month} edition ${edition}: ${hash} ≠ ${fresh}`);
  }
}

/**
 * Compares every derived row with what the ledger gives, on `today` (YYYY-MM-DD) by the workspace's clock, and every
 * edition with the figures of its closing, and replays the audit chain. A row that is missing is no difference: it is computed when it is asked for.
 */
export async function verify(store: Store, today: string): Promise<Verified> {
  const into: Compared = { rows: 0, editions: 0, differences: [] };
  const running = storedMonth(today.slice(0, 7));
  for (const plan of await findPlans(store)) {
    for (const basis of bases) {
      const known = await findView(store, store, plan.key, basis);
      if (known !== null) await compareView(store, known.view, basis, running, into);
    }
    await compareEditions(store, plan, into);
  }
  const chain = await findAuditChain(store);
  if (!chain.isWhole) into.differences.push(`audit row ${chain.brokenAt} does not follow from the one before it`);
  return { ...into, auditRows: chain.isWhole ? chain.rows : chain.brokenAt };
}
