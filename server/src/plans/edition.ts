/** What an edition (数据版本) holds: everything that stood of a plan up to a month, on both bases, and the targets in force. */
import { createHash } from "node:crypto";
import type { Basis } from "@beizeng/db/vocabulary";
import type { Month } from "../domain/month.ts";
import type { PlanOutline } from "./outline.ts";
import type { Standing } from "./view.ts";

/** What stands of a plan, by basis. */
export type StandingByBasis = Readonly<Record<Basis, Standing>>;

/** A list as JSON, in the order of its rows' spelling; each row is spelled once. */
const spelled = (rows: readonly (readonly unknown[])[]): string =>
  `[${rows
    .map((row) => JSON.stringify(row))
    .sort()
    .join(",")}]`;

/** What the office set of how the plan is judged, as far as it holds by a month; the document's own is the same in each edition. */
function judgingSet({ judging, appraisalRules }: PlanOutline, month: Month): readonly (readonly unknown[])[] {
  const rules = judging.lightRules.map(
    ({ entered, from, mode, tolerancePercent, isInclusive }) =>
      [from, mode, tolerancePercent, isInclusive, entered?.revision ?? null] as const,
  );
  const calendars = judging.entryCalendars.map(
    ({ entered, from, monthlyPercent, yearWeights }) =>
      [from, monthlyPercent, yearWeights, entered?.revision ?? null] as const,
  );
  const appraisals = appraisalRules.map(
    ({ from, subject, indicators, units, revision }) => [from, subject, indicators, units, revision] as const,
  );
  const set = [...rules, ...calendars, ...appraisals];
  return set.filter((row) => row.at(-1) !== null && row[0] !== null && row[0] <= month);
}

/**
 * The edition of a month as canonical JSON: one row a figure (measure, basis, month, number, entries, exits, stock,
 * amount) and one row a target value (target, from, digits, decimals, stretch), each list in the order of its spelling; then,
 * where the office set any, one row a rule of lights and an entry calendar that hold by then.
 */
export function editionText(outline: PlanOutline, standing: StandingByBasis, month: Month): string {
  const { facts, measures, targets } = outline.at(month);
  const figures = (["department", "statistics"] as const).flatMap((basis) =>
    measures.flatMap(({ row }) =>
      (standing[basis].get(row.id) ?? [])
        .filter((value) => value.month <= month)
        .map(
          ({ month: of, number, entries, exits, stock, amount }) =>
            [row.key, basis, of, number, entries, exits, stock, amount] as const,
        ),
    ),
  );
  const inForce = targets.flatMap(({ row }) =>
    row.revisions
      .filter(({ from }) => from <= month)
      .map(
        ({ from, value, stretch }) =>
          [row.key, from, value.digits, value.decimals, stretch?.digits ?? null, stretch?.decimals ?? null] as const,
      ),
  );
  const [plan, of] = [JSON.stringify(facts.key), JSON.stringify(month)];
  const judging = judgingSet(outline, month);
  const set = judging.length === 0 ? "" : `,"judging":${spelled(judging)}`;
  return `{"plan":${plan},"month":${of},"figures":${spelled(figures)},"targets":${spelled(inForce)}${set}}`;
}

/** SHA-256 of an edition's text, in hexadecimal. */
export function editionHash(outline: PlanOutline, standing: StandingByBasis, month: Month): string {
  return createHash("sha256")
    .update(editionText(outline, standing, month))
    .digest("hex");
}
