import { and, asc, eq } from "drizzle-orm";
import { firstRow, insertedId } from "../rows.ts";
import { holes, inserting, type NewRow, reading, type Scope, writing } from "../statement.ts";
import type { Reader, Transaction } from "../store.ts";
import type { Basis, SubmissionKind } from "../vocabulary.ts";

/** Which paper a draft is of: there is one a plan, unit (by the store's number), period, kind and basis. */
export type DraftPlace = {
  planId: number;
  departmentId: number;
  period: string;
  kind: SubmissionKind;
  basis: Basis;
};

/** A draft that was begun. */
export type RecordedDraft = NewRow<"drafts"> & { id: number };

/** What stands typed for a measure, as JSON text; the version is one more with each time that it was written. */
export type DraftLine = NewRow<"draftLines">;

const draftColumns = ["id", "planId", "departmentId", "period", "kind", "basis", "createdAt"] as const;

function columnsOf({ drafts }: Scope<object>["t"]) {
  return Object.fromEntries(draftColumns.map((name) => [name, drafts[name]])) as Pick<
    typeof drafts,
    (typeof draftColumns)[number]
  >;
}

const draftRow = reading(({ select, t, p }: Scope<DraftPlace>) => {
  const { planId, departmentId, period, kind, basis } = t.drafts;
  return select(columnsOf(t))
    .from(t.drafts)
    .where(
      and(
        eq(planId, p.planId),
        eq(departmentId, p.departmentId),
        eq(period, p.period),
        eq(kind, p.kind),
        eq(basis, p.basis),
      ),
    );
});

const draftsOfUnit = reading(({ select, t, p }: Scope<{ planId: number; departmentId: number }>) =>
  select(columnsOf(t))
    .from(t.drafts)
    .where(and(eq(t.drafts.planId, p.planId), eq(t.drafts.departmentId, p.departmentId)))
    .orderBy(asc(t.drafts.id)),
);

const confirmationDrafts = reading(({ select, t, p }: Scope<{ planId: number; kind: SubmissionKind }>) =>
  select(columnsOf(t))
    .from(t.drafts)
    .where(and(eq(t.drafts.planId, p.planId), eq(t.drafts.kind, p.kind)))
    .orderBy(asc(t.drafts.id)),
);

const lineRows = reading(({ select, t, p }: Scope<{ draftId: number }>) => {
  const { draftId, measureId, typed, version, writtenBy, writtenAt } = t.draftLines;
  return select({ draftId, measureId, typed, version, writtenBy, writtenAt })
    .from(t.draftLines)
    .where(eq(draftId, p.draftId))
    .orderBy(asc(measureId));
});

const draftInsertion = inserting("drafts");
const lineInsertion = inserting("draftLines");

const lineUpdate = writing(({ build, t, p }: Scope<DraftLine>) =>
  build
    .update(t.draftLines)
    .set(holes(p, ["typed", "version", "writtenBy", "writtenAt"]))
    .where(and(eq(t.draftLines.draftId, p.draftId), eq(t.draftLines.measureId, p.measureId))),
);

const linesDeletion = writing(({ build, t, p }: Scope<{ draftId: number }>) =>
  build.delete(t.draftLines).where(eq(t.draftLines.draftId, p.draftId)),
);

const draftDeletion = writing(({ build, t, p }: Scope<{ draftId: number }>) =>
  build.delete(t.drafts).where(eq(t.drafts.id, p.draftId)),
);

/** The draft of a paper, null where none was begun or it was handed in. */
export async function findDraft(reader: Reader, place: DraftPlace): Promise<RecordedDraft | null> {
  return firstRow(reader.all(draftRow, place));
}

/** The drafts of a unit in a plan, in the order in which they were begun. */
export async function findDrafts(
  reader: Reader,
  unit: { planId: number; departmentId: number },
): Promise<RecordedDraft[]> {
  return reader.all(draftsOfUnit, unit);
}

/** The drafts of confirmations in a plan, of all units, in the order in which they were begun. */
export async function findConfirmationDrafts(reader: Reader, planId: number): Promise<RecordedDraft[]> {
  return reader.all(confirmationDrafts, { planId, kind: "confirmation" });
}

/** What stands typed in a draft. */
export async function findDraftLines(reader: Reader, draftId: number): Promise<DraftLine[]> {
  return reader.all(lineRows, { draftId });
}

/** Begins the draft of a paper and answers its id; a second one of the same paper breaks a constraint. */
export async function insertDraft(transaction: Transaction, draft: NewRow<"drafts">): Promise<number> {
  return insertedId(transaction.all(draftInsertion, draft));
}

/** Writes what is typed for a measure: its first version, or the next one in the place of the last. */
export async function writeDraftLine(transaction: Transaction, line: DraftLine): Promise<void> {
  await transaction.all(line.version === 1 ? lineInsertion : lineUpdate, line);
}

/** Takes a draft away with all that was typed in it. */
export async function deleteDraft(transaction: Transaction, draftId: number): Promise<void> {
  await transaction.all(linesDeletion, { draftId });
  await transaction.all(draftDeletion, { draftId });
}
