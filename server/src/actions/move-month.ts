/** What closing and reopening a month have in common: one transaction, one revision, one row of the audit. */
import {
  findAccounts,
  findMovesOfMonth,
  findSubmissions,
  insertMonthMove,
  inTransaction,
  type Reader,
  type RecordedSubmission,
  type Store,
  type Transaction,
} from "@beizeng/db";
import type { MonthMove } from "@beizeng/db/vocabulary";
import { may } from "../domain/access.ts";
import { addMonths, type Month } from "../domain/month.ts";
import { decideMonthMove, type MonthMoveRefusal, type MonthStanding, monthStandingOf } from "../domain/months.ts";
import { monthStateWords } from "../domain/words.ts";
import { dayInChina } from "../plans/china-day.ts";
import { editionHash, type StandingByBasis } from "../plans/edition.ts";
import { findView, noteWrite } from "../plans/find-view.ts";
import { undoneInWords, undonePapers } from "../plans/month-papers.ts";
import type { PlanOutline } from "../plans/outline.ts";
import { periodsUntil } from "../plans/periods.ts";
import { storedMonth } from "../plans/stored.ts";
import { type Answer, give, refuse } from "../problems.ts";
import type { Actor } from "./actor.ts";
import { answeredOnceIfKeyed } from "./answered-once.ts";
import { audit, type Deed, raise } from "./ledger.ts";

/** A step of a plan's month that somebody wants to take. */
export interface MoveMonth {
  readonly actor: Actor;
  /** The instant, ISO UTC with milliseconds. */
  readonly now: string;
  readonly plan: string;
  readonly month: string;
  readonly reason: string | null;
  /** Chosen by the sender: the same key takes the step once. */
  readonly key?: string;
}

/** A step that was taken: the edition that it makes or is about, that edition's hash where it makes one, the revision. */
export interface MovedMonth {
  readonly month: string;
  readonly edition: number;
  readonly hash: string | null;
  readonly revision: number;
}

interface Found {
  readonly outline: PlanOutline;
  readonly month: Month;
  readonly standings: StandingByBasis;
}

/** The plan and a period of it that has ended. */
async function find(store: Store, reader: Reader, { plan, month, now }: MoveMonth): Promise<Answer<Found>> {
  const department = await findView(store, reader, plan, "department");
  const statistics = await findView(store, reader, plan, "statistics");
  if (department === null || statistics === null) {
    return refuse({ code: "unknown-plan", field: "plan", value: plan, allowed: "" });
  }
  const { outline } = department.view;
  const periods = periodsUntil(outline, addMonths(storedMonth(dayInChina(now).slice(0, 7)), -1));
  const period = periods.find((each) => each === month);
  if (period !== undefined) {
    const standings = { department: department.view.standing, statistics: statistics.view.standing };
    return give({ outline, month: period, standings });
  }
  const [first, last] = [periods[0], periods.at(-1)];
  const none = { zh: "已结束的报告期", en: "a period that has ended" };
  const allowed = first === undefined ? none : `${first} — ${last}`;
  return refuse({ code: "period-not-open", field: "month", value: month, allowed });
}

/** True when somebody else than the actor may close months. */
async function isSecondPersonThere(reader: Reader, actor: Actor): Promise<boolean> {
  const accounts = await findAccounts(reader);
  return accounts.some(
    ({ key, role, disabledAt }) => key !== actor.id && disabledAt === null && may(role, "close-months"),
  );
}

function refused(
  reason: MonthMoveRefusal,
  { month, outline }: Found,
  standing: MonthStanding,
  papers: readonly RecordedSubmission[],
) {
  if (reason === "month-not-from-this-state") {
    return refuse({ code: reason, value: month, allowed: monthStateWords[standing.state] });
  }
  if (reason === "month-undone") {
    const allowed = undoneInWords(undonePapers(outline, month, papers));
    return refuse({ code: reason, field: "reason", value: month, allowed });
  }
  return refuse({ code: reason, ...(reason === "reason-missing" ? { field: "reason" } : {}) });
}

async function take(
  store: Store,
  transaction: Transaction,
  request: MoveMonth,
  move: MonthMove,
): Promise<Answer<MovedMonth>> {
  const { actor, now, plan, reason } = request;
  if (!may(actor.role, "close-months")) return refuse({ code: "not-your-role" });
  const found = await find(store, transaction, request);
  if (!found.ok) return found;
  const { outline, month, standings } = found.value;
  const planId = outline.facts.id;
  const standing = monthStandingOf(await findMovesOfMonth(transaction, planId, month));
  const papers = await findSubmissions(transaction, { planId, from: month, until: month });
  const undone = undonePapers(outline, month, papers);
  const decided = decideMonthMove(standing, {
    move,
    account: actor.id,
    role: actor.role,
    reason,
    undone: undone.length,
    isSecondPersonThere: await isSecondPersonThere(transaction, actor),
  });
  if (!decided.ok) return refused(decided.reason, found.value, standing, papers);
  const isClosing = move === "close";
  const edition = standing.edition + (isClosing ? 1 : 0);
  const hash = isClosing ? editionHash(outline, standings, month) : null;
  const deed: Deed = { action: `${move}-month`, at: now, actor, entity: `month:${plan}/${month}` };
  const revision = await raise(transaction, deed.action, now);
  const said = reason?.trim() || null;
  const who = { actor: actor.id, actorRole: actor.role, at: now };
  await insertMonthMove(transaction, { planId, month, move, edition, hash, ...who, reason: said, revision });
  await audit(transaction, deed, revision, { plan, month, edition, hash, reason: said, ...(isClosing && { undone }) });
  return give({ month, edition, hash, revision });
}

/** Takes a step of a month, or says why not and writes nothing; under a key that was used already it answers what it answered. */
export async function moveMonth(store: Store, request: MoveMonth, move: MonthMove): Promise<Answer<MovedMonth>> {
  const { actor, now: at, plan, month, reason, key } = request;
  const keyed = { account: actor.id, key, asked: { action: `${move}-month`, plan, month, reason }, at };
  const answer = await inTransaction(store, (transaction) =>
    answeredOnceIfKeyed(transaction, keyed, () => take(store, transaction, request, move)),
  );
  if (answer.ok) noteWrite(store, answer.value.revision, null);
  return answer;
}
