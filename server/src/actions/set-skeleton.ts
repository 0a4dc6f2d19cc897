import { findSkeletons, insertSkeleton, inTransaction, type Store, type Transaction } from "@beizeng/db";
import { may } from "../domain/access.ts";
import { type Skeleton, skeletonFault } from "../domain/briefing-skeleton.ts";
import { findOutline } from "../plans/find-outline.ts";
import { type Answer, give, refuse } from "../problems.ts";
import type { Actor } from "./actor.ts";
import { answeredOnce } from "./answered-once.ts";
import { auditUnrevised } from "./ledger.ts";

/** How a plan's briefings are to be built from now on. */
export interface SetSkeleton {
  readonly actor: Actor;
  /** The instant, ISO UTC with milliseconds. */
  readonly now: string;
  readonly plan: string;
  /** The version that its writer saw, 0 for the product's own. */
  readonly seen: number;
  readonly skeleton: Skeleton;
  /** Chosen by the sender: the same key sets once. */
  readonly key: string;
}

async function set(store: Store, transaction: Transaction, request: SetSkeleton): Promise<Answer<{ version: number }>> {
  const { actor, now: at, plan, seen, skeleton } = request;
  if (!may(actor.role, "issue-briefings")) return refuse({ code: "not-your-role" });
  const outline = await findOutline(store, transaction, plan);
  if (outline === null) return refuse({ code: "unknown-plan", field: "plan", value: plan, allowed: "" });
  const fault = skeletonFault(skeleton);
  if (fault !== null) return refuse({ code: "skeleton-refused", field: "sections", allowed: fault });
  const planId = outline.facts.id;
  const [last] = await findSkeletons(transaction, planId);
  if ((last?.version ?? 0) !== seen) return refuse({ code: "changed-meanwhile" });
  const version = seen + 1;
  const text = JSON.stringify(skeleton);
  const who = { actor: actor.id, actorRole: actor.role, at };
  await insertSkeleton(transaction, { planId, version, skeleton: text, ...who });
  const deed = { action: "set-skeleton", at, actor, entity: `plan:${plan}` };
  await auditUnrevised(transaction, deed, { plan, version, skeleton: text });
  return give({ version });
}

/** Sets how a plan's briefings are built; every earlier version is kept. Refused where somebody else was first. */
export async function setSkeleton(
  store: Store,
  request: SetSkeleton,
): Promise<Answer<{ version: number; readonly isRepeated: boolean }>> {
  const { actor, now: at, plan, seen, skeleton, key } = request;
  const asked = { action: "set-skeleton", plan, seen, skeleton };
  return inTransaction(store, (transaction) =>
    answeredOnce(transaction, { account: actor.id, key, asked, at }, () => set(store, transaction, request)),
  );
}
