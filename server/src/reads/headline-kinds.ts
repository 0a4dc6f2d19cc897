/** What can be asked about the headlines of all plans. */
import { findHeadlineKinds } from "@beizeng/db";
import type { HeadlineKinds } from "../contract/headlines.ts";
import { addMonths } from "../domain/month.ts";
import { storedMonth } from "../plans/stored.ts";
import { unitOf } from "./headlines.ts";
import { runningMonth } from "./questions.ts";
import type { Reads } from "./reads.ts";

/** The answer of GET /api/headlines/kinds: what most plans have comes first. */
export async function readHeadlineKinds(reads: Reads): Promise<HeadlineKinds> {
  const lastMonth = runningMonth(reads);
  const kinds = (await findHeadlineKinds(reads.store))
    .map(({ name, unit, firstOrigin, ...kind }) => ({
      ...kind,
      indicatorName: name,
      unit: unitOf(kind.reading, unit),
      firstMonth: addMonths(storedMonth(firstOrigin), 1),
      lastMonth,
    }))
    .sort((one, other) => other.plans - one.plans);
  return { kinds };
}
