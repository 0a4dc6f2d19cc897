import { and, asc, between, count, eq, max, sql } from "drizzle-orm";
import type { Text } from "../schema/column-makers.ts";
import { type NewRow, reading, type Scope, writing } from "../statement.ts";
import type { Reader, Transaction } from "../store.ts";
import type { Basis, Reading } from "../vocabulary.ts";

/** How a headline target stands in a month, as derived: `row` is JSON. */
export type HeadlineRow = NewRow<"headlineRows">;

type Asked = { indicator: string; reading: Reading; horizon: string; basis: Basis; month: string };

const askedRows = reading(({ select, t, p }: Scope<Asked>) => {
  const { targetId, row, indicator, reading: read, horizon, basis, month } = t.headlineRows;
  const fits = [eq(indicator, p.indicator), eq(read, p.reading), eq(horizon, p.horizon), eq(basis, p.basis)];
  return select({ targetId, row })
    .from(t.headlineRows)
    .where(and(...fits, eq(month, p.month)))
    .orderBy(asc(targetId));
});

const joinedRows = reading(({ build, select, bytesOf, t, p }: Scope<Asked>) => {
  const { targetId, row, indicator, reading: read, horizon, basis, month } = t.headlineRows;
  const fits = [eq(indicator, p.indicator), eq(read, p.reading), eq(horizon, p.horizon), eq(basis, p.basis)];
  const inOrder = build
    .select({ row })
    .from(t.headlineRows)
    .where(and(...fits, eq(month, p.month)))
    .orderBy(asc(targetId))
    .as("in_order");
  return select({ count: count(), rows: bytesOf(sql`string_agg(${inOrder.row}, ',')`) }).from(inOrder);
});

const ofTarget = reading(({ select, t, p }: Scope<Omit<Asked, "month"> & { targetId: number }>) => {
  const { targetId, row, indicator, reading: read, horizon, basis, month } = t.headlineRows;
  const fits = [eq(indicator, p.indicator), eq(read, p.reading), eq(horizon, p.horizon), eq(basis, p.basis)];
  return select({ month, row })
    .from(t.headlineRows)
    .where(and(...fits, eq(targetId, p.targetId)))
    .orderBy(asc(month));
});

const oneRow = reading(({ select, t, p }: Scope<Asked & { targetId: number }>) => {
  const { targetId, row, indicator, reading: read, horizon, basis, month } = t.headlineRows;
  const fits = [eq(indicator, p.indicator), eq(read, p.reading), eq(horizon, p.horizon), eq(basis, p.basis)];
  return select({ row })
    .from(t.headlineRows)
    .where(and(...fits, eq(month, p.month), eq(targetId, p.targetId)));
});

/** Plans by the store's ids, from the first to the last of a portion. */
type Portion = { firstPlan: number; lastPlan: number };

const headlineTargets = reading(({ select, t, p }: Scope<Omit<Asked, "month" | "basis"> & Portion>) => {
  const { id: targetId, key, origin } = t.targets;
  const { unitZh, unitEn } = t.indicators;
  return select({ targetId, plan: t.plans.key, key, origin, from: t.planEdits.fromMonth, unitZh, unitEn })
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

const lastPlan = reading(({ select, t }) => select({ id: max(t.plans.id) }).from(t.plans));

const headlineKinds = reading(({ select, t }) =>
  select({ indicator: t.indicators.key, reading: t.targets.reading, horizon: t.targets.horizon })
    .from(t.subjects)
    .innerJoin(t.measures, eq(t.measures.subjectId, t.subjects.id))
    .innerJoin(t.indicators, eq(t.indicators.id, t.measures.indicatorId))
    .innerJoin(t.targets, eq(t.targets.measureId, t.measures.id))
    .where(eq(t.subjects.kind, "headline"))
    .groupBy(t.indicators.key, t.targets.reading, t.targets.horizon)
    .orderBy(asc(t.indicators.key), asc(t.targets.reading), asc(t.targets.horizon)),
);

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
  const [joined] = await reader.all(joinedRows, asked);
  return { count: joined?.count ?? 0, rows: joined?.rows ?? Buffer.alloc(0) };
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
};

/** The store's id of the newest plan, 0 without one. */
export async function findLastPlanId(reader: Reader): Promise<number> {
  const [newest] = await reader.all(lastPlan, {});
  return newest?.id ?? 0;
}

/** The headline targets that a question is about, of a portion of the plans, ascending by id. */
export async function findHeadlineTargets(
  reader: Reader,
  asked: Omit<Asked, "month" | "basis"> & Portion,
): Promise<HeadlineTarget[]> {
  const rows = await reader.all(headlineTargets, asked);
  return rows.map(({ unitZh, unitEn, ...row }) => ({ ...row, unit: { zh: unitZh, en: unitEn } }));
}

/** What can be asked about the headlines of all plans. */
export async function findHeadlineKinds(
  reader: Reader,
): Promise<{ indicator: string; reading: Reading; horizon: string }[]> {
  return reader.all(headlineKinds, {});
}

/** Puts a derived row in the place of the former one, if any. */
export async function updateHeadlineRow(transaction: Transaction, row: HeadlineRow): Promise<void> {
  await transaction.all(replacement, row);
}
