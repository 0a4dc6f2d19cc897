import { and, asc, eq, lte } from "drizzle-orm";
import { groupedBy } from "../rows.ts";
import type { Text } from "../schema/column-makers.ts";
import type { CurvePoint } from "../schema/measure-tables.ts";
import { inserting, type RowOf, reading, type Scope } from "../statement.ts";
import type { Reader, Transaction } from "../store.ts";
import { textOf } from "../texts.ts";
import type { Comparator, CurveKind, Direction, Hardness, Reading } from "../vocabulary.ts";
import { isKnown } from "./plan-additions.ts";
import { type Decimal, decimalOf } from "./plan-content.ts";

/** What a target asks for: a value, and of a range the upper end. */
export type TargetValue = { value: Decimal; stretch: Decimal | null };

/** A value of a target, in force from a month on. */
export type BookRevision = TargetValue & {
  from: string;
  reason: string | null;
  document: string | null;
  knownAt: string;
  /** The values entered earlier for the same month, whose place it took; in the order of entry. */
  replaced: TargetValue[];
};

/** A target; `revisions` ascend by month, one a month. */
export type BookTarget = {
  id: number;
  key: string;
  /** Key of the measure. */
  measure: string;
  reading: Reading;
  comparator: Comparator;
  direction: Direction;
  origin: string;
  deadline: string | null;
  horizon: string;
  isYearly: boolean;
  hardness: Hardness;
  clause: string;
  curve: CurveKind;
  curvePoints: CurvePoint[] | null;
  ambiguous: Text | null;
  implied: Text | null;
  /** Keys of the targets that it is made of and the note on them; null where it declares none. */
  madeOf: { note: Text | null; parts: string[] } | null;
  revisions: BookRevision[];
};

type OfPlan = { planId: number };

/** How much of a plan's later values is known: by an instant (ISO UTC), and by a revision of the ledger. */
export type PlanKnowledge = { asKnownOn: string; asOfRevision: number };

const targetRows = reading(({ select, t, p }: Scope<OfPlan & PlanKnowledge>) => {
  const { id, key, reading: read, comparator, direction, origin, deadline, horizon, isYearly, hardness } = t.targets;
  const { clause, curve, curvePoints, ambiguousZh, ambiguousEn, impliedZh, impliedEn, isMadeOfParts } = t.targets;
  const { madeOfNoteZh, madeOfNoteEn } = t.targets;
  const said = { reading: read, comparator, direction, origin, deadline, horizon, isYearly, hardness, clause };
  const notes = { ambiguousZh, ambiguousEn, impliedZh, impliedEn, isMadeOfParts, madeOfNoteZh, madeOfNoteEn };
  return select({ id, key, measure: t.measures.key, ...said, curve, curvePoints, ...notes })
    .from(t.targets)
    .innerJoin(t.measures, eq(t.measures.id, t.targets.measureId))
    .leftJoin(t.planEdits, eq(t.planEdits.id, t.measures.editId))
    .where(and(eq(t.targets.planId, p.planId), isKnown(t, t.measures.editId, p)))
    .orderBy(asc(t.targets.position));
});

const revisionRows = reading(({ select, t, p }: Scope<OfPlan & PlanKnowledge>) => {
  const { targetId, fromMonth, digits, decimals, stretchDigits, stretchDecimals } = t.targetRevisions;
  const { reason, document, knownAt } = t.targetRevisions;
  return select({ targetId, fromMonth, digits, decimals, stretchDigits, stretchDecimals, reason, document, knownAt })
    .from(t.targetRevisions)
    .innerJoin(t.targets, eq(t.targets.id, targetId))
    .where(
      and(eq(t.targets.planId, p.planId), lte(knownAt, p.asKnownOn), lte(t.targetRevisions.revision, p.asOfRevision)),
    )
    .orderBy(asc(fromMonth), asc(t.targetRevisions.id));
});

const partRows = reading(({ select, t, p }: Scope<OfPlan>) =>
  select({ targetId: t.targetParts.targetId, partId: t.targetParts.partId })
    .from(t.targetParts)
    .innerJoin(t.targets, eq(t.targets.id, t.targetParts.targetId))
    .where(eq(t.targets.planId, p.planId))
    .orderBy(asc(t.targetParts.targetId), asc(t.targetParts.position)),
);

/** A plan's targets in its order, with the values that were known. */
export async function findPlanTargets(reader: Reader, planId: number, knowledge: PlanKnowledge): Promise<BookTarget[]> {
  const rows = await reader.all(targetRows, { planId, ...knowledge });
  const keys = new Map(rows.map((row) => [row.id, row.key]));
  const parts = groupedBy(await reader.all(partRows, { planId }), (row) => row.targetId);
  const revisions = groupedBy(await reader.all(revisionRows, { planId, ...knowledge }), (row) => row.targetId);
  // Member by member: spreading two dozen columns costs more than reading them.
  return rows.map((row) => ({
    id: row.id,
    key: row.key,
    measure: row.measure,
    reading: row.reading,
    comparator: row.comparator,
    direction: row.direction,
    origin: row.origin,
    deadline: row.deadline,
    horizon: row.horizon,
    isYearly: row.isYearly,
    hardness: row.hardness,
    clause: row.clause,
    curve: row.curve,
    curvePoints: row.curvePoints,
    ambiguous: textOf(row.ambiguousZh, row.ambiguousEn),
    implied: textOf(row.impliedZh, row.impliedEn),
    madeOf: row.isMadeOfParts
      ? {
          note: textOf(row.madeOfNoteZh, row.madeOfNoteEn),
          parts: parts(row.id).flatMap(({ partId }) => keys.get(partId) ?? []),
        }
      : null,
    revisions: bookRevisions(revisions(row.id)),
  }));
}

type ValueColumns = {
  digits: number;
  decimals: number;
  stretchDigits: number | null;
  stretchDecimals: number | null;
};

/** The value that a row holds. */
export function targetValueOf({ digits, decimals, stretchDigits, stretchDecimals }: ValueColumns): TargetValue {
  return { value: { digits, decimals }, stretch: decimalOf(stretchDigits, stretchDecimals) };
}

function bookRevisions(rows: readonly RowOf<typeof revisionRows>[]): BookRevision[] {
  return rows.reduce<BookRevision[]>(
    (revisions, { fromMonth: from, reason, document, knownAt, ...row }) =>
      withRevision(revisions, { from, ...targetValueOf(row), reason, document, knownAt }),
    [],
  );
}

/** A target's values, ascending by month, after one more was entered: of several from one month the last entered holds. */
export function withRevision(
  revisions: readonly BookRevision[],
  entered: Omit<BookRevision, "replaced">,
): BookRevision[] {
  const same = revisions.find(({ from }) => from === entered.from);
  const replaced = same === undefined ? [] : [...same.replaced, { value: same.value, stretch: same.stretch }];
  return [
    ...revisions.filter(({ from }) => from < entered.from),
    { ...entered, replaced },
    ...revisions.filter(({ from }) => from > entered.from),
  ];
}

const revisionInsertion = inserting("targetRevisions");

/** A new value of a target (目标调整), in force from the month `from` on; `revision` is the ledger's. */
export type NewTargetRevision = Omit<BookRevision, "replaced"> & { targetId: number; revision: number; actor: string };

/** Appends a value to a target; the older ones stay, and months before `from` are judged by them. */
export async function insertTargetRevision(transaction: Transaction, given: NewTargetRevision): Promise<void> {
  const { targetId, from, value, stretch, reason, document, knownAt, revision, actor } = given;
  const range = { stretchDigits: stretch?.digits ?? null, stretchDecimals: stretch?.decimals ?? null };
  const said = { reason, document, knownAt, revision, actor };
  await transaction.all(revisionInsertion, { targetId, fromMonth: from, ...value, ...range, ...said });
}
