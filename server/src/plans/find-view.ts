/**
 * Plans with their figures, read from the store and kept. A kept view is given again only when it is known that every
 * write since then touched other plans: writes by the actions say what they touched, after their commit; any other
 * write counts as touching everything.
 */
import { findLedgerRevision, findObservations, type Reader, type Store } from "@beizeng/db";
import type { Basis } from "@beizeng/db/vocabulary";
import { findOutline } from "./find-outline.ts";
import { recentlyUsed } from "./recently-used.ts";
import { type PlanView, planView } from "./view.ts";

/** Views kept in memory, and writes remembered. */
const viewsKept = 256;
const writesKept = 10_000;

interface Memory {
  readonly views: ReturnType<typeof recentlyUsed<{ readonly view: PlanView; readonly revision: number }>>;
  /** Ledger revision → key of the plan whose figures it changed, null where it changed none. */
  readonly writes: Map<number, string | null>;
}

const memories = new WeakMap<Store, Memory>();

function memoryOf(store: Store): Memory {
  const known = memories.get(store);
  if (known !== undefined) return known;
  const memory = { views: recentlyUsed<{ view: PlanView; revision: number }>(viewsKept), writes: new Map() };
  memories.set(store, memory);
  return memory;
}

/** Notes, after its commit, which plan's figures a write changed; null for none. */
export function noteWrite(store: Store, revision: number, plan: string | null): void {
  const { writes } = memoryOf(store);
  writes.set(revision, plan);
  const [oldest] = writes.keys();
  if (writes.size > writesKept && oldest !== undefined) writes.delete(oldest);
}

function isUntouched({ writes }: Memory, plan: string, since: number, until: number): boolean {
  for (let revision = since + 1; revision <= until; revision += 1) {
    const touched = writes.get(revision);
    if (touched === undefined || touched === plan) return false;
  }
  return true;
}

/** True when every write between two revisions was one of the actions, none of which makes or changes a plan's outline. */
export function arePlansUntouched(store: Store, since: number, until: number): boolean {
  const { writes } = memoryOf(store);
  for (let revision = since + 1; revision <= until; revision += 1) if (!writes.has(revision)) return false;
  return true;
}

/** A plan's figures as they are now with the ledger's revision, null where there is no such plan. Inside a transaction only before its own writes. */
export async function findView(
  store: Store,
  reader: Reader,
  plan: string,
  basis: Basis,
): Promise<{ view: PlanView; revision: number } | null> {
  const memory = memoryOf(store);
  const revision = await findLedgerRevision(reader);
  const key = `${plan} ${basis}`;
  const kept = memory.views.find(key);
  if (kept?.revision === revision) return kept;
  const outline = await findOutline(store, reader, plan);
  if (outline === null) return null;
  const isGood = kept?.view.outline === outline && isUntouched(memory, plan, kept.revision, revision);
  const standing = isGood ? null : await findObservations(reader, { planId: outline.facts.id, basis });
  const view = kept !== undefined && standing === null ? kept.view : planView(outline, standing ?? new Map(), basis);
  const found = { view, revision };
  memory.views.keep(key, found);
  return found;
}

/** Keeps, after its commit, the view that a write leaves behind, and notes the write. */
export function keepView(
  store: Store,
  { plan, basis, view, revision }: { plan: string; basis: Basis; view: PlanView; revision: number },
): void {
  noteWrite(store, revision, plan);
  memoryOf(store).views.keep(`${plan} ${basis}`, { view, revision });
}
