import { and, asc, eq } from "drizzle-orm";
import { inserting, type NewRow, reading, type Scope } from "../statement.ts";
import type { Reader, Transaction } from "../store.ts";

/** What happened to a plan's month; `hash` is of the edition that a closing makes, null for every other move. */
export type RecordedMonthMove = NewRow<"monthMoves"> & { id: number };

/** A later due day of a period; `department` (key) is null for all units of the plan. */
export type RecordedExtension = NewRow<"extensions"> & { id: number; department: string | null };

type OfPlan = { planId: number };

const moveRows = reading(({ select, t, p }: Scope<OfPlan>) => {
  const { id, planId, month, move, edition, hash, actor, actorRole, at, reason, revision } = t.monthMoves;
  return select({ id, planId, month, move, edition, hash, actor, actorRole, at, reason, revision })
    .from(t.monthMoves)
    .where(eq(planId, p.planId))
    .orderBy(asc(id));
});

const movesOfOne = reading(({ select, t, p }: Scope<OfPlan & { month: string }>) => {
  const { id, planId, month, move, edition, hash, actor, actorRole, at, reason, revision } = t.monthMoves;
  return select({ id, planId, month, move, edition, hash, actor, actorRole, at, reason, revision })
    .from(t.monthMoves)
    .where(and(eq(planId, p.planId), eq(month, p.month)))
    .orderBy(asc(id));
});

const extensionRows = reading(({ select, t, p }: Scope<OfPlan>) => {
  const { id, planId, departmentId, period, dueOn, reason, actor, at, revision } = t.extensions;
  return select({ id, planId, departmentId, department: t.departments.key, period, dueOn, reason, actor, at, revision })
    .from(t.extensions)
    .leftJoin(t.departments, eq(t.departments.id, departmentId))
    .where(eq(planId, p.planId))
    .orderBy(asc(id));
});

const moveInsertion = inserting("monthMoves");
const extensionInsertion = inserting("extensions");

/** All that happened to a plan's months, in the order in which it was done. */
export async function findMonthMoves(reader: Reader, planId: number): Promise<RecordedMonthMove[]> {
  return reader.all(moveRows, { planId });
}

/** All that happened to one month of a plan, in the order in which it was done. */
export async function findMovesOfMonth(reader: Reader, planId: number, month: string): Promise<RecordedMonthMove[]> {
  return reader.all(movesOfOne, { planId, month });
}

/** Appends what is done to a month. */
export async function insertMonthMove(transaction: Transaction, move: NewRow<"monthMoves">): Promise<void> {
  await transaction.all(moveInsertion, move);
}

/** All later due days of a plan's periods, in the order in which they were granted; for a unit the last one counts. */
export async function findExtensions(reader: Reader, planId: number): Promise<RecordedExtension[]> {
  return reader.all(extensionRows, { planId });
}

/** Appends a later due day. */
export async function insertExtension(transaction: Transaction, extension: NewRow<"extensions">): Promise<void> {
  await transaction.all(extensionInsertion, extension);
}
