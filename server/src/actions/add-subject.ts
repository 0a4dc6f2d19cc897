import { insertAddedSubject, type Store, type Transaction } from "@beizeng/db";
import { findLastClosed } from "../plans/asked-addition.ts";
import { readSubject, type TypedSubject } from "../plans/asked-subject.ts";
import type { PlanOutline } from "../plans/outline.ts";
import { type Answer, give } from "../problems.ts";
import { type Addition, type Edited, editPlan, type PlanEditing } from "./edit-plan.ts";

/** A subject that a plan did not have. */
export interface AddSubject extends PlanEditing, TypedSubject {}

async function decide(outline: PlanOutline, request: AddSubject, transaction: Transaction): Promise<Answer<Addition>> {
  const planId = outline.facts.id;
  const read = readSubject(request, outline, await findLastClosed(transaction, planId));
  if (!read.ok) return read;
  const { subject, from } = read.value;
  return give({
    kind: "add-subject",
    entity: `subject:${subject.id}`,
    from,
    payload: { subject },
    write: (writing, { editId }) => insertAddedSubject(writing, { planId, editId, subject }),
  });
}

/** Adds a subject to a plan from a month on, with who answers for it; it has no figure before it has a measure. */
export function addSubject(
  store: Store,
  request: AddSubject,
): Promise<Answer<Edited & { readonly isRepeated: boolean }>> {
  const { id, kind: subjectKind, name, clause, park, leadEnterprise, units, from } = request;
  const asked = { kind: "add-subject", id, subjectKind, name, clause, park, leadEnterprise, units, from };
  return editPlan(store, request, asked, (outline, transaction) => decide(outline, request, transaction));
}
