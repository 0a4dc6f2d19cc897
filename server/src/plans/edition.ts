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

/**
 * The edition of a month as canonical JSON: one row a figure (measure, basis, month, number, entries, exits, stock,
 * amount) and one row a target value (target, from, digits, decimals, stretch), each list in the order of its spelling.
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
  return `{"plan":${plan},"month":${of},"figures":${spelled(figures)},"targets":${spelled(inForce)}}`;
}

/** SHA-256 of an edition's text, in hexadecimal. */
export function editionHash(outline: PlanOutline, standing: StandingByBasis, month: Month): string {
  return createHash("sha256")
    .update(editionText(outline, standing, month))
    .digest("hex");
}
