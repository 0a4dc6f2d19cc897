/** Adding to a loaded plan (方案编辑): what every addition asks for, and what it leaves behind. DOMAIN section 8. */
import { insertPlanEdit, inTransaction, type Store, type Transaction } from "@beizeng/db";
import type { PlanEditKind } from "@beizeng/db/vocabulary";
import { may } from "../domain/access.ts";
import type { Month } from "../domain/month.ts";
import { findOutline } from "../plans/find-outline.ts";
import type { PlanOutline } from "../plans/outline.ts";
import { type Answer, give, refuse } from "../problems.ts";
import type { Actor } from "./actor.ts";
import { answeredOnce } from "./answered-once.ts";
import { audit, type Deed, raise } from "./ledger.ts";

/** Who adds what to which plan, why, and by which document; `key` makes a second try the same as the first. */
export interface PlanEditing {
  readonly actor: Actor;
  /** The instant, ISO UTC with milliseconds. */
  readonly now: string;
  readonly plan: string;
  readonly key: string;
  readonly reason: string;
  readonly document?: string;
}

/** What was added, and the ledger's revision. */
export interface Edited {
  readonly entity: string;
  readonly revision: number;
}

/** An addition that may be made: what it is, from when it counts (null: it moves no figure), and how it is written. */
export interface Addition {
  readonly kind: PlanEditKind;
  readonly entity: string;
  readonly from: Month | null;
  readonly payload: object;
  readonly write: (transaction: Transaction, written: WrittenEdit) => Promise<void>;
}

/** An addition that is noted: what is added is written under it. */
export interface WrittenEdit {
  readonly editId: number;
  readonly revision: number;
}

/** Decides what is asked, before anything is written. */
export type Decide = (outline: PlanOutline, transaction: Transaction) => Answer<Addition> | Promise<Answer<Addition>>;

async function edit(
  store: Store,
  transaction: Transaction,
  request: PlanEditing,
  decide: Decide,
): Promise<Answer<Edited>> {
  const { actor, now, plan } = request;
  if (!may(actor.role, "revise-plans")) return refuse({ code: "not-your-role" });
  const outline = await findOutline(store, transaction, plan);
  if (outline === null) return refuse({ code: "unknown-plan", field: "plan", value: plan, allowed: "" });
  const decided = await decide(outline, transaction);
  if (!decided.ok) return decided;
  const [reason, document] = [request.reason.trim(), request.document?.trim() ?? ""];
  if (reason === "") return refuse({ code: "reason-missing", field: "reason" });
  const { kind, entity, from, payload, write } = decided.value;
  const deed: Deed = { action: kind, at: now, actor, entity: `plan:${plan}` };
  const revision = await raise(transaction, deed.action, now);
  const said = { kind, entity, from, reason, document: document === "" ? null : document };
  const planId = outline.facts.id;
  const editId = await insertPlanEdit(transaction, { ...said, planId, knownAt: now, revision, actor: actor.id });
  await write(transaction, { editId, revision });
  await audit(transaction, deed, revision, { plan, ...said, ...payload });
  return give({ entity, revision });
}

/**
 * Adds something to a plan: one transaction, one revision, one row of the audit, once under its key. The write is not
 * noted as one that leaves outlines alone: everything kept of the plan is read afresh.
 */
export function editPlan(
  store: Store,
  request: PlanEditing,
  asked: object,
  decide: Decide,
): Promise<Answer<Edited & { readonly isRepeated: boolean }>> {
  const { actor, now: at, key, plan, reason, document = null } = request;
  const keyed = { account: actor.id, key, asked: { action: "edit-plan", plan, reason, document, ...asked }, at };
  return inTransaction(store, (transaction) =>
    answeredOnce(transaction, keyed, () => edit(store, transaction, request, decide)),
  );
}
