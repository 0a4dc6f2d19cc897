/** A plan as it was known at a revision of the ledger: what the edition that was made then is of. */
import { findObservations, findPlanBook, type Reader } from "@beizeng/db";
import type { StandingByBasis } from "./edition.ts";
import { outlineOf, type PlanOutline } from "./outline.ts";

/** What stands of a plan (by the store's id) on both bases, now or at a revision of the ledger. */
export async function findStandingAt(reader: Reader, planId: number, asOfRevision?: number): Promise<StandingByBasis> {
  const known = asOfRevision === undefined ? {} : { asOfRevision };
  return {
    department: await findObservations(reader, { planId, basis: "department", ...known }),
    statistics: await findObservations(reader, { planId, basis: "statistics", ...known }),
  };
}

/** The plan of a key as it was known at a revision; a target that came later is left out. */
export async function findEditionState(
  reader: Reader,
  plan: string,
  revision: number,
): Promise<{ readonly outline: PlanOutline; readonly atClosing: StandingByBasis }> {
  const book = await findPlanBook(reader, plan, undefined, revision);
  if (book === null) throw new Error(`${plan} was closed and is not there`);
  const targets = book.targets.filter(({ revisions }) => revisions.length > 0);
  return {
    outline: outlineOf({ ...book, targets: targets.map((target) => withKnownParts(target, targets)) }),
    atClosing: await findStandingAt(reader, book.plan.id, revision),
  };
}

/** A headline as it was made then: parts that came later are not among them. */
function withKnownParts<Target extends { readonly key: string; readonly madeOf: { readonly parts: string[] } | null }>(
  target: Target,
  known: readonly { readonly key: string }[],
): Target {
  if (target.madeOf === null) return target;
  const parts = target.madeOf.parts.filter((part) => known.some(({ key }) => key === part));
  return { ...target, madeOf: { ...target.madeOf, parts } };
}
