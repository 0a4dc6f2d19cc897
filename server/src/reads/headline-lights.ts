/** The lights of one headline target of all places, month by month: the ground of the map over all plans. */
import {
  findHeadlineKinds,
  findHeadlineLights,
  findLedgerRevision,
  type HeadlineLight,
  type HeadlineTarget,
} from "@beizeng/db";
import type { Basis } from "@beizeng/db/vocabulary";
import type { HeadlineLights } from "../contract/headlines.ts";
import type { HeadlineLightsQuery } from "../contract/questions.ts";
import { addMonths, type Month, monthsFrom } from "../domain/month.ts";
import { headlineTargetsAsked } from "../plans/headline-targets.ts";
import { storedMonth } from "../plans/stored.ts";
import { monthView } from "../plans/view.ts";
import { type Answer, give } from "../problems.ts";
import { refuseKind } from "./headlines.ts";
import { unlitMonths } from "./light-map.ts";
import { runningMonth } from "./questions.ts";
import type { Reads } from "./reads.ts";

/** The light of a target whose row is not there yet. */
async function missingLight(
  reads: Reads,
  { plan, key }: HeadlineTarget,
  month: Month,
  basis: Basis,
): Promise<HeadlineLight> {
  const known = await reads.view(plan, { basis, asKnownOn: null });
  const entry = known?.view.outline.targetByKey.get(key);
  if (known === null || entry === undefined) throw new Error(`the headline ${key} of ${plan} is not there`);
  const { light, isCorrected } = monthView(known.view, month).assessment(entry);
  return { light, isCorrected };
}

const counts = ({ origin, from }: HeadlineTarget, month: Month) => origin < month && (from === null || from <= month);

/** The lights of a month, one for each target; others get their turn after it. */
async function lightsAt(
  reads: Reads,
  targets: readonly HeadlineTarget[],
  asked: Required<HeadlineLightsQuery>,
  month: Month,
): Promise<readonly HeadlineLight[]> {
  const kept = await findHeadlineLights(reads.store, { ...asked, month });
  const lights: HeadlineLight[] = [];
  for (const target of targets) {
    if (!counts(target, month)) lights.push({ light: null, isCorrected: false });
    else {
      lights.push(kept.get(target.targetId) ?? (await missingLight(reads, target, month, asked.basis)));
    }
  }
  await new Promise((resolve) => setImmediate(resolve));
  return lights;
}

/** The answer of GET /api/headlines/lights; targets stand in the order in which their plans were loaded. */
export async function readHeadlineLights(reads: Reads, query: HeadlineLightsQuery): Promise<Answer<HeadlineLights>> {
  const { indicator, reading, horizon, basis = "department" } = query;
  const { targets, firstOrigin } = await headlineTargetsAsked(reads.store, { indicator, reading, horizon });
  const kind = (await findHeadlineKinds(reads.store)).find(
    (each) => each.indicator === indicator && each.reading === reading && each.horizon === horizon,
  );
  if (firstOrigin === null || kind === undefined) return refuseKind(reads, query);
  const running = runningMonth(reads);
  const first = addMonths(storedMonth(firstOrigin), 1);
  const last = horizon === "standing" ? running : storedMonth(horizon);
  const span = monthsFrom(first, last);
  const columns: (readonly HeadlineLight[])[] = [];
  for (const month of span.filter((each) => each <= running)) {
    columns.push(await lightsAt(reads, targets, { indicator, reading, horizon, basis }, month));
  }
  const places = new Map((await reads.plans()).map(({ key, jurisdiction }) => [key, jurisdiction.name]));
  const rows = targets.map(({ plan, key, scope }, place) => ({
    plan,
    place: places.get(plan) ?? { zh: plan, en: plan },
    target: key,
    scopeName: scope,
    lights: columns.map((lights) => lights[place]?.light ?? null),
    corrected: span.filter((_, index) => columns[index]?.[place]?.isCorrected === true),
  }));
  const unlit = unlitMonths(span, rows);
  return give({
    ...{ basis, indicator, indicatorName: kind.name, reading, horizon },
    revision: await findLedgerRevision(reads.store),
    isDemonstration: reads.isDemonstration,
    months: span.slice(unlit),
    rows: rows.map((row) => ({
      ...row,
      lights: row.lights.slice(unlit),
      corrected: row.corrected.filter((month) => span.indexOf(month) >= unlit),
    })),
  });
}
