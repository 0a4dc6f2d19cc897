import { insertNote, inTransaction, type Store, type Transaction } from "@beizeng/db";
import { may } from "../domain/access.ts";
import { isMonth } from "../domain/month.ts";
import { dayInChina } from "../plans/china-day.ts";
import { findOutline } from "../plans/find-outline.ts";
import { askNoteSubject } from "../plans/note-subject.ts";
import { type Answer, give, refuse } from "../problems.ts";
import type { Actor } from "./actor.ts";
import { answeredOnceIfKeyed } from "./answered-once.ts";
import { auditUnrevised } from "./ledger.ts";

/** A note (批示) on a plan's month, on a subject, or on a target of it. */
export interface WriteNote {
  readonly actor: Actor;
  /** The instant, ISO UTC with milliseconds. */
  readonly now: string;
  readonly plan: string;
  readonly month: string;
  /** Keys; null for the month as a whole, and for the subject as a whole. */
  readonly subject: string | null;
  readonly target: string | null;
  readonly text: string;
  /** Chosen by the sender: the same key writes once. */
  readonly key?: string;
}

async function write(store: Store, transaction: Transaction, request: WriteNote): Promise<Answer<{ note: number }>> {
  const { actor, now: at, plan, month } = request;
  if (!may(actor.role, "write-comments")) return refuse({ code: "not-your-role" });
  const outline = await findOutline(store, transaction, plan);
  if (outline === null) return refuse({ code: "unknown-plan", field: "plan", value: plan, allowed: "" });
  const running = dayInChina(at).slice(0, 7);
  if (!isMonth(month) || month < outline.firstMonth || month > running) {
    const allowed = `${outline.firstMonth} — ${running}`;
    return refuse({ code: "month-out-of-range", field: "month", value: month, allowed });
  }
  const about = askNoteSubject(outline, month, request);
  if (!about.ok) return about;
  const text = request.text.trim();
  if (text === "") return refuse({ code: "text-missing", field: "text" });
  const { subject, target } = about.value;
  const ids = { subjectId: subject?.row.id ?? null, targetId: target?.row.id ?? null };
  const note = await insertNote(transaction, {
    ...{ planId: outline.facts.id, month, ...ids, text },
    ...{ actor: actor.id, actorRole: actor.role, at },
  });
  const named = { subject: subject?.row.key ?? null, target: target?.row.key ?? null };
  await auditUnrevised(
    transaction,
    { action: "write-note", at, actor, entity: `note:${note}` },
    { plan, month, ...named, text },
  );
  return give({ note });
}

/** Leaves a note; it changes no figure, and raises no revision of the ledger. */
export async function writeNote(store: Store, request: WriteNote): Promise<Answer<{ note: number }>> {
  const { actor, now: at, plan, month, subject, target, text, key } = request;
  const asked = { action: "write-note", plan, month, subject, target, text };
  return inTransaction(store, (transaction) =>
    answeredOnceIfKeyed(transaction, { account: actor.id, key, asked, at }, () => write(store, transaction, request)),
  );
}
