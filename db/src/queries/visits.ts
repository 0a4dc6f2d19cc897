import { desc, eq, sql } from "drizzle-orm";
import { firstRow } from "../rows.ts";
import { type RowOf, reading, type Scope, writing } from "../statement.ts";
import type { Reader, Transaction } from "../store.ts";

type OfAccount = { accountId: number };

const visitRow = reading(({ select, t, p }: Scope<OfAccount>) => {
  const { begunAt, auditRow, previousAt, previousRow } = t.visits;
  return select({ begunAt, auditRow, previousAt, previousRow })
    .from(t.visits)
    .where(eq(t.visits.accountId, p.accountId));
});

const lastAuditRow = reading(({ select, t }) =>
  select({ id: t.auditRows.id }).from(t.auditRows).orderBy(desc(t.auditRows.id)).limit(1),
);

const visitBeginning = writing(({ build, t, p }: Scope<OfAccount & { begunAt: string; auditRow: number }>) => {
  const { accountId, begunAt, auditRow } = t.visits;
  return build
    .insert(t.visits)
    .values({ accountId: p.accountId, begunAt: p.begunAt, auditRow: p.auditRow, previousAt: null, previousRow: null })
    .onConflictDoUpdate({
      target: accountId,
      set: {
        previousAt: sql`${begunAt}`,
        previousRow: sql`${auditRow}`,
        begunAt: sql`excluded.begun_at`,
        auditRow: sql`excluded.audit_row`,
      },
    });
});

/** The last two visits of somebody; the one before the last is null until there are two. */
export type RecordedVisits = RowOf<typeof visitRow>;

/** When somebody was here last, null for who never was. */
export async function findVisits(reader: Reader, accountId: number): Promise<RecordedVisits | null> {
  return firstRow(reader.all(visitRow, { accountId }));
}

/** Begins a visit: what the last one was becomes the one before. */
export async function updateVisits(transaction: Transaction, visit: OfAccount & { begunAt: string }): Promise<void> {
  const [last] = await transaction.all(lastAuditRow, {});
  await transaction.all(visitBeginning, { ...visit, auditRow: last?.id ?? 0 });
}
