import { insertTargetRevision, inTransaction, type Store, type Transaction } from "@beizeng/db";
import { may } from "../domain/access.ts";
import { revisionInForce } from "../domain/in-force.ts";
import { readRevision, type TypedRevision } from "../plans/asked-revision.ts";
import { findView, noteWrite } from "../plans/find-view.ts";
import { type Answer, give, refuse } from "../problems.ts";
import type { Actor } from "./actor.ts";
import { answeredOnce } from "./answered-once.ts";
import { audit, raise } from "./ledger.ts";
import { findStandings, renewHeadlines } from "./renew-headlines.ts";

/** A target's new value (目标调整): from which month, why, and by which document. */
export interface ReviseTarget extends TypedRevision {
  readonly actor: Actor;
  /** The instant, ISO UTC with milliseconds. */
  readonly now: string;
  readonly plan: string;
  readonly reason: string;
  readonly document?: string;
}

/** A value that was given to a target, and the ledger's revision. */
export interface Revised {
  readonly target: string;
  readonly from: string;
  readonly revision: number;
}

async function revise(store: Store, transaction: Transaction, request: ReviseTarget): Promise<Answer<Revised>> {
  const { actor, now, plan, target } = request;
  if (!may(actor.role, "revise-plans")) return refuse({ code: "not-your-role" });
  const found = await findView(store, transaction, plan, "department");
  if (found === null) return refuse({ code: "unknown-plan", field: "plan", value: plan, allowed: "" });
  const read = readRevision(request, found.view.outline.targetByKey.get(target));
  if (!read.ok) return read;
  const [reason, document] = [request.reason.trim(), request.document?.trim() ?? ""];
  if (reason === "") return refuse({ code: "reason-missing", field: "reason" });
  const known = await findStandings(store, transaction, plan);
  const { entry, from, value, stretch } = read.value;
  const deed = { action: "revise-target", at: now, actor, entity: `target:${plan}/${target}` };
  const revision = await raise(transaction, deed.action, now);
  const said = { from, value, stretch, reason, document: document === "" ? null : document };
  await insertTargetRevision(transaction, { ...said, targetId: entry.row.id, knownAt: now, revision, actor: actor.id });
  await renewHeadlines(transaction, { plan, measure: entry.row.measure, from, now }, known);
  const { value: formerValue, stretch: formerStretch } = revisionInForce(entry.target, from);
  await audit(transaction, deed, revision, {
    plan,
    target,
    ...said,
    before: { value: formerValue, stretch: formerStretch },
  });
  return give({ target, from, revision });
}

/** Gives a target a new value from a month on; the old value stays, and earlier months are judged by it. DOMAIN section 8. */
export async function reviseTarget(store: Store, request: ReviseTarget): Promise<Answer<Revised>> {
  const answer = await inTransaction(store, (transaction) => revise(store, transaction, request));
  if (answer.ok) noteWrite(store, answer.value.revision, null);
  return answer;
}

/** The same under a key that its sender chose: a second try is answered as the first and revises nothing. TRUST R3. */
export async function reviseTargetOnce(
  store: Store,
  { key, ...request }: ReviseTarget & { readonly key: string },
): Promise<Answer<Revised & { readonly isRepeated: boolean }>> {
  const { actor, now: at, ...asked } = request;
  const keyed = { account: actor.id, key, asked: { action: "revise-target", ...asked }, at };
  const answer = await inTransaction(store, (transaction) =>
    answeredOnce(transaction, keyed, () => revise(store, transaction, request)),
  );
  if (answer.ok && !answer.value.isRepeated) noteWrite(store, answer.value.revision, null);
  return answer;
}
