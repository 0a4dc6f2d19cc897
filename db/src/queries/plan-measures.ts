import { and, asc, eq } from "drizzle-orm";
import { wholeOf } from "../rows.ts";
import type { Text } from "../schema/column-makers.ts";
import { type RowOf, reading, type Scope } from "../statement.ts";
import type { Reader } from "../store.ts";
import { textOf } from "../texts.ts";
import type { Nature, ScopeKind } from "../vocabulary.ts";
import { additionColumns, additionOf, type BookAddition, isKnown } from "./plan-additions.ts";
import type { PlanKnowledge } from "./plan-targets.ts";

/** A measure with its indicator; `id` is what observations are found under. */
export type BookMeasure = {
  id: number;
  key: string;
  /** Key of the subject. */
  subject: string;
  nature: Nature;
  indicator: BookIndicator;
  scope: { kind: ScopeKind; key: string; name: Text } | null;
  /** Scaled by the indicator's decimals. */
  opening: { month: string; amount: number; implied: Text | null } | null;
  /** Key of the department that fills in its figures. */
  reporting: string;
  /** How it came in later; null for what the document itself says. */
  addition: BookAddition | null;
};

/** An indicator. */
export type BookIndicator = {
  key: string;
  name: Text;
  unit: Text;
  decimals: number;
  isIndivisible: boolean;
  definition: Text | null;
};

const measureRows = reading(({ select, t, p }: Scope<{ planId: number } & PlanKnowledge>) => {
  const { id, key, nature, scopeKind, scopeKey, scopeNameZh, scopeNameEn, openingMonth, openingAmount } = t.measures;
  const { openingImpliedZh, openingImpliedEn } = t.measures;
  const { nameZh, nameEn, unitZh, unitEn, decimals, isIndivisible, definitionZh, definitionEn } = t.indicators;
  const opening = { openingMonth, openingAmount, openingImpliedZh, openingImpliedEn };
  const indicator = { nameZh, nameEn, unitZh, unitEn, decimals, isIndivisible, definitionZh, definitionEn };
  const keys = { key, subject: t.subjects.key, indicator: t.indicators.key, reporting: t.departments.key };
  return select({
    id,
    ...keys,
    nature,
    scopeKind,
    scopeKey,
    scopeNameZh,
    scopeNameEn,
    ...opening,
    ...indicator,
    ...additionColumns(t),
  })
    .from(t.measures)
    .innerJoin(t.subjects, eq(t.subjects.id, t.measures.subjectId))
    .innerJoin(t.indicators, eq(t.indicators.id, t.measures.indicatorId))
    .innerJoin(t.departments, eq(t.departments.id, t.measures.reportingDepartmentId))
    .leftJoin(t.planEdits, eq(t.planEdits.id, t.measures.editId))
    .where(and(eq(t.measures.planId, p.planId), isKnown(t, t.measures.editId, p)))
    .orderBy(asc(t.measures.position));
});

/** A plan's measures in its order, as far as they were known. */
export async function findPlanMeasures(
  reader: Reader,
  planId: number,
  knowledge: PlanKnowledge,
): Promise<BookMeasure[]> {
  const rows = await reader.all(measureRows, { planId, ...knowledge });
  return rows.map(bookMeasure);
}

function bookMeasure(row: RowOf<typeof measureRows>): BookMeasure {
  const { id, key, subject, nature } = row;
  const scopeName = textOf(row.scopeNameZh, row.scopeNameEn);
  const opening = wholeOf({ month: row.openingMonth, amount: row.openingAmount });
  return {
    id,
    key,
    subject,
    nature,
    indicator: {
      key: row.indicator,
      name: { zh: row.nameZh, en: row.nameEn },
      unit: { zh: row.unitZh, en: row.unitEn },
      decimals: row.decimals,
      isIndivisible: row.isIndivisible,
      definition: textOf(row.definitionZh, row.definitionEn),
    },
    scope: wholeOf({ kind: row.scopeKind, key: row.scopeKey, name: scopeName }),
    opening: opening && { ...opening, implied: textOf(row.openingImpliedZh, row.openingImpliedEn) },
    reporting: row.reporting,
    addition: additionOf(row),
  };
}
