/** Places, units and indicators that plans share: stored once, and refused when two plans say different things of one. */
import { asc, eq } from "drizzle-orm";
import { insertedId } from "../rows.ts";
import { inserting, reading, type Scope } from "../statement.ts";
import type { Transaction } from "../store.ts";
import { StoreProblem } from "../store-problem.ts";
import { textOf } from "../texts.ts";
import type { DepartmentContent, IndicatorContent, PlaceContent } from "./plan-content.ts";

const placeRows = reading(({ select, t }) => {
  const { id, code, nameZh, nameEn, kind, parentId, validFrom, validTo } = t.jurisdictions;
  return select({ id, code, nameZh, nameEn, kind, parentId, validFrom, validTo }).from(t.jurisdictions);
});
const departmentRows = reading(({ select, t }) => {
  const { id, key, nameZh, nameEn, kind, membersAreComplete } = t.departments;
  return select({ id, key, nameZh, nameEn, kind, membersAreComplete, place: t.jurisdictions.code })
    .from(t.departments)
    .innerJoin(t.jurisdictions, eq(t.jurisdictions.id, t.departments.jurisdictionId));
});
const memberRows = reading(({ select, t, p }: Scope<{ groupId: number }>) =>
  select({ department: t.departments.key, from: t.departmentMembers.fromMonth, to: t.departmentMembers.toMonth })
    .from(t.departmentMembers)
    .innerJoin(t.departments, eq(t.departments.id, t.departmentMembers.memberId))
    .where(eq(t.departmentMembers.groupId, p.groupId))
    .orderBy(asc(t.departmentMembers.position)),
);
const indicatorRows = reading(({ select, t }) => {
  const { id, key, nameZh, nameEn, unitZh, unitEn, decimals, isIndivisible, definitionZh, definitionEn } = t.indicators;
  const said = { nameZh, nameEn, unitZh, unitEn, decimals, isIndivisible, definitionZh, definitionEn };
  return select({ id, key, ...said }).from(t.indicators);
});
const placeInsertion = inserting("jurisdictions");
const departmentInsertion = inserting("departments");
const memberInsertion = inserting("departmentMembers");
const indicatorInsertion = inserting("indicators");

/** Store ids by code or key. */
export type Ids = Map<string, number>;

/** What is known under a key; a key that is nowhere defined is the caller's fault and throws. */
export function definedIn<Value>(known: ReadonlyMap<string, Value>, key: string): Value {
  const value = known.get(key);
  if (value === undefined) throw new Error(`${key} is not defined`);
  return value;
}

/** The store's ids by the keys of rows. */
export function idsByKey(rows: readonly { id: number; key: string }[]): Ids {
  return new Map(rows.map(({ id, key }) => [key, id]));
}

function assertSame(key: string, stored: unknown, given: unknown): void {
  if (JSON.stringify(stored) !== JSON.stringify(given)) throw new StoreProblem("definition-differs", key);
}

/** Stores the places that are new and answers the ids of all by code. */
export async function insertPlaces(transaction: Transaction, places: readonly PlaceContent[]): Promise<Ids> {
  const rows = await transaction.all(placeRows, {});
  const ids: Ids = new Map(rows.map((row) => [row.code, row.id]));
  const stored = new Map(rows.map((row) => [row.code, row]));
  const waiting = [...places];
  for (let place = waiting.shift(); place !== undefined; place = waiting.shift()) {
    const { code, name, kind, parent, validFrom, validTo } = place;
    const row = stored.get(code);
    if (row !== undefined) {
      const above = rows.find(({ id }) => id === row.parentId)?.code ?? null;
      assertSame(code, [row.nameZh, row.nameEn, row.kind, above], [name.zh, name.en, kind, parent]);
    } else if (waiting.some((other) => other.code === parent)) {
      // Parents first, whatever the order of the document.
      waiting.push(place);
    } else {
      const parentId = parent === null ? null : definedIn(ids, parent);
      const given = { code, nameZh: name.zh, nameEn: name.en, kind, parentId, validFrom, validTo };
      ids.set(code, await insertedId(transaction.all(placeInsertion, given)));
    }
  }
  return ids;
}

/** Stores the units that are new, with the members of groups, and answers the ids of all by key. */
export async function insertDepartments(
  transaction: Transaction,
  departments: readonly DepartmentContent[],
  places: Ids,
): Promise<Ids> {
  const rows = await transaction.all(departmentRows, {});
  const ids: Ids = idsByKey(rows);
  const fresh: DepartmentContent[] = [];
  for (const department of departments) {
    const { id: key, name, kind, jurisdiction, membersAreComplete, members } = department;
    const row = rows.find((candidate) => candidate.key === key);
    if (row === undefined) {
      const given = { key, nameZh: name.zh, nameEn: name.en, kind, membersAreComplete };
      const jurisdictionId = definedIn(places, jurisdiction);
      ids.set(key, await insertedId(transaction.all(departmentInsertion, { ...given, jurisdictionId })));
      fresh.push(department);
    } else {
      const stored = await transaction.all(memberRows, { groupId: row.id });
      const said = [row.nameZh, row.nameEn, row.kind, row.place, row.membersAreComplete, stored];
      assertSame(key, said, [name.zh, name.en, kind, jurisdiction, membersAreComplete, members]);
    }
  }
  for (const { id: key, members } of fresh) {
    for (const [position, { department, from, to }] of members.entries()) {
      const pair = { groupId: definedIn(ids, key), memberId: definedIn(ids, department) };
      await transaction.all(memberInsertion, { ...pair, fromMonth: from, toMonth: to, position });
    }
  }
  return ids;
}

/** Stores the indicators that are new and answers the ids of all by key. */
export async function insertIndicators(
  transaction: Transaction,
  indicators: readonly IndicatorContent[],
): Promise<Ids> {
  const rows = await transaction.all(indicatorRows, {});
  const ids: Ids = idsByKey(rows);
  for (const { id: key, name, unit, decimals, isIndivisible, definition } of indicators) {
    const row = rows.find((candidate) => candidate.key === key);
    if (row !== undefined) {
      const said = [row.nameZh, row.nameEn, row.unitZh, row.unitEn, row.decimals, row.isIndivisible];
      const given = [name.zh, name.en, unit.zh, unit.en, decimals, isIndivisible];
      const defined = textOf(row.definitionZh, row.definitionEn);
      assertSame(key, [...said, defined?.zh, defined?.en], [...given, definition?.zh, definition?.en]);
      continue;
    }
    const texts = { nameZh: name.zh, nameEn: name.en, unitZh: unit.zh, unitEn: unit.en };
    const defined = { definitionZh: definition?.zh ?? null, definitionEn: definition?.en ?? null };
    const given = { key, ...texts, decimals, isIndivisible, ...defined };
    ids.set(key, await insertedId(transaction.all(indicatorInsertion, given)));
  }
  return ids;
}
