import { insertedId } from "../rows.ts";
import { inserting } from "../statement.ts";
import type { Transaction } from "../store.ts";
import { insertEntryCalendar, insertLightRule } from "./judging.ts";
import type { PlanContent } from "./plan-content.ts";
import { insertMeasure, insertSubject, insertTarget, insertTargetPart } from "./plan-rows.ts";
import { definedIn, type Ids, insertDepartments, insertIndicators, insertPlaces } from "./shared-definitions.ts";

const planInsertion = inserting("plans");
const planDepartmentInsertion = inserting("planDepartments");
const aliasInsertion = inserting("departmentAliases");
const incentiveInsertion = inserting("incentives");

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
  const planId = await insertFacts(transaction, content, entry, definedIn(departments, content.issuer), places);
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
    jurisdictionId: definedIn(places, content.jurisdiction),
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
    const departmentId = definedIn(ids, id);
    await transaction.all(planDepartmentInsertion, { planId, departmentId, position, editId: null });
    for (const alias of aliases) await transaction.all(aliasInsertion, { planId, departmentId, alias, editId: null });
  }
}

async function insertRules(transaction: Transaction, content: PlanContent, planId: number): Promise<void> {
  const place = { planId, editId: null };
  for (const rule of content.lightRules) await insertLightRule(transaction, place, rule);
  if (content.entryCalendar !== null) {
    const calendar = { from: null, monthlyPercent: content.entryCalendar, yearWeights: null };
    await insertEntryCalendar(transaction, place, calendar);
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
    const place = { planId, position, editId: null };
    ids.set(subject.id, await insertSubject(transaction, subject, place, departments));
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
    const place = { planId, position, editId: null };
    const references = {
      subjectId: definedIn(subjects, measure.subject),
      indicatorId: definedIn(indicators, measure.indicator),
      reportingDepartmentId: definedIn(departments, measure.reporting),
      decimals: definedIn(decimalsOf, measure.indicator),
    };
    ids.set(measure.key, await insertMeasure(transaction, measure, place, references));
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
  const entry = { document: content.documentNumber, revision, actor, knownAt };
  for (const [position, target] of content.targets.entries()) {
    const place = { planId, measureId: definedIn(measures, target.measure), position };
    ids.set(target.key, await insertTarget(transaction, target, place, entry));
  }
  for (const { key, madeOf } of content.targets) {
    for (const [position, part] of (madeOf?.parts ?? []).entries()) {
      await insertTargetPart(transaction, { targetId: definedIn(ids, key), partId: definedIn(ids, part), position });
    }
  }
}
