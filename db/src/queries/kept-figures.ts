import { asc, eq } from "drizzle-orm";
import { reading, type Scope } from "../statement.ts";
import type { Reader } from "../store.ts";

type OfPlan = { planId: number };

const observationRows = reading(({ select, t, p }: Scope<OfPlan>) => {
  const { basis, month, number, entries, exits, stock, amount, doneOn, submissionId } = t.observations;
  const { reportedBy, reportedAt, acceptedBy, knownAt, revision, reason, note } = t.observations;
  const figures = { entries, exits, stock, amount, doneOn };
  const people = { submissionId, reportedBy, reportedAt, acceptedBy, knownAt, revision, reason, note };
  return select({ measure: t.measures.key, basis, month, number, ...figures, ...people })
    .from(t.measures)
    .innerJoin(t.observations, eq(t.observations.measureId, t.measures.id))
    .where(eq(t.measures.planId, p.planId))
    .orderBy(asc(t.measures.position), asc(basis), asc(month), asc(number));
});

const targetValueRows = reading(({ select, t, p }: Scope<OfPlan>) => {
  const { id, fromMonth, digits, decimals, stretchDigits, stretchDecimals } = t.targetRevisions;
  const { reason, document, knownAt, revision, actor } = t.targetRevisions;
  const value = { from: fromMonth, digits, decimals, stretchDigits, stretchDecimals };
  return select({ id, target: t.targets.key, ...value, reason, document, knownAt, revision, actor })
    .from(t.targets)
    .innerJoin(t.targetRevisions, eq(t.targetRevisions.targetId, t.targets.id))
    .where(eq(t.targets.planId, p.planId))
    .orderBy(asc(t.targets.position), asc(id));
});

const returnedLineRows = reading(({ select, t, p }: Scope<OfPlan>) => {
  const { moveId, measureId, reason } = t.returnedLines;
  const { submissionId, revision } = t.submissionMoves;
  return select({ submissionId, measure: t.measures.key, revision, reason })
    .from(t.measures)
    .innerJoin(t.returnedLines, eq(measureId, t.measures.id))
    .innerJoin(t.submissionMoves, eq(t.submissionMoves.id, moveId))
    .where(eq(t.measures.planId, p.planId))
    .orderBy(asc(moveId), asc(t.measures.position));
});

/** A value that was accepted, by key of its measure, with all that is kept of it. */
export type KeptObservation = Awaited<ReturnType<typeof findKeptObservations>>[number];

/** A value that a target was given, by key of the target, with all that is kept of it. */
export type KeptTargetValue = Awaited<ReturnType<typeof findKeptTargetValues>>[number];

/** Everything that was ever accepted of a plan, on every basis. */
export async function findKeptObservations(reader: Reader, planId: number) {
  return reader.all(observationRows, { planId });
}

/** Every value that a plan's targets were ever given, in the order in which each was. */
export async function findKeptTargetValues(reader: Reader, planId: number) {
  return reader.all(targetValueRows, { planId });
}

/** Everything that was ever to be mended in a line of a plan, with the ledger's revision of its return. */
export async function findKeptReturnedLines(reader: Reader, planId: number) {
  return reader.all(returnedLineRows, { planId });
}
