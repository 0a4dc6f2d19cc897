/** How rows that the office added to a plan are read: by when they were known, and with what they say of themselves. */
import { and, type Column, isNull, lte, or } from "drizzle-orm";
import { wholeOf } from "../rows.ts";
import type { Scope } from "../statement.ts";
import type { PlanKnowledge } from "./plan-targets.ts";

/** How something came into a plan after it was loaded: the first month that counts, why, and by which document. */
export type BookAddition = { from: string; reason: string; document: string | null };

type KnownScope = Scope<{ planId: number } & PlanKnowledge>;

/** True of rows of the document itself, and of additions that were known; `plan_edits` must be joined to the edit. */
export function isKnown({ planEdits }: KnownScope["t"], editId: Column, p: KnownScope["p"]) {
  const { knownAt, revision } = planEdits;
  return or(isNull(editId), and(lte(knownAt, p.asKnownOn), lte(revision, p.asOfRevision)));
}

/** The columns of which `additionOf` is made. */
export function additionColumns({ planEdits }: KnownScope["t"]) {
  const { fromMonth: addedFrom, reason: addedFor, document: addedBy } = planEdits;
  return { addedFrom, addedFor, addedBy };
}

/** What a row says of how it was added; null for one of the document. */
export function additionOf(row: {
  addedFrom: string | null;
  addedFor: string | null;
  addedBy: string | null;
}): BookAddition | null {
  const addition = wholeOf({ from: row.addedFrom, reason: row.addedFor });
  return addition && { ...addition, document: row.addedBy };
}
