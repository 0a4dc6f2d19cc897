/** Plans joined from the store and kept while what they say stands: a report changes no plan. */
import { findPlanBook, findPlanVersion, type Reader, type Store } from "@beizeng/db";
import { outlineOf, type PlanOutline } from "./outline.ts";
import { recentlyUsed } from "./recently-used.ts";

/** Plans kept joined in memory. */
const plansKept = 512;

interface Kept {
  readonly version: string;
  readonly outline: PlanOutline;
}

const keptOf = new WeakMap<Store, ReturnType<typeof recentlyUsed<Kept>>>();

/** A plan as it stands, read through a reader of the store; null where there is none of that key. */
export async function findOutline(store: Store, reader: Reader, plan: string): Promise<PlanOutline | null> {
  const kept = keptOf.get(store) ?? recentlyUsed<Kept>(plansKept);
  keptOf.set(store, kept);
  const version = await findPlanVersion(reader, plan);
  if (version === null) return null;
  const known = kept.find(plan);
  if (known?.version === version) return known.outline;
  const book = await findPlanBook(reader, plan);
  if (book === null) return null;
  const outline = outlineOf(book);
  kept.keep(plan, { version, outline });
  return outline;
}
