import { asc, eq } from "drizzle-orm";
import { reading, type Scope } from "../statement.ts";
import type { Reader } from "../store.ts";

const incentiveRows = reading(({ select, t, p }: Scope<{ planId: number }>) =>
  select({ key: t.incentives.key, payload: t.incentives.payload })
    .from(t.incentives)
    .where(eq(t.incentives.planId, p.planId))
    .orderBy(asc(t.incentives.position)),
);

/** A plan's promises of money in its order; `payload` has the shape of an incentive in seeds/plan.schema.json. */
export async function findIncentives(reader: Reader, planId: number): Promise<{ key: string; payload: unknown }[]> {
  return reader.all(incentiveRows, { planId });
}
