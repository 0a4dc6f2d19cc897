import { asc, count, eq, sql } from "drizzle-orm";
import { reading } from "../statement.ts";
import type { Reader } from "../store.ts";

/** The size of a plan: its targets by horizon (in the order of the horizons' names), and what else is counted of it. */
export type PlanCounts = {
  horizons: { horizon: string; targets: number }[];
  /** The earliest origin of its targets. */
  firstMonth: string;
  chains: number;
  departments: number;
};

const horizonRows = reading(({ select, t }) => {
  const { planId, horizon, origin } = t.targets;
  return select({ planId, horizon, targets: count(), origin: sql<string>`min(${origin})` })
    .from(t.targets)
    .groupBy(planId, horizon)
    .orderBy(asc(planId), asc(horizon));
});

const chainRows = reading(({ select, t }) =>
  select({ planId: t.subjects.planId, rows: count() })
    .from(t.subjects)
    .where(eq(t.subjects.kind, "chain"))
    .groupBy(t.subjects.planId),
);

const departmentRows = reading(({ select, t }) =>
  select({ planId: t.planDepartments.planId, rows: count() }).from(t.planDepartments).groupBy(t.planDepartments.planId),
);

/** The sizes of all plans that have targets, by the store's id of the plan: three statements, however many plans. */
export async function findPlanCounts(reader: Reader): Promise<Map<number, PlanCounts>> {
  const chains = new Map((await reader.all(chainRows, {})).map(({ planId, rows }) => [planId, rows]));
  const departments = new Map((await reader.all(departmentRows, {})).map(({ planId, rows }) => [planId, rows]));
  const plans = new Map<number, PlanCounts>();
  for (const { planId, horizon, targets, origin } of await reader.all(horizonRows, {})) {
    const known = plans.get(planId);
    if (known === undefined) {
      const counts = { chains: chains.get(planId) ?? 0, departments: departments.get(planId) ?? 0 };
      plans.set(planId, { horizons: [{ horizon, targets }], firstMonth: origin, ...counts });
    } else {
      known.horizons.push({ horizon, targets });
      if (origin < known.firstMonth) known.firstMonth = origin;
    }
  }
  return plans;
}
