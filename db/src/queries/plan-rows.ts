/** Writing the rows of a plan's subjects, measures and targets, for those of its document and for those that are added. */
import { insertedId } from "../rows.ts";
import { inserting, type NewRow } from "../statement.ts";
import type { Transaction } from "../store.ts";
import { curvePointsOf, type MeasureContent, type SubjectContent, scaled, type TargetContent } from "./plan-content.ts";
import { insertTargetRevision } from "./plan-targets.ts";
import { definedIn, type Ids } from "./shared-definitions.ts";

const subjectInsertion = inserting("subjects");
const assignmentInsertion = inserting("assignments");
const measureInsertion = inserting("measures");
const targetInsertion = inserting("targets");
const partInsertion = inserting("targetParts");

/** Where a row goes: its plan, its place in it, and the addition by which it came in, null for the document's own. */
export type RowPlace = { planId: number; position: number; editId: number | null };

/** With what the values of targets enter the ledger. */
export type ValueEntry = { document: string | null; revision: number; actor: string; knownAt: string };

/** Writes a subject with who answers for it and answers its id. */
export async function insertSubject(
  transaction: Transaction,
  subject: SubjectContent,
  { planId, position, editId }: RowPlace,
  departments: Ids,
): Promise<number> {
  const { id: key, kind, name, clause, park, leadEnterprise, directions } = subject;
  const subjectId = await insertedId(
    transaction.all(subjectInsertion, {
      planId,
      key,
      kind,
      nameZh: name.zh,
      nameEn: name.en,
      clause,
      parkZh: park?.zh ?? null,
      parkEn: park?.en ?? null,
      leadEnterpriseZh: leadEnterprise?.zh ?? null,
      leadEnterpriseEn: leadEnterprise?.en ?? null,
      directions,
      position,
      editId,
    }),
  );
  for (const [place, { department, role, isImplied }] of subject.assignments.entries()) {
    const isReporting = department === subject.reporting;
    const departmentId = definedIn(departments, department);
    const assignment = { subjectId, departmentId, role, isReporting, isImplied, position: place, editId };
    await transaction.all(assignmentInsertion, assignment);
  }
  return subjectId;
}

/** The ids of what a measure refers to, and its indicator's decimals. */
export type MeasureReferences = {
  subjectId: number;
  indicatorId: number;
  reportingDepartmentId: number;
  decimals: number;
};

/** Writes a measure and answers its id; an opening with more decimals than the indicator has throws. */
export async function insertMeasure(
  transaction: Transaction,
  { key, nature, scope, opening }: MeasureContent,
  place: RowPlace,
  { decimals, ...references }: MeasureReferences,
): Promise<number> {
  return insertedId(
    transaction.all(measureInsertion, {
      ...place,
      ...references,
      key,
      nature,
      scopeKind: scope?.kind ?? null,
      scopeKey: scope?.id ?? null,
      scopeNameZh: scope?.name.zh ?? null,
      scopeNameEn: scope?.name.en ?? null,
      openingMonth: opening?.month ?? null,
      openingAmount: opening === null ? null : scaled(opening.value, decimals),
      openingImpliedZh: opening?.implied?.zh ?? null,
      openingImpliedEn: opening?.implied?.en ?? null,
    }),
  );
}

/** Writes a target with the value that it has from its origin on, and answers its id. */
export async function insertTarget(
  transaction: Transaction,
  target: TargetContent,
  place: { planId: number; measureId: number; position: number },
  entry: ValueEntry,
): Promise<number> {
  const targetId = await insertedId(transaction.all(targetInsertion, targetRow(target, place)));
  const { origin: from, value, stretch } = target;
  await insertTargetRevision(transaction, { targetId, from, value, stretch, reason: null, ...entry });
  return targetId;
}

/** Makes a target a part of another. */
export async function insertTargetPart(
  transaction: Transaction,
  part: { targetId: number; partId: number; position: number },
): Promise<void> {
  await transaction.all(partInsertion, part);
}

function targetRow(
  target: TargetContent,
  place: { planId: number; measureId: number; position: number },
): NewRow<"targets"> {
  const { key, reading, comparator, direction, origin, deadline, horizon, isYearly, hardness, clause, curve } = target;
  const { ambiguous, implied, madeOf } = target;
  return {
    ...place,
    ...{ key, reading, comparator, direction, origin, deadline, horizon, isYearly, hardness, clause, curve },
    curvePoints: curvePointsOf(target),
    ambiguousZh: ambiguous?.zh ?? null,
    ambiguousEn: ambiguous?.en ?? null,
    impliedZh: implied?.zh ?? null,
    impliedEn: implied?.en ?? null,
    isMadeOfParts: madeOf !== null,
    madeOfNoteZh: madeOf?.note?.zh ?? null,
    madeOfNoteEn: madeOf?.note?.en ?? null,
  };
}
