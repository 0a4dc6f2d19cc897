import { and, asc, desc, eq, gt, max } from "drizzle-orm";
import { inserting, type NewRow, reading, type Scope } from "../statement.ts";
import type { Reader, Transaction } from "../store.ts";
import type { SubmissionState } from "../vocabulary.ts";

/** What is to be mended in a line of a returned submission. */
export type ReturnedLine = NewRow<"returnedLines">;

/** A file that was handed in with a line, without its bytes. */
export type EvidenceOfLine = {
  lineId: number;
  evidenceId: number;
  name: string;
  mediaType: string;
  bytes: number;
  addedBy: string;
  addedAt: string;
};

const standingIn = reading(({ build, select, t, p }: Scope<{ state: SubmissionState }>) => {
  const { id, submissionId, toState } = t.submissionMoves;
  const latest = build
    .select({ last: max(id).as("last") })
    .from(t.submissionMoves)
    .groupBy(submissionId)
    .as("latest");
  return select({ submissionId })
    .from(t.submissionMoves)
    .innerJoin(latest, eq(latest.last, id))
    .where(eq(toState, p.state))
    .orderBy(asc(submissionId));
});

const lastMove = reading(({ select, t }) =>
  select({ id: t.submissionMoves.id }).from(t.submissionMoves).orderBy(desc(t.submissionMoves.id)).limit(1),
);

const movesAfter = reading(({ select, t, p }: Scope<{ after: number }>) => {
  const { id, submissionId, toState } = t.submissionMoves;
  return select({ id, submissionId, toState }).from(t.submissionMoves).where(gt(id, p.after)).orderBy(asc(id));
});

const returnedLineRows = reading(({ select, t, p }: Scope<{ submissionId: number }>) => {
  const { moveId, measureId, reason } = t.returnedLines;
  return select({ moveId, measureId, reason })
    .from(t.submissionMoves)
    .innerJoin(t.returnedLines, eq(moveId, t.submissionMoves.id))
    .where(eq(t.submissionMoves.submissionId, p.submissionId))
    .orderBy(asc(moveId), asc(measureId));
});

const evidenceRows = reading(({ select, t, p }: Scope<{ submissionId: number }>) => {
  const { id, name, mediaType, bytes, addedBy, addedAt } = t.evidence;
  const { lineId, evidenceId } = t.evidenceOfLines;
  return select({ lineId, evidenceId, name, mediaType, bytes, addedBy, addedAt })
    .from(t.submissionLines)
    .innerJoin(t.evidenceOfLines, eq(lineId, t.submissionLines.id))
    .innerJoin(t.evidence, eq(id, evidenceId))
    .where(eq(t.submissionLines.submissionId, p.submissionId))
    .orderBy(asc(lineId), asc(evidenceId));
});

const cellSubmissions = reading(({ select, t, p }: Scope<{ measureId: number; month: string }>) =>
  select({ id: t.submissionLines.submissionId })
    .from(t.submissions)
    .innerJoin(t.submissionLines, eq(t.submissionLines.submissionId, t.submissions.id))
    .innerJoin(t.measures, eq(t.measures.id, t.submissionLines.measureId))
    .where(
      and(
        eq(t.measures.id, p.measureId),
        eq(t.submissions.planId, t.measures.planId),
        eq(t.submissions.period, p.month),
      ),
    )
    .groupBy(t.submissionLines.submissionId)
    .orderBy(asc(t.submissionLines.submissionId)),
);

const returnedLineInsertion = inserting("returnedLines");

/** The ids of all submissions of all plans that stand in a state, in the order in which they were begun. */
export async function findSubmissionsInState(reader: Reader, state: SubmissionState): Promise<number[]> {
  return (await reader.all(standingIn, { state })).map(({ submissionId }) => submissionId);
}

/** The number of the last move of any submission, 0 before the first. */
export async function findLastMove(reader: Reader): Promise<number> {
  const [row] = await reader.all(lastMove, {});
  return row?.id ?? 0;
}

/** Where every move after one of a number led, in their order: what changed since a list of states was read. */
export async function findMovesAfter(
  reader: Reader,
  after: number,
): Promise<{ id: number; submissionId: number; toState: SubmissionState }[]> {
  return reader.all(movesAfter, { after });
}

/** What was to be mended at each return of a submission, line by line. */
export async function findReturnedLines(reader: Reader, submissionId: number): Promise<ReturnedLine[]> {
  return reader.all(returnedLineRows, { submissionId });
}

/** Appends what is to be mended in a line. */
export async function insertReturnedLine(transaction: Transaction, line: ReturnedLine): Promise<void> {
  await transaction.all(returnedLineInsertion, line);
}

/** The files of every line of a submission, of all rounds. */
export async function findEvidenceOfLines(reader: Reader, submissionId: number): Promise<EvidenceOfLine[]> {
  return reader.all(evidenceRows, { submissionId });
}

/** The ids of the submissions in which a measure was reported for a month, in any state, in the order in which they were begun. */
export async function findSubmissionsOfCell(
  reader: Reader,
  cell: { measureId: number; month: string },
): Promise<number[]> {
  return (await reader.all(cellSubmissions, cell)).map(({ id }) => id);
}
