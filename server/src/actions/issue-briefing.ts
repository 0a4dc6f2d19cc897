import { createHash } from "node:crypto";
import {
  findBriefings,
  findMovesOfMonth,
  insertBriefing,
  inTransaction,
  type Store,
  type Transaction,
} from "@beizeng/db";
import type { Basis } from "@beizeng/db/vocabulary";
import { may } from "../domain/access.ts";
import { type BriefingNumber, briefingName, nextNumber } from "../plans/briefing-number.ts";
import { dayInChina } from "../plans/china-day.ts";
import { findOutline } from "../plans/find-outline.ts";
import { type Answer, give, refuse } from "../problems.ts";
import type { Actor } from "./actor.ts";
import { answeredOnce } from "./answered-once.ts";
import { auditUnrevised } from "./ledger.ts";

/** A file as it goes out. */
export interface IssuedFile {
  readonly name: string;
  readonly mediaType: string;
  readonly content: Uint8Array;
}

/** A briefing of an edition, with the files that were made of it under the number that it is to have. */
export interface IssueBriefing {
  readonly actor: Actor;
  /** The instant, ISO UTC with milliseconds. */
  readonly now: string;
  readonly plan: string;
  readonly month: string;
  readonly horizon: string;
  readonly basis: Basis;
  readonly edition: number;
  /** Of the edition's figures, as they were quoted. */
  readonly hash: string;
  readonly title: string;
  /** Version of the skeleton, 0 for the product's own. */
  readonly skeleton: number;
  /** The number that stands in the files. */
  readonly number: BriefingNumber;
  readonly files: readonly IssuedFile[];
  /** Chosen by the sender: the same key issues once. */
  readonly key: string;
}

async function issue(store: Store, transaction: Transaction, request: IssueBriefing): Promise<Answer<BriefingNumber>> {
  const { actor, now: at, plan, month, horizon, basis, edition, hash, title, skeleton, number, files } = request;
  if (!may(actor.role, "issue-briefings")) return refuse({ code: "not-your-role" });
  const outline = await findOutline(store, transaction, plan);
  if (outline === null) return refuse({ code: "unknown-plan", field: "plan", value: plan, allowed: "" });
  const planId = outline.facts.id;
  const moves = await findMovesOfMonth(transaction, planId, month);
  if (!moves.some((move) => move.move === "close" && move.edition === edition && move.hash === hash)) {
    return refuse({ code: "unknown-edition", field: "edition", value: String(edition), allowed: "—" });
  }
  const next = nextNumber(await findBriefings(transaction, planId), Number(dayInChina(at).slice(0, 4)));
  if (briefingName(next) !== briefingName(number)) {
    return refuse({ code: "number-taken", field: "number", value: briefingName(number), allowed: briefingName(next) });
  }
  const kept = files.map(({ name, mediaType, content }) => ({
    ...{ name, mediaType, bytes: content.byteLength },
    sha256: createHash("sha256").update(content).digest("hex"),
    content: Buffer.from(content),
  }));
  const quoted = { title, month, horizon, basis, edition, hash, skeleton };
  await insertBriefing(transaction, { planId, ...number, ...quoted, actor: actor.id, actorRole: actor.role, at }, kept);
  await auditUnrevised(
    transaction,
    { action: "issue-briefing", at, actor, entity: `briefing:${plan}/${briefingName(number)}` },
    { plan, year: number.year, issue: number.number, ...quoted, files: kept.map(({ content: _, ...file }) => file) },
  );
  return give(number);
}

/** Issues a briefing; it changes no figure, and raises no revision of the ledger. Refused where its number was given meanwhile. */
export async function issueBriefing(
  store: Store,
  request: IssueBriefing,
): Promise<Answer<BriefingNumber & { readonly isRepeated: boolean }>> {
  const { actor, now: at, plan, month, horizon, basis, edition, key } = request;
  const asked = { action: "issue-briefing", plan, month, horizon, basis, edition };
  return inTransaction(store, (transaction) =>
    answeredOnce(transaction, { account: actor.id, key, asked, at }, () => issue(store, transaction, request)),
  );
}
