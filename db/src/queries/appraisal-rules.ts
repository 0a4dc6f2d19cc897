/** How a plan's units are appraised (季考评): the rules that the office set, by the month from which each holds. */
import { and, asc, eq } from "drizzle-orm";
import { insertedId } from "../rows.ts";
import { inserting, reading, type Scope } from "../statement.ts";
import type { Reader, Transaction } from "../store.ts";
import type { AppraisalMethod } from "../vocabulary.ts";
import { isKnown } from "./plan-additions.ts";
import { type Decimal, decimalOf } from "./plan-content.ts";
import type { PlanKnowledge } from "./plan-targets.ts";
import { definedIn, idsByKey } from "./shared-definitions.ts";

/** How one indicator becomes points; marks are hundredths of a point, and what its method has no use for is null. */
export type BookAppraisedIndicator = {
  /** Key of the indicator. */
  indicator: string;
  method: AppraisalMethod;
  fullMarks: number;
  base: Decimal | null;
  capPercent: number | null;
  stepMarks: number | null;
};

/** A rule of appraisal with who set it, when and why; indicators and units by key, each in its order. */
export type BookAppraisalRule = {
  from: string;
  /** Key of the subject whose measures are appraised. */
  subject: string;
  indicators: BookAppraisedIndicator[];
  units: string[];
  reason: string;
  document: string | null;
  knownAt: string;
  /** The ledger's. */
  revision: number;
  actor: string;
};

type OfPlan = { planId: number } & PlanKnowledge;

const ruleRows = reading(({ select, t, p }: Scope<OfPlan>) => {
  const { id, planId, subjectId, fromMonth, editId } = t.appraisalRules;
  const { reason, document, knownAt, revision, actor } = t.planEdits;
  return select({ id, subject: t.subjects.key, from: fromMonth, reason, document, knownAt, revision, actor })
    .from(t.appraisalRules)
    .innerJoin(t.subjects, eq(t.subjects.id, subjectId))
    .innerJoin(t.planEdits, eq(t.planEdits.id, editId))
    .where(and(eq(planId, p.planId), isKnown(t, editId, p)))
    .orderBy(asc(fromMonth), asc(id));
});

const indicatorRows = reading(({ select, t, p }: Scope<{ planId: number }>) => {
  const { ruleId, method, fullMarks, baseDigits, baseDecimals, capPercent, stepMarks, position } =
    t.appraisedIndicators;
  const said = { method, fullMarks, baseDigits, baseDecimals, capPercent, stepMarks };
  return select({ ruleId, indicator: t.indicators.key, ...said })
    .from(t.appraisedIndicators)
    .innerJoin(t.appraisalRules, eq(t.appraisalRules.id, ruleId))
    .innerJoin(t.indicators, eq(t.indicators.id, t.appraisedIndicators.indicatorId))
    .where(eq(t.appraisalRules.planId, p.planId))
    .orderBy(asc(ruleId), asc(position));
});

const unitRows = reading(({ select, t, p }: Scope<{ planId: number }>) => {
  const { ruleId, departmentId, position } = t.appraisedUnits;
  return select({ ruleId, unit: t.departments.key })
    .from(t.appraisedUnits)
    .innerJoin(t.appraisalRules, eq(t.appraisalRules.id, ruleId))
    .innerJoin(t.departments, eq(t.departments.id, departmentId))
    .where(eq(t.appraisalRules.planId, p.planId))
    .orderBy(asc(ruleId), asc(position));
});

/** A plan's known rules of appraisal, ascending by month; of several from one month the last entered comes last and holds. */
export async function findAppraisalRules(reader: Reader, given: OfPlan): Promise<BookAppraisalRule[]> {
  const rules = await reader.all(ruleRows, given);
  if (rules.length === 0) return [];
  const { planId } = given;
  const indicators = await reader.all(indicatorRows, { planId });
  const units = await reader.all(unitRows, { planId });
  return rules.map(({ id, ...rule }) => ({
    ...rule,
    indicators: indicators
      .filter(({ ruleId }) => ruleId === id)
      .map(({ indicator, method, fullMarks, baseDigits, baseDecimals, capPercent, stepMarks }) => ({
        ...{ indicator, method, fullMarks, capPercent, stepMarks },
        base: decimalOf(baseDigits, baseDecimals),
      })),
    units: units.filter(({ ruleId }) => ruleId === id).map(({ unit }) => unit),
  }));
}

const ruleInsertion = inserting("appraisalRules");
const indicatorInsertion = inserting("appraisedIndicators");
const unitInsertion = inserting("appraisedUnits");
const indicatorIds = reading(({ select, t }) =>
  select({ id: t.indicators.id, key: t.indicators.key }).from(t.indicators),
);
const unitIds = reading(({ select, t, p }: Scope<{ planId: number }>) =>
  select({ id: t.departments.id, key: t.departments.key })
    .from(t.planDepartments)
    .innerJoin(t.departments, eq(t.departments.id, t.planDepartments.departmentId))
    .where(eq(t.planDepartments.planId, p.planId)),
);

/** Appends a rule of appraisal; its indicators and units must be stored. Earlier rules stay, and hold for the months before. */
export async function insertAppraisalRule(
  transaction: Transaction,
  { planId, subjectId, editId }: { planId: number; subjectId: number; editId: number },
  rule: Pick<BookAppraisalRule, "from" | "indicators" | "units">,
): Promise<void> {
  const ruleId = await insertedId(transaction.all(ruleInsertion, { planId, subjectId, fromMonth: rule.from, editId }));
  const indicators = idsByKey(await transaction.all(indicatorIds, {}));
  for (const [position, { indicator, base, ...said }] of rule.indicators.entries()) {
    const [baseDigits, baseDecimals] = [base?.digits ?? null, base?.decimals ?? null];
    const indicatorId = definedIn(indicators, indicator);
    await transaction.all(indicatorInsertion, { ruleId, indicatorId, ...said, baseDigits, baseDecimals, position });
  }
  const units = idsByKey(await transaction.all(unitIds, { planId }));
  for (const [position, unit] of rule.units.entries()) {
    await transaction.all(unitInsertion, { ruleId, departmentId: definedIn(units, unit), position });
  }
}
