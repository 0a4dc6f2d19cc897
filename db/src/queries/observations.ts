import { and, asc, desc, eq, lte } from "drizzle-orm";
import { inserting, type NewRow, reading, type Scope } from "../statement.ts";
import type { Reader, Transaction } from "../store.ts";
import { StoreProblem } from "../store-problem.ts";
import { endOfTime, lastMonth } from "../texts.ts";
import type { Basis } from "../vocabulary.ts";

/** The value that stands for a measure and month; quantities are scaled by the indicator's decimals, null where unknown. */
export type StandingValue = {
  id: number;
  month: string;
  entries: number | null;
  exits: number | null;
  stock: number | null;
  amount: number | null;
  /** True when it stands by a correction (更正). */
  isCorrected: boolean;
};

/** One accepted value with who gave it and when; `isSuperseded` when a correction stands in its place. */
export type RecordedValue = NewRow<"observations"> & { id: number; isSuperseded: boolean };

const standingRows = reading(
  ({ select, t, p }: Scope<{ planId: number; basis: Basis; until: string; asKnownOn: string }>) =>
    select({
      measureId: t.observations.measureId,
      id: t.observations.id,
      month: t.observations.month,
      entries: t.observations.entries,
      exits: t.observations.exits,
      stock: t.observations.stock,
      amount: t.observations.amount,
      correctsId: t.observations.correctsId,
    })
      .from(t.measures)
      .innerJoin(
        t.observations,
        and(
          eq(t.observations.measureId, t.measures.id),
          eq(t.observations.basis, p.basis),
          lte(t.observations.month, p.until),
        ),
      )
      .where(and(eq(t.measures.planId, p.planId), lte(t.observations.knownAt, p.asKnownOn))),
);

const recordedRows = reading(({ select, t, p }: Scope<{ measureId: number; basis: Basis; asKnownOn: string }>) => {
  const { id, measureId, month, basis, entries, exits, stock, amount, doneOn, submissionId } = t.observations;
  const { reportedBy, reportedAt, acceptedBy, knownAt, revision, correctsId, reason, note } = t.observations;
  const value = { id, measureId, month, basis, entries, exits, stock, amount, doneOn, submissionId };
  return select({ ...value, reportedBy, reportedAt, acceptedBy, knownAt, revision, correctsId, reason, note })
    .from(t.observations)
    .where(and(eq(measureId, p.measureId), eq(basis, p.basis), lte(knownAt, p.asKnownOn)))
    .orderBy(asc(month), asc(id));
});

const standingId = reading(({ select, t, p }: Scope<{ measureId: number; basis: Basis; month: string }>) =>
  select({ id: t.observations.id })
    .from(t.observations)
    .where(
      and(
        eq(t.observations.measureId, p.measureId),
        eq(t.observations.basis, p.basis),
        eq(t.observations.month, p.month),
      ),
    )
    .orderBy(desc(t.observations.id))
    .limit(1),
);

const insertion = inserting("observations");

/**
 * What stands of a plan's measures on one basis: measure id → values, months ascending, one a month. `until` leaves out
 * later months; `asKnownOn` (ISO UTC instant) answers what was accepted by then, later corrections not yet made.
 * Measures without a value are not in the map.
 */
export async function findObservations(
  reader: Reader,
  question: { planId: number; basis: Basis; until?: string; asKnownOn?: string },
): Promise<Map<number, StandingValue[]>> {
  const { planId, basis, until = lastMonth, asKnownOn = endOfTime } = question;
  const rows = await reader.all(standingRows, { planId, basis, until, asKnownOn });
  const byMeasure = new Map<number, StandingValue[]>();
  for (const { measureId, id, month, entries, exits, stock, amount, correctsId } of rows) {
    const value = { id, month, entries, exits, stock, amount, isCorrected: correctsId !== null };
    const values = byMeasure.get(measureId);
    if (values === undefined) byMeasure.set(measureId, [value]);
    else stand(values, value);
  }
  return byMeasure;
}

/** Puts a value in its month's place. Rows come by month from the index; an engine that answers otherwise costs a search. */
function stand(values: StandingValue[], value: StandingValue): void {
  let place = values.length;
  while (place > 0 && (values[place - 1]?.month ?? "") > value.month) place -= 1;
  const before = values[place - 1];
  if (before?.month !== value.month) values.splice(place, 0, value);
  else if (before.id < value.id) values[place - 1] = value;
}

/** Everything that was ever accepted of one measure, months ascending, within a month in the order of acceptance. */
export async function findRecordedValues(
  reader: Reader,
  question: { measureId: number; basis: Basis; asKnownOn?: string },
): Promise<RecordedValue[]> {
  const rows = await reader.all(recordedRows, { ...question, asKnownOn: question.asKnownOn ?? endOfTime });
  const superseded = new Set(rows.map((row) => row.correctsId));
  return rows.map((row) => ({ ...row, isSuperseded: superseded.has(row.id) }));
}

/**
 * Appends an accepted value and answers its id. Where a value stands already, `correctsId` must be its id, and null
 * where none does: else `correction-mismatch`.
 */
export async function insertObservation(
  transaction: Transaction,
  observation: NewRow<"observations">,
): Promise<number> {
  const { measureId, basis, month, correctsId } = observation;
  const [standing] = await transaction.all(standingId, { measureId, basis, month });
  if ((standing?.id ?? null) !== correctsId) {
    throw new StoreProblem("correction-mismatch", `measure ${measureId}, ${month}, ${basis}`);
  }
  const [row] = await transaction.all(insertion, observation);
  if (row === undefined) throw new Error("an insertion answered no row");
  return row.id;
}
