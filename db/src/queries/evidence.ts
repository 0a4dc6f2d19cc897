import { and, asc, eq } from "drizzle-orm";
import { firstRow, insertedId } from "../rows.ts";
import { inserting, type NewRow, reading, type Scope } from "../statement.ts";
import type { Reader, Transaction } from "../store.ts";

/** A file that proves a figure, without its bytes. */
export type RecordedEvidence = Omit<NewRow<"evidence">, "content"> & { id: number };

/** A file with its bytes, its place, and the unit (by key) whose figure it proves. */
export type EvidenceFile = Omit<NewRow<"evidence">, "bytes" | "sha256" | "addedAt"> & {
  id: number;
  department: string;
};

const fileRow = reading(({ select, t, p }: Scope<{ id: number }>) => {
  const { id, planId, departmentId, measureId, period, name, mediaType, content, addedBy } = t.evidence;
  const place = { planId, departmentId, measureId, period };
  return select({ id, ...place, name, mediaType, content, addedBy, department: t.departments.key })
    .from(t.evidence)
    .innerJoin(t.departments, eq(t.departments.id, t.evidence.departmentId))
    .where(eq(id, p.id));
});

const paperRows = reading(({ select, t, p }: Scope<{ planId: number; departmentId: number; period: string }>) => {
  const { id, planId, departmentId, measureId, period, name, mediaType, bytes, sha256, addedBy, addedAt } = t.evidence;
  return select({ id, planId, departmentId, measureId, period, name, mediaType, bytes, sha256, addedBy, addedAt })
    .from(t.evidence)
    .where(and(eq(planId, p.planId), eq(departmentId, p.departmentId), eq(period, p.period)))
    .orderBy(asc(id));
});

const lineOfFile = reading(({ select, t, p }: Scope<{ id: number }>) =>
  select({ lineId: t.evidenceOfLines.lineId })
    .from(t.evidenceOfLines)
    .where(eq(t.evidenceOfLines.evidenceId, p.id))
    .limit(1),
);

const evidenceInsertion = inserting("evidence");
const lineInsertion = inserting("evidenceOfLines");

/** A file with its bytes, null where there is none of that id. */
export async function findEvidence(reader: Reader, id: number): Promise<EvidenceFile | null> {
  return firstRow(reader.all(fileRow, { id }));
}

/** True of a file that was handed in with a line, whatever became of its submission; one that only stands in a draft was not. */
export async function isEvidenceHandedIn(reader: Reader, id: number): Promise<boolean> {
  return (await reader.all(lineOfFile, { id })).length > 0;
}

/** The files that a unit has added for a period of a plan, in the order in which they came. */
export async function findEvidenceOfPaper(
  reader: Reader,
  paper: { planId: number; departmentId: number; period: string },
): Promise<RecordedEvidence[]> {
  return reader.all(paperRows, paper);
}

/** Keeps a file and answers its id. */
export async function insertEvidence(transaction: Transaction, evidence: NewRow<"evidence">): Promise<number> {
  return insertedId(transaction.all(evidenceInsertion, evidence));
}

/** Hands a file in with a line. */
export async function insertEvidenceOfLine(transaction: Transaction, pair: NewRow<"evidenceOfLines">): Promise<void> {
  await transaction.all(lineInsertion, pair);
}
