/** The audit trail as its reader sees it: rows newest first, the anchor, and the rows as a table to take away. */
import {
  type AuditQuestion,
  findAuditAnchor,
  findLatestAuditRows,
  findSoughtAuditRows,
  type AuditRow as Recorded,
} from "@beizeng/db";
import { commandText } from "../command-text.ts";
import type { AuditAnchor, AuditPage, AuditRow } from "../contract/audit.ts";
import type { AuditExportQuery, AuditQuery } from "../contract/questions.ts";
import { endOfDay, isDay, startOfDay } from "../plans/china-day.ts";
import { findOutline } from "../plans/find-outline.ts";
import { type Answer, give, refuse } from "../problems.ts";
import { auditParts, type NamedPlan, targetName } from "./audit-facts.ts";
import { actionName, auditActions, entityName } from "./audit-words.ts";
import type { Reads } from "./reads.ts";

const rowsAPage = 50;

/** The store's question; refuses days that the calendar does not have. */
export function askAudit(query: AuditExportQuery): Answer<AuditQuestion> {
  const { since, until, ...sought } = query;
  for (const [field, day] of Object.entries({ since, until })) {
    if (day !== undefined && !isDay(day)) {
      return refuse({ code: "day-out-of-range", field, value: day, allowed: "9999-12-31" });
    }
  }
  const from = since === undefined ? {} : { from: startOfDay(since) };
  return give({ ...sought, ...from, ...(until === undefined ? {} : { until: endOfDay(until) }) });
}

/** The plan that a row is about, as its payload or its entity says. */
function planOf(payload: unknown, entity: string): string | null {
  if (typeof payload === "object" && payload !== null && "plan" in payload && typeof payload.plan === "string") {
    return payload.plan;
  }
  return /^(?:plan|target|draft|month):([a-z0-9-]+)/.exec(entity)?.[1] ?? null;
}

/** What a row is about in words: a target by its name, anything else by its kind and number. */
function namedEntity(entity: string, plan: NamedPlan) {
  const [, key] = /^target:[a-z0-9-]+\/(.+)$/.exec(entity) ?? [];
  return (key === undefined ? null : targetName(plan, key)) ?? entityName(entity);
}

async function shownRow(reads: Reads, recorded: Recorded): Promise<AuditRow> {
  const { id, at, actor, actorRole, action, entity, revision, hash } = recorded;
  const payload: unknown = JSON.parse(recorded.payload);
  const about = planOf(payload, entity);
  const plan = about === null ? null : await findOutline(reads.store, reads.store, about);
  return {
    row: id,
    at,
    actor,
    role: actorRole,
    action,
    actionName: actionName(action),
    entity,
    entityName: namedEntity(entity, plan),
    isRefused: action.startsWith("refuse"),
    revision,
    parts: auditParts(payload, plan),
    hash,
  };
}

/** The answer of GET /api/audit. */
export async function readAudit(reads: Reads, query: AuditQuery): Promise<Answer<AuditPage>> {
  const { before, ...sought } = query;
  const question = askAudit(sought);
  if (!question.ok) return question;
  const from = before === undefined ? {} : { before };
  const found = await findLatestAuditRows(reads.store, { ...question.value, ...from, limit: rowsAPage + 1 });
  const rows: AuditRow[] = [];
  for (const row of found.slice(0, rowsAPage)) rows.push(await shownRow(reads, row));
  const { rows: total } = await findAuditAnchor(reads.store);
  const next = found.length > rowsAPage ? (rows.at(-1)?.row ?? null) : null;
  return give({ rows, next, total, actions: auditActions });
}

/** The answer of GET /api/audit/anchor. */
export async function readAuditAnchor({ store, today }: Reads): Promise<AuditAnchor> {
  const { rows, hash, at } = await findAuditAnchor(store);
  const text = `${rows}:${hash}`;
  return { rows, hash, at, today: today(), text, command: commandText("audit:verify", `--anchor=${text}`) };
}

const rowsAPiece = 1000;

/** All rows that a question seeks up to the last one of now, oldest first, in pieces. */
export async function* soughtAuditRows(reads: Reads, question: AuditQuestion): AsyncGenerator<readonly Recorded[]> {
  const { rows: last } = await findAuditAnchor(reads.store);
  let after = 0;
  for (;;) {
    const found = await findSoughtAuditRows(reads.store, { ...question, after, limit: rowsAPiece });
    const piece = found.filter(({ id }) => id <= last);
    if (piece.length > 0) yield piece;
    after = found.at(-1)?.id ?? last;
    if (found.length < rowsAPiece || after >= last) return;
  }
}
