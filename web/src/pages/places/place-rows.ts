import type { HeadlineLights, HeadlineRow, PlanSummary, Text } from "../../api/types.ts";

/** A place's target at the month, with the place's plan and the part that it is about. */
export interface PlaceRow {
  readonly key: string;
  readonly plan: PlanSummary;
  readonly scopeName: Text | null;
  readonly row: HeadlineRow;
}

/** The places that lie in one. */
export interface PlaceGroup {
  readonly key: string;
  /** Null for places that lie in none, and where nothing is grouped. */
  readonly name: Text | null;
  readonly rows: readonly PlaceRow[];
}

const keyOf = ({ plan, target }: { readonly plan: string; readonly target: string }) => `${plan} ${target}`;

const gapOf = ({ row }: PlaceRow) => row.gap.value ?? Number.NEGATIVE_INFINITY;

/** The rows with their plans, the largest gap first; those without a gap keep their order at the end. */
export function placeRows(
  rows: readonly HeadlineRow[],
  lights: HeadlineLights | undefined,
  plans: readonly PlanSummary[],
): readonly PlaceRow[] {
  const byKey = new Map(plans.map((plan) => [plan.key, plan]));
  const scopes = new Map(lights?.rows.map((each) => [keyOf(each), each.scopeName]));
  return rows
    .flatMap((row) => {
      const plan = byKey.get(row.plan);
      return plan ? [{ key: keyOf(row), plan, scopeName: scopes.get(keyOf(row)) ?? null, row }] : [];
    })
    .sort((one, other) => (gapOf(one) === gapOf(other) ? 0 : gapOf(other) - gapOf(one)));
}

/** The rows whose place or plan has the words in its name, in either language. */
export function foundRows(rows: readonly PlaceRow[], find: string): readonly PlaceRow[] {
  const sought = find.trim().toLowerCase();
  if (sought === "") return rows;
  const names = ({ plan: { jurisdiction, title }, scopeName }: PlaceRow) =>
    [jurisdiction.name, jurisdiction.parent?.name, title, scopeName].flatMap((name) =>
      name ? [name.zh, name.en] : [],
    );
  return rows.filter((row) => names(row).some((name) => name.toLowerCase().includes(sought)));
}

/** The rows by the place that theirs lies in, in the order in which those first occur; or all of them as one. */
export function groupedRows(rows: readonly PlaceRow[], isGrouped: boolean): readonly PlaceGroup[] {
  if (!isGrouped) return rows.length === 0 ? [] : [{ key: "", name: null, rows }];
  const groups = new Map<string, PlaceGroup & { readonly rows: PlaceRow[] }>();
  for (const row of rows) {
    const { parent } = row.plan.jurisdiction;
    const key = parent?.code ?? "";
    const group = groups.get(key) ?? { key, name: parent?.name ?? null, rows: [] };
    groups.set(key, group);
    group.rows.push(row);
  }
  return [...groups.values()];
}

/** The plans without the target, and those whose target does not count yet in the month. */
export function missingPlans(
  rows: readonly HeadlineRow[],
  lights: HeadlineLights,
  plans: readonly PlanSummary[],
): { readonly without: readonly PlanSummary[]; readonly notYet: readonly PlanSummary[] } {
  const [counted, having] = [rows, lights.rows].map((each) => new Set(each.map(({ plan }) => plan)));
  return {
    without: plans.filter(({ key }) => !having?.has(key)),
    notYet: plans.filter(({ key }) => having?.has(key) && !counted?.has(key)),
  };
}
