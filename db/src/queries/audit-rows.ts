import { createHash } from "node:crypto";
import { and, asc, desc, eq, gt, gte, lt, lte, or, sql } from "drizzle-orm";
import { reading, type Scope, writing } from "../statement.ts";
import type { Reader, Transaction } from "../store.ts";
import { endOfTime } from "../texts.ts";
import type { Role } from "../vocabulary.ts";

/** A row of the audit as it is written; `payload` is kept as its JSON text, `revision` is null for a refused try. */
export type AuditEntry = {
  revision: number | null;
  at: string;
  actor: string;
  actorRole: Role;
  action: string;
  /** What it is about, such as `plan:gaoping-2022` or `submission:17`. */
  entity: string;
  payload: unknown;
};

/** A row of the audit as stored, chained to the one before it. */
export type AuditRow = Omit<AuditEntry, "payload"> & {
  id: number;
  payload: string;
  previousHash: string;
  hash: string;
};

/** What the first row follows. */
export const firstPreviousHash = "0".repeat(64);

const lastLink = reading(({ select, t }) =>
  select({ id: t.auditRows.id, hash: t.auditRows.hash }).from(t.auditRows).orderBy(desc(t.auditRows.id)).limit(1),
);

/** Which rows are asked for; an empty text asks for all, instants are both included. */
type Sought = { actor: string; action: string; entity: string; from: string; until: string; isRefused: number };

const columnsOf = ({ auditRows }: Scope<object>["t"]) => {
  const { id, revision, at, actor, actorRole, action, entity, payload, previousHash, hash } = auditRows;
  return { id, revision, at, actor, actorRole, action, entity, payload, previousHash, hash };
};

const isSought = ({ auditRows }: Scope<object>["t"], p: Scope<Sought>["p"]) =>
  and(
    gte(auditRows.at, p.from),
    lte(auditRows.at, p.until),
    or(sql`${p.actor} = ''`, eq(auditRows.actor, p.actor)),
    or(sql`${p.action} = ''`, eq(auditRows.action, p.action)),
    or(sql`${p.entity} = ''`, sql`lower(${auditRows.entity}) like ${p.entity} escape '!'`),
    or(sql`${p.isRefused} = 0`, sql`${auditRows.action} like 'refuse%'`),
  );

const auditPage = reading(({ select, t, p }: Scope<{ after: number; limit: number }>) =>
  select(columnsOf(t)).from(t.auditRows).where(gt(t.auditRows.id, p.after)).orderBy(asc(t.auditRows.id)).limit(p.limit),
);

const soughtBefore = reading(({ select, t, p }: Scope<Sought & { before: number; limit: number }>) =>
  select(columnsOf(t))
    .from(t.auditRows)
    .where(and(lt(t.auditRows.id, p.before), isSought(t, p)))
    .orderBy(desc(t.auditRows.id))
    .limit(p.limit),
);

const soughtAfter = reading(({ select, t, p }: Scope<Sought & { after: number; limit: number }>) =>
  select(columnsOf(t))
    .from(t.auditRows)
    .where(and(gt(t.auditRows.id, p.after), isSought(t, p)))
    .orderBy(asc(t.auditRows.id))
    .limit(p.limit),
);

const doneAfter = reading(({ select, t, p }: Scope<{ after: number; limit: number; actions: string }>) =>
  select(columnsOf(t))
    .from(t.auditRows)
    .where(and(gt(t.auditRows.id, p.after), sql`${p.actions} like '%,' || ${t.auditRows.action} || ',%'`))
    .orderBy(desc(t.auditRows.id))
    .limit(p.limit),
);

const hashOfRevision = reading(({ select, t, p }: Scope<{ revision: number }>) =>
  select({ hash: t.auditRows.hash }).from(t.auditRows).where(eq(t.auditRows.revision, p.revision)),
);

const auditInsertion = writing(({ build, t, p }: Scope<AuditRow>) =>
  build.insert(t.auditRows).values({
    id: p.id,
    revision: p.revision,
    at: p.at,
    actor: p.actor,
    actorRole: p.actorRole,
    action: p.action,
    entity: p.entity,
    payload: p.payload,
    previousHash: p.previousHash,
    hash: p.hash,
  }),
);

/** The hash of a row: SHA-256 over the hash before it and everything that the row says, in hexadecimal. */
export function auditHash(row: Omit<AuditRow, "hash">): string {
  const { id, revision, at, actor, actorRole, action, entity, payload, previousHash } = row;
  const said = JSON.stringify([previousHash, id, revision, at, actor, actorRole, action, entity, payload]);
  return createHash("sha256").update(said).digest("hex");
}

/** Appends a row to the audit chain, numbered without gaps, and answers its hash. */
export async function insertAuditRow(transaction: Transaction, entry: AuditEntry): Promise<string> {
  const [last] = await transaction.all(lastLink, {});
  const link = { id: (last?.id ?? 0) + 1, previousHash: last?.hash ?? firstPreviousHash };
  const row = { ...entry, ...link, payload: JSON.stringify(entry.payload) };
  const hash = auditHash(row);
  await transaction.all(auditInsertion, { ...row, hash });
  if (entry.revision !== null) transaction.noteAuditRow();
  return hash;
}

/** Which rows of the audit are sought; what is left out does not narrow. */
export type AuditQuestion = {
  actor?: string;
  action?: string;
  /** A part of the entity, in letters of either case. */
  entity?: string;
  /** Instants, both included. */
  from?: string;
  until?: string;
  /** Only what was refused: actions that begin with `refused`. */
  isRefused?: boolean;
};

function soughtBy({ actor, action, entity, from, until, isRefused }: AuditQuestion): Sought {
  const part = (entity ?? "").toLowerCase().replace(/[!%_]/g, "!$&");
  return {
    actor: actor ?? "",
    action: action ?? "",
    entity: part === "" ? "" : `%${part}%`,
    from: from ?? "",
    until: until ?? endOfTime,
    isRefused: isRefused === true ? 1 : 0,
  };
}

/** The last rows that a question seeks, newest first; with `before` only those numbered below it. */
export async function findLatestAuditRows(
  reader: Reader,
  question: AuditQuestion & { before?: number; limit: number },
): Promise<AuditRow[]> {
  const { before = Number.MAX_SAFE_INTEGER, limit } = question;
  return reader.all(soughtBefore, { ...soughtBy(question), before, limit });
}

/** The rows that a question seeks, oldest first, after the given number: a piece of at most `limit`. */
export async function findSoughtAuditRows(
  reader: Reader,
  question: AuditQuestion & { after: number; limit: number },
): Promise<AuditRow[]> {
  const { after, limit } = question;
  return reader.all(soughtAfter, { ...soughtBy(question), after, limit });
}

/** The last rows after the given id that say one of some actions was done, newest first, at most `limit`. */
export async function findDeeds(
  reader: Reader,
  { after, actions, limit }: { after: number; actions: readonly string[]; limit: number },
): Promise<AuditRow[]> {
  return reader.all(doneAfter, { after, limit, actions: `,${actions.join(",")},` });
}

/** At most `limit` rows after the given id, in order; 0 begins at the first. */
export async function findAuditRows(reader: Reader, after: number, limit: number): Promise<AuditRow[]> {
  return reader.all(auditPage, { after, limit });
}
/** The hash of the row that belongs to a revision of the ledger, null where there is none. */
export async function findAuditHash(reader: Reader, revision: number): Promise<string | null> {
  const [row] = await reader.all(hashOfRevision, { revision });
  return row?.hash ?? null;
}
