import { createHash } from "node:crypto";
import {
  findEditedPlans,
  findPlans,
  insertAuditRow,
  insertPlan,
  inTransaction,
  nextRevision,
  type Store,
} from "@beizeng/db";
import type { ExpandedPlan } from "./expanded-plan.ts";

/**
 * What loading did: the keys newly stored, those that stood already, and those whose file is another by now and that
 * stand as the office edited them; or the keys stored before with other content.
 */
export type LoadedPlans =
  | { ok: true; loaded: string[]; unchanged: string[]; edited: string[] }
  | { ok: false; reason: "content-changed"; plans: string[] };

/**
 * Stores plans in one transaction, one ledger revision and one audit row, at the instant `at` (ISO UTC). A plan that is
 * stored already with the same content is left alone; if any is stored with other content nothing is written at all:
 * targets change by dated revisions (目标调整), not by a new file. With `keepsEdited` a plan that people revised or added to
 * since it was loaded stands as they left it, whatever its file says by now. Throws StoreProblem `definition-differs` when plans
 * disagree on a place, unit or indicator.
 */
export async function loadPlans(
  store: Store,
  plans: readonly ExpandedPlan[],
  at: string,
  { keepsEdited = false }: { readonly keepsEdited?: boolean } = {},
): Promise<LoadedPlans> {
  return inTransaction(store, async (transaction) => {
    const stored = new Map((await findPlans(transaction)).map((plan) => [plan.key, plan.contentHash]));
    const given = plans.map((plan) => ({ plan, contentHash: contentHashOf(plan) }));
    const differing = given.filter(({ plan, contentHash }) => (stored.get(plan.id) ?? contentHash) !== contentHash);
    const standing = keepsEdited ? await findEditedPlans(transaction) : new Set<string>();
    const changed = differing.filter(({ plan }) => !standing.has(plan.id));
    const edited = differing.filter(({ plan }) => standing.has(plan.id)).map(({ plan }) => plan.id);
    if (changed.length > 0) return { ok: false, reason: "content-changed", plans: changed.map(({ plan }) => plan.id) };
    const fresh = given.filter(({ plan }) => !stored.has(plan.id));
    const loaded = fresh.map(({ plan }) => plan.id);
    const unchanged = plans.map((plan) => plan.id).filter((id) => stored.has(id) && !edited.includes(id));
    if (fresh.length === 0) return { ok: true, loaded, unchanged, edited };
    const revision = await nextRevision(transaction, "load-plans", at);
    for (const { plan, contentHash } of fresh) {
      await insertPlan(transaction, plan, { contentHash, revision, actor: "system", knownAt: dayOfIssue(plan) });
    }
    await insertAuditRow(transaction, {
      revision,
      at,
      actor: "system",
      actorRole: "system",
      action: "load-plans",
      entity: loaded.map((id) => `plan:${id}`).join(" "),
      payload: fresh.map(({ plan, contentHash }) => ({ plan: plan.id, contentHash, targets: valuesOf(plan) })),
    });
    return { ok: true, loaded, unchanged, edited };
  });
}

/** The values that the document gives its targets, with all that is kept of them: the audit alone builds them again. */
function valuesOf(plan: ExpandedPlan) {
  const [document, knownAt] = [plan.documentNumber, dayOfIssue(plan)];
  return plan.targets.map(({ key, origin, value, stretch }) => ({
    ...{ target: key, from: origin, value, stretch, reason: null, document, knownAt },
  }));
}

/** SHA-256 of everything that the plan says, in hexadecimal. */
function contentHashOf(plan: ExpandedPlan): string {
  return createHash("sha256").update(JSON.stringify(plan)).digest("hex");
}

/** The document's own values are known from the beginning of the day on which it was issued, China time. */
function dayOfIssue(plan: ExpandedPlan): string {
  return new Date(`${plan.issuedOn}T00:00:00+08:00`).toISOString();
}
