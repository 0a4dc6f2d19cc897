import { and, asc, between, count, countDistinct, eq, sql } from "drizzle-orm";
import { onlyRow } from "../rows.ts";
import type { Text } from "../schema/column-makers.ts";
import { type NewRow, reading, type Scope, writing } from "../statement.ts";
import type { Reader, Transaction } from "../store.ts";
import { textOf } from "../texts.ts";
import type { Basis, Light, Reading } from "../vocabulary.ts";

/** How a headline target stands in a month, as derived: `row` is JSON. */
export type HeadlineRow = NewRow<"headlineRows">;

type Asked = { indicator: string; reading: Reading; horizon: string; basis: Basis; month: string };

const isAsked = ({ headlineRows }: Scope<object>["t"], p: Scope<Omit<Asked, "month">>["p"]) => {
  const { indicator, reading: read, horizon, basis } = headlineRows;
  return and(eq(indicator, p.indicator), eq(read, p.reading), eq(horizon, p.horizon), eq(basis, p.basis));
};

const askedRows = reading(({ select, t, p }: Scope<Asked>) => {
  const { targetId, row, month } = t.headlineRows;
  return select({ targetId, row })
    .from(t.headlineRows)
    .where(and(isAsked(t, p), eq(month, p.month)))
    .orderBy(asc(targetId));
});

const joinedRows = reading(({ build, select, bytesOf, t, p }: Scope<Asked>) => {
  const { targetId, row, month } = t.headlineRows;
  const inOrder = build
    .select({ row })
    .from(t.headlineRows)
    .where(and(isAsked(t, p), eq(month, p.month)))
    .orderBy(asc(targetId))
    .as("in_order");
  return select({ count: count(), rows: bytesOf(sql`coalesce(string_agg(${inOrder.row}, ','), '')`) }).from(inOrder);
});

const lightsOfMonth = reading(({ select, memberOf, t, p }: Scope<Asked>) => {
  const { targetId, row, month } = t.headlineRows;
  return select({ targetId, light: memberOf(row, "light"), corrected: memberOf(row, "isCorrected") })
    .from(t.headlineRows)
    .where(and(isAsked(t, p), eq(month, p.month)));
});

const ofTarget = reading(({ select, t, p }: Scope<Omit<Asked, "month"> & { targetId: number }>) => {
  const { targetId, row, month } = t.headlineRows;
  return select({ month, row })
    .from(t.headlineRows)
    .where(and(isAsked(t, p), eq(targetId, p.targetId)))
    .orderBy(asc(month));
});

const oneRow = reading(({ select, t, p }: Scope<Asked & { targetId: number }>) => {
  const { targetId, row, month } = t.headlineRows;
  return select({ row })
    .from(t.headlineRows)
    .where(and(isAsked(t, p), eq(month, p.month), eq(targetId, p.targetId)));
});

/** Plans by the store's ids, from the first to the last of a portion. */
type Portion = { firstPlan: number; lastPlan: number };

const headlineTargets = reading(({ select, t, p }: Scope<Omit<Asked, "month" | "basis"> & Portion>) => {
  const { id: targetId, key, origin } = t.targets;
  const { unitZh, unitEn } = t.indicators;
  const { scopeNameZh, scopeNameEn } = t.measures;
  const said = { unitZh, unitEn, scopeNameZh, scopeNameEn };
  return select({ targetId, plan: t.plans.key, key, origin, from: t.planEdits.fromMonth, ...said })
    .from(t.subjects)
    .innerJoin(t.measures, eq(t.measures.subjectId, t.subjects.id))
    .innerJoin(t.indicators, and(eq(t.indicators.id, t.measures.indicatorId), eq(t.indicators.key, p.indicator)))
    .innerJoin(
      t.targets,
      and(eq(t.targets.measureId, t.measures.id), eq(t.targets.reading, p.reading), eq(t.targets.horizon, p.horizon)),
    )
    .innerJoin(t.plans, eq(t.plans.id, t.subjects.planId))
    .leftJoin(t.planEdits, eq(t.planEdits.id, t.measures.editId))
    .where(and(eq(t.subjects.kind, "headline"), between(t.subjects.planId, p.firstPlan, p.lastPlan)))
    .orderBy(asc(t.targets.id));
});

const lastPlan = reading(({ select, t }) =>
  select({ id: sql<number>`coalesce(max(${t.plans.id}), 0)`.mapWith(Number) }).from(t.plans),
);

const headlineKinds = reading(({ select, t }) => {
  const { key, nameZh, nameEn, unitZh, unitEn, definitionZh, definitionEn } = t.indicators;
  const said = { nameZh, nameEn, unitZh, unitEn, definitionZh, definitionEn };
  return select({
    indicator: key,
    reading: t.targets.reading,
    horizon: t.targets.horizon,
    plans: countDistinct(t.subjects.planId),
    firstOrigin: sql<string>`min(${t.targets.origin})`,
    ...said,
  })
    .from(t.subjects)
    .innerJoin(t.measures, eq(t.measures.subjectId, t.subjects.id))
    .innerJoin(t.indicators, eq(t.indicators.id, t.measures.indicatorId))
    .innerJoin(t.targets, eq(t.targets.measureId, t.measures.id))
    .where(eq(t.subjects.kind, "headline"))
    .groupBy(t.indicators.key, t.targets.reading, t.targets.horizon, ...Object.values(said))
    .orderBy(asc(t.indicators.key), asc(t.targets.reading), asc(t.targets.horizon));
});

const replacement = writing(({ build, t, p }: Scope<HeadlineRow>) => {
  const { indicator, reading: read, horizon, basis, month, targetId } = t.headlineRows;
  return build
    .insert(t.headlineRows)
    .values({
      indicator: p.indicator,
      reading: p.reading,
      horizon: p.horizon,
      basis: p.basis,
      month: p.month,
      targetId: p.targetId,
      row: p.row,
    })
    .onConflictDoUpdate({
      target: [indicator, read, horizon, basis, month, targetId],
      set: { row: sql`excluded.row` },
    });
});

/** The derived rows of one question, ascending by target. */
export async function findHeadlineRows(reader: Reader, asked: Asked): Promise<{ targetId: number; row: string }[]> {
  return reader.all(askedRows, asked);
}

/** The derived rows of one question as they are sent, ascending by target: JSON in UTF-8 with commas between, and how many. */
export async function findHeadlineRowsJoined(reader: Reader, asked: Asked): Promise<{ count: number; rows: Buffer }> {
  return onlyRow(reader.all(joinedRows, asked));
}

/** The light of a month, null where there is none, and whether a correction stands in its figures. */
export type HeadlineLight = { light: Light | null; isCorrected: boolean };

/** The lights of one question in a month by the store's id of the target. */
export async function findHeadlineLights(reader: Reader, asked: Asked): Promise<Map<number, HeadlineLight>> {
  const rows = await reader.all(lightsOfMonth, asked);
  // What a row holds was written by the server's own words of lights, from the same list.
  return new Map(
    rows.map(({ targetId, light, corrected }) => [
      targetId,
      // The member is there only where it is so; what each dialect makes of true is nobody's matter.
      { light: light as Light | null, isCorrected: corrected !== null },
    ]),
  );
}

/** All derived rows of a target on a basis, months ascending. */
export async function findHeadlineRowsOfTarget(
  reader: Reader,
  target: Omit<Asked, "month"> & { targetId: number },
): Promise<{ month: string; row: string }[]> {
  return reader.all(ofTarget, target);
}

/** The derived row of one target in a month, null while there is none. */
export async function findHeadlineRow(reader: Reader, place: Asked & { targetId: number }): Promise<string | null> {
  const [row] = await reader.all(oneRow, place);
  return row?.row ?? null;
}

/** A headline target of a plan; months after `origin` have rows, of one that was added those not before `from`. */
export type HeadlineTarget = {
  targetId: number;
  plan: string;
  key: string;
  origin: string;
  from: string | null;
  unit: Text;
  /** The part of the place that it is about, null for the whole. */
  scope: Text | null;
};

/** The store's id of the newest plan, 0 without one. */
export async function findLastPlanId(reader: Reader): Promise<number> {
  return (await onlyRow(reader.all(lastPlan, {}))).id;
}

/** The headline targets that a question is about, of a portion of the plans, ascending by id. */
export async function findHeadlineTargets(
  reader: Reader,
  asked: Omit<Asked, "month" | "basis"> & Portion,
): Promise<HeadlineTarget[]> {
  const rows = await reader.all(headlineTargets, asked);
  return rows.map(({ unitZh, unitEn, scopeNameZh, scopeNameEn, ...row }) => ({
    ...row,
    unit: { zh: unitZh, en: unitEn },
    scope: textOf(scopeNameZh, scopeNameEn),
  }));
}

/** What can be asked about the headlines of all plans, with how many plans have it and the earliest month of counting from. */
export type HeadlineKind = {
  indicator: string;
  reading: Reading;
  horizon: string;
  plans: number;
  firstOrigin: string;
  name: Text;
  unit: Text;
  /** What is counted, null where the plans say no more than its name. */
  definition: Text | null;
};

/** The kinds of headline targets of all plans, by indicator, reading and horizon. */
export async function findHeadlineKinds(reader: Reader): Promise<HeadlineKind[]> {
  const rows = await reader.all(headlineKinds, {});
  return rows.map(({ nameZh, nameEn, unitZh, unitEn, definitionZh, definitionEn, ...kind }) => ({
    ...kind,
    name: { zh: nameZh, en: nameEn },
    unit: { zh: unitZh, en: unitEn },
    definition: textOf(definitionZh, definitionEn),
  }));
}

/** Puts a derived row in the place of the former one, if any. */
export async function updateHeadlineRow(transaction: Transaction, row: HeadlineRow): Promise<void> {
  await transaction.all(replacement, row);
}
