import { and, asc, desc, eq, lte } from "drizzle-orm";
import { inserting, type NewRow, reading, type Scope } from "../statement.ts";
import type { Reader, Transaction } from "../store.ts";
import { StoreProblem } from "../store-problem.ts";
import { endOfTime, lastMonth, lastRevision } from "../texts.ts";
import type { Basis } from "../vocabulary.ts";

/** What an observation holds; scaled by the indicator's decimals, null where unknown. */
export type Quantities = {
  entries: number | null;
  exits: number | null;
  stock: number | null;
  amount: number | null;
};

/** The value that stands for a measure and month. */
export type StandingValue = Quantities & {
  month: string;
  /** 1 for the month's first value, one more for each correction. */
  number: number;
  /** True when it stands by a correction (更正). */
  isCorrected: boolean;
  /** What stood before the correction, null for a value that is none. */
  former: Quantities | null;
};

/** One accepted value with who gave it and when; `isSuperseded` when a correction stands in its place. */
export type RecordedValue = NewRow<"observations"> & { isSuperseded: boolean };

/** A value to append; `corrects` is the number of the value in whose place it stands, null for a month's first. */
export type NewObservation = Omit<NewRow<"observations">, "number"> & { corrects: number | null };

const standingRows = reading(
  ({ select, t, p }: Scope<{ planId: number; basis: Basis; until: string; asKnownOn: string; asOfRevision: number }>) =>
    select({
      measureId: t.observations.measureId,
      month: t.observations.month,
      number: t.observations.number,
      entries: t.observations.entries,
      exits: t.observations.exits,
      stock: t.observations.stock,
      amount: t.observations.amount,
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
      .where(
        and(
          eq(t.measures.planId, p.planId),
          lte(t.observations.knownAt, p.asKnownOn),
          lte(t.observations.revision, p.asOfRevision),
        ),
      ),
);

const recordedRows = reading(({ select, t, p }: Scope<{ measureId: number; basis: Basis; asKnownOn: string }>) => {
  const { measureId, month, basis, number, entries, exits, stock, amount, doneOn, submissionId } = t.observations;
  const { reportedBy, reportedAt, acceptedBy, knownAt, revision, reason, note } = t.observations;
  const value = { measureId, month, basis, number, entries, exits, stock, amount, doneOn, submissionId };
  return select({ ...value, reportedBy, reportedAt, acceptedBy, knownAt, revision, reason, note })
    .from(t.observations)
    .where(and(eq(measureId, p.measureId), eq(basis, p.basis), lte(knownAt, p.asKnownOn)))
    .orderBy(asc(month), asc(number));
});

const latestOfCell = reading(({ select, t, p }: Scope<{ measureId: number; basis: Basis; month: string }>) => {
  const { month, number, entries, exits, stock, amount } = t.observations;
  return select({ month, number, entries, exits, stock, amount })
    .from(t.observations)
    .where(
      and(
        eq(t.observations.measureId, p.measureId),
        eq(t.observations.basis, p.basis),
        eq(t.observations.month, p.month),
      ),
    )
    .orderBy(desc(t.observations.number))
    .limit(2);
});

const insertion = inserting("observations");

/**
 * What stands of a plan's measures on one basis: measure id → values, months ascending, one a month. `until` leaves out
 * later months; `asKnownOn` (ISO UTC instant) answers what was accepted by then, later corrections not yet made, and
 * `asOfRevision` what stood at a revision of the ledger. Measures without a value are not in the map.
 */
export async function findObservations(
  reader: Reader,
  question: { planId: number; basis: Basis; until?: string; asKnownOn?: string; asOfRevision?: number },
): Promise<Map<number, StandingValue[]>> {
  const { planId, basis, until = lastMonth, asKnownOn = endOfTime, asOfRevision = lastRevision } = question;
  const rows = await reader.all(standingRows, { planId, basis, until, asKnownOn, asOfRevision });
  const byMeasure = new Map<number, StandingValue[]>();
  for (const { measureId, month, number, entries, exits, stock, amount } of rows) {
    // Named one by one: taking the rest of a row apart costs twice what reading it does.
    const value = { month, number, entries, exits, stock, amount, isCorrected: number > 1, former: null };
    const values = byMeasure.get(measureId);
    if (values === undefined) byMeasure.set(measureId, [value]);
    else stand(values, value);
  }
  return byMeasure;
}

/** Puts a value in its month's place. Rows come by month from the index; an engine that answers otherwise costs a search. */
function stand(values: StandingValue[], value: StandingValue): void {
  const place = values.findLastIndex(({ month }) => month <= value.month);
  const before = values[place];
  if (before?.month !== value.month) values.splice(place + 1, 0, value);
  else if (before.number < value.number) values[place] = { ...value, former: quantitiesOf(before) };
  else if (before.number === value.number + 1) values[place] = { ...before, former: quantitiesOf(value) };
}

function quantitiesOf({ entries, exits, stock, amount }: Quantities): Quantities {
  return { entries, exits, stock, amount };
}

/** Everything that was ever accepted of one measure, months ascending, within a month in the order of acceptance. */
export async function findRecordedValues(
  reader: Reader,
  question: { measureId: number; basis: Basis; asKnownOn?: string },
): Promise<RecordedValue[]> {
  const rows = await reader.all(recordedRows, { ...question, asKnownOn: question.asKnownOn ?? endOfTime });
  const last = new Map(rows.map((row) => [row.month, row.number]));
  return rows.map((row) => ({ ...row, isSuperseded: last.get(row.month) !== row.number }));
}

/** The value that stands for one measure, basis and month; null when none was accepted. */
export async function findStandingValue(
  reader: Reader,
  cell: { measureId: number; basis: Basis; month: string },
): Promise<StandingValue | null> {
  const [row, former] = await reader.all(latestOfCell, cell);
  if (row === undefined) return null;
  return { ...row, isCorrected: row.number > 1, former: former === undefined ? null : quantitiesOf(former) };
}

/**
 * Appends an accepted value. Where a value stands already, `corrects` must be its number, and null where none does:
 * else `correction-mismatch`.
 */
export async function insertObservation(transaction: Transaction, observation: NewObservation): Promise<void> {
  const { corrects, ...values } = observation;
  const { measureId, basis, month } = values;
  const standing = await findStandingValue(transaction, { measureId, basis, month });
  if ((standing?.number ?? null) !== corrects) {
    throw new StoreProblem("correction-mismatch", `measure ${measureId}, ${month}, ${basis}`);
  }
  await transaction.all(insertion, { ...values, number: (corrects ?? 0) + 1 });
}
