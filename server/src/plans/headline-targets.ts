/** Which headline targets of all plans a question is about, kept while no plan is loaded. */
import { findHeadlineTargets, findLastPlanId, findLedgerRevision, type HeadlineTarget, type Store } from "@beizeng/db";
import type { Reading } from "@beizeng/db/vocabulary";
import { arePlansUntouched } from "./find-view.ts";
import { recentlyUsed } from "./recently-used.ts";

/** Plans that are looked through before others get their turn: of a nation's, all at once would hold them up. */
const plansInARow = 200;

/** Questions kept in memory. */
const questionsKept = 64;

/** The targets ascending by the store's id, and the earliest of their origins; null without a target. */
export interface HeadlineTargets {
  readonly targets: readonly HeadlineTarget[];
  readonly firstOrigin: string | null;
}

interface Kept {
  readonly revision: number;
  readonly found: HeadlineTargets;
}

const keptOf = new WeakMap<Store, ReturnType<typeof recentlyUsed<Kept>>>();

interface Asked {
  readonly indicator: string;
  readonly reading: Reading;
  readonly horizon: string;
}

async function find(store: Store, asked: Asked): Promise<HeadlineTargets> {
  const targets: HeadlineTarget[] = [];
  const newest = await findLastPlanId(store);
  for (let firstPlan = 1; firstPlan <= newest; firstPlan += plansInARow) {
    targets.push(...(await findHeadlineTargets(store, { ...asked, firstPlan, lastPlan: firstPlan + plansInARow - 1 })));
    await new Promise((resolve) => setImmediate(resolve));
  }
  targets.sort((one, other) => one.targetId - other.targetId);
  const [firstOrigin = null] = targets.map(({ origin }) => origin).sort();
  return { targets, firstOrigin };
}

/** The headline targets with an indicator, reading and horizon. */
export async function headlineTargetsAsked(store: Store, asked: Asked): Promise<HeadlineTargets> {
  const kept = keptOf.get(store) ?? recentlyUsed<Kept>(questionsKept);
  keptOf.set(store, kept);
  const key = `${asked.indicator} ${asked.reading} ${asked.horizon}`;
  const revision = await findLedgerRevision(store);
  const known = kept.find(key);
  const isGood = known !== undefined && arePlansUntouched(store, known.revision, revision);
  const found = isGood ? known.found : await find(store, asked);
  kept.keep(key, { revision, found });
  return found;
}
