import { inserting, type NewRow } from "../statement.ts";
import type { Transaction } from "../store.ts";
import { curvePointsOf, type PlanContent, scaled, type TargetContent } from "./plan-content.ts";
import { insertTargetRevision } from "./plan-targets.ts";
import { type Ids, idOf, insertDepartments, insertedId, insertIndicators, insertPlaces } from "./shared-definitions.ts";

const planInsertion = inserting("plans");
const planDepartmentInsertion = inserting("planDepartments");
const aliasInsertion = inserting("departmentAliases");
const subjectInsertion = inserting("subjects");
const assignmentInsertion = inserting("assignments");
const ruleInsertion = inserting("lightRules");
const calendarInsertion = inserting("entryCalendars");
const incentiveInsertion = inserting("incentives");
const measureInsertion = inserting("measures");
const targetInsertion = inserting("targets");
const partInsertion = inserting("targetParts");

/** With what the values of a plan's targets enter the ledger. */
export type PlanEntry = { contentHash: string; revision: number; actor: string; knownAt: string };

/**
 * Writes a whole plan and answers its id. Places, units and indicators that are stored already must say the same:
 * `definition-differs` else. A key that is nowhere defined, or a value with more decimals than its indicator, throws.
 */
export async function insertPlan(transaction: Transaction, content: PlanContent, entry: PlanEntry): Promise<number> {
  const places = await insertPlaces(transaction, content.jurisdictions);
  const departments = await insertDepartments(transaction, content.departments, places);
  const indicators = await insertIndicators(transaction, content.indicators);
  const planId = await insertFacts(transaction, content, entry, idOf(departments, content.issuer), places);
  await insertUnits(transaction, content, planId, departments);
  await insertRules(transaction, content, planId);
  const subjects = await insertSubjects(transaction, content, planId, departments);
  const measures = await insertMeasures(transaction, content, planId, { subjects, indicators, departments });
  await insertTargets(transaction, content, planId, measures, entry);
  return planId;
}

async function insertFacts(
  transaction: Transaction,
  content: PlanContent,
  { contentHash }: PlanEntry,
  issuerId: number,
  places: Ids,
): Promise<number> {
  const { documentNumber, marketEntityWord, issuedOn, publishedOn, effectiveFrom, expiresOn, calendar } = content;
  const { frequency, firstPeriod, dueDay, reason } = calendar;
  const facts = { documentNumber, marketEntityWord, issuedOn, publishedOn, effectiveFrom, expiresOn };
  const answer = transaction.all(planInsertion, {
    key: content.id,
    titleZh: content.title.zh,
    titleEn: content.title.en,
    issuerId,
    jurisdictionId: idOf(places, content.jurisdiction),
    ...facts,
    frequency,
    firstPeriod,
    dueDay,
    calendarReasonZh: reason?.zh ?? null,
    calendarReasonEn: reason?.en ?? null,
    contentHash,
  });
  return insertedId(answer);
}

async function insertUnits(transaction: Transaction, content: PlanContent, planId: number, ids: Ids): Promise<void> {
  for (const [position, { id, aliases }] of content.departments.entries()) {
    const departmentId = idOf(ids, id);
    await transaction.all(planDepartmentInsertion, { planId, departmentId, position, editId: null });
    for (const alias of aliases) await transaction.all(aliasInsertion, { planId, departmentId, alias, editId: null });
  }
}

async function insertRules(transaction: Transaction, content: PlanContent, planId: number): Promise<void> {
  for (const { from, ...rule } of content.lightRules) {
    await transaction.all(ruleInsertion, { planId, fromMonth: from, ...rule });
  }
  if (content.entryCalendar !== null) {
    await transaction.all(calendarInsertion, { planId, monthlyPercent: content.entryCalendar, yearWeights: null });
  }
  for (const [position, incentive] of content.incentives.entries()) {
    await transaction.all(incentiveInsertion, { planId, key: incentive.id, payload: incentive, position });
  }
}

async function insertSubjects(
  transaction: Transaction,
  content: PlanContent,
  planId: number,
  departments: Ids,
): Promise<Ids> {
  const ids: Ids = new Map();
  for (const [position, subject] of content.subjects.entries()) {
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
      }),
    );
    ids.set(key, subjectId);
    for (const [place, { department, role, isImplied }] of subject.assignments.entries()) {
      const isReporting = department === subject.reporting;
      const assignment = {
        departmentId: idOf(departments, department),
        role,
        isReporting,
        isImplied,
        position: place,
        editId: null,
      };
      await transaction.all(assignmentInsertion, { subjectId, ...assignment });
    }
  }
  return ids;
}

async function insertMeasures(
  transaction: Transaction,
  content: PlanContent,
  planId: number,
  { subjects, indicators, departments }: { subjects: Ids; indicators: Ids; departments: Ids },
): Promise<Ids> {
  const ids: Ids = new Map();
  const decimalsOf = new Map(content.indicators.map((indicator) => [indicator.id, indicator.decimals]));
  for (const [position, measure] of content.measures.entries()) {
    const { key, nature, scope, opening } = measure;
    const decimals = decimalsOf.get(measure.indicator) ?? 0;
    const answer = transaction.all(measureInsertion, {
      planId,
      subjectId: idOf(subjects, measure.subject),
      key,
      indicatorId: idOf(indicators, measure.indicator),
      nature,
      scopeKind: scope?.kind ?? null,
      scopeKey: scope?.id ?? null,
      scopeNameZh: scope?.name.zh ?? null,
      scopeNameEn: scope?.name.en ?? null,
      openingMonth: opening?.month ?? null,
      openingAmount: opening === null ? null : scaled(opening.value, decimals),
      openingImpliedZh: opening?.implied?.zh ?? null,
      openingImpliedEn: opening?.implied?.en ?? null,
      reportingDepartmentId: idOf(departments, measure.reporting),
      position,
    });
    ids.set(key, await insertedId(answer));
  }
  return ids;
}

async function insertTargets(
  transaction: Transaction,
  content: PlanContent,
  planId: number,
  measures: Ids,
  { revision, actor, knownAt }: PlanEntry,
): Promise<void> {
  const ids: Ids = new Map();
  for (const [position, target] of content.targets.entries()) {
    const row = targetRow(target, { planId, measureId: idOf(measures, target.measure), position });
    const targetId = await insertedId(transaction.all(targetInsertion, row));
    ids.set(target.key, targetId);
    await insertTargetRevision(transaction, {
      targetId,
      from: target.origin,
      value: target.value,
      stretch: target.stretch,
      reason: null,
      document: content.documentNumber,
      knownAt,
      revision,
      actor,
    });
  }
  for (const { key, madeOf } of content.targets) {
    for (const [position, part] of (madeOf?.parts ?? []).entries()) {
      await transaction.all(partInsertion, { targetId: idOf(ids, key), partId: idOf(ids, part), position });
    }
  }
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
