import { asc, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import { wholeOf } from "../rows.ts";
import type { Text } from "../schema/column-makers.ts";
import { type RowOf, reading, type Scope } from "../statement.ts";
import type { Reader } from "../store.ts";
import { textOf } from "../texts.ts";
import type { Frequency, JurisdictionKind, MarketEntityWord } from "../vocabulary.ts";

/** The facts of a policy document; `id` is the store's own, `key` what people write. */
export type PlanFacts = {
  id: number;
  key: string;
  title: Text;
  documentNumber: string | null;
  issuer: { key: string; name: Text };
  /** Its place, and the one that this lies in; the nation lies in none. */
  jurisdiction: { code: string; name: Text; kind: JurisdictionKind; parent: { code: string; name: Text } | null };
  marketEntityWord: MarketEntityWord;
  issuedOn: string;
  publishedOn: string | null;
  effectiveFrom: string | null;
  expiresOn: string | null;
  calendar: { frequency: Frequency; firstPeriod: string; dueDay: number; reason: Text | null };
  /** SHA-256 of the content that was loaded. */
  contentHash: string;
};

const factsOf = ({ select, t }: Pick<Scope<unknown>, "select" | "t">) => {
  const parents = alias(t.jurisdictions, "parents");
  return select({
    id: t.plans.id,
    key: t.plans.key,
    titleZh: t.plans.titleZh,
    titleEn: t.plans.titleEn,
    documentNumber: t.plans.documentNumber,
    issuerKey: t.departments.key,
    issuerZh: t.departments.nameZh,
    issuerEn: t.departments.nameEn,
    code: t.jurisdictions.code,
    placeZh: t.jurisdictions.nameZh,
    placeEn: t.jurisdictions.nameEn,
    placeKind: t.jurisdictions.kind,
    parentCode: parents.code,
    parentZh: parents.nameZh,
    parentEn: parents.nameEn,
    marketEntityWord: t.plans.marketEntityWord,
    issuedOn: t.plans.issuedOn,
    publishedOn: t.plans.publishedOn,
    effectiveFrom: t.plans.effectiveFrom,
    expiresOn: t.plans.expiresOn,
    frequency: t.plans.frequency,
    firstPeriod: t.plans.firstPeriod,
    dueDay: t.plans.dueDay,
    reasonZh: t.plans.calendarReasonZh,
    reasonEn: t.plans.calendarReasonEn,
    contentHash: t.plans.contentHash,
  })
    .from(t.plans)
    .innerJoin(t.departments, eq(t.departments.id, t.plans.issuerId))
    .innerJoin(t.jurisdictions, eq(t.jurisdictions.id, t.plans.jurisdictionId))
    .leftJoin(parents, eq(parents.id, t.jurisdictions.parentId));
};

const planRows = reading((scope) => factsOf(scope).orderBy(asc(scope.t.plans.id)));

const planRow = reading((scope: Scope<{ key: string }>) => factsOf(scope).where(eq(scope.t.plans.key, scope.p.key)));

const planKey = reading(({ select, t, p }: Scope<{ id: number }>) =>
  select({ key: t.plans.key }).from(t.plans).where(eq(t.plans.id, p.id)),
);

const planId = reading(({ select, t, p }: Scope<{ key: string }>) =>
  select({ id: t.plans.id }).from(t.plans).where(eq(t.plans.key, p.key)),
);

/** All plans in the order in which they were loaded. */
export async function findPlans(reader: Reader): Promise<PlanFacts[]> {
  return (await reader.all(planRows, {})).map(planFacts);
}

/** One plan by key, null where there is none. */
export async function findPlan(reader: Reader, key: string): Promise<PlanFacts | null> {
  const [row] = await reader.all(planRow, { key });
  return row === undefined ? null : planFacts(row);
}

/** The key of a plan by the store's id, null where there is none. */
export async function findPlanKey(reader: Reader, id: number): Promise<string | null> {
  const [row] = await reader.all(planKey, { id });
  return row?.key ?? null;
}

function planFacts(row: RowOf<typeof planRows>): PlanFacts {
  return {
    id: row.id,
    key: row.key,
    title: { zh: row.titleZh, en: row.titleEn },
    documentNumber: row.documentNumber,
    issuer: { key: row.issuerKey, name: { zh: row.issuerZh, en: row.issuerEn } },
    jurisdiction: {
      code: row.code,
      name: { zh: row.placeZh, en: row.placeEn },
      kind: row.placeKind,
      parent: wholeOf({ code: row.parentCode, name: textOf(row.parentZh, row.parentEn) }),
    },
    marketEntityWord: row.marketEntityWord,
    issuedOn: row.issuedOn,
    publishedOn: row.publishedOn,
    effectiveFrom: row.effectiveFrom,
    expiresOn: row.expiresOn,
    calendar: {
      frequency: row.frequency,
      firstPeriod: row.firstPeriod,
      dueDay: row.dueDay,
      reason: textOf(row.reasonZh, row.reasonEn),
    },
    contentHash: row.contentHash,
  };
}

/** The store's id of a plan, null when there is none of that key. */
export async function findPlanId(reader: Reader, key: string): Promise<number | null> {
  const [row] = await reader.all(planId, { key });
  return row?.id ?? null;
}

const planVersion = reading(({ select, t, p }: Scope<{ key: string }>) => {
  const newestEdit = sql`select max(${t.planEdits.revision}) from ${t.planEdits} where ${t.planEdits.planId} = ${t.plans.id}`;
  return select({
    contentHash: t.plans.contentHash,
    revision: sql<number>`coalesce(max(${t.targetRevisions.revision}), 0)`.mapWith(Number),
    edit: sql<number>`coalesce((${newestEdit}), 0)`.mapWith(Number),
  })
    .from(t.plans)
    .leftJoin(t.targets, eq(t.targets.planId, t.plans.id))
    .leftJoin(t.targetRevisions, eq(t.targetRevisions.targetId, t.targets.id))
    .where(eq(t.plans.key, p.key))
    .groupBy(t.plans.id);
});

/** A text that changes exactly when what a plan says changes, its targets' values included; null without such a plan. */
export async function findPlanVersion(reader: Reader, key: string): Promise<string | null> {
  const [row] = await reader.all(planVersion, { key });
  return row === undefined ? null : `${row.contentHash} ${row.revision} ${row.edit}`;
}
