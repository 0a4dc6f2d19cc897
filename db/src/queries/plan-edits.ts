/** What the office added to a loaded plan (方案编辑): units, other names, who answers for what. */
import { asc, count, eq, ne } from "drizzle-orm";
import { countedRows, insertedId } from "../rows.ts";
import { inserting, reading, type Scope } from "../statement.ts";
import type { Reader, Transaction } from "../store.ts";
import { textOf } from "../texts.ts";
import type { AssignmentRole, PlanEditKind } from "../vocabulary.ts";
import type {
  DepartmentContent,
  IndicatorContent,
  MeasureContent,
  SubjectContent,
  TargetContent,
} from "./plan-content.ts";
import type { BookIndicator } from "./plan-measures.ts";
import { insertMeasure, insertSubject, insertTarget, insertTargetPart, type ValueEntry } from "./plan-rows.ts";
import {
  definedIn,
  type Ids,
  idsByKey,
  insertDepartments,
  insertIndicators,
  insertPlaces,
} from "./shared-definitions.ts";

/** An addition: why, by which document, in force from which month (null: it moves no figure), and who made it. */
export type PlanEdit = {
  planId: number;
  kind: PlanEditKind;
  /** What was added, such as `unit:gaoping-2022-unit-15`. */
  entity: string;
  from: string | null;
  reason: string;
  document: string | null;
  knownAt: string;
  /** The ledger's. */
  revision: number;
  actor: string;
};

const editInsertion = inserting("planEdits");
const unitInsertion = inserting("planDepartments");
const aliasInsertion = inserting("departmentAliases");
const assignmentInsertion = inserting("assignments");

const editRows = reading(({ select, t, p }: Scope<{ planId: number }>) => {
  const { id, planId, kind, entity, fromMonth, reason, document, knownAt, revision, actor } = t.planEdits;
  return select({ planId, kind, entity, from: fromMonth, reason, document, knownAt, revision, actor })
    .from(t.planEdits)
    .where(eq(planId, p.planId))
    .orderBy(asc(id));
});

const unitsOfPlan = reading(({ select, t, p }: Scope<{ planId: number }>) =>
  select({ count: count() }).from(t.planDepartments).where(eq(t.planDepartments.planId, p.planId)),
);

const assignmentsOfSubject = reading(({ select, t, p }: Scope<{ subjectId: number }>) =>
  select({ count: count() }).from(t.assignments).where(eq(t.assignments.subjectId, p.subjectId)),
);

const countOf = (table: "subjects" | "measures" | "targets") =>
  reading(({ select, t, p }: Scope<{ planId: number }>) =>
    select({ count: count() }).from(t[table]).where(eq(t[table].planId, p.planId)),
  );
const subjectsOfPlan = countOf("subjects");
const measuresOfPlan = countOf("measures");
const targetsOfPlan = countOf("targets");

const partsOfTarget = reading(({ select, t, p }: Scope<{ targetId: number }>) =>
  select({ count: count() }).from(t.targetParts).where(eq(t.targetParts.targetId, p.targetId)),
);

const departmentIds = reading(({ select, t, p }: Scope<{ planId: number }>) =>
  select({ id: t.departments.id, key: t.departments.key })
    .from(t.planDepartments)
    .innerJoin(t.departments, eq(t.departments.id, t.planDepartments.departmentId))
    .where(eq(t.planDepartments.planId, p.planId)),
);

const indicatorRows = reading(({ select, t }) => {
  const { id, key, nameZh, nameEn, unitZh, unitEn, decimals, isIndivisible, definitionZh, definitionEn } = t.indicators;
  const texts = { nameZh, nameEn, unitZh, unitEn, definitionZh, definitionEn };
  return select({ id, key, ...texts, decimals, isIndivisible })
    .from(t.indicators)
    .orderBy(asc(id));
});

/** An indicator of any plan, by which something can be measured. */
export type KnownIndicator = BookIndicator & { id: number };

/** All indicators in the order in which they came in. */
export async function findIndicators(reader: Reader): Promise<KnownIndicator[]> {
  const rows = await reader.all(indicatorRows, {});
  return rows.map(({ nameZh, nameEn, unitZh, unitEn, definitionZh, definitionEn, ...row }) => ({
    ...row,
    definition: textOf(definitionZh, definitionEn),
    name: { zh: nameZh, en: nameEn },
    unit: { zh: unitZh, en: unitEn },
  }));
}

/** The additions to a plan in the order in which they were made. */
export async function findPlanEdits(reader: Reader, planId: number): Promise<PlanEdit[]> {
  return reader.all(editRows, { planId });
}

/** Notes an addition and answers its id, under which what is added is written. */
export async function insertPlanEdit(transaction: Transaction, { from, ...edit }: PlanEdit): Promise<number> {
  return insertedId(transaction.all(editInsertion, { ...edit, fromMonth: from }));
}

/** Writes a unit that a plan did not name; its place must be stored. */
export async function insertAddedUnit(
  transaction: Transaction,
  { planId, editId, unit }: { planId: number; editId: number; unit: DepartmentContent },
): Promise<void> {
  const places = await insertPlaces(transaction, []);
  const departmentId = definedIn(await insertDepartments(transaction, [unit], places), unit.id);
  const position = await countedRows(transaction.all(unitsOfPlan, { planId }));
  await transaction.all(unitInsertion, { planId, departmentId, position, editId });
  for (const alias of unit.aliases) await insertAddedAlias(transaction, { planId, editId, departmentId, alias });
}

/** Writes another name of a unit. */
export async function insertAddedAlias(
  transaction: Transaction,
  row: { planId: number; editId: number; departmentId: number; alias: string },
): Promise<void> {
  await transaction.all(aliasInsertion, row);
}

/** Writes that a unit answers for a subject; it fills in no figures of it by that. */
export async function insertAddedAssignment(
  transaction: Transaction,
  row: { subjectId: number; departmentId: number; role: AssignmentRole; editId: number },
): Promise<void> {
  const position = await countedRows(transaction.all(assignmentsOfSubject, { subjectId: row.subjectId }));
  await transaction.all(assignmentInsertion, { ...row, isReporting: false, isImplied: false, position });
}

/** Writes a subject that a plan did not have, after its others, with who answers for it; its units must be the plan's. */
export async function insertAddedSubject(
  transaction: Transaction,
  { planId, editId, subject }: { planId: number; editId: number; subject: SubjectContent },
): Promise<void> {
  const position = await countedRows(transaction.all(subjectsOfPlan, { planId }));
  const units: Ids = idsByKey(await transaction.all(departmentIds, { planId }));
  await insertSubject(transaction, subject, { planId, position, editId }, units);
}

/** A measure that is added: its subject, indicator (stored here where it is new) and unit, and its targets. */
export type AddedMeasure = {
  planId: number;
  editId: number;
  subjectId: number;
  reportingDepartmentId: number;
  indicator: IndicatorContent;
  measure: MeasureContent;
  /** Each with the store's id of the target that it becomes a part of, null for none. */
  targets: readonly { target: TargetContent; partOf: number | null }[];
  /** With what the values of its targets enter the ledger. */
  entry: ValueEntry;
};

/** Writes a measure that a plan did not have with its targets, after the plan's others. */
export async function insertAddedMeasure(transaction: Transaction, added: AddedMeasure): Promise<void> {
  const { planId, editId, subjectId, reportingDepartmentId, indicator, measure, targets, entry } = added;
  const indicatorId = definedIn(await insertIndicators(transaction, [indicator]), indicator.id);
  const references = { subjectId, indicatorId, reportingDepartmentId, decimals: indicator.decimals };
  const place = { planId, position: await countedRows(transaction.all(measuresOfPlan, { planId })), editId };
  const measureId = await insertMeasure(transaction, measure, place, references);
  for (const { target, partOf } of targets) {
    const position = await countedRows(transaction.all(targetsOfPlan, { planId }));
    const partId = await insertTarget(transaction, target, { planId, measureId, position }, entry);
    if (partOf === null) continue;
    const partPosition = await countedRows(transaction.all(partsOfTarget, { targetId: partOf }));
    await insertTargetPart(transaction, { targetId: partOf, partId, position: partPosition });
  }
}

const revisedPlans = reading(({ select, t }) =>
  select({ key: t.plans.key })
    .from(t.targetRevisions)
    .innerJoin(t.targets, eq(t.targets.id, t.targetRevisions.targetId))
    .innerJoin(t.plans, eq(t.plans.id, t.targets.planId))
    .where(ne(t.targetRevisions.actor, "system"))
    .groupBy(t.plans.key),
);

const extendedPlans = reading(({ select, t }) =>
  select({ key: t.plans.key })
    .from(t.planEdits)
    .innerJoin(t.plans, eq(t.plans.id, t.planEdits.planId))
    .groupBy(t.plans.key),
);

/** Keys of the plans that people revised or added to since they were loaded. */
export async function findEditedPlans(reader: Reader): Promise<Set<string>> {
  const rows = [...(await reader.all(revisedPlans, {})), ...(await reader.all(extendedPlans, {}))];
  return new Set(rows.map(({ key }) => key));
}
