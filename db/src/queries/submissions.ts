import { and, asc, between, eq, lte } from "drizzle-orm";
import { groupedBy, insertedId } from "../rows.ts";
import { inserting, type NewRow, reading, type Scope } from "../statement.ts";
import type { Reader, Transaction } from "../store.ts";
import { endOfTime } from "../texts.ts";

/** A step of a submission. */
export type RecordedMove = NewRow<"submissionMoves"> & { id: number };

/** A submission with its steps in order; its state is `toState` of the last, `open` without any. */
export type RecordedSubmission = NewRow<"submissions"> & {
  id: number;
  department: string;
  moves: readonly RecordedMove[];
};

/** What was typed for a measure. */
export type RecordedLine = NewRow<"submissionLines"> & { id: number };

type Window = { planId: number; from: string; until: string; asKnownOn: string };

const submissionRows = reading(({ select, t, p }: Scope<Window>) => {
  const { id, planId, departmentId, period, kind, correctsId, number, createdAt } = t.submissions;
  const department = t.departments.key;
  return select({ id, planId, departmentId, department, period, kind, correctsId, number, createdAt })
    .from(t.submissions)
    .innerJoin(t.departments, eq(t.departments.id, departmentId))
    .where(and(eq(planId, p.planId), between(period, p.from, p.until), lte(createdAt, p.asKnownOn)))
    .orderBy(asc(id));
});

const moveRows = reading(({ select, t, p }: Scope<Window>) => {
  const { id, submissionId, move, fromState, toState, actor, actorRole, at, reason, revision } = t.submissionMoves;
  const { planId, period } = t.submissions;
  return select({ id, submissionId, move, fromState, toState, actor, actorRole, at, reason, revision })
    .from(t.submissions)
    .innerJoin(t.submissionMoves, eq(submissionId, t.submissions.id))
    .where(and(eq(planId, p.planId), between(period, p.from, p.until), lte(at, p.asKnownOn)))
    .orderBy(asc(id));
});

const oneSubmission = reading(({ select, t, p }: Scope<{ id: number }>) => {
  const { id, planId, departmentId, period, kind, correctsId, number, createdAt } = t.submissions;
  const department = t.departments.key;
  return select({ id, planId, departmentId, department, period, kind, correctsId, number, createdAt })
    .from(t.submissions)
    .innerJoin(t.departments, eq(t.departments.id, departmentId))
    .where(eq(id, p.id));
});

const movesOfOne = reading(({ select, t, p }: Scope<{ submissionId: number }>) => {
  const { id, submissionId, move, fromState, toState, actor, actorRole, at, reason, revision } = t.submissionMoves;
  return select({ id, submissionId, move, fromState, toState, actor, actorRole, at, reason, revision })
    .from(t.submissionMoves)
    .where(eq(submissionId, p.submissionId))
    .orderBy(asc(id));
});

const linesOfOne = reading(({ select, t, p }: Scope<{ submissionId: number }>) => {
  const { id, submissionId, round, measureId, basis, entries, exits, stock, amount } = t.submissionLines;
  const { doneOn, isUnchanged, note, reason, revision } = t.submissionLines;
  const typed = { entries, exits, stock, amount, doneOn, isUnchanged, note, reason };
  return select({ id, submissionId, round, measureId, basis, ...typed, revision })
    .from(t.submissionLines)
    .where(eq(submissionId, p.submissionId))
    .orderBy(asc(id));
});

const submissionInsertion = inserting("submissions");
const moveInsertion = inserting("submissionMoves");
const lineInsertion = inserting("submissionLines");

/**
 * A plan's submissions of the periods `from` to `until` (months, both included) with their moves, in the order in which
 * they were begun; with `asKnownOn` only what had happened by that instant.
 */
export async function findSubmissions(
  reader: Reader,
  question: { planId: number; from: string; until: string; asKnownOn?: string },
): Promise<RecordedSubmission[]> {
  const window = { ...question, asKnownOn: question.asKnownOn ?? endOfTime };
  const rows = await reader.all(submissionRows, window);
  const moves = groupedBy(await reader.all(moveRows, window), ({ submissionId }) => submissionId);
  return rows.map((row) => ({ ...row, moves: moves(row.id) }));
}

/** One submission with its moves, null when there is none of that id. */
export async function findSubmission(reader: Reader, id: number): Promise<RecordedSubmission | null> {
  const [row] = await reader.all(oneSubmission, { id });
  if (row === undefined) return null;
  return { ...row, moves: await reader.all(movesOfOne, { submissionId: id }) };
}

/** All lines of a submission in the order in which they were typed; within a round the last one of a measure and basis counts. */
export async function findSubmissionLines(reader: Reader, submissionId: number): Promise<RecordedLine[]> {
  return reader.all(linesOfOne, { submissionId });
}

/** Begins a submission and answers its id; a period's second report breaks a constraint. */
export async function insertSubmission(transaction: Transaction, submission: NewRow<"submissions">): Promise<number> {
  return insertedId(transaction.all(submissionInsertion, submission));
}

/** Appends a step and answers its id. */
export async function insertSubmissionMove(transaction: Transaction, move: NewRow<"submissionMoves">): Promise<number> {
  return insertedId(transaction.all(moveInsertion, move));
}

/** Appends what was typed for a measure and answers the line's id. */
export async function insertSubmissionLine(transaction: Transaction, line: NewRow<"submissionLines">): Promise<number> {
  return insertedId(transaction.all(lineInsertion, line));
}
